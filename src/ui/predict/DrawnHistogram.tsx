import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Vector } from '../../core/linear/linalg'
import { asProbabilities, binInWords } from '../../questions/prediction'
import type { HistogramTask } from '../../questions/task'
import { useDrag } from '../kit/useDrag'
import { Axes } from '../plot/Axis'
import { Bars } from '../plot/Bars'
import { type Frame, useFrame } from '../plot/frame'
import { placeIn } from '../plot/Handle'
import { Plot } from '../plot/Plot'
import { linear } from '../plot/scales'
import { drawnHeights, steppedHeight } from './heights'
import styles from './predict.module.css'

interface Props {
  readonly task: HistogramTask
  readonly heights: Vector
  readonly isShown: boolean
  onDraw(heights: Vector): void
}

/** A histogram that is drawn by hand; then, both scaled to 100 %, with the true one on top. */
export function DrawnHistogram({ task, heights, isShown, onDraw }: Props) {
  const shown = isShown ? (asProbabilities(heights)?.map((p) => 100 * p) ?? heights) : heights
  return (
    <>
      <Plot
        label={`Histogram of the ${task.quantity}, ${isShown ? 'predicted and true' : 'to be drawn'}`}
        x={linear([0, 1])}
        y={linear([0, 100], (percent) => `${percent} %`)}
        height={240}
      >
        <Axes x={task.quantity} />
        {isShown ? (
          <>
            <Bars ink="edge" look="outline" opacity={0.3} gap={GAP} values={shown} />
            <Bars
              ink="weight"
              look="outline"
              opacity={0.22}
              gap={GAP}
              values={task.truth.map((p) => 100 * p)}
            />
          </>
        ) : (
          <DrawnBars quantity={task.quantity} heights={heights} onDraw={onDraw} />
        )}
      </Plot>
      {isShown && (
        <p className={styles['legend']}>
          <span>▨ yours, scaled to 100 %</span> <span className="role-weight">▭ the true one</span>
        </p>
      )}
    </>
  )
}

/** Bars that follow the pointer as it is drawn across them, each of them a slider for the keyboard. */
function DrawnBars({ quantity, heights, onDraw }: Omit<Props, 'task' | 'isShown'> & { quantity: string }) {
  const frame = useFrame()
  const last = useRef<readonly [bin: number, height: number]>(undefined)
  const before = useRef(heights)
  const draw = (event: PointerEvent<SVGGElement>) => {
    const { x, y } = placeIn(event)
    const to = [Math.floor(frame.x.invert(x) * heights.length), frame.y.invert(y)] as const
    onDraw(drawnHeights(heights, last.current ?? to, to))
    last.current = to
  }
  const drag = useDrag<SVGGElement>({
    onStart(event) {
      before.current = heights
      last.current = undefined
      draw(event)
    },
    onMove: draw,
    onEnd() {},
    onCancel: () => onDraw(before.current),
  })
  return (
    <g className={styles['sheet']} {...drag}>
      <rect
        className={styles['paper']}
        x={frame.left}
        y={frame.top}
        width={frame.right - frame.left}
        height={frame.bottom - frame.top}
      />
      {heights.map((height, bin) => (
        <Bar
          key={bin / heights.length}
          box={barBox(frame, heights.length, bin, height)}
          label={`Expected draws with a ${quantity} from ${binInWords(bin, heights.length)}`}
          height={height}
          onChange={(next) => onDraw(heights.with(bin, next))}
        />
      ))}
    </g>
  )
}

interface BarProps {
  readonly box: ReturnType<typeof barBox>
  readonly label: string
  readonly height: number
  onChange(height: number): void
}

function Bar({ box, label, height, onChange }: BarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = steppedHeight(event, height)
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <rect
      className={styles['bar']}
      {...box}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={height}
      aria-valuetext={`${height} %`}
      onKeyDown={onKeyDown}
    />
  )
}

/** A bar of no height keeps a sliver, so that its focus is seen. */
const SLIVER = 2

/** Where a bar is. */
function barBox({ x, y, bottom }: Frame, bins: number, bin: number, height: number) {
  const [left, right] = [x(bin / bins), x((bin + 1) / bins)]
  const top = Math.min(y(height), bottom - SLIVER)
  return { x: left + 1.5, y: top, width: right - left - 3, height: bottom - top }
}

/** Share of its place that a bar leaves free. */
const GAP = 0.08
