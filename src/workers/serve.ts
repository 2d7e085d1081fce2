import type { Jobs } from '../core/jobs'
import { buffersIn, decodeRequest, type JobAnswer } from './messages'
import { jobRunner } from './runner'

/** The part of a worker's own scope that is used here; the page's types know only the window. */
interface Scope {
  postMessage(answer: JobAnswer, transfer: ArrayBuffer[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

/** Milliseconds of work between two looks at the messages. */
const SLICE = 40

/** Does `jobs` for the page that started this worker. */
export function serve(jobs: Jobs): void {
  const scope = globalThis as unknown as Scope
  const receive = jobRunner(jobs, {
    slice: SLICE,
    now: () => performance.now(),
    soon: afterMessages(),
    post: (answer) => scope.postMessage(answer, buffersIn(answer)),
  })
  scope.addEventListener('message', ({ data }) => {
    const request = decodeRequest(data)
    if (request) receive(request)
  })
}

/** Messages to oneself come after those that wait; timers would come 4 ms later. */
function afterMessages(): (step: () => void) => void {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => waiting.shift()?.())
  port1.start()
  return (step) => {
    waiting.push(step)
    port2.postMessage(undefined)
  }
}
