import type { HeadParams } from '../core/head-designs'
import type { HeadSummary } from '../core/head-tally'
import type { ExactErrors, SamplingAnswer } from '../workers/sampling.messages'
import { type RunningJob, useJob } from './useJob'

/** What many draws say of the designs of heads. */
export interface SampledHeads {
  readonly summary: HeadSummary
  readonly exact: ExactErrors
}

/** Draws for all designs in a worker as soon as `task` stands still, and again whenever `start` is called. */
export function useHeadSampling(task: {
  readonly params: HeadParams
  readonly seed: number
  readonly count: number
}): RunningJob<SampledHeads> {
  return useJob({ type: 'heads', ...task }, taken)
}

function taken(before: SampledHeads | undefined, answer: SamplingAnswer): SampledHeads | undefined {
  return answer.type === 'heads' ? { summary: answer.summary, exact: answer.exact } : before
}
