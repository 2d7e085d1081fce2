import { logitNormalMean, logitNormalVariance } from '../laws/logit-normal'
import { normalCdf } from '../laws/normal'
import { expectCount, expectFinite, refuse } from '../numbers/expect'

/**
 * Probability that head 1 puts at least half its weight on key a: `Φ((1 − ln(n−1)/Q)/√normVariance)`.
 *
 * Head 1 asks with Qμ_a and sees k_a = γμ_a, γ ~ N(1, normVariance), and n − 1 keys of score 0 (keyVariance → 0):
 * it succeeds when Qγ > ln(n−1). A certain tie, Q = ln(n−1) with normVariance = 0 or Q = 0 with n = 2, counts
 * as ½, which is the limit of the formula for normVariance → 0. Relative error ≤ 3e−14 above 1e−20, ≤ 3e−13 above
 * 1e−290 (measured).
 *
 * @param n - number of keys, ≥ 2
 * @param scale - Q ≥ 0; +∞ gives the limit `Φ(1/√normVariance)`
 * @param normVariance - variance of γ, finite, ≥ 0; ½ in the notes
 * @throws {RangeError} if an argument is out of range
 * @see notes 1(d)ii
 */
export function headSuccess(n: number, scale: number, normVariance: number): number {
  expectCount('headSuccess', 'n', n, 2)
  if (!(scale >= 0)) refuse('headSuccess', 'a scale ≥ 0', scale)
  expectVariance('headSuccess', normVariance)
  const threshold = Math.log(n - 1)
  if (scale === threshold) return 0.5
  return normalCdf((1 - threshold / scale) / Math.sqrt(normVariance))
}

/**
 * Probability that head 1 fails however large Q is: `P(γ < 0) = Φ(−1/√normVariance)`, 7.865 % for ½.
 *
 * Relative error ≤ 3e−14 above 1e−20, ≤ 3e−13 above 1e−290 (measured).
 *
 * @param normVariance - variance of γ, finite, ≥ 0
 * @throws {RangeError} if `normVariance` is out of range
 * @see notes 1(d)ii
 */
export function headFailureLimit(normVariance: number): number {
  expectVariance('headFailureLimit', normVariance)
  return normalCdf(-1 / Math.sqrt(normVariance))
}

/** Mean and variance of one weight. */
export interface WeightMoments {
  readonly mean: number
  readonly variance: number
}

/**
 * Mean and variance of head 1's weight on key a, `α_a = σ(Qγ − ln(n−1))` with γ ~ N(1, normVariance).
 *
 * A logit-normal law of mean Q − ln(n−1) and standard deviation Q√normVariance, in nats. Relative errors as those
 * of {@link logitNormalMean} and {@link logitNormalVariance}, ≤ 5e−14.
 *
 * @param n - number of keys, ≥ 2
 * @param scale - Q, finite, ≥ 0
 * @param normVariance - variance of γ, finite, ≥ 0; ½ in the notes
 * @throws {RangeError} if an argument is out of range
 * @see notes 1(d)ii
 */
export function headWeightMoments(n: number, scale: number, normVariance: number): WeightMoments {
  expectCount('headWeightMoments', 'n', n, 2)
  expectFinite('headWeightMoments', 'scale', scale)
  if (scale < 0) refuse('headWeightMoments', 'a scale ≥ 0', scale)
  expectVariance('headWeightMoments', normVariance)
  const mean = scale - Math.log(n - 1)
  const sd = scale * Math.sqrt(normVariance)
  return { mean: logitNormalMean(mean, sd), variance: logitNormalVariance(mean, sd) }
}

function expectVariance(where: string, normVariance: number): void {
  if (!(normVariance >= 0 && normVariance < Infinity)) refuse(where, 'a finite variance ≥ 0', normVariance)
}
