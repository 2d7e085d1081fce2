import { memo } from 'react'
import type { Counterexample } from '../../checker/counterexample'
import type { Exercise, Head } from '../../constructions/exercises/exercise'
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
      <ErrorFigure {...{ exercise, shown, accepted }} />
    </div>
  )
})

/** Keys that are drawn; all of them are in the table. */
const MOST_BARS = 40

function WeightsFigure({ exercise, shown, accepted, head }: Props & { readonly head: Head }) {
  const { labels, scale, size } = shown
  const bars = barsOf(labels, head)
  const many = shown.heads.length > 1
  return (
    <Figure
      className={(!many && styles['wide']) || ''}
      title={`${accepted ? 'Your answer at work' : 'Your answer on the smallest failing instance'}${many ? `: ${head.tex.replace(/_(\d)/, (_, i: string) => '₀₁₂₃'[Number(i)])}` : ''}`}
      about={`${many ? `${head.isFree ? 'free, and not judged; ' : ''}weights behind $${head.tex}$, ` : ''}$n = ${size.n}$, $${exercise.scale.tex} = ${scale}$${head.wanted ? '; dashed: wanted in the limit' : ''}`}
      table={<WeightsTable labels={labels} head={head} />}
    >
      <WeightBars
        label={`Attention weights behind ${head.tex} on this instance`}
        bars={bars.slice(0, MOST_BARS)}
        more={Math.max(0, bars.length - MOST_BARS)}
        goals={bars.flatMap(({ wanted }, i) =>
          wanted ? [head.wanted?.[indexOf(labels, bars[i])] ?? 0] : [],
        )}
        height={150}
      />
    </Figure>
  )
}

const indexOf = (labels: readonly string[], { label }: Bar) =>
  labels.findIndex((name) => `k_${name}` === label)

/** Wanted keys first, as {@link WeightBars} has them. */
function barsOf(labels: readonly string[], { scores, weights, wanted }: Head): Bar[] {
  const logs = logSoftmax(scores)
  const bars = labels.map((label, i) => ({
    label: `k_${label}`,
    weight: weights[i],
    logWeight: logs[i],
    wanted: wanted !== undefined && wanted[i] > 0,
    score: scores[i],
  }))
  return [...bars.filter((bar) => bar.wanted), ...bars.filter((bar) => !bar.wanted)]
}

function WeightsTable({ labels, head }: { labels: readonly string[]; head: Head }) {
  const logs = logSoftmax(head.scores)
  return (
    <div className={styles['scroll']}>
      <DataTable
        heads={['key', 'score', 'weight', 'wanted in the limit']}
        rows={labels.map((label, i) => [
          label,
          number(head.scores[i], undefined, 8),
          number(head.weights[i], logs[i], 8),
          head.wanted ? number(head.wanted[i]) : 'any',
        ])}
      />
    </div>
  )
}
