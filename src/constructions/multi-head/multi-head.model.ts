import { logLeak, logSoftmax, logSumExp } from '../../core/attention/softmax'
import { GaussianSampler } from '../../core/gaussian/gaussian'
import {
  DESIGNS,
  type Design,
  designMeter,
  type HeadParams,
  headSetting,
  headsOf,
  isForAll,
} from '../../core/heads/head-designs'
import { endlessErrors, limitError, successProbability } from '../../core/heads/head-limit'
import { headFailureLimit, headSuccess } from '../../core/heads/head-success'
import { normalCdf } from '../../core/laws/normal'

/** The params as the model reads them. */
export interface Heads extends HeadParams {
  /** The design whose heads are looked at. */
  readonly design: Design
  readonly seed: number
  /** Index of the draw that is looked at. */
  readonly draw: number
  readonly draws: number
}

/** Names of the wanted keys. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/** Keys whose weights are shown one by one. */
const SHOWN = 10

/** What one head does in the current draw. */
export interface HeadRow {
  /** Weights of the first keys, wanted ones first. */
  readonly weights: readonly number[]
  readonly logWeights: readonly number[]
  readonly scores: readonly number[]
  /** Weight of the keys that are not shown. */
  readonly rest: number
  /** Index of the key it is for; −1 where it is for all wanted keys. */
  readonly own: number
  /** Weight outside the keys it is for. */
  readonly leak: number
  readonly logLeak: number
}

/**
 * One draw of Gaussian keys under every design of heads, and what the designs come to for small variance α.
 *
 * @see notes 1(d)
 */
export function multiHeadModel(params: Heads) {
  const { n, scale, normVariance } = params
  const threshold = Math.log(n - 1) / scale
  const failureLimit = headFailureLimit(normVariance)
  return {
    ...currentDraw(params),
    /** The γ from which on head 1 has half its weight on a, as α → 0. */
    threshold,
    headSuccess: headSuccess(n, scale, normVariance),
    headFailure: failureOf(threshold, normVariance),
    failureLimit,
    // Without ν no key varies as α → 0, and neither errs.
    endless: normVariance > 0 ? endlessErrors(n, params.heads, failureLimit) : { one: 0, separate: 0 },
    limits: limitsOf(params),
    /** Length of the mean of the queries, which the notes take for the output. */
    queryLength: scale / Math.sqrt(params.heads),
  }
}

export type MultiHeadModel = ReturnType<typeof multiHeadModel>

/** Φ((threshold − 1)/√normVariance), the other side of `headSuccess`. */
function failureOf(threshold: number, normVariance: number): number {
  return threshold === 1 ? 0.5 : normalCdf((threshold - 1) / Math.sqrt(normVariance))
}

/** Success and expected error of each design as α → 0. */
function limitsOf(params: Heads) {
  const limit = (design: Design) => ({
    success: successProbability(design, params, params.normVariance),
    error: limitError(design, params, params.normVariance),
  })
  const [one, separate, pushing, away] = (['one', 'separate', 'pushing', 'away'] as const).map(limit)
  return { one, separate, identical: one, pushing, away }
}

/** How many times smaller an error is than that of one head; undefined where both are too small to compare. */
export function gainOf(one: number, error: number): number | undefined {
  return Number.isFinite(one / error) ? one / error : undefined
}

/** What the params' seed and index draw, under all designs at once. */
function currentDraw(params: Heads) {
  const sampler = new GaussianSampler(headSetting(params), params.seed)
  sampler.seek(params.draw)
  sampler.draw()
  const separate = rowsOf('separate', params, sampler)
  const others = Array.from(sampler.scores.subarray(params.n + 1, 2 * params.n))
  return {
    /** k_a·μ_a, signed. */
    gamma: sampler.projections[0],
    /** k_a·μ_b, which is all that head 2 sees of k_a. */
    aside: sampler.projections[1],
    separate,
    shown: params.design === 'separate' ? separate : rowsOf(params.design, params, sampler),
    /** ln Σ e^{sᵢ} over the other keys, as head 1 sees them. */
    rivals: logSumExp(others),
    drawn: resultsOf(params, sampler.weights),
  }
}

/** Output, error and success of every design in a draw. */
function resultsOf(params: Heads, weights: Float64Array) {
  const result = (design: Design) => {
    const { output, leak, error, success } = designMeter(design, params)(weights)
    return { output: [...output], leak, error, success }
  }
  const [one, separate, identical, pushing, away] = DESIGNS.map(result)
  return { one, separate, identical, pushing, away }
}

/** Weights of the heads of a design in the draw that is looked at; shape [heads of the design, n]. */
export function headWeights(design: Design, params: Heads): number[][] {
  const sampler = new GaussianSampler(headSetting(params), params.seed)
  sampler.seek(params.draw)
  sampler.draw()
  const { n, heads } = params
  return headsOf(design, heads).map((row) => Array.from(sampler.weights.subarray(row * n, (row + 1) * n)))
}

function rowsOf(design: Design, { n, heads }: Heads, { scores, weights }: GaussianSampler): HeadRow[] {
  const isShared = isForAll(design)
  return headsOf(design, heads).map((row, h) => {
    const all = Array.from(scores.subarray(row * n, (row + 1) * n))
    const wanted = isShared ? Array.from({ length: heads }, (_, i) => i) : [h]
    const log = logLeak(all, wanted)
    const mass = Array.from(weights.subarray(row * n, (row + 1) * n))
    return {
      weights: mass.slice(0, SHOWN),
      logWeights: logSoftmax(all).slice(0, SHOWN),
      scores: all.slice(0, SHOWN),
      rest: mass.slice(SHOWN).reduce((sum, w) => sum + w, 0),
      own: isShared ? -1 : h,
      leak: Math.exp(log),
      logLeak: log,
    }
  })
}
