import type { Quantity } from '../../src/constructions/construction'
import { type Expected, logOfDecimal } from './reference'

/** Below, a float64 has fewer digits: errors are taken relative to this. */
const SMALLEST_NORMAL = 2.2250738585072014e-308

/**
 * Error of a quantity: the larger of that of its value and that of its logarithm.
 *
 * A value's error is relative to the value or to the terms that cancel in it, whichever is larger, and counted per unit of
 * the scores that it depends on. A logarithm's error is absolute up to 1 and relative beyond, likewise over what cancels.
 * Infinite where an infinity is in the wrong place.
 */
export function errorOf({ value, log }: Pick<Quantity, 'value' | 'log'>, expected: Expected): number {
  const ofValue = valueError(value, expected)
  return log === undefined ? ofValue : Math.max(ofValue, logError(log, expected))
}

function valueError(value: number, { value: decimal, logOfTerms, scores }: Expected): number {
  const wanted = Number(decimal)
  if (value === wanted) return 0
  if (!Number.isFinite(value) || !Number.isFinite(wanted)) return Infinity
  const size = Math.max(Math.abs(wanted), Math.exp(logOfTerms), SMALLEST_NORMAL)
  return Math.abs(value - wanted) / size / scores
}

function logError(log: number, { value, log: given, logOfTerms, scores }: Expected): number {
  const wanted = given ?? logOfDecimal(value)
  if (log === wanted) return 0
  // Of what cancels, rounding may leave exactly 0.
  if (log === -Infinity) return Math.exp(wanted - logOfTerms) / scores
  if (!Number.isFinite(log) || !Number.isFinite(wanted)) return Infinity
  const lost = Math.max(1, Math.exp(logOfTerms - wanted))
  return Math.abs(log - wanted) / Math.max(1, Math.abs(wanted)) / lost / scores
}
