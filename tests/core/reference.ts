import { expect } from 'vitest'
import extremes from '../reference/extremes.json'
import values from '../reference/values.json'

/** Values at the ends of the range, by scripts/reference-extremes.py; values of every closed form of the notes' part 1. */
export { extremes, values }

/**
 * Holds `actual` to what float64 can hold of `decimal`: 1e−12 relative, one unit where that is a denormal,
 * 0 or ∞ where the true value lies beyond the range. `slack` allows an absolute error besides.
 */
export function expectClose(actual: number, decimal: string, slack = 0): void {
  const wanted = Number(decimal.replace('inf', 'Infinity'))
  if (!Number.isFinite(wanted)) return expect(actual).toBe(wanted)
  const tolerance = Math.max(1e-12 * Math.abs(wanted), Number.MIN_VALUE, slack)
  expect(Math.abs(actual - wanted), `${actual} against ${decimal}`).toBeLessThanOrEqual(tolerance)
}

/** {@link expectClose}, entry by entry. */
export function expectAllClose(actual: readonly number[], decimals: readonly string[]): void {
  expect(actual).toHaveLength(decimals.length)
  for (const [i, decimal] of decimals.entries()) expectClose(actual[i], decimal)
}
