import { type RationalVector, wholeMultiple } from '../../../core/linear/rational-matrix'

/** Whole numbers in the search have left the range where float64 is exact. */
export class Unwieldy extends Error {}

/** The difference of two products of whole numbers up to here is exact in float64. */
const EXACT = 2 ** 26

/** A row of whole numbers without a common divisor, each exact in float64. */
export type WholeRow = readonly number[]

/** The row in whole numbers: times its common denominator, over its common divisor. */
export const wholeRow = (row: RationalVector): WholeRow => lowest(wholeMultiple(row).map(Number))

/** `row` with the leading entry of `relation` eliminated. */
export function eliminated(row: WholeRow, relation: WholeRow): WholeRow {
  const lead = relation.findIndex((x) => x !== 0)
  if (row[lead] === 0) return row
  return lowest(row.map((x, i) => x * relation[lead] - relation[i] * row[lead]))
}

function lowest(row: WholeRow): WholeRow {
  const divisor = row.reduce(commonDivisor, 0)
  const least = divisor > 1 ? row.map((x) => x / divisor) : row
  if (least.some((x) => Math.abs(x) > EXACT)) throw new Unwieldy()
  return least
}

/** Greatest common divisor of a whole number ≥ 0 and any whole number. */
function commonDivisor(a: number, b: number): number {
  let [large, small] = [a, Math.abs(b)]
  while (small !== 0) [large, small] = [small, large % small]
  return large
}
