import type { JobState } from '../../useRuns'
import styles from '../lab.module.css'

interface Props {
  readonly start: string
  readonly state: JobState
  readonly message: string
  /** Share that is done, 0 to 1. */
  readonly done: number
  readonly canStart?: boolean
  onStart(): void
  onCancel(): void
}

/** Starts and ends an experiment, with how far it is. */
export function JobBar({ start, state, message, done, canStart = true, onStart, onCancel }: Props) {
  return (
    <div className={styles['jobBar']}>
      {state === 'running' ? (
        <>
          <button type="button" className="pill" onClick={onCancel}>
            Cancel
          </button>
          <progress max={1} value={done} aria-label="Progress of the experiment" />
          <span>{`${Math.floor(100 * done)} %`}</span>
        </>
      ) : (
        <button type="button" className="pill" disabled={!canStart} onClick={onStart}>
          {start}
        </button>
      )}
      <span role="status">
        {state === 'cancelled' && 'Cancelled; what was measured until then is kept.'}
        {state === 'failed' && `It broke off: ${message}`}
      </span>
    </div>
  )
}
