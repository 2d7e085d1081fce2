import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { asProbabilities, binInWords, initialPrediction, predictionFinding } from '../../checker/prediction'
import type { HistogramTask, PredictionTask } from '../../checker/written-task'
import type { Vector } from '../../core/linalg'
import { number } from '../../tex/format'
import { Figure } from '../kit/Figure'
import { placeIn } from '../kit/Handle'
import { LinePlot, type Plot } from '../kit/LinePlot'
import { NumberField } from '../kit/NumberField'
import { Prose } from '../kit/Prose'
import { drawnHeights, steppedHeight } from './heights'
import styles from './written.module.css'

interface Props {
  readonly task: PredictionTask
  /** Heights in whole percents, or a count; empty while nothing has been predicted. */
  readonly prediction: Vector
  readonly isShown: boolean
  onPredict(prediction: Vector): void
  onShow(isShown: boolean): void
}

/** Something to predict, before the truth is shown beside it with how far off the prediction was. */
export function Prediction({ task, prediction, isShown, onPredict, onShow }: Props) {
  const finding = predictionFinding(task, prediction)
  const values = prediction.length > 0 ? prediction : initialPrediction(task)
  const isOpen = isShown && finding !== undefined
  return (
    <Figure
      title={`First predict: ${task.quantity}`}
      table={isOpen && task.kind === 'histogram' ? <Bins task={task} heights={values} /> : undefined}
    >
      <p className={styles['ask']}>
        <Prose>{task.ask}</Prose>
      </p>
      {task.kind === 'histogram' ? (
        <Histogram task={task} heights={values} isShown={isOpen} onDraw={onPredict} />
      ) : (
        <Count label={task.quantity} most={task.of} value={values[0]} isFixed={isOpen} onChange={onPredict} />
      )}
      <div className={styles['buttons']}>
        {isOpen ? (
          <button type="button" onClick={() => onShow(false)}>
            Predict again
          </button>
        ) : (
          <button
            type="button"
            className={styles['primary']}
            disabled={!finding}
            onClick={() => onShow(true)}
          >
            Show the truth
          </button>
        )}
        {!isOpen && !finding && <span>{ASKED[task.kind]}</span>}
      </div>
      <div role="status" className={styles['finding']}>
        {isOpen && (
          <>
            <p>{finding}</p>
            <p>
              <Prose>{task.notice}</Prose>
            </p>
            <p className={styles['source']}>
              <Prose>{task.source}</Prose>
            </p>
          </>
        )}
      </div>
    </Figure>
  )
}

const ASKED = {
  histogram: 'Draw over the bars, or step them with the arrow keys; only their proportions count.',
  count: 'Move the slider, or type a number.',
}

interface HistogramProps {
  readonly task: HistogramTask
  readonly heights: Vector
  readonly isShown: boolean
  onDraw(heights: Vector): void
}

function Histogram({ task, heights, isShown, onDraw }: HistogramProps) {
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
}: Omit<HistogramProps, 'task' | 'isShown'> & { plot: Plot; quantity: string }) {
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
          box={barBox(plot, heights.length, bin, height)}
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

/** Bars of no height keep a sliver, so that their focus can be seen. */
function barBox(plot: Plot, bins: number, bin: number, height: number) {
  const [left, right] = [plot.x(bin / bins), plot.x((bin + 1) / bins)]
  const top = Math.min(plot.y(height), plot.bottom - 2)
  return { x: left + 1.5, y: top, width: right - left - 3, height: plot.bottom - top }
}

function Bins({ task, heights }: { task: HistogramTask; heights: Vector }) {
  const expected = asProbabilities(heights) ?? heights
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{task.quantity}</th>
          <th scope="col">yours</th>
          <th scope="col">true</th>
        </tr>
      </thead>
      <tbody>
        {task.truth.map((probability, bin) => (
          <tr key={binInWords(bin, task.truth.length)}>
            <th scope="row">{binInWords(bin, task.truth.length)}</th>
            <td>{number(100 * expected[bin], undefined, 3)} %</td>
            <td>{number(100 * probability, undefined, 3)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CountProps {
  readonly label: string
  readonly most: number
  readonly value: number
  readonly isFixed: boolean
  onChange(prediction: Vector): void
}

function Count({ label, most, value, isFixed, onChange }: CountProps) {
  const scale = { min: 0, max: most, step: 1, scale: 'linear', integer: true } as const
  return (
    <div className={styles['count']}>
      <input
        type="range"
        min={0}
        max={most}
        step={1}
        aria-label={label}
        disabled={isFixed}
        value={value}
        onChange={(event) => onChange([event.target.valueAsNumber])}
      />
      {isFixed ? (
        <strong>{value}</strong>
      ) : (
        <NumberField label={label} scale={scale} value={value} onChange={(next) => onChange([next])} />
      )}
    </div>
  )
}
