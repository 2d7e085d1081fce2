import type { Vector } from '../linear/linalg'
import { expectCount, expectFraction, expectIndex, expectScores, refuse } from '../numbers/expect'
import { logShare, share } from './exp-sum'

/** The least and the most that a quantity can be. */
export interface Bounds {
  readonly lower: number
  readonly upper: number
}

/** Bounds together with their logarithms in nats. */
export interface LogBounds extends Bounds {
  readonly logLower: number
  readonly logUpper: number
}

/**
 * Margin `m = s_j − max_{i≠j} sᵢ` of key j in nats: what its weight hangs on, whatever the size of the scores.
 *
 * +∞ if no other key has a finite score (or there is none), −∞ if j is masked; also ±∞ if the difference
 * leaves float64's range.
 *
 * @param scores - shape [n], n ≥ 1, in nats; −∞ masks a key
 * @param target - index j
 * @throws {RangeError} if `target` is no index, or as softmax does
 * @see notes 1(a)
 */
export function scoreMargin(scores: Vector, target: number): number {
  expectScores('scoreMargin', scores)
  expectIndex('scoreMargin', target, scores.length)
  return scores[target] - scores.reduce((most, s, i) => (i === target ? most : Math.max(most, s)), -Infinity)
}

/**
 * Bounds `1/(1+(n−1)e^{−m}) ≤ α_j ≤ 1/(1+e^{−m})` on the weight of a key with margin m. The lower one is
 * reached when all other scores tie, the upper one when all but one are far below.
 *
 * @param n - number of keys, ≥ 2
 * @param margin - in nats; ±∞ gives the limits
 * @throws {RangeError} if `n` is not a whole number ≥ 2 or `margin` is NaN
 * @see notes 1(a)
 */
export function weightBounds(n: number, margin: number): Bounds {
  expectRivals('weightBounds', n, margin)
  const target = { peak: margin, sum: 1 }
  return { lower: share(target, { peak: 0, sum: n - 1 }), upper: share(target, { peak: 0, sum: 1 }) }
}

/**
 * Bounds `1/(1+e^m) ≤ 1 − α_j ≤ (n−1)/(n−1+e^m)` on the weight that a key with margin m does *not* get,
 * and their logarithms: what a plot of convergence shows, accurate long after the bounds on α_j are 1.
 *
 * @param n - as for {@link weightBounds}
 * @param margin - as for {@link weightBounds}
 * @throws {RangeError} as {@link weightBounds} does
 * @see notes 1(a)
 */
export function leakBounds(n: number, margin: number): LogBounds {
  expectRivals('leakBounds', n, margin)
  const target = { peak: margin, sum: 1 }
  const [one, all] = [1, n - 1].map((rivals) => ({ peak: 0, sum: rivals }))
  return {
    lower: share(one, target),
    upper: share(all, target),
    logLower: logShare(one, target),
    logUpper: logShare(all, target),
  }
}

/**
 * Margin `ln((n−1)(1−ε)/ε)` in nats that ensures α_j ≥ 1 − ε, wherever the other scores lie.
 *
 * @param n - number of keys, ≥ 2
 * @param epsilon - leak allowed, 0 < ε < 1
 * @throws {RangeError} if `n` is not a whole number ≥ 2 or `epsilon` lies outside (0, 1)
 * @see notes 1(a)
 */
export function sufficientMargin(n: number, epsilon: number): number {
  expectCount('sufficientMargin', 'number of keys', n, 2)
  expectFraction('sufficientMargin', 'epsilon', epsilon)
  return logOdds(n - 1, epsilon)
}

/**
 * Margin `ln((1−ε)/ε)` in nats without which α_j ≥ 1 − ε is impossible.
 *
 * @param epsilon - as for {@link sufficientMargin}
 * @throws {RangeError} if `epsilon` lies outside (0, 1)
 * @see notes 1(a)
 */
export function necessaryMargin(epsilon: number): number {
  expectFraction('necessaryMargin', 'epsilon', epsilon)
  return logOdds(1, epsilon)
}

/**
 * `ln(ratio·(1−ε)/ε)`, of full relative accuracy also where it passes through 0.
 *
 * @param ratio - positive; a whole number or half of one
 * @param epsilon - 0 < ε < 1
 */
export function logOdds(ratio: number, epsilon: number): number {
  const odds = (ratio * (1 - epsilon)) / epsilon
  if (odds <= 0.5 || odds >= 2) return Math.log(ratio) + Math.log1p(-epsilon) - Math.log(epsilon)
  // odds − 1 = (ratio − (ratio+1)ε)/ε. Half of ε's digits at a time, each product is exact, so that the
  // cancellation in the numerator reveals no rounding.
  const high = Math.fround(epsilon)
  const excess = ratio - (ratio + 1) * high - (ratio + 1) * (epsilon - high)
  return Math.log1p(excess / epsilon)
}

function expectRivals(where: string, n: number, margin: number): void {
  expectCount(where, 'number of keys', n, 2)
  if (Number.isNaN(margin)) refuse(where, 'a margin', margin)
}
