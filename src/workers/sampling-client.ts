import { samplingService } from './sampling'
import type { SamplingAnswer, SamplingJob, SamplingRequest } from './sampling.messages'

/** The part of a Worker that is used here. */
export interface WorkerLike {
  postMessage(request: SamplingRequest): void
  addEventListener(type: 'message', listener: (event: { readonly data: SamplingAnswer }) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
  terminate(): void
}

type Unnamed<T> = T extends SamplingJob ? Omit<T, 'job'> : never

/** A job before the client has given it a number. */
export type Job = Unnamed<SamplingJob>

/** One place for jobs, in a worker or, where that fails, on this thread in slices. */
export interface SamplingClient {
  /** Starts a job, which replaces the one before. Its answers, and no others, are heard. */
  start(job: Job, onAnswer: (answer: SamplingAnswer) => void): void
  /** Ends the current job; it is not heard of again. */
  cancel(): void
  close(): void
}

/**
 * A client of the worker that `spawn` starts, at the first job and at the first one after it was closed. If it cannot start, or breaks, the same service goes on here with the
 * job begun anew, and `onFallback` says so once.
 */
export function samplingClient(spawn: () => WorkerLike, onFallback: () => void): SamplingClient {
  let latest: { request: SamplingJob; onAnswer: (answer: SamplingAnswer) => void } | undefined
  let count = 0
  let place: Place | undefined
  const hear = (answer: SamplingAnswer) => {
    if (answer.job === latest?.request.job) latest.onAnswer(answer)
  }
  const here = (): Place => {
    onFallback()
    const receive = samplingService({
      slice: 10,
      now: () => performance.now(),
      soon: (step) => setTimeout(step, 0),
      post: hear,
    })
    return { send: receive, close: () => {} }
  }
  const fallBack = () => {
    place?.close()
    place = here()
    if (latest) place.send(latest.request)
  }
  return {
    start(job, onAnswer) {
      count += 1
      latest = { request: { ...job, job: count }, onAnswer }
      place ??= started(spawn, hear, fallBack) ?? here()
      place.send(latest.request)
    },
    cancel() {
      if (latest) place?.send({ type: 'cancel', job: latest.request.job })
      latest = undefined
    },
    close() {
      this.cancel()
      place?.close()
      place = undefined
    },
  }
}

interface Place {
  send(request: SamplingRequest): void
  close(): void
}

/** The running worker, or undefined where it cannot be had. */
function started(
  spawn: () => WorkerLike,
  hear: (answer: SamplingAnswer) => void,
  onBroken: () => void,
): Place | undefined {
  try {
    const worker = spawn()
    let closed = false
    const broken = () => closed || onBroken()
    worker.addEventListener('message', ({ data }) => hear(data))
    worker.addEventListener('error', broken)
    worker.addEventListener('messageerror', broken)
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have none, only windows do
      send: (request: SamplingRequest) => worker.postMessage(request),
      close: () => {
        closed = true
        worker.terminate()
      },
    }
  } catch {
    return undefined
  }
}
