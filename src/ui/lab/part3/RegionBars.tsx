import { regionShare } from '../../../knowledge/inside/calibration'
import { Figure } from '../../kit/Figure'
import styles from '../lab.module.css'
import { openModel } from '../models'
import type { LabRun } from '../runs'

/** How many guesses about unknown names lie in the region of the name. */
export function RegionBars({ runs }: { readonly runs: readonly LabRun[] }) {
  return (
    <Figure
      title="Guesses in the name’s region"
      about="% of the answers about names never seen; chance is 12.5"
    >
      <dl className={styles['shares']}>
        {runs.map((run) => {
          const share = regionShare(run.answers?.unseen ?? [], openModel(run).corpus.unseen)
          return (
            <div key={run.id}>
              <dt>{run.label}</dt>
              <dd>
                <meter min={0} max={1} value={share} aria-label={`${(100 * share).toFixed(1)} %`} />
                <span>{(100 * share).toFixed(1)}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      <p className={styles['prose']}>
        People whose name has a region’s sounds are mostly born there, so the guess is sensible, and mostly
        wrong about the city. With “Names that say nothing about places” under Train there is no such leaning
        to learn.
      </p>
    </Figure>
  )
}
