import type { NumberSpec } from '../../constructions/params'
import { number } from '../../tex/format'
import type { RunningJob } from '../useJob'
import { useAdjust } from './adjust'
import styles from './DrawBar.module.css'

type Numbers<T> = Readonly<Record<'draws' | 'draw', T>>

interface Props {
  readonly specs: Numbers<NumberSpec>
  readonly values: Numbers<number>
  readonly job: RunningJob<unknown>
  /** Draws that the job has made. */
  readonly made: number
}

/** One more draw, or many of them, and how far the many have come. */
export function DrawBar({ specs, values, job, made }: Props) {
  const { change } = useAdjust()
  const { draws, draw } = values
  const running = job.state === 'running'
  return (
    <section className={styles['bar']} aria-label="Draws">
      <button
        type="button"
        className={styles['one']}
        onClick={() => change({ draw: draw < specs.draw.max ? draw + 1 : 0 })}
      >
        Draw one
      </button>
      <button type="button" onClick={running ? job.cancel : job.start}>
        {running ? 'Cancel' : `Draw ${number(draws)}`}
      </button>
      <Progress job={job} draws={draws} made={made} />
    </section>
  )
}

function Progress({ job, draws, made }: { job: RunningJob<unknown>; draws: number; made: number }) {
  return (
    <div className={`${styles['progress']} ${job.onPage || job.state === 'failed' ? styles['wordy'] : ''}`}>
      <progress max={draws} value={made} aria-label="Draws made" />
      <span role="status">
        {job.state === 'failed' ? `The draws failed: ${job.message}` : words(job, made)}
        {job.onPage && ' No worker could be started: drawn in the page, more slowly.'}
      </span>
    </div>
  )
}

function words({ state, milliseconds }: RunningJob<unknown>, made: number): string {
  if (state === 'waiting') return 'Waiting …'
  if (state === 'running') return `${number(made)} …`
  const seconds = number(milliseconds / 1000, undefined, 2)
  return state === 'done' ? `${number(made)} in ${seconds} s` : `Cancelled after ${number(made)}`
}
