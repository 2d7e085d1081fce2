import { useRef } from 'react'
import type { Vector } from '../../core/linear/linalg'
import { asProbabilities, binInWords, initialPrediction, predictionFinding } from '../../questions/prediction'
import type { HistogramTask, PredictionTask } from '../../questions/task'
import { number } from '../../tex/format'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
import { NumberField } from '../kit/NumberField'
import { Prose } from '../kit/Prose'
import { DrawnHistogram } from './DrawnHistogram'
import styles from './predict.module.css'

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
        <DrawnHistogram task={task} heights={values} isShown={isOpen} onDraw={onPredict} />
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

function Bins({ task, heights }: { task: HistogramTask; heights: Vector }) {
  const expected = asProbabilities(heights) ?? heights
  return (
    <DataTable
      columns={[task.quantity, 'yours', 'true']}
      rows={task.truth.map((probability, bin) => [
        binInWords(bin, task.truth.length),
        `${number(100 * expected[bin], undefined, 3)} %`,
        `${number(100 * probability, undefined, 3)} %`,
      ])}
    />
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
  const before = useRef(value)
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
        onPointerDown={() => {
          before.current = value
        }}
        onPointerCancel={() => onChange([before.current])}
      />
      {isFixed ? (
        <strong>{value}</strong>
      ) : (
        <NumberField label={label} scale={scale} value={value} onChange={(next) => onChange([next])} />
      )}
    </div>
  )
}
