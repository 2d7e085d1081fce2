import type { Jobs } from '../core/jobs'
import { decodeAnswer, type JobAnswer, type JobRequest } from './messages'
import { jobRunner } from './runner'

/** The part of a Worker that is used here. */
export interface WorkerLike {
  postMessage(request: JobRequest, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
  terminate(): void
}

/** Where jobs are done: a worker, or the page. */
export interface Place {
  send(request: JobRequest, transfer?: Transferable[]): void
}

/** Workers of one kind: one that is asked, and where wanted a spare kept warm, which takes over where the first breaks. */
export interface Pool {
  /** The worker to ask; undefined where none can be had. */
  current(): Place | undefined
  /** Ends a worker that hangs. What it was asked is lost, as where it breaks by itself. */
  abandon(place: Place): void
  close(): void
}

interface Started extends Place {
  end(): void
}

/** What hears of the workers of a pool. */
interface Listener {
  hear(answer: JobAnswer): void
  /** Called when the worker that was asked has been ended. */
  onBroken(place: Place): void
}

/**
 * A pool of the workers that `spawn` starts, when they are first needed.
 *
 * @param spawn - throws where no worker can be had
 */
export function workerPool(spawn: () => WorkerLike, withSpare: boolean, listener: Listener): Pool {
  let active: Started | undefined
  let spare: Started | undefined
  const broken = (place: Started) => {
    place.end()
    if (place === spare) spare = undefined
    if (place !== active) return
    active = undefined
    listener.onBroken(place)
  }
  const fresh = () => started(spawn, listener, broken)
  return {
    current() {
      if (!active) [active, spare] = [spare ?? fresh(), undefined]
      if (active && withSpare) spare ??= fresh()
      return active
    },
    abandon(place) {
      if (place === active) broken(active)
    },
    close() {
      const places = [active, spare]
      active = spare = undefined
      for (const place of places) place?.end()
    },
  }
}

/** A running worker, or undefined where it cannot be had. */
function started(
  spawn: () => WorkerLike,
  { hear }: Listener,
  onBroken: (place: Started) => void,
): Started | undefined {
  try {
    const worker = spawn()
    let isEnded = false
    const place: Started = {
      send(request, transfer = []) {
        if (!isEnded) worker.postMessage(request, transfer)
      },
      end() {
        isEnded = true
        worker.terminate()
      },
    }
    const fail = () => {
      if (!isEnded) onBroken(place)
    }
    worker.addEventListener('message', ({ data }) => {
      const answer = decodeAnswer(data)
      if (answer) hear(answer)
      else fail()
    })
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    return place
  } catch {
    return undefined
  }
}

/** Milliseconds of work on the page between two looks at everything else. */
const PAGE_SLICE = 10

/** The page itself as a place for `jobs`, which it does in slices. */
export function pagePlace(jobs: Jobs, hear: (answer: JobAnswer) => void): Place {
  const send = jobRunner(jobs, {
    slice: PAGE_SLICE,
    now: () => performance.now(),
    soon: (step) => setTimeout(step, 0),
    post: hear,
  })
  return { send }
}
