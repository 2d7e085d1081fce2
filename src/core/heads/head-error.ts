import type { NormalLaw } from '../gaussian/gaussian-laws'
import { scaleIntegral } from '../gaussian/scale-integral'
import { lognormalTerms } from '../laws/lognormal-transform'
import { expectCount, expectFinite, refuse } from '../numbers/expect'
import type { HeadParams } from './head-designs'
import { limitError } from './head-limit'

/**
 * Expected squared error `E ‖c − (1/H) Σ vᵢ‖²` of H separate heads `Qμᵢ` over Gaussian keys, for orthonormal values:
 * exact for every variance, by quadrature.
 *
 * The queries are orthogonal and so the heads independent. A head with leak L errs by `E(L² + Σ_{others} αⱼ²)`, and since
 * all keys but its own are alike to it, two heads' errors have the product `−E L E L′ n/(n−1)²`. Absolute error ≤ 1e−11
 * (measured against sampling to its own error, and against {@link limitError} for small variances).
 *
 * @throws {RangeError} if the setting is out of range
 * @see notes 1(d)ii
 */
export function separateError({
  n,
  heads,
  scale,
  keyVariance,
  normVariance,
}: Omit<HeadParams, 'push'>): number {
  expectCount('separateError', 'number of heads', heads, 2)
  expectCount('separateError', 'number of keys', n, heads)
  expectFinite('separateError', 'scale', scale)
  if (!(keyVariance >= 0 && keyVariance < Infinity))
    refuse('separateError', 'a finite variance ≥ 0', keyVariance)
  if (keyVariance === 0) return limitError('separate', { n, heads, scale, push: 0 }, normVariance)
  const others = { mean: 0, sd: scale * Math.sqrt(keyVariance) }
  const a = headMoments(n, { mean: scale, sd: scale * Math.sqrt(keyVariance + normVariance) }, others)
  const b = headMoments(n, { mean: scale, sd: others.sd }, others)
  const own = a.square + (heads - 1) * b.square
  const pairs = 2 * (heads - 1) * a.leak * b.leak + (heads - 1) * (heads - 2) * b.leak ** 2
  return (own - (n / (n - 1) ** 2) * pairs) / heads ** 2
}

/** Of one head: the mean leak, and the mean of its squared error. */
interface HeadMoments {
  readonly leak: number
  readonly square: number
}

/** With X = e^s of its own key and T the sum, T₂ the sum of squares, of the others: `E T/(X+T)` and `E(T² + T₂)/(X+T)²`. */
function headMoments(n: number, own: NormalLaw, other: NormalLaw): HeadMoments {
  const [ownTerms, otherTerms] = [lognormalTerms(own), lognormalTerms(other)]
  const count = n - 1
  const laws = { a: own, b: own, other, others: count }
  const survival = (zeroth: number, keys: number) => (keys === 0 ? 1 : Math.exp(keys * Math.log(zeroth)))
  const leak = (tau: number) => {
    const { zeroth, first } = otherTerms(tau)
    return ownTerms(tau).zeroth * count * first * survival(zeroth, count - 1)
  }
  const square = (tau: number) => {
    const { zeroth, first, second } = otherTerms(tau)
    const paired = count > 1 ? count * (count - 1) * first ** 2 * survival(zeroth, count - 2) : 0
    return ownTerms(tau).zeroth * (2 * count * second * survival(zeroth, count - 1) + paired)
  }
  return { leak: scaleIntegral(leak, laws), square: scaleIntegral(square, laws) }
}
