import { sum, type Vector } from '../linear/linalg'
import { expectCount, expectEqualLength, expectIndex, expectScores, refuse } from '../numbers/expect'
import { type ExpSum, expSum, logShare, peakOf, share, timesExp } from './exp-sum'

/**
 * Attention weights `αᵢ = exp(sᵢ) / Σⱼ exp(sⱼ)`: shape [n], each in [0, 1], summing to 1.
 *
 * Divides instead of taking `exp(s − logSumExp(s))`, so n equal scores give exactly 1/n.
 * The relative error is below 1e−13, plus one unit where a weight is a denormal.
 *
 * @param scores - shape [n], n ≥ 1, in nats; −∞ masks a key, whose weight is then exactly 0
 * @throws {RangeError} if `scores` is empty, holds NaN or +∞, or is all −∞
 * @see notes 1(a)
 */
export function softmax(scores: Vector): Vector {
  expectScores('softmax', scores)
  const { peak, sum: total } = expSum(scores)
  return scores.map((s) => Math.exp(s - peak) / total)
}

/**
 * Log-weights `log αᵢ = sᵢ − log Σⱼ exp(sⱼ)` in nats: shape [n], each ≤ 0.
 *
 * The relative error is below 1e−13 everywhere: a weight of 1 − 1e−20 has log-weight −1e−20, and −∞ appears
 * only for a masked key or where the true value leaves float64's range.
 *
 * @param scores - as for {@link softmax}
 * @throws {RangeError} as {@link softmax} does
 * @see notes 1(a)
 */
export function logSoftmax(scores: Vector): Vector {
  expectScores('logSoftmax', scores)
  const { peak, logWeight } = leader(scores)
  return scores.map((s) => s - peak + logWeight)
}

/**
 * `log Σᵢ exp(sᵢ)` in nats, free of overflow for any finite scores.
 *
 * Where it is near 0 because a negative largest score and the logarithm of the sum cancel, its error is
 * small against those two and not against the result.
 *
 * @param scores - as for {@link softmax}
 * @throws {RangeError} as {@link softmax} does
 */
export function logSumExp(scores: Vector): number {
  expectScores('logSumExp', scores)
  const { peak, logWeight } = leader(scores)
  return peak - logWeight
}

/**
 * Entropy `H = −Σᵢ αᵢ log αᵢ` of the attention weights in nats, from 0 (one key has it all) to log n.
 *
 * A sum of non-negative terms from accurate log-weights, so that it keeps its digits also when it is tiny.
 *
 * @param scores - as for {@link softmax}
 * @throws {RangeError} as {@link softmax} does
 */
export function entropy(scores: Vector): number {
  expectScores('entropy', scores)
  return sum(
    logSoftmax(scores).map((logWeight) => (logWeight === -Infinity ? 0 : timesExp(-logWeight, logWeight))),
  )
}

/**
 * Leak `L = Σ_{i ∉ targets} αᵢ`, the weight outside the wanted keys, in [0, 1].
 *
 * Computed from the other scores and never as 1 − Σα: it keeps its digits down to 1e−308.
 *
 * @param scores - as for {@link softmax}
 * @param targets - indices of the wanted keys, distinct; none gives 1, all give 0
 * @throws {RangeError} as {@link softmax} does, or if a target is repeated or is no index
 * @see notes 1(b)
 */
export function leak(scores: Vector, targets: number | readonly number[]): number {
  const { wanted, others } = parted('leak', scores, targets)
  return share(others, wanted)
}

/**
 * Logarithm of {@link leak} in nats: −∞ where no weight can leak, otherwise finite long after the leak
 * itself has underflowed, and accurate as well where nearly everything leaks.
 *
 * @param scores - as for {@link softmax}
 * @param targets - as for {@link leak}
 * @throws {RangeError} as {@link leak} does
 * @see notes 1(b)
 */
export function logLeak(scores: Vector, targets: number | readonly number[]): number {
  const { wanted, others } = parted('logLeak', scores, targets)
  return logShare(others, wanted)
}

/** What one key of each group receives; both have shape [groups]. */
export interface GroupWeights {
  readonly weights: Vector
  readonly logWeights: Vector
}

/**
 * Weights `αᵢ = exp(sᵢ) / Σⱼ countⱼ exp(sⱼ)` of *one* key of each group of equal keys, with their logarithms,
 * as exact as {@link softmax} and {@link logSoftmax} of all n = Σ countⱼ keys, in time that does not depend on n.
 *
 * A group without keys takes no weight from the others; its entry is the same formula, and exceeds 1 where
 * its score exceeds `log Σⱼ countⱼ exp(sⱼ)`. Where the two cancel, that log-weight's error is only absolute.
 *
 * @param scores - shape [groups], in nats; −∞ masks a group
 * @param counts - shape [groups], whole numbers ≥ 0
 * @throws {RangeError} if a score is NaN or +∞, a count is not whole or negative, the lengths differ, or no
 *   key has a finite score
 */
export function softmaxOfGroups(scores: Vector, counts: Vector): GroupWeights {
  expectEqualLength('softmaxOfGroups', scores, counts)
  for (const count of counts) expectCount('softmaxOfGroups', 'count', count, 0)
  expectScores('softmaxOfGroups', scores)
  const { peak, sum: total } = expSum(scores, counts)
  if (total === 0) refuse('softmaxOfGroups', 'a key with a finite score', `counts [${counts.join(', ')}]`)
  const { logWeight } = leader(scores, counts)
  return {
    weights: scores.map((s) => Math.exp(s - peak) / total),
    logWeights: scores.map((s) => s - peak + logWeight),
  }
}

/**
 * The largest score that a key has, and the log-weight of one such key. The log-weight comes from the sum
 * over the *other* keys alone, which keeps its digits when they hardly weigh anything.
 */
function leader(scores: Vector, counts: Vector = scores.map(() => 1)): { peak: number; logWeight: number } {
  const peak = peakOf(scores, counts)
  const first = scores.findIndex((s, i) => s === peak && counts[i] > 0)
  const others = expSum(
    scores,
    counts.map((count, i) => (i === first ? count - 1 : count)),
  )
  return { peak, logWeight: logShare({ peak, sum: 1 }, others) }
}

/** The exponentials of the wanted keys and of the others, summed apart. */
function parted(where: string, scores: Vector, targets: number | readonly number[]): Record<Part, ExpSum> {
  expectScores(where, scores)
  const list = typeof targets === 'number' ? [targets] : targets
  for (const target of list) expectIndex(where, target, scores.length)
  const wanted = new Set(list)
  if (wanted.size < list.length) refuse(where, 'distinct targets', `[${list.join(', ')}]`)
  return {
    wanted: expSum(scores.filter((_, i) => wanted.has(i))),
    others: expSum(scores.filter((_, i) => !wanted.has(i))),
  }
}

type Part = 'wanted' | 'others'
