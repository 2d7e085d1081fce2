import type { Vector } from './linalg'
import { logSumExp } from './softmax'

/**
 * `ln Σⱼ αⱼxⱼ` from log-weights, or undefined where a term is negative or all are 0: what is left of a mixture when the
 * weights themselves have underflowed.
 *
 * @param logWeights - `ln αⱼ`, shape [n], in nats
 * @param entries - `xⱼ`, shape [n]
 */
export function logMixture(logWeights: Vector, entries: Vector): number | undefined {
  if (entries.some((x) => x < 0)) return undefined
  const terms = entries.flatMap((x, j) => (x > 0 ? [logWeights[j] + Math.log(x)] : []))
  return terms.length === 0 ? undefined : logSumExp(terms)
}
