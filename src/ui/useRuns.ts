import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, Job, PartOf, ResultOf } from '../core/jobs'
import type { JobClient } from '../workers/rpc'

export type JobState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** How far the latest run of a job is. */
export interface Run<I, R> {
  readonly state: JobState
  /** What it was started with. */
  readonly input: I | undefined
  /** What is known so far; undefined until the first part of its result. */
  readonly result: R | undefined
  /** From its start to its latest part. */
  readonly milliseconds: number
  /** Why it failed. */
  readonly message: string
}

/** The latest run of a job, and how to start and end runs. */
export interface Runs<I, R> {
  readonly run: Run<I, R>
  /** Whether the page does the work because no worker could be started. */
  readonly onPage: boolean
  /** Starts a run and ends the one before. Memory listed in `transfer` is given away with the input. */
  start(input: I, transfer?: Transferable[]): void
  cancel(): void
}

/** What a job is called, where it runs, and how its parts make up what is known. */
export interface Running<J extends Job, R> {
  readonly name: J['name']
  /** A client of its own for this component. */
  client(onFallback: () => void): JobClient
  /** What is known after a part or the result, given what was known before it. */
  taken(before: R | undefined, part: PartOf<J> | ResultOf<J>): R
}

/** Runs of one job, each in place of the one before; they end with the component. */
export function useRuns<J extends Job, R>({
  name,
  client: clientOf,
  taken,
}: Running<J, R>): Runs<InputOf<J>, R> {
  const [onPage, setOnPage] = useState(false)
  const [client] = useState(() => clientOf(() => setOnPage(true)))
  const [run, setRun] = useState<Run<InputOf<J>, R>>(WAITING)
  const current = useRef<AbortController>(undefined)
  useEffect(
    () => () => {
      current.current?.abort()
      client.close()
    },
    [client],
  )
  const start = useCallback(
    (input: InputOf<J>, transfer?: Transferable[]) => {
      current.current?.abort()
      const own = (current.current = new AbortController())
      const began = performance.now()
      const update = (changes: (before: R | undefined) => Partial<Run<InputOf<J>, R>>) => {
        if (own.signal.aborted) return
        const milliseconds = performance.now() - began
        setRun((before) => ({ ...before, milliseconds, ...changes(before.result) }))
      }
      setRun({ ...WAITING, state: 'running', input })
      client
        .run<J>(name, input, {
          signal: own.signal,
          ...(transfer && { transfer }),
          onProgress: (part) => update((before) => ({ result: taken(before, part) })),
        })
        .then(
          (result) => update((before) => ({ state: 'done', result: taken(before, result) })),
          (error: unknown) =>
            update(() => ({
              state: 'failed',
              message: error instanceof Error ? error.message : String(error),
            })),
        )
    },
    [client, name, taken],
  )
  const cancel = useCallback(() => {
    current.current?.abort()
    setRun((before) => (before.state === 'running' ? { ...before, state: 'cancelled' } : before))
  }, [])
  return { run, onPage, start, cancel }
}

/** What is known is the latest part alone. */
export const latestPart = <R>(_: R | undefined, part: R): R => part

const WAITING = {
  state: 'waiting',
  input: undefined,
  result: undefined,
  milliseconds: 0,
  message: '',
} as const
