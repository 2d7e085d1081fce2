/**
 * What the core demands of its input. Every refusal reads "function: expected …, got …", so that a reader
 * sees the value that was wrong and not only that one was.
 */

/**
 * Refuses a value.
 *
 * @throws {RangeError} always, with the message `where: expected …, got …`
 */
export function refuse(where: string, expected: string, got: unknown): never {
  throw new RangeError(`${where}: expected ${expected}, got ${String(got)}`)
}

/**
 * Holds `value` to the finite numbers.
 *
 * @throws {RangeError} if it is NaN or infinite
 */
export function expectFinite(where: string, name: string, value: number): void {
  if (!Number.isFinite(value)) refuse(where, `a finite ${name}`, value)
}

/**
 * Holds every entry of `vector` to the finite numbers.
 *
 * @throws {RangeError} naming the first entry that is NaN or infinite
 */
export function expectFiniteEntries(where: string, vector: readonly number[]): void {
  const wrong = vector.findIndex((x) => !Number.isFinite(x))
  if (wrong >= 0) refuse(where, 'finite numbers', `${vector[wrong]} at index ${wrong}`)
}

/**
 * Holds `value` to the whole numbers ≥ `least`.
 *
 * @throws {RangeError} if it is a fraction, too small, NaN or infinite
 */
export function expectCount(where: string, name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) refuse(where, `a whole ${name} ≥ ${least}`, value)
}

/**
 * Holds `index` to 0 … length − 1.
 *
 * @throws {RangeError} if there is no such place
 */
export function expectIndex(where: string, index: number, length: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= length)
    refuse(where, `a whole index from 0 to ${length - 1}`, index)
}

/**
 * Holds `value` to the open interval (0, 1).
 *
 * @throws {RangeError} if it lies outside, or is NaN
 */
export function expectFraction(where: string, name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(where, `${name} between 0 and 1, both excluded`, value)
}

/**
 * Holds the lengths of two arrays that belong together to one another.
 *
 * @throws {RangeError} if they differ
 */
export function expectEqualLength(where: string, a: readonly unknown[], b: readonly unknown[]): void {
  if (a.length !== b.length) refuse(where, 'equal lengths', `${a.length} and ${b.length}`)
}

/**
 * Holds every row of `matrix` to `columns` entries.
 *
 * @throws {RangeError} naming the first row of another length
 */
export function expectColumns(where: string, matrix: readonly (readonly number[])[], columns: number): void {
  const wrong = matrix.findIndex((row) => row.length !== columns)
  if (wrong >= 0) refuse(where, `rows of length ${columns}`, `length ${matrix[wrong].length} in row ${wrong}`)
}

/**
 * Holds `scores` to what softmax is defined for: numbers below +∞, not all of them −∞.
 *
 * @throws {RangeError} if they are empty, hold NaN or +∞, or are all −∞
 */
export function expectScores(where: string, scores: readonly number[]): void {
  const wrong = scores.findIndex((s) => !(s < Infinity))
  if (wrong >= 0) refuse(where, 'finite or −∞ scores', `${scores[wrong]} at index ${wrong}`)
  if (!scores.some((s) => s > -Infinity))
    refuse(where, 'at least one finite score', scores.length === 0 ? 'no scores' : 'only −∞')
}
