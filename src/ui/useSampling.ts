import { useCallback, useEffect, useState } from 'react'
import type { GaussianSetting } from '../core/gaussian-setting'
import type { ShareSummary } from '../core/share-tally'
import type { SamplingAnswer } from '../workers/sampling.messages'
import { pageSampler } from './sampler'

/** What is to be drawn. */
export interface SamplingTask {
  readonly setting: GaussianSetting
  readonly seed: number
  readonly count: number
}

/** The draws made so far of one task. */
export interface Drawn {
  readonly task: SamplingTask
  readonly summary: ShareSummary
  /** γ, k_b·μ_b, and the weights of a and b of the first draws, one after the other. */
  readonly shown: Float64Array
  readonly milliseconds: number
}

export type SamplingState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** Sampling as a panel sees it. */
export interface Sampling {
  readonly state: SamplingState
  /** Of the current task; undefined until its first answer. */
  readonly drawn: Drawn | undefined
  /** Why it failed. */
  readonly message: string
  /** Whether the page does the work because no worker could be started. */
  readonly onPage: boolean
  start(): void
  cancel(): void
}

/** Milliseconds that a task must stand unchanged before its draws begin by themselves. */
const QUIET = 250

interface Progress {
  /** The task as text: what was drawn for another one is of no use. */
  readonly key: string
  readonly state: SamplingState
  readonly drawn?: Drawn | undefined
  readonly message?: string
}

/** Draws `task` in a worker as soon as it stands still, and again whenever `start` is called. */
export function useSampling(task: SamplingTask): Sampling {
  const [onPage, setOnPage] = useState(false)
  const [client] = useState(() => pageSampler(() => setOnPage(true)))
  const key = JSON.stringify(task)
  const [progress, setProgress] = useState<Progress>({ key, state: 'waiting' })
  useEffect(() => () => client.close(), [client])
  const start = useCallback(() => {
    const wanted = JSON.parse(key) as SamplingTask
    const began = performance.now()
    setProgress({ key, state: 'running' })
    client.start({ type: 'draw', ...wanted }, (answer) =>
      setProgress((before) =>
        after(before, answer, { key, task: wanted, milliseconds: performance.now() - began }),
      ),
    )
  }, [client, key])
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
  const current = progress.key === key ? progress : { key, state: 'waiting' as const }
  return { state: current.state, drawn: current.drawn, message: current.message ?? '', onPage, start, cancel }
}

function after(
  before: Progress,
  answer: SamplingAnswer,
  { key, task, milliseconds }: { key: string; task: SamplingTask; milliseconds: number },
): Progress {
  if (answer.type === 'failed') return { key, state: 'failed', message: answer.message }
  if (answer.type !== 'drawn') return before
  const earlier = before.key === key && before.state === 'running' ? before.drawn?.shown : undefined
  const shown = Float64Array.from([...(earlier ?? []), ...answer.shown])
  return {
    key,
    state: answer.done ? 'done' : 'running',
    drawn: { task, summary: answer.summary, shown, milliseconds },
  }
}

/** The exact expected errors of `settings`, as far as they are computed; recomputed when the settings change. */
export function useExpectedErrors(settings: readonly GaussianSetting[]): Float64Array {
  const [client] = useState(() => pageSampler(() => {}))
  const key = JSON.stringify(settings)
  useEffect(() => () => client.close(), [client])
  const [known, setKnown] = useState({ key: '', errors: NONE })
  useEffect(() => {
    const timer = setTimeout(() => {
      client.start({ type: 'errors', settings: JSON.parse(key) as GaussianSetting[] }, (answer) => {
        if (answer.type === 'errors') setKnown({ key, errors: answer.errors })
      })
    }, QUIET / 2)
    return () => {
      clearTimeout(timer)
      client.cancel()
    }
  }, [client, key])
  return known.key === key ? known.errors : NONE
}

const NONE: Float64Array = new Float64Array()
