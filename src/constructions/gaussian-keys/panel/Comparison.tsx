import { logistic } from '../../../core/attention/logistic'
import { QUANTILES, type ShareSummary } from '../../../core/gaussian/share-tally'
import { normalQuantile } from '../../../core/laws/normal'
import { criticalDistance, type Moments, sampleVariance } from '../../../core/laws/statistics'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import type { GaussianModel } from '../gaussian-keys.model'
import styles from './gaussian-keys.module.css'

interface Props {
  readonly model: GaussianModel
  readonly summary: ShareSummary | undefined
}

/** The distance of the draws from the law, with what chance alone would allow, and their mean and variance. */
export function Comparison({ model, summary }: Props) {
  if (!summary) return <p className={styles['compared']}>No draws yet; the curve is exact.</p>
  const { distance, count, share } = summary
  return (
    <p className={styles['compared']}>
      {distance < 0 ? (
        'All draws are alike: nothing to compare.'
      ) : (
        <>
          KS distance <strong>{number(distance, undefined, 2)}</strong> ({chanceText(distance, count)}) · mean{' '}
          <strong>{number(share.mean, undefined, 4)}</strong> (exact 0.5) · variance{' '}
          <strong>{varianceText(share)}</strong> (exact {number(model.shareVariance, undefined, 4)})
        </>
      )}
    </p>
  )
}

/** From so many draws on the critical distance is known to half a percent. */
const ENOUGH = 10

function chanceText(distance: number, count: number): string {
  if (count < ENOUGH) return `below ${ENOUGH} draws it says nothing`
  const critical = criticalDistance(count, 0.01)
  return `1 % critical ${number(critical, undefined, 2)}${distance > critical ? ': exceeded' : ''}`
}

const varianceText = (moments: Moments) =>
  moments.count < 2 ? '–' : number(sampleVariance(moments), undefined, 4)

/** Mean, variance, quantiles and probabilities: of the draws, and exact. */
export function ComparisonTable({ model, summary }: Props) {
  const { shareSd, shareVariance, middle, negative } = model
  const fraction = (count: number | undefined) =>
    summary && count !== undefined ? count / summary.count : Number.NaN
  const rows: readonly (readonly [string, number, number])[] = [
    ['mean', summary?.share.mean ?? Number.NaN, 0.5],
    ['variance', summary && summary.count > 1 ? sampleVariance(summary.share) : Number.NaN, shareVariance],
    ...QUANTILES.map(
      (p, i) =>
        [
          `${100 * p} % quantile`,
          summary?.quantiles[i] ?? Number.NaN,
          logistic(shareSd * normalQuantile(p)),
        ] as const,
    ),
    ['P(¼ < p < ¾)', fraction(summary?.middle), middle],
    ['P(γ < 0)', fraction(summary?.negative), negative],
  ]
  return (
    <DataTable
      columns={['share of a', 'sampled', 'exact']}
      rows={rows.map(([name, sampled, exact]) => [name, number(sampled), number(exact)])}
    />
  )
}
