import { memo } from 'react'
import type { Counterexample } from '../../checker/counterexample'
import type { Exercise, Head, MeanHead } from '../../constructions/exercises/exercise'
import type { Vector } from '../../core/linalg'
import { logSoftmax } from '../../core/softmax'
import { number } from '../../tex/format'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
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
  return (
    <div className={styles['figures']}>
      {shown.heads.map((head) => (
        <WeightsFigure key={head.tex} {...{ exercise, shown, accepted, head }} />
      ))}
      {shown.mean && <WeightsFigure {...{ exercise, shown, accepted }} head={shown.mean} isMean />}
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
        label={`Attention weights behind ${head.tex} on this instance`}
        bars={bars.slice(0, MOST_BARS)}
        more={Math.max(0, bars.length - MOST_BARS)}
        goals={head.wanted ?? []}
        height={150}
      />
    </Figure>
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
        heads={['key', ...(scores ? ['score'] : []), 'weight', 'wanted in the limit']}
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
