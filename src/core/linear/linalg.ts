import {
  expectColumns,
  expectCount,
  expectEqualLength,
  expectFiniteEntries,
  expectIndex,
} from '../numbers/expect'

/** A column of real numbers; shape [d]. */
export type Vector = readonly number[]

/** Rows of equal length; shape [rows, columns]. */
export type Matrix = readonly Vector[]

/**
 * Inner product `a·b = Σᵢ aᵢbᵢ`; 0 for empty vectors.
 *
 * Sums with compensation: the error is at most `2⁻⁵³(|a·b| + Σ|aᵢbᵢ|)` to first order, whatever the length, underflow
 * aside. Partial sums that overflow are summed again in a smaller unit, so the result is ±∞ only if
 * the true value leaves float64's range, and never NaN.
 *
 * @throws {RangeError} if the lengths differ or an entry is NaN or infinite
 */
export function dot(a: Vector, b: Vector): number {
  expectEqualLength('dot', a, b)
  // A loop of its own, and no call for each product: attention spends most of its time here.
  let total = 0
  let lost = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] * b[i]
    const next = total + x
    lost += roundedAway(total, x, next)
    total = next
  }
  const product = total + lost
  return Number.isFinite(product) ? product : rescaledDot(a, b)
}

/**
 * Sum `Σᵢ vᵢ`; 0 for the empty vector. Compensated and free of needless overflow, as {@link dot} is.
 *
 * @throws {RangeError} if an entry is NaN or infinite
 */
export function sum(v: Vector): number {
  const total = compensatedSum(v)
  if (Number.isFinite(total)) return total
  expectFiniteEntries('sum', v)
  const unit = binade(v)
  return compensatedSum(v.map((x) => x / unit)) * unit
}

/**
 * Euclidean norm `‖v‖ = √Σᵢ vᵢ²`, accurate wherever it is a float64, denormal or huge.
 *
 * @throws {RangeError} if an entry is NaN or infinite
 */
export function norm(v: Vector): number {
  const square = compensatedSum(v.map((x) => x ** 2))
  // Between these bounds no square that matters has overflowed or lost digits to underflow.
  if (square > 1e-280 && square < 1e300) return Math.sqrt(square)
  expectFiniteEntries('norm', v)
  const unit = binade(v)
  return Math.sqrt(compensatedSum(v.map((x) => (x / unit) ** 2))) * unit
}

/**
 * Largest power of two that is at most the largest |vᵢ|; 1 for a zero or empty vector. Dividing by it rounds
 * nothing, short of underflow.
 */
export function binade(v: Vector): number {
  const size = v.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  // log₂ of the largest float64 rounds up to 1024, and 2¹⁰²⁴ is not a float64.
  return size === 0 ? 1 : 2 ** Math.min(Math.floor(Math.log2(size)), 1023)
}

/**
 * Vector `a + b`; shape [d].
 *
 * @throws {RangeError} if the lengths differ
 */
export function add(a: Vector, b: Vector): Vector {
  expectEqualLength('add', a, b)
  return a.map((x, i) => x + b[i])
}

/**
 * Vector `a − b`; shape [d].
 *
 * @throws {RangeError} if the lengths differ
 */
export function subtract(a: Vector, b: Vector): Vector {
  expectEqualLength('subtract', a, b)
  return a.map((x, i) => x - b[i])
}

/** Vector `factor · v`; shape [d]. */
export function scaled(v: Vector, factor: number): Vector {
  return v.map((x) => x * factor)
}

/**
 * Average `(1/n) Σᵢ vᵢ` of vectors; shape [d].
 *
 * @param vectors - shape [n, d], n ≥ 1
 * @throws {RangeError} if there are none, their lengths differ or an entry is NaN or infinite
 */
export function mean(vectors: Matrix): Vector {
  expectCount('mean', 'number of vectors', vectors.length, 1)
  return transpose(vectors).map((coordinates) => {
    const total = sum(coordinates)
    // An average fits where its sum may not.
    return Number.isFinite(total) ? total / vectors.length : sum(scaled(coordinates, 1 / vectors.length))
  })
}

