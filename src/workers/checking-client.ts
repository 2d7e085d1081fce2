import type { CheckingAnswer, CheckingRequest } from './checking.messages'

/** The part of a Worker that is used here. */
export interface CheckingWorker {
  postMessage(request: CheckingRequest): void
  addEventListener(type: 'message', listener: (event: { readonly data: CheckingAnswer }) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void
  terminate(): void
}

/** A request before the client has given it a number. */
export type Question = Omit<CheckingRequest, 'job'>

/** One place where answers are read and judged, one after the other. */
export interface CheckingClient {
  /** What comes of a question. Fulfilled in any case: with a `failed` answer where nothing else can be said. */
  ask(question: Question): Promise<CheckingAnswer>
  close(): void
}

/** What the client needs of the place where it runs. */
export interface Surroundings {
  /** @throws where no worker can be had */
  spawn(): CheckingWorker
  /** Answers in the page, where no worker can be had. */
  here(request: CheckingRequest): Promise<CheckingAnswer>
}

/** Milliseconds after which a worker is taken to hang: a verdict takes a hundredth of it. */
const PATIENCE = 10_000

/** How many workers may break under one question before the page answers it. */
const ATTEMPTS = 2

/**
 * A client of workers that `spawn` starts: one that answers and a spare kept warm, which takes over where the first
 * hangs or breaks. A question that made a worker hang is answered `failed`, once. Where none can be started the page
 * itself answers.
 */
export function checkingClient({ spawn, here }: Surroundings, patience = PATIENCE): CheckingClient {
  let count = 0
  let active: Attended | undefined
  let spare: Attended | undefined
  let closed = false
  const fresh = (): Attended | undefined => {
    try {
      return attended(spawn(), replace)
    } catch {
      return undefined
    }
  }
  function replace(broken: Attended): void {
    broken.end()
    if (broken === spare) spare = undefined
    if (broken !== active || closed) return
    active = spare
    spare = undefined
  }
  return {
    async ask(question) {
      count += 1
      const request = { ...question, job: count }
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        active ??= spare ?? fresh()
        if (!active) break
        if (active === spare) spare = undefined
        spare ??= fresh()
        const answer = await active.ask(request, patience)
        if (answer) return answer
      }
      return await here(request)
    },
    close() {
      closed = true
      active?.end()
      spare?.end()
    },
  }
}

interface Attended {
  /** Undefined where the worker broke without a word, as one does that cannot be loaded. */
  ask(request: CheckingRequest, patience: number): Promise<CheckingAnswer | undefined>
  end(): void
}

const HANGS = 'Reading this took too long and was stopped. Write it in a shorter way.'

function attended(worker: CheckingWorker, onBroken: (self: Attended) => void): Attended {
  const waiting = new Map<number, (answer: CheckingAnswer | undefined) => void>()
  const settle = (job: number, answer: CheckingAnswer | undefined) => {
    waiting.get(job)?.(answer)
    waiting.delete(job)
  }
  const self: Attended = {
    ask: (request, patience) =>
      new Promise((resolve) => {
        const { job } = request
        const timer = setTimeout(() => {
          settle(job, { type: 'failed', job, message: HANGS })
          onBroken(self)
        }, patience)
        waiting.set(job, (answer) => {
          clearTimeout(timer)
          resolve(answer)
        })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have none, only windows do
        worker.postMessage(request)
      }),
    end: () => {
      worker.terminate()
      for (const job of waiting.keys()) settle(job, undefined)
    },
  }
  worker.addEventListener('message', ({ data }) => settle(data.job, data))
  worker.addEventListener('error', () => onBroken(self))
  worker.addEventListener('messageerror', () => onBroken(self))
  return self
}
