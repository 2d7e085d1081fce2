import { refuse } from '../numbers/expect'
import { normalCdf, normalPdf } from './normal'
import { integral } from './quadrature'

/**
 * Probability `P(lower < Z ≤ upper)` of a standard normal Z.
 *
 * Relative error ≤ 8e−15 (measured), beside what the rounding of the bounds costs, in the tails and for narrow
 * intervals too, where Φ(upper) − Φ(lower) has no digits left.
 *
 * @param upper - ≥ `lower`; both may be infinite
 * @param width - `upper − lower`, if it is known more exactly than the bounds are
 * @throws {RangeError} if a bound is NaN, or `upper` lies below `lower`
 */
export function normalInterval(lower: number, upper: number, width = upper - lower): number {
  if (!(lower <= upper)) refuse('normalInterval', 'lower ≤ upper', `${lower} and ${upper}`)
  // The law is symmetric, and Φ keeps its digits on the left.
  const [left, right] = lower + upper > 0 ? [-upper, -lower] : [lower, upper]
  const below = normalCdf(left)
  const upTo = normalCdf(right)
  return below <= upTo / 2 ? upTo - below : integral((t) => normalPdf(left + t), [0, width])
}
