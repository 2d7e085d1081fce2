import type { InputOf, Job, Jobs, PartOf, ResultOf } from '../core/jobs'
import type { JobAnswer, RunRequest } from './messages'
import { type Place, pagePlace, type WorkerLike, workerPool } from './pool'

/**
 * Why a run has no result: the job threw, took longer than it may, could be done neither in a worker nor on the page,
 * or the client was closed before it was done.
 */
export class JobError extends Error {
  readonly reason: 'failed' | 'slow' | 'broken' | 'closed'
  constructor(reason: JobError['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** How a job is run. */
export interface RunOptions<P> {
  /** Ends the run when it is aborted. */
  readonly signal?: AbortSignal
  /** Milliseconds after which the run is taken to hang and its worker is ended. */
  readonly patience?: number
  /** Memory of the input to be given away instead of copied. Such a run is not repeated where its worker breaks. */
  readonly transfer?: Transferable[]
  /** Called with each part of the result, in order. */
  onProgress?(part: P): void
}

/** One place for jobs. */
export interface JobClient {
  /**
   * The result of a job, which is named by its type, as in `run<typeof drawShares>('gaussian-keys/draws', …)`, so that
   * its code stays out of the page.
   *
   * @throws {JobError} if there is none; where `signal` was aborted, its reason
   */
  run<J extends Job>(
    name: J['name'],
    input: InputOf<J>,
    options?: RunOptions<PartOf<J>>,
  ): Promise<ResultOf<J>>
  /** Ends the workers and all that runs. The next run starts new ones. */
  close(): void
}

/** What a client needs of the page where it is. */
export interface Surroundings {
  /** @throws where no worker can be had */
  spawn(): WorkerLike
  /** Fetches the jobs, to be done on the page where workers cannot be had; absent where only a worker may. */
  here?(): Promise<Jobs>
  /** Called when the page has to do the work, once until the client is closed. */
  onFallback?(): void
  /** Whether a second worker is kept warm, to take over at once. */
  readonly spare?: boolean
}

/** How many workers may break under one run before the page does it. */
const ATTEMPTS = 2

interface Call {
  readonly request: RunRequest
  readonly options: RunOptions<unknown>
  /** Where it runs. */
  at?: Place
  /** Workers that broke under it. */
  breaks: number
  /** Ends it when it takes too long. */
  timer?: ReturnType<typeof setTimeout>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * A client of the workers that `spawn` starts, at the first run and at the first one after it was closed. Where a worker
 * breaks, its runs begin again in another one; where that breaks too, or none can be had, on the page, in slices.
 */
export function jobClient({ spawn, here, onFallback, spare = false }: Surroundings): JobClient {
  const calls = new Map<number, Call>()
  let count = 0
  let page: Promise<Place> | undefined

  const hear = (answer: JobAnswer) => {
    const call = calls.get(answer.id)
    if (answer.type === 'progress') call?.options.onProgress?.(answer.value)
    else if (answer.type === 'done') call?.resolve(answer.value)
    else call?.reject(new JobError('failed', answer.message))
  }
  const again = (place: Place) => {
    for (const call of [...calls.values()].filter(({ at }) => at === place)) {
      call.breaks += 1
      if (call.options.transfer) call.reject(broken())
      else assign(call)
    }
  }
  const pool = workerPool(spawn, spare, { hear, onBroken: again })

  function assign(call: Call): void {
    clearTimeout(call.timer)
    const worker = page || call.breaks >= ATTEMPTS ? undefined : pool.current()
    if (!worker) return void assignToPage(call)
    const { patience } = call.options
    call.at = worker
    if (patience !== undefined) call.timer = setTimeout(() => stop(call, worker), patience)
    attempt(call, () => worker.send(call.request, call.options.transfer))
  }

  function stop(call: Call, worker: Place): void {
    call.reject(new JobError('slow', 'This took too long and was stopped.'))
    pool.abandon(worker)
  }

  async function assignToPage(call: Call): Promise<void> {
    if (!here) return call.reject(broken())
    if (!page) onFallback?.()
    page ??= here().then((jobs) => pagePlace(jobs, hear))
    try {
      const place = (call.at = await page)
      if (calls.has(call.request.id)) place.send(call.request)
    } catch (cause) {
      page = undefined
      call.reject(broken(cause))
    }
  }

  function end(call: Call, error: unknown): void {
    call.at?.send({ type: 'cancel', id: call.request.id })
    call.reject(error)
  }

  return {
    run: <J extends Job>(job: J['name'], input: InputOf<J>, options: RunOptions<PartOf<J>> = {}) =>
      new Promise<ResultOf<J>>((resolve, reject) => {
        const { signal } = options
        signal?.throwIfAborted()
        const id = ++count
        const onAbort = () => end(call, signal?.reason)
        const settled =
          <T>(settle: (outcome: T) => void) =>
          (outcome: T) => {
            calls.delete(id)
            clearTimeout(call.timer)
            signal?.removeEventListener('abort', onAbort)
            settle(outcome)
          }
        const call: Call = {
          request: { type: 'run', id, job, input },
          options,
          breaks: 0,
          resolve: settled(resolve as (value: unknown) => void),
          reject: settled(reject),
        }
        calls.set(id, call)
        signal?.addEventListener('abort', onAbort)
        assign(call)
      }),
    close() {
      for (const call of calls.values())
        end(call, new JobError('closed', 'The page that asked for this was left.'))
      pool.close()
      page = undefined
    },
  }
}

/** Rejects `call` where its input cannot be sent. */
function attempt(call: Call, send: () => void): void {
  try {
    send()
  } catch (error) {
    call.reject(error)
  }
}

const broken = (cause?: unknown) =>
  new JobError('broken', 'The part of the page that does this could not be started.', { cause })
