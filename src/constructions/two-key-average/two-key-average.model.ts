import { logLeak, softmax, softmaxOfGroups } from '../../core/attention/softmax'

/** The params as the model reads them. */
export interface Averaging {
  readonly scale: number
  readonly n: number
  readonly m: number
  readonly imbalance: number
  readonly angle: number
  readonly pushAway: number
  readonly proportions: readonly (readonly number[])[]
  readonly epsilon: number
}

/** Names of the wanted keys. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/**
 * Everything about `q = Σ_{i∈S} (Q + oᵢ) kᵢ − R Σ_{i∉S} kᵢ` over n unit keys that meet pairwise at one angle.
 *
 * Scores are `sᵢ = (1 − cos θ)·(coefficient of kᵢ) + cos θ·(sum of all coefficients)`. The second term is common
 * to all keys and softmax ignores it, so the weights are computed without it and stay exact for a million keys.
 *
 * @see notes 1(b)
 */
export function averagingModel(params: Averaging) {
  const { n, m, scale, pushAway } = params
  const { cosine, separation } = keyAngle(params.angle)
  const goals = wantedProportions(params)
  const offsets = coefficientOffsets(params)
  const coefficients = offsets.map((offset) => scale + offset)
  const common = cosine * (coefficients.reduce((sum, c) => sum + c, 0) - pushAway * (n - m))
  const advantages = coefficients.map((c) => separation * (c + pushAway))
  const groups = softmaxOfGroups([...advantages, 0], [...goals.map(() => 1), n - m])
  const logLeakNow = logLeakOf(advantages, n)
  const leak = Math.exp(logLeakNow)
  const shares = softmax(offsets.map((offset) => separation * offset))
  return {
    cosine,
    separation,
    goals,
    coefficients,
    scores: coefficients.map((c) => separation * c + common),
    scoreOther: common - separation * pushAway,
    /** Scores of the wanted keys minus the score of every other key. */
    advantages,
    weights: groups.weights.slice(0, m),
    logWeights: groups.logWeights.slice(0, m),
    weightOther: groups.weights[m],
    logWeightOther: groups.logWeights[m],
    others: n - m,
    /** How the wanted keys share what does not leak: the weights in the limit Q → ∞, unless all keys are equal. */
    shares,
    leak,
    logLeak: logLeakNow,
    spread: offsetSpread(params),
    scaleNeeded: scaleNeeded(params),
    /** Largest distance of a weight, or of the leak, from what is wanted: `αᵢ − wᵢ = (rᵢ − wᵢ) − rᵢL`. */
    largestError: Math.max(leak, ...shares.map((r, i) => Math.abs(r - goals[i] - r * leak))),
    /** ln(α_a/α_b). */
    logRatio: m < 2 ? 0 : separation * (coefficients[0] - coefficients[1]),
    /** α_a of the plain half sum of two of n orthonormal keys. */
    halfSumWeight: 1 / (2 + (n - 2) * Math.exp(-0.5)),
  }
}

export type AveragingModel = ReturnType<typeof averagingModel>

/** Natural logarithm of the leak of `params` as a function of the scale. */
export function logLeakOver(params: Averaging): (scale: number) => number {
  const { separation } = keyAngle(params.angle)
  const offsets = coefficientOffsets(params)
  return (scale) =>
    logLeakOf(
      offsets.map((offset) => separation * (scale + offset + params.pushAway)),
      params.n,
    )
}

/** Natural logarithm of the leak of `params` with another scale. */
export function logLeakAt(params: Averaging, scale: number): number {
  return logLeakOver(params)(scale)
}

/**
 * The smallest scale, possibly negative, at which the leak is at most ε: `Q = ln((n−m)(1−ε)/(ε Σᵢ eˣⁱ))/(1−cos θ)
 * − R` with xᵢ = (1−cos θ)oᵢ. −∞ when no key is unwanted, +∞ when no scale is enough because all keys are equal.
 */
export function scaleNeeded(params: Averaging): number {
  const { n, m, epsilon, pushAway } = params
  if (n === m) return -Infinity
  const { separation } = keyAngle(params.angle)
  if (separation === 0) return (n - m) / n <= epsilon ? -Infinity : Infinity
  return (
    (Math.log((n - m) / offsetSpread(params)) + Math.log1p(-epsilon) - Math.log(epsilon)) / separation -
    pushAway
  )
}

