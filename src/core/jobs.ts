/**
 * Long work, apart from where it is done: a job runs in a worker, in slices on the page, or in a test, and says by
 * `pause` where it can be interrupted.
 */

/** What a job can say and ask while it runs. */
export interface Work<P> {
  /** Sends a part of the result. Typed arrays in it are given away: their memory must not be used again. */
  report(part: P): void
  /**
   * Lets messages be heard and the page be drawn, where the last time is long enough ago. To be awaited every few
   * milliseconds: a job that never pauses can be ended only with its worker.
   *
   * @throws {JobCancelled} if nobody waits for the result any more
   */
  pause(): Promise<void>
  /** Whether nobody waits for the result any more; `pause` then throws. */
  isCancelled(): boolean
  /** Milliseconds since some moment. */
  now(): number
}

/** Thrown through a job that was cancelled, so that it ends. */
export class JobCancelled extends Error {}

/**
 * Work that is asked for by name: from an input, with parts of the result on the way. Input, parts and result are data
 * that can be copied to another thread. Typed arrays in the result are given away, as in parts.
 */
export interface Job<N extends string = string, I = never, P = never, R = unknown> {
  /** `room/what`, unique among the jobs of a worker. */
  readonly name: N
  run(input: I, work: Work<P>): R | Promise<R>
}

/** Jobs that one place can do. */
export type Jobs = readonly Job[]

export type InputOf<J> = J extends Job<string, infer I> ? I : never
export type PartOf<J> = J extends Job<string, never, infer P> ? P : never
export type ResultOf<J> = J extends Job<string, never, never, infer R> ? R : never

/** The job called `name`; exists so TypeScript infers its types. */
export function defineJob<const N extends string, I, P, R>(
  name: N,
  run: (input: I, work: Work<P>) => R | Promise<R>,
): Job<N, I, P, R> {
  return { name, run }
}

/** What work can be done with that nobody watches or interrupts, as in a test. */
export const unwatched: Work<unknown> = {
  report: () => {},
  pause: async () => {},
  isCancelled: () => false,
  now: () => performance.now(),
}
