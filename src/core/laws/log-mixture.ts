import type { Vector } from '../linear/linalg'

/** A real number that may be too small for float64. */
export interface Mixture {
  /** The number; where it underflows a zero with its sign. */
  readonly value: number
  /** Natural logarithm of its size; undefined where it is exactly 0. */
  readonly log: number | undefined
}

/** Sums below this share of their terms are what rounding leaves of 0. */
const ROUNDING = 1e-15

/**
 * `Σⱼ αⱼxⱼ` with the logarithm of its size: what is left of a mixture when the weights themselves have underflowed.
 *
 * Entries of equal weight are added before anything else, so that what cancels exactly leaves the rest to be seen.
 *
 * @param logWeights - `ln αⱼ`, shape [n], in nats
 * @param entries - `xⱼ`, shape [n], finite
 */
export function mixture(logWeights: Vector, entries: Vector): Mixture {
  const groups = grouped(logWeights, entries)
  if (groups.length === 0) return { value: 0, log: undefined }
  const peak = Math.max(...groups.map(({ logWeight }) => logWeight))
  const relative = groups.reduce((sum, { logWeight, entry }) => sum + entry * Math.exp(logWeight - peak), 0)
  if (relative === 0) return { value: 0, log: undefined }
  return { value: relative * Math.exp(peak), log: peak + Math.log(Math.abs(relative)) }
}

/** Log-weights that occur, each with the sum of its entries, but for sums that vanish. */
function grouped(logWeights: Vector, entries: Vector): { logWeight: number; entry: number }[] {
  return [...new Set(logWeights)].flatMap((logWeight) => {
    const own = entries.filter((_, j) => logWeights[j] === logWeight)
    const entry = own.reduce((sum, x) => sum + x, 0)
    const size = own.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
    return logWeight === -Infinity || Math.abs(entry) <= ROUNDING * size ? [] : [{ logWeight, entry }]
  })
}
