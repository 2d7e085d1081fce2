import { isNarrow } from '../laws/lognormal-transform'
import { integral } from '../laws/quadrature'
import type { ScoreLaws } from './gaussian-laws'

/**
 * Integral over τ = ln t of what the factors of lognormal scores make, `1/Dᵏ = ∫ tᵏ⁻¹ e^{−tD} dt / (k−1)!` having split
 * an expectation over their sum D into their own; within 1e−11 of its size.
 *
 * @param f - a product of terms of {@link lognormalTerms}, for scores of these laws
 */
export function scaleIntegral(f: (tau: number) => number, laws: ScoreLaws): number {
  const narrow = [laws.a, laws.b, laws.other].every(isNarrow)
  const breaks = breaksAround(laws)
  return narrow ? trapezoid(f, breaks[0], breaks[breaks.length - 1]) : integral(f, breaks)
}

/** Where all scores are narrow, the integrand is analytic in a strip of width π: equal steps converge geometrically. */
function trapezoid(f: (tau: number) => number, low: number, high: number): number {
  let sum = 0
  for (let tau = low; tau < high; tau += TRAPEZOID_STEP) sum += f(tau)
  return sum * TRAPEZOID_STEP
}

const TRAPEZOID_STEP = 0.25

/** Standard deviations beyond which a score does not count. */
const REACH = 9

/**
 * Breaks along τ = ln t. Every score's factors change near τ = −score, within a unit or a standard deviation; those
 * of the largest of many other scores do so ln(count) earlier.
 */
function breaksAround({ a, b, other, others }: ScoreLaws): number[] {
  const laws = others > 0 ? [a, b, other] : [a, b]
  const low = Math.min(...laws.map(({ mean, sd }) => -mean - REACH * sd)) - 40
  const high = Math.min(...laws.map(({ mean, sd }) => -mean + REACH * sd)) + 4
  const centres = [-a.mean, -other.mean, -other.mean - Math.log(Math.max(1, others))]
  const steps = Array.from({ length: 8 }, (_, i) => 2 * 3 ** i)
  const all = centres.flatMap((centre) => [centre, ...steps.flatMap((s) => [centre - s, centre + s])])
  const inside = all.filter((tau) => tau > low && tau < high).toSorted((x, y) => x - y)
  return [low, ...inside.filter((tau, i) => i === 0 || tau - inside[i - 1] > 0.5), high]
}
