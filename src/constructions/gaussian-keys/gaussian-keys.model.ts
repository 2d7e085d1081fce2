import { logistic } from '../../core/attention/logistic'
import { GaussianSampler } from '../../core/gaussian/gaussian'
import { type NormalLaw, scoreLaws, shareLaw } from '../../core/gaussian/gaussian-laws'
import type { GaussianQuery, GaussianSetting } from '../../core/gaussian/gaussian-setting'
import { logitNormalInterval, logitNormalVariance } from '../../core/laws/logit-normal'
import { normalCdf } from '../../core/laws/normal'

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

/** Expected squared error up to which c counts as the average: a tenth of the distance between orthonormal values. */
export const ERROR_ALLOWED = 0.01

/** The σ_Δ at which the noise between a and b alone makes the error allowed: there `2 Var σ(Δ) = 0.01`. */
export const NOISE_ALLOWED = 0.2885779530428379

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
  const drawn = currentDraw(params, setting)
  return {
    ...drawn,
    /** About the length of k_a in this draw. */
    length: lengthOf(params, drawn.gamma),
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

/** By how much a and b lead every other key where nothing is random, for a scale of 1. */
export const leadFactor = ({ query }: Pick<GaussianKeys, 'query'>): number => (query === 'push' ? 2 : 1)

/**
 * The scale from which the leak alone, and the scale up to which the noise of α between a and b alone, makes no more
 * than the error allowed: outside one of the two does not average, inside they add up.
 */
function windowOf(params: GaussianKeys) {
  const { n, keyVariance } = params
  const noise = Math.sqrt(noiseFactor(params) * keyVariance)
  const leak = leakAllowed(n)
  return {
    windowLow: n === 2 ? 0 : Math.log(((n - 2) * (1 - leak)) / (2 * leak)) / leadFactor(params),
    windowHigh: NOISE_ALLOWED / noise,
  }
}

/** The leak, spread over n − 2 other keys alike, that alone makes the error allowed: `L²(½ + 1/(n−2)) = 0.01`. */
export const leakAllowed = (n: number): number => Math.sqrt(ERROR_ALLOWED / (1 / 2 + 1 / (n - 2)))

/** The squared error that each of its two causes makes alone: the leak where nothing is random, and the noise of α. */
export function errorsAlone(params: GaussianKeys, scale: number): { leak: number; noise: number } {
  const { n, keyVariance } = params
  const leak = n === 2 ? 0 : logistic(Math.log((n - 2) / 2) - leadFactor(params) * scale)
  const sd = Math.sqrt(noiseFactor(params) * keyVariance) * scale
  return {
    leak: n === 2 ? 0 : leak ** 2 * (1 / 2 + 1 / (n - 2)),
    noise: 2 * logitNormalVariance(0, sd),
  }
}

/** The scale, to three digits, at which the two causes alone err alike; undefined where one of them is missing. */
export function balancedScale(params: GaussianKeys): number | undefined {
  if (params.n === 2 || params.keyVariance === 0) return undefined
  // With the scale the leak falls and the noise rises.
  let [low, high] = [Math.log(1e-6), Math.log(1e6)]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    const { leak, noise } = errorsAlone(params, Math.exp(middle))
    if (leak > noise) low = middle
    else high = middle
  }
  return Number(Math.exp(low).toPrecision(3))
}

/** `√(γ² + (d − 1)α)`: the root of the mean square of k_a’s length, given its projection γ on its mean. */
export const lengthOf = ({ d, keyVariance }: GaussianKeys, gamma: number): number =>
  Math.sqrt(gamma ** 2 + (d - 1) * keyVariance)

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
