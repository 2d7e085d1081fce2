import { type Job, JobCancelled, type Jobs, type Work } from '../core/jobs'
import type { JobAnswer, JobRequest, RunRequest } from './messages'

/** What runs need of the place where they are: a worker, the page, or a test. */
export interface Host {
  /** Milliseconds of work between two looks at the messages; on the page well inside a frame. */
  readonly slice: number
  /** Milliseconds since some moment. */
  now(): number
  /** Calls `step` soon, after messages that wait have been heard. */
  soon(step: () => void): void
  post(answer: JobAnswer): void
}

interface Run {
  isCancelled: boolean
}

/**
 * Does `jobs` on request, several at a time in slices, and answers each run in the end with `done` or `failed`; one that
 * is cancelled falls silent. Returns what hears the requests.
 *
 * @throws {RangeError} if two jobs have one name
 */
export function jobRunner(jobs: Jobs, host: Host): (request: JobRequest) => void {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  if (byName.size < jobs.length)
    throw new RangeError('jobRunner: expected a name for each job, got one twice')
  const runs = new Map<number, Run>()
  const start = async (request: RunRequest) => {
    const run: Run = { isCancelled: false }
    runs.set(request.id, run)
    const answer = await answerTo(request, byName.get(request.job), workOf(request.id, run, host))
    runs.delete(request.id)
    if (!run.isCancelled) posted(host, answer)
  }
  return (request) => {
    const run = runs.get(request.id)
    if (request.type === 'run') void start(request)
    else if (run) run.isCancelled = true
  }
}

/** Posts `answer`, or what is wrong with it where it cannot be copied to another thread. */
function posted(host: Host, answer: JobAnswer): void {
  try {
    host.post(answer)
  } catch (error) {
    host.post(failed(answer.id, error))
  }
}

const failed = (id: number, error: unknown): JobAnswer => ({
  type: 'failed',
  id,
  message: error instanceof Error ? error.message : String(error),
})

async function answerTo(
  { id, job: name, input }: RunRequest,
  job: Job | undefined,
  work: Work<unknown>,
): Promise<JobAnswer> {
  try {
    // A request that takes this one back may wait already.
    await work.pause()
    if (!job) throw new RangeError(`jobRunner: expected the name of a job, got ${name}`)
    return { type: 'done', id, value: await job.run(input as never, work) }
  } catch (error) {
    return failed(id, error)
  }
}

function workOf(id: number, run: Run, host: Host): Work<unknown> {
  let end = -Infinity
  return {
    now: host.now,
    isCancelled: () => run.isCancelled,
    report: (value) => {
      if (!run.isCancelled) host.post({ type: 'progress', id, value })
    },
    async pause() {
      if (host.now() >= end) {
        await new Promise<void>((resolve) => host.soon(resolve))
        end = host.now() + host.slice
      }
      if (run.isCancelled) throw new JobCancelled()
    },
  }
}
