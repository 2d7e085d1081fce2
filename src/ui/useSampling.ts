import { useEffect, useMemo, useState } from 'react'
import type { GaussianSetting } from '../core/gaussian-setting'
import type { ShareSummary } from '../core/share-tally'
import type { SamplingAnswer } from '../workers/sampling.messages'
import { pageSampler } from './sampler'
import { QUIET, type RunningJob, useJob } from './useJob'

/** What is to be drawn. */
export interface SamplingTask {
  readonly setting: GaussianSetting
  readonly seed: number
  readonly count: number
}

/** The draws made so far of one task. */
export interface Drawn {
  readonly summary: ShareSummary
  /** γ, k_b·μ_b, and the weights of a and b of the first draws, one after the other. */
  readonly shown: Float64Array
}

/** Draws `task` in a worker as soon as it stands still, and again whenever `start` is called. */
export function useSampling(task: SamplingTask): RunningJob<Drawn> {
  return useJob({ type: 'draw', ...task }, taken)
}

function taken(before: Drawn | undefined, answer: SamplingAnswer): Drawn | undefined {
  if (answer.type !== 'drawn') return before
  // The same array as long as nothing was added: figures of it need not be drawn again.
  const shown =
    before && answer.shown.length === 0
      ? before.shown
      : Float64Array.from([...(before?.shown ?? []), ...answer.shown])
  return { summary: answer.summary, shown }
}

/** The exact expected errors of `settings`, as far as they are computed; recomputed when the settings change. */
export function useExpectedErrors(settings: readonly GaussianSetting[]): Float64Array {
  const [client] = useState(() => pageSampler(() => {}))
  const key = useMemo(() => JSON.stringify(settings), [settings])
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
