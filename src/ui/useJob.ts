import { useCallback, useEffect, useMemo } from 'react'
import type { InputOf, Job } from '../core/jobs'
import { roomClient } from './jobs'
import { type Run, type Running, useRuns } from './useRuns'

/** A job as a panel sees it. */
export interface RunningJob<R>
  extends Pick<Run<unknown, R>, 'state' | 'result' | 'milliseconds' | 'message'> {
  /** Whether the page does the work because no worker could be started. */
  readonly onPage: boolean
  start(): void
  cancel(): void
}

interface Options<J extends Job, R> extends Pick<Running<J, R>, 'name' | 'taken'> {
  /** Plain data; what was found for another input is of no use. */
  readonly input: InputOf<J>
  /** Milliseconds that the input must stay unchanged before the job begins by itself. */
  readonly quiet?: number
}

/**
 * Does a job of a room in a worker as soon as its input stays unchanged, and again whenever `start` is called.
 *
 * `taken` is a function that never changes.
 */
export function useJob<J extends Job, R>({ name, taken, input, quiet = 250 }: Options<J, R>): RunningJob<R> {
  const { run, onPage, start, cancel } = useRuns<J, R>({ name, taken, client: roomClient })
  const key = JSON.stringify(input)
  const latest = useMemo(() => JSON.parse(key) as InputOf<J>, [key])
  const startLatest = useCallback(() => start(latest), [start, latest])
  useEffect(() => {
    const timer = setTimeout(startLatest, quiet)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [startLatest, cancel, quiet])
  const { state, result, milliseconds, message } = run.input === latest ? run : WAITING
  return { state, result, milliseconds, message, onPage, start: startLatest, cancel }
}

const WAITING = { state: 'waiting', result: undefined, milliseconds: 0, message: '' } as const
