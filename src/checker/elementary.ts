import { portableExp, portableLog } from '../core/portable'

/*
 * Elementary functions with the same bits on every engine, over all of float64: what an answer comes to, and so its
 * verdict, must not depend on the machine.
 */

// ln 2 in two parts: multiples of the first up to 1100 are exact.
const LN2_HEAD = 0.6931471803691238
const LN2_TAIL = 1.9082149292705877e-10

/** `exp(x)`; ∞ above 709.78. Relative error ≤ 6e−15 (measured). */
export function exp(x: number): number {
  if (x > 710) return Infinity
  if (x < -746) return 0
  const doublings = Math.round(x / Math.LN2)
  const rest = x - doublings * LN2_HEAD - doublings * LN2_TAIL
  // In two steps, since 2¹⁰²⁴ is not a float64.
  const half = Math.trunc(doublings / 2)
  return portableExp(rest) * 2 ** half * 2 ** (doublings - half)
}

/** `ln(x)`; −∞ at 0, NaN below. Relative error ≤ 1e−15 away from 1 (measured). */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  let mantissa = x
  let doublings = 0
  for (; mantissa > 1; doublings++) mantissa /= 2
  for (; mantissa < 0.5; doublings--) mantissa *= 2
  return portableLog(mantissa) + doublings * Math.LN2
}

/** `xⁿ` for a whole n, by squaring. Relative error ≤ 2⁻⁵³|n| to first order. */
export function wholePower(x: number, n: number): number {
  let power = 1
  let square = x
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square
    square *= square
  }
  if (n >= 0) return power
  // A power that overflows may have an inverse that is not yet 0.
  return power === Infinity || power === -Infinity ? wholePower(1 / x, -n) : 1 / power
}
