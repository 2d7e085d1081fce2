import { expectCount, expectFinite, expectFraction } from '../numbers/expect'
import { expSum, logShare, share } from './exp-sum'
import { logOdds } from './margin'
import { softmaxOfGroups } from './softmax'

/** What the query `Q(k_a + k_b)` makes of n orthonormal keys. */
export interface AveragingWeights {
  /** `log α_a = log α_b`, in nats. */
  readonly logWeightSelected: number
  /** Log-weight of each other key; for n = 2, of one that there could be. */
  readonly logWeightOther: number
  /** Weight of all other keys together. */
  readonly leak: number
  readonly logLeak: number
}

/**
 * Weights under the query `Q(k_a + k_b)` over n orthonormal keys, exactly: `α_a = α_b = e^Q/(n−2+2e^Q)`, each
 * other `1/(n−2+2e^Q)`, leak `L = (n−2)/(n−2+2e^Q)`.
 *
 * Two keys leak nothing: then `leak` is 0 and `logLeak` −∞ at any scale.
 *
 * @param n - number of keys, ≥ 2
 * @param scale - Q, any finite number
 * @throws {RangeError} if `n` is not a whole number ≥ 2 or `scale` is not finite
 * @see notes 1(b)
 */
export function averagingWeights(n: number, scale: number): AveragingWeights {
  expectCount('averagingWeights', 'number of keys', n, 2)
  expectFinite('averagingWeights', 'scale', scale)
  const { logWeights } = softmaxOfGroups([scale, 0], [2, n - 2])
  const pair = expSum([scale], [2])
  const others = expSum([0], [n - 2])
  return {
    logWeightSelected: logWeights[0],
    logWeightOther: logWeights[1],
    leak: share(others, pair),
    logLeak: logShare(others, pair),
  }
}

/**
 * Least scale `Q = ln((n−2)(1−ε)/(2ε))` whose leak is at most ε; 0 for two keys, which never leak.
 *
 * Negative where ε exceeds (n−2)/n, the leak at Q = 0.
 *
 * @param n - number of keys, ≥ 2
 * @param epsilon - leak allowed, 0 < ε < 1
 * @throws {RangeError} if `n` is not a whole number ≥ 2 or `epsilon` lies outside (0, 1)
 * @see notes 1(b)
 */
export function scaleForLeak(n: number, epsilon: number): number {
  expectCount('scaleForLeak', 'number of keys', n, 2)
  expectFraction('scaleForLeak', 'epsilon', epsilon)
  return n === 2 ? 0 : logOdds((n - 2) / 2, epsilon)
}
