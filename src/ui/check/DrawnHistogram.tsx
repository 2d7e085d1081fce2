import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { asProbabilities, binInWords } from '../../checker/prediction'
import type { HistogramTask } from '../../checker/written-task'
import type { Vector } from '../../core/linalg'
import { placeIn } from '../kit/Handle'
import { LinePlot, type Plot } from '../kit/LinePlot'
import { drawnHeights, steppedHeight } from './heights'
import styles from './written.module.css'

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
      <LinePlot
        label={`Histogram of the ${task.quantity}, ${isShown ? 'predicted and true' : 'to be drawn'}`}
        xDomain={[0, 1]}
        yDomain={[0, 100]}
        xLabel={task.quantity}
        yTick={(percent) => `${percent} %`}
        height={240}
        curves={[]}
      >
        {(plot) => (
          <>
            {isShown ? (
              <Bars plot={plot} heights={shown} className={styles['drawn']} />
            ) : (
              <DrawnBars plot={plot} quantity={task.quantity} heights={heights} onDraw={onDraw} />
            )}
            {isShown && (
              <Bars
                plot={plot}
                heights={task.truth.map((p) => 100 * p)}
                className={`role-weight ${styles['true']}`}
              />
            )}
          </>
        )}
      </LinePlot>
      {isShown && (
        <p className={styles['legend']}>
          <span className={styles['drawn']}>▨ yours, scaled to 100 %</span>{' '}
          <span className="role-weight">▭ the true one</span>
        </p>
      )}
    </>
  )
}

function Bars({ plot, heights, className }: { plot: Plot; heights: Vector; className: string | undefined }) {
  return heights.map((height, bin) => (
    <rect key={bin / heights.length} className={className} {...barBox(plot, heights.length, bin, height)} />
  ))
}

/** Bars that follow the pointer as it is drawn across them, each of them a slider for the keyboard. */
function DrawnBars({
  plot,
  quantity,
  heights,
  onDraw,
}: Omit<Props, 'task' | 'isShown'> & { plot: Plot; quantity: string }) {
  const last = useRef<readonly [bin: number, height: number]>(undefined)
  const draw = (event: PointerEvent<SVGGElement>) => {
    const { x, y } = placeIn(event)
    const to = [Math.floor(plot.xAt(x) * heights.length), plot.yAt(y)] as const
    onDraw(drawnHeights(heights, last.current ?? to, to))
    last.current = to
  }
  const start = (event: PointerEvent<SVGGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    draw(event)
  }
  const end = () => {
    last.current = undefined
  }
  return (
    <g
      className={styles['sheet']}
      onPointerDown={start}
      onPointerMove={(event) => last.current && draw(event)}
      onPointerUp={end}
      onLostPointerCapture={end}
    >
      <rect
        className={styles['paper']}
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
      />
      {heights.map((height, bin) => (
        <Bar
          key={bin / heights.length}
          box={barBox(plot, heights.length, bin, height, SLIVER)}
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

/** Where a bar stands, drawn at least `least` units high. */
function barBox(plot: Plot, bins: number, bin: number, height: number, least = 0) {
  const [left, right] = [plot.x(bin / bins), plot.x((bin + 1) / bins)]
  const top = Math.min(plot.y(height), plot.bottom - least)
  return { x: left + 1.5, y: top, width: right - left - 3, height: plot.bottom - top }
}

/** A bar of no height keeps a sliver while it can be set, so that its focus is seen. */
const SLIVER = 2