/** The scale at which half of the weight has come to the wanted keys; ±∞ where no scale or any is enough. */
export const halfLeakScale = (params: Averaging): number => scaleNeeded({ ...params, epsilon: 0.5 })

/** The mean of the coefficients in front of all n keys. */
export function meanCoefficient(params: Averaging): number {
  const { n, m, scale, pushAway } = params
  const wanted = coefficientOffsets(params).reduce((sum, offset) => sum + scale + offset, 0)
  return (wanted - pushAway * (n - m)) / n
}

/** `‖q‖`, of `‖q‖² = (1 − cos θ) Σ Qᵢ² + cos θ (Σ Qᵢ)²` with the coefficients Qᵢ in front of the n keys. */
export function queryLength(params: Averaging): number {
  const { n, m, scale, pushAway } = params
  const { cosine, separation } = keyAngle(params.angle)
  const squares = coefficientOffsets(params).reduce((sum, offset) => sum + (scale + offset) ** 2, 0)
  const own = separation * (squares + pushAway ** 2 * (n - m))
  return Math.sqrt(own + cosine * (n * meanCoefficient(params)) ** 2)
}

/** `e^H`, H the entropy of all n weights: how many equal weights would be as spread out. */
export function effectiveKeys({
  weights,
  logWeights,
  weightOther,
  logWeightOther,
  others,
}: Pick<AveragingModel, 'weights' | 'logWeights' | 'weightOther' | 'logWeightOther' | 'others'>): number {
  const own = weights.reduce((sum, w, i) => sum - (w > 0 ? w * logWeights[i] : 0), 0)
  return Math.exp(own - (weightOther > 0 ? others * weightOther * logWeightOther : 0))
}

/**
 * Cosine of the angle between two keys, and `1 − cosine` without cancellation: 0 and exactly 1 at 90°.
 *
 * @param degrees - 0 to 90
 */
export function keyAngle(degrees: number): { cosine: number; separation: number } {
  const cosine = Math.sin(((90 - degrees) * Math.PI) / 180)
  const separation = degrees > 60 ? 1 - cosine : 2 * Math.sin((degrees * Math.PI) / 360) ** 2
  return { cosine, separation }
}

/** Wanted weights wᵢ, summing to 1. */
export function wantedProportions({ m, proportions }: Averaging): number[] {
  const wanted = proportions[0].slice(0, m)
  const total = wanted.reduce((sum, w) => sum + w, 0)
  return wanted.map((w) => w / total)
}

/** The proportions table in which wanted key i weighs `goal` of the whole and the others share the rest as before. */
export function withGoal(params: Averaging, i: number, goal: number): number[][] {
  const row = params.proportions[0]
  const rest = row.slice(0, params.m).reduce((sum, w, j) => (j === i ? sum : sum + w), 0)
  const share = Math.min(0.99, Math.max(0.01, goal))
  const w = Math.min(100, Math.max(0.01, Number(((share / (1 - share)) * rest).toPrecision(3))))
  return [row.map((old, j) => (j === i ? w : old))]
}

/** What is added to Q in front of each wanted key: ln(m wᵢ), and half the imbalance to and from a and b. */
export function coefficientOffsets({ m, imbalance, proportions }: Averaging): number[] {
  const wanted = proportions[0].slice(0, m)
  const mean = wanted.reduce((sum, w) => sum + w, 0) / m
  const tilt = (i: number) => (i === 0 ? imbalance / 2 : i === 1 ? -imbalance / 2 : 0)
  return wanted.map((w, i) => Math.log(w / mean) + tilt(i))
}

/** `Σᵢ exp((1 − cos θ) oᵢ)` over the wanted keys: m where all are wanted alike. */
function offsetSpread(params: Averaging): number {
  const { separation } = keyAngle(params.angle)
  return coefficientOffsets(params).reduce((sum, offset) => sum + Math.exp(separation * offset), 0)
}

/** The n − m other keys count as one with the score ln(n − m) above theirs, 0. */
function logLeakOf(advantages: readonly number[], n: number): number {
  const targets = advantages.map((_, i) => i)
  return logLeak([...advantages, Math.log(n - advantages.length)], targets)
}
