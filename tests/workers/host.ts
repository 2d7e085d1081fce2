import type { Jobs } from '../../src/core/jobs'
import type { JobAnswer, JobRequest } from '../../src/workers/messages'
import { jobRunner } from '../../src/workers/runner'

/** What follows from promises that are fulfilled, however long the chain. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A place for jobs whose clock ticks one millisecond at each look, and whose steps wait until they are run. */
export function testHost(jobs: Jobs, slice = 10) {
  const steps: (() => void)[] = []
  const answers: JobAnswer[] = []
  let time = 0
  const receive = jobRunner(jobs, {
    slice,
    now: () => time++,
    soon: (step) => steps.push(step),
    post: (answer) => answers.push(answer),
  })
  const step = async () => {
    steps.shift()?.()
    await settled()
  }
  return {
    answers,
    steps,
    step,
    send: (request: JobRequest) => receive(request),
    start: (id: number, job: string, input: unknown) => receive({ type: 'run', id, job, input }),
    cancel: (id: number) => receive({ type: 'cancel', id }),
    async runAll() {
      while (steps.length > 0) await step()
    },
    /** What came of run `id`: parts of its result, then the result. */
    valuesOf: <T>(id: number) =>
      answers.flatMap((answer) => (answer.id === id && answer.type !== 'failed' ? [answer.value as T] : [])),
  }
}
