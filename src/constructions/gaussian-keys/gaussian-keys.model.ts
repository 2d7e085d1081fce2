import { GaussianSampler } from '../../core/gaussian'
import { type NormalLaw, scaleWindow, scoreLaws, shareLaw } from '../../core/gaussian-laws'
import type { GaussianQuery, GaussianSetting } from '../../core/gaussian-setting'
import { logistic } from '../../core/logistic'
import { logitNormalInterval, logitNormalVariance } from '../../core/logit-normal'
import { normalCdf } from '../../core/normal'

/** The params as the model reads them. */
export interface GaussianKeys {
  readonly scale: number
  readonly keyVariance: number
  readonly normVariance: number
  readonly n: number
  readonly d: number
  readonly query: 'pair' | 'push' | 'others'
  readonly seed: number
  /** Index of the draw that is looked at. */
  readonly draw: number
  readonly draws: number
}

/** The leak that the lower end of the window allows. */
export const LEAK_ALLOWED = 0.1

/** Coefficients of the query for a scale of 1. */
const DIRECTIONS: Readonly<Record<GaussianKeys['query'], GaussianQuery>> = {
  pair: { wanted: [1, 1], others: 0 },
  push: { wanted: [1, 1], others: -1 },
  others: { wanted: [0, 0], others: -1 },
}

/** What the sampler and the exact laws are asked about: one query with the given scale. */
export function settingOf(
  { n, d, keyVariance, normVariance, query, scale }: GaussianKeys,
  changes: Partial<GaussianKeys> = {},
): GaussianSetting {
  const { wanted, others } = DIRECTIONS[changes.query ?? query]
  const q = changes.scale ?? scale
  return {
    n,
    d,
    keyVariance: changes.keyVariance ?? keyVariance,
    normVariance: changes.normVariance ?? normVariance,
    // 0 and not −0 where a coefficient vanishes.
    queries: [{ wanted: wanted.map((w) => w * q + 0), others: others * q + 0 }],
  }
}

/**
 * One draw of Gaussian keys under one query, and the exact laws that all draws follow.
 *
 * @see notes 1(c)
 */
export function gaussianModel(params: GaussianKeys) {
  const setting = settingOf(params)
  const law = shareLaw(setting)
  const { a, b, other } = scoreLaws(setting)
  const coefficient = setting.queries[0].wanted[0]
  return {
    ...currentDraw(params, setting),
    coefficient,
    otherCoefficient: setting.queries[0].others,
    /** Variance of a projection on a mean, and of k_a·μ_a. */
    projectionVariance: params.keyVariance,
    alongVariance: params.keyVariance + params.normVariance,
    sdA: a.sd,
    sdB: b.sd,
    sdOther: other.sd,
    shareSd: law.sd,
    shareVariance: logitNormalVariance(0, law.sd),
    middle: middleProbability(law),
    negative: negativeProbability(params),
    ...windowOf(params),
  }
}

export type GaussianModel = ReturnType<typeof gaussianModel>

/** Probability `P(¼ < p < ¾) = 2Φ(ln 3/sd) − 1` of the share; 1 where the law is the point ½. */
export function middleProbability({ mean, sd }: NormalLaw): number {
  return sd === 0 ? 1 : logitNormalInterval(0.25, 0.75, mean, sd)
}

/** Probability `P(γ < 0) = Φ(−1/√(keyVariance + normVariance))`. */
function negativeProbability({ keyVariance, normVariance }: GaussianKeys): number {
  return normalCdf(-1 / Math.sqrt(keyVariance + normVariance))
}

/** Factor of α in the variance of Δ for a scale of 1: twice the squared length of the query. */
export function noiseFactor({ query, n }: Pick<GaussianKeys, 'query' | 'n'>): number {
  return { pair: 4, push: 2 * n, others: 2 * (n - 2) }[query]
}

/** Scales between which the query averages: a lead of 2Q instead of Q needs half the scale, a longer query has more noise. */
function windowOf(params: GaussianKeys) {
  const { low, high } = scaleWindow(params.n, params.keyVariance, LEAK_ALLOWED)
  const noise = noiseFactor(params)
  return {
    windowLow: params.query === 'push' ? low / 2 : low,
    windowHigh: noise === 0 ? Infinity : high * Math.sqrt(4 / noise),
  }
}

/** What the params' seed and index draw. */
function currentDraw({ seed, draw, n }: GaussianKeys, setting: GaussianSetting) {
  const sampler = new GaussianSampler(setting, seed)
  sampler.seek(draw)
  sampler.draw()
  const { projections, scores, weights, directions } = sampler
  const difference = scores[0] - scores[1]
  return {
    /** k_a·μ_a, signed: the notes' γ. */
    gamma: projections[0],
    /** k_a·μ_b, k_b·μ_a and k_b·μ_b. */
    aAlongB: projections[1],
    bAlongA: projections[directions],
    bAlongB: projections[directions + 1],
    /** k_a·e and k_b·e along the sum of the other means, of length 1; 0 without others. */
    aAlongOthers: n > 2 ? projections[2] : 0,
    bAlongOthers: n > 2 ? projections[directions + 2] : 0,
    scoreA: scores[0],
    scoreB: scores[1],
    difference,
    share: logistic(difference),
    weightA: weights[0],
    weightB: weights[1],
    leak: sampler.leakOf(0),
    error: sampler.error(),
    /** Scores and weights of all keys, a and b first. */
    scores: [...scores],
    weights: [...weights],
  }
}