/**
 * Product `M v`; shape [rows].
 *
 * @throws {RangeError} if a row's length differs from that of `v`
 */
export function matVec(matrix: Matrix, v: Vector): Vector {
  expectColumns('matVec', matrix, v.length)
  return matrix.map((row) => dot(row, v))
}

/**
 * Product `wᵀ M`, the rows of `M` mixed by the weights `w`; shape [columns]. As exact as {@link dot} with each column.
 *
 * @throws {RangeError} if there are not as many weights as rows, or the rows differ in length
 */
export function vecMat(w: Vector, matrix: Matrix): Vector {
  expectEqualLength('vecMat', w, matrix)
  const columns = matrix[0]?.length ?? 0
  expectColumns('vecMat', matrix, columns)
  const total = new Float64Array(columns)
  const lost = new Float64Array(columns)
  for (let i = 0; i < matrix.length; i++) {
    const [row, weight] = [matrix[i], w[i]]
    for (let j = 0; j < columns; j++) {
      const x = weight * row[j]
      const next = total[j] + x
      lost[j] += roundedAway(total[j], x, next)
      total[j] = next
    }
  }
  const product = Array.from(total, (kept, j) => kept + lost[j])
  return product.every(Number.isFinite) ? product : matVec(transpose(matrix), w)
}

/**
 * Product `A B`; shape [rows of A, columns of B].
 *
 * @throws {RangeError} if a row of `a` is not as long as `b` has rows
 */
export function matMul(a: Matrix, b: Matrix): Matrix {
  expectColumns('matMul', a, b.length)
  const columns = transpose(b)
  return a.map((row) => columns.map((column) => dot(row, column)))
}

/**
 * Transpose `Mᵀ`; shape [columns, rows].
 *
 * @throws {RangeError} if the rows differ in length
 */
export function transpose(matrix: Matrix): Matrix {
  if (matrix.length === 0) return []
  expectColumns('transpose', matrix, matrix[0].length)
  return matrix[0].map((_, j) => matrix.map((row) => row[j]))
}

/** Outer product `a bᵀ`; shape [length of a, length of b]. */
export function outer(a: Vector, b: Vector): Matrix {
  return a.map((x) => scaled(b, x))
}

/**
 * Identity matrix; shape [n, n].
 *
 * @throws {RangeError} if `n` is not a whole number ≥ 1
 */
export function identity(n: number): Matrix {
  expectCount('identity', 'size', n, 1)
  return Array.from({ length: n }, (_, i) => basis(i, n))
}

/**
 * Standard basis vector `eᵢ` of Rⁿ; shape [n].
 *
 * @param i - from 0 to n − 1
 * @throws {RangeError} if there is no such coordinate
 */
export function basis(i: number, n: number): Vector {
  expectCount('basis', 'size', n, 1)
  expectIndex('basis', i, n)
  return Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))
}

/** Sum by Neumaier's method: what each addition rounds away is kept and added last. */
function compensatedSum(v: Vector): number {
  let total = 0
  let lost = 0
  for (const x of v) {
    const next = total + x
    lost += roundedAway(total, x, next)
    total = next
  }
  return total + lost
}

/** What `next`, the rounded `a + b`, differs by from `a + b`: exact, short of overflow (Knuth's two-sum). */
function roundedAway(a: number, b: number, next: number): number {
  const added = next - a
  return a - (next - added) + (b - added)
}

/** The dot product of vectors whose partial sums overflow. */
function rescaledDot(a: Vector, b: Vector): number {
  expectFiniteEntries('dot', a)
  expectFiniteEntries('dot', b)
  const [unitA, unitB] = [binade(a), binade(b)]
  const product = compensatedSum(a.map((x, i) => (x / unitA) * (b[i] / unitB)))
  // The larger unit last: products overflowed, so the smaller is no less than about 1 and costs no digits.
  return product * Math.min(unitA, unitB) * Math.max(unitA, unitB)
}
