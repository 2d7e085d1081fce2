import { useCallback, useEffect, useState } from 'react'
import type { SamplingAnswer } from '../workers/sampling.messages'
import type { Job } from '../workers/sampling-client'
import { pageSampler } from './sampler'

export type JobState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** A job of many draws as a panel sees it. */
export interface RunningJob<R> {
  readonly state: JobState
  /** What is known of the current job; undefined until its first answer. */
  readonly result: R | undefined
  /** Since it began, when it last answered. */
  readonly milliseconds: number
  /** Why it failed. */
  readonly message: string
  /** Whether the page does the work because no worker could be started. */
  readonly onPage: boolean
  start(): void
  cancel(): void
}

/** Milliseconds that a job must stand unchanged before it begins by itself. */
export const QUIET = 250

interface Progress<R> {
  /** The job as text: what was found for another one is of no use. */
  readonly key: string
  readonly state: JobState
  readonly result?: R | undefined
  readonly milliseconds: number
  readonly message?: string
}

/**
 * Does `job` in a worker as soon as it stands still, and again whenever `start` is called.
 *
 * @param taken - what is known after an answer, given what was known before it; a function that never changes
 */
export function useJob<R>(
  job: Job,
  taken: (before: R | undefined, answer: SamplingAnswer) => R | undefined,
): RunningJob<R> {
  const [onPage, setOnPage] = useState(false)
  const [client] = useState(() => pageSampler(() => setOnPage(true)))
  const key = JSON.stringify(job)
  const [progress, setProgress] = useState<Progress<R>>(waiting(key))
  useEffect(() => () => client.close(), [client])
  const start = useCallback(() => {
    const began = performance.now()
    setProgress({ ...waiting<R>(key), state: 'running' })
    client.start(JSON.parse(key) as Job, (answer) =>
      setProgress(({ result }) => ({
        key,
        milliseconds: performance.now() - began,
        ...(answer.type === 'failed'
          ? { state: 'failed', message: answer.message }
          : { state: answer.done ? 'done' : 'running', result: taken(result, answer) }),
      })),
    )
  }, [client, key, taken])
  const cancel = useCallback(() => {
    client.cancel()
    setProgress((before) => ({ ...before, state: 'cancelled' }))
  }, [client])
  useEffect(() => {
    const timer = setTimeout(start, QUIET)
    return () => {
      clearTimeout(timer)
      client.cancel()
    }
  }, [client, start])
  const { state, result, milliseconds, message = '' } = progress.key === key ? progress : waiting<R>(key)
  return { state, result, milliseconds, message, onPage, start, cancel }
}

const waiting = <R>(key: string): Progress<R> => ({ key, state: 'waiting', milliseconds: 0 })
