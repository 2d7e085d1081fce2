import styles from '../lab.module.css'
import type { LabRun, Runs } from '../runs'

interface Props {
  readonly runs: readonly LabRun[]
  readonly actions: Runs
  readonly canStart: boolean
  onStart(): void
}

/** Starts, pauses and ends all runs, with how much is left of what goes on. */
export function ControlBar({ runs, actions, canStart, onStart }: Props) {
  const of = (...statuses: LabRun['status'][]) => runs.filter(({ status }) => statuses.includes(status))
  const [going, paused] = [of('running', 'waiting'), of('paused')]
  const each = (some: readonly LabRun[], act: (id: string) => void) => {
    for (const { id } of some) act(id)
  }
  return (
    <div className={`${styles['bar']} ${styles['ofLecturer']}`}>
      <button type="button" className={styles['primary']} disabled={!canStart} onClick={onStart}>
        Start
      </button>
      {of('running').length > 0 && (
        <button type="button" onClick={() => each(of('running'), actions.pause)}>
          Pause all
        </button>
      )}
      {paused.length > 0 && (
        <>
          <button type="button" onClick={() => each(paused, actions.resume)}>
            Resume all
          </button>
          <button type="button" onClick={() => each(paused, actions.singleStep)}>
            Single step
          </button>
        </>
      )}
      {(going.length > 0 || paused.length > 0) && (
        <button
          type="button"
          onClick={() => each([...of('waiting'), ...of('running'), ...paused], actions.stop)}
        >
          Stop all
        </button>
      )}
      <p className={styles['left']} role="status">
        {sentence(of('running'), of('waiting').length)}
      </p>
    </div>
  )
}

function sentence(running: readonly LabRun[], waiting: number): string {
  if (running.length === 0) return waiting > 0 ? 'Starting …' : 'Nothing is being trained.'
  const cores = Math.max(1, navigator.hardwareConcurrency)
  const speeds = running.flatMap(({ msPerStep }) => (msPerStep === undefined ? [] : [msPerStep]))
  const speed = speeds.length === 0 ? '' : ` · ${Math.round(Math.max(...speeds))} ms a step`
  const queue = waiting > 0 ? ` · ${waiting} more wait` : ''
  return `${running.length} of ${cores} cores at work${speed}${queue}`
}
