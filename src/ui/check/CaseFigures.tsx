import { memo } from 'react'
import type { Counterexample } from '../../checker/verdict/counterexample'
import type { Exercise, Head, MeanHead } from '../../constructions/exercises/exercise'
import { logSoftmax } from '../../core/attention/softmax'
import type { Vector } from '../../core/linear/linalg'
import { number } from '../../tex/format'
import { spokenTex } from '../../tex/spoken'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
import { Prose } from '../kit/Prose'
import { type Bar, WeightBars } from '../kit/WeightBars'
import styles from './check.module.css'
import { ErrorFigure } from './ErrorFigure'

interface Props {
  readonly exercise: Exercise
  readonly shown: Counterexample
  readonly accepted: boolean
}

/** An answer at work on one case: the weights it gives there, and its error as the scale doubles. */
export const CaseFigures = memo(function CaseFigures({ exercise, shown, accepted }: Props) {
  // Weights that look right would hide what is wrong; the error in logarithms shows it.
  const isTelling = accepted || shown.isVisible
  return (
    <div className={styles['figures']}>
      {isTelling &&
        shown.heads.map((head) => <WeightsFigure key={head.tex} {...{ exercise, shown, accepted, head }} />)}
      {isTelling && shown.mean && (
        <WeightsFigure {...{ exercise, shown, accepted }} head={shown.mean} isMean />
      )}
      <ErrorFigure {...{ exercise, shown, accepted }} />
    </div>
  )
})

/** Keys that are drawn; all of them are in the table. */
const MOST_BARS = 40

interface WeightsProps extends Props {
  readonly head: Head | MeanHead
  /** Whether these are the means of the weights of the heads. */
  readonly isMean?: boolean
}

function WeightsFigure({ exercise, shown, accepted, head, isMean = false }: WeightsProps) {
  const { labels, scale, size } = shown
  const bars = barsOf(labels, head)
  const many = shown.heads.length > 1
  return (
    <Figure
      className={((!many || isMean) && styles['wide']) || ''}
      title={`${accepted ? 'Your answer at work' : 'Your answer on the smallest failing instance'}${many ? `: ${head.tex.replace(/_(\d)/, (_, i: string) => '₀₁₂₃'[Number(i)])}` : ''}`}
      about={`${many ? behind(head, isMean) : ''}$n = ${size.n}$, $${exercise.scale.tex} = ${scale}$${head.wanted ? '; dashed: wanted in the limit' : ''}`}
      table={<WeightsTable labels={labels} head={head} />}
    >
      <WeightBars
        label={`Attention weights behind ${spokenTex(head.tex)} on this instance`}
        bars={bars.slice(0, MOST_BARS)}
        more={Math.max(0, bars.length - MOST_BARS)}
        goals={head.wanted ?? []}
        height={150}
      />
      {!accepted && <FurthestKey {...{ exercise, shown, head }} />}
    </Figure>
  )
}

/** The key whose weight misses its goal by most, in words. */
function FurthestKey({ exercise, shown, head }: Omit<WeightsProps, 'accepted'>) {
  const { wanted, weights } = head
  if (!wanted) return null
  const misses = weights.map((weight, i) => Math.abs(weight - wanted[i]))
  const worst = misses.indexOf(Math.max(...misses))
  const [has, goal] = [number(weights[worst], logsOf(head)[worst], 4), number(wanted[worst])]
  return (
    <p className={styles['telling']}>
      <Prose>{`Furthest from its goal at $${exercise.scale.tex} = ${shown.scale}$: $k_${shown.labels[worst]}$ gets ${has}, and must go to ${goal}.`}</Prose>
    </p>
  )
}

function behind(head: Head | MeanHead, isMean: boolean): string {
  if (isMean) return 'means of the weights above, '
  return `${'isFree' in head && head.isFree ? 'free, and not judged; ' : ''}weights behind $${head.tex}$, `
}

function barsOf(labels: readonly string[], head: Head | MeanHead): Bar[] {
  const logs = logsOf(head)
  return labels.map((label, i) => ({
    label: `k_${label}`,
    weight: head.weights[i],
    logWeight: logs[i],
    wanted: head.wanted && head.wanted[i] > 0,
    score: scoresOf(head)?.[i],
  }))
}

/** Means of weights come from no scores. */
const scoresOf = (head: Head | MeanHead) => ('scores' in head ? head.scores : undefined)

function logsOf(head: Head | MeanHead): Vector {
  const scores = scoresOf(head)
  return scores ? logSoftmax(scores) : head.weights.map(Math.log)
}

function WeightsTable({ labels, head }: { labels: readonly string[]; head: Head | MeanHead }) {
  const [scores, logs] = [scoresOf(head), logsOf(head)]
  return (
    <div className={styles['scroll']}>
      <DataTable
        columns={['key', ...(scores ? ['score'] : []), 'weight', 'wanted in the limit']}
        rows={labels.map((label, i) => [
          label,
          ...(scores ? [number(scores[i], undefined, 8)] : []),
          number(head.weights[i], logs[i], 8),
          head.wanted ? number(head.wanted[i]) : 'any',
        ])}
      />
    </div>
  )
}
