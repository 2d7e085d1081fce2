import { download } from '../../download'
import { fileOfRun } from '../files'
import styles from '../lab.module.css'
import type { LabRun, Runs } from '../runs'

/** What can be done to one run in its state. */
export function RunActions({ run, actions }: { readonly run: LabRun; readonly actions: Runs }) {
  const { id, status, label, snapshot } = run
  const name = <span className="visually-hidden">{` ${label}`}</span>
  const canGoOn = status === 'paused' || status === 'kept' || status === 'failed'
  const save = () => download(fileOfRun(run))
  return (
    <span className={styles['rowActions']}>
      {status === 'running' && (
        <button type="button" onClick={() => actions.pause(id)}>
          Pause{name}
        </button>
      )}
      {canGoOn && run.step < run.total && (
        <button type="button" onClick={() => actions.resume(id)}>
          {status === 'paused' ? 'Resume' : 'Go on'}
          {name}
        </button>
      )}
      {status === 'paused' && (
        <button type="button" onClick={() => actions.singleStep(id)}>
          One step{name}
        </button>
      )}
      {(status === 'running' || status === 'paused' || status === 'waiting') && (
        <button type="button" onClick={() => actions.stop(id)}>
          Stop{name}
        </button>
      )}
      {snapshot.numbers.length > 0 && (
        <button type="button" onClick={save}>
          Save{name}
        </button>
      )}
      {(status === 'done' || status === 'kept' || status === 'failed') && (
        <button type="button" onClick={() => actions.remove(id)}>
          Delete{name}
        </button>
      )}
    </span>
  )
}
