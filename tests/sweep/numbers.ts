/*
 * What the second computations need of mathematics, from + − × ÷, Math.exp and Math.log alone: nothing of src/core is
 * used here.
 */

/** `ln Σ exp(xᵢ)`; −∞ for none. */
export function logSum(terms: readonly number[]): number {
  const peak = Math.max(-Infinity, ...terms)
  if (peak === -Infinity) return peak
  return peak + Math.log(terms.reduce((total, x) => total + Math.exp(x - peak), 0))
}

/** `ln σ(x) = −ln(1 + e^{−x})`. */
export const logSigmoid = (x: number): number => Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)))

/** `σ(x)`. */
export const sigmoid = (x: number): number => Math.exp(logSigmoid(x))

/** `ln` of each weight, from scores; the leader's from the others alone, so that it keeps its digits near 0. */
export function logWeightsOf(scores: readonly number[]): number[] {
  const leader = scores.indexOf(Math.max(...scores))
  const others = logSum(scores.flatMap((s, i) => (i === leader ? [] : [s - scores[leader]])))
  const own = logSigmoid(-others)
  return scores.map((s) => s - scores[leader] + own)
}

/** `ln Φ(x)`: the integral for x near 0, the continued fraction of the tail beyond. */
export function logPhi(x: number): number {
  if (x === -Infinity) return -Infinity
  if (x > 0) return Math.log1p(-Math.exp(logPhi(-x)))
  return x > -3 ? Math.log(0.5 - bell(-x)) : logTail(-x)
}

/** `Φ(x)`. */
export const phi = (x: number): number => (x >= 0 ? 1 - phi0(-x) : phi0(x))

const phi0 = (x: number) => (x === -Infinity ? 0 : Math.exp(logPhi(x)))

/** `Φ(x) − ½` for 0 ≤ x ≤ 3 by its series `x φ(x) (1 + x²/3 + x⁴/15 + …)`, all of whose terms are positive. */
function bell(x: number): number {
  let [term, total] = [x, x]
  for (let k = 3; term > 1e-18 * total; k += 2) {
    term *= (x * x) / k
    total += term
  }
  return (total * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

/** `ln(1 − Φ(x))` for x ≥ 3, by Laplace’s continued fraction. */
function logTail(x: number): number {
  let fraction = x
  for (let k = 200; k > 0; k--) fraction = x + k / fraction
  return (-x * x) / 2 - Math.log(2 * Math.PI) / 2 - Math.log(fraction)
}

/** `E f(Z)` for a standard normal Z, by the trapezoidal rule, whose error for smooth f is below float64's. */
export function normalMean(f: (z: number) => number, steps = 4000, reach = 9): number {
  const width = (2 * reach) / steps
  let total = 0
  for (let i = 0; i <= steps; i++) {
    const z = -reach + i * width
    total += f(z) * Math.exp((-z * z) / 2)
  }
  return (total * width) / Math.sqrt(2 * Math.PI)
}
