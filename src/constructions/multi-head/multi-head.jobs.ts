import { GaussianSampler } from '../../core/gaussian/gaussian'
import { expectedError } from '../../core/gaussian/gaussian-error'
import { type HeadParams, headSetting, headsOf } from '../../core/heads/head-designs'
import { separateError } from '../../core/heads/head-error'
import { limitError } from '../../core/heads/head-limit'
import { type HeadSummary, HeadTally } from '../../core/heads/head-tally'
import { defineJob, type Work } from '../../core/jobs'

/** Draws to make and to count for all designs of heads at once. */
export interface HeadTask {
  readonly params: HeadParams
  readonly seed: number
  /** ≥ 1. */
  readonly count: number
}

/** Expected errors at the task's own key variance, of the designs for which they have an exact form. */
export interface ExactErrors {
  readonly one: number | undefined
  readonly separate: number
  readonly away: number | undefined
}

/** What many draws say of the designs of heads. */
export interface SampledHeads {
  readonly summary: HeadSummary
  readonly exact: ExactErrors
}

/** Milliseconds between two parts of a result. */
const PAUSE = 100

/** Most draws between two looks at the clock. */
const ROWS = 64

/** Makes draws and counts them for every design. */
export const drawHeads = defineJob(
  'multi-head/draws',
  async ({ params, seed, count }: HeadTask, work: Work<SampledHeads>): Promise<SampledHeads> => {
    const sampler = new GaussianSampler(headSetting(params), seed)
    const tally = new HeadTally(params)
    const rows = Math.max(1, Math.min(ROWS, Math.floor(20_000 / (params.n * params.heads))))
    const exact = exactErrors(params)
    let due = work.now()
    for (;;) {
      tally.add(sampler, Math.min(rows, count - sampler.index))
      if (sampler.index === count) return { summary: tally.summary(), exact }
      if (work.now() >= due) {
        work.report({ summary: tally.summary(), exact })
        due = work.now() + PAUSE
      }
      await work.pause()
    }
  },
)

function exactErrors(params: HeadParams): ExactErrors {
  const ofOne = (design: 'one' | 'away') => oneHeadError(design, params)
  return { one: ofOne('one'), separate: separateError(params), away: ofOne('away') }
}

function oneHeadError(design: 'one' | 'away', params: HeadParams): number | undefined {
  if (params.keyVariance === 0) return limitError(design, params, params.normVariance)
  const { queries, ...setting } = headSetting(params)
  const [row] = headsOf(design, params.heads)
  return params.heads === 2 ? expectedError({ ...setting, queries: [queries[row]] }) : undefined
}
