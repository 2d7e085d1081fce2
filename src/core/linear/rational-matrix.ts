import { expectColumns } from '../numbers/expect'
import {
  equal,
  isZero,
  minus,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
  times,
  toNumber,
  ZERO,
} from '../numbers/rational'
import type { Matrix, Vector } from './linalg'

/** Exact numbers in a row; shape [d]. */
export type RationalVector = readonly Rational[]

/** Rows of equal length; shape [rows, columns]. */
export type RationalMatrix = readonly RationalVector[]

/** Each entry as the fraction it stands for: see {@link rationalOf}. */
export const rationalVector = (v: Vector): RationalVector => v.map(rationalOf)

/** Each entry as the fraction it stands for; shape as `matrix`. */
export const rationalMatrix = (matrix: Matrix): RationalMatrix => matrix.map(rationalVector)

/** Each entry as the nearest float64; shape as `matrix`. */
export const numericMatrix = (matrix: RationalMatrix): Matrix => matrix.map((row) => row.map(toNumber))

/** Inner product `Σᵢ aᵢbᵢ`, exact. */
export function exactDot(a: RationalVector, b: RationalVector): Rational {
  return a.reduce((sum, x, i) => plus(sum, times(x, b[i])), ZERO)
}

/** Sum `a + b`, exact. */
export const exactSum = (a: RationalVector, b: RationalVector): RationalVector =>
  a.map((x, i) => plus(x, b[i]))

/** Vector `factor · v`, exact. */
export const exactScaled = (v: RationalVector, factor: Rational): RationalVector =>
  v.map((x) => times(x, factor))

/** Sum `Σᵢ coefficientᵢ · vᵢ` of at least one vector, exact; shape [d]. */
export const exactCombination = (coefficients: RationalVector, vectors: RationalMatrix): RationalVector =>
  vectors.map((v, i) => exactScaled(v, coefficients[i])).reduce(exactSum)

/** Product `M v`, exact; shape [rows]. */
export const exactMatVec = (matrix: RationalMatrix, v: RationalVector): RationalVector =>
  matrix.map((row) => exactDot(row, v))

/** Product `A B`, exact; shape [rows of A, columns of B]. */
export function exactMatMul(a: RationalMatrix, b: RationalMatrix): RationalMatrix {
  const columns = exactTranspose(b)
  return a.map((row) => columns.map((column) => exactDot(row, column)))
}

/** Transpose `Mᵀ`; shape [columns, rows]. */
export function exactTranspose(matrix: RationalMatrix): RationalMatrix {
  return (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]))
}

/** `Σᵢ aᵢbᵢᵀ` over pairs of columns, exact; shape [rows, columns]. */
export function exactOuterSum(
  pairs: readonly (readonly [RationalVector, RationalVector])[],
  [rows, columns]: readonly [number, number],
): RationalMatrix {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, s) =>
      pairs.reduce((sum, [a, b]) => plus(sum, times(a[r], b[s])), ZERO),
    ),
  )
}

/** Mean `(1/n) Σᵢ vᵢ`, exact; n ≥ 1. */
export function exactMean(vectors: RationalMatrix): RationalVector {
  const share = over(ONE, rationalOf(vectors.length))
  return exactScaled(vectors.reduce(exactSum), share)
}

/** The least positive whole number whose product with every entry is whole. */
export function commonDenominator(v: RationalVector): bigint {
  return v.reduce((common, { denominator }) => common * rational(common, denominator).denominator, 1n)
}

/** The least positive multiple of `v` with whole entries only. */
export function wholeMultiple(v: RationalVector): bigint[] {
  const common = commonDenominator(v)
  return v.map(({ numerator, denominator }) => numerator * (common / denominator))
}

/** Identity matrix, exact; shape [n, n]. */
export function identityMatrix(n: number): RationalMatrix {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_unused, j) => (i === j ? ONE : ZERO)),
  )
}

/** Whether `a` and `b` agree in every entry. */
export const sameVector = (a: RationalVector, b: RationalVector): boolean => a.every((x, i) => equal(x, b[i]))

/** A matrix in reduced row echelon form, and the columns of its leading ones. */
export interface Echelon {
  readonly rows: RationalMatrix
  readonly pivots: readonly number[]
}

/**
 * Reduced row echelon form by Gauss–Jordan elimination, exact; rows of zeros are left out.
 *
 * @throws {RangeError} if the rows differ in length
 */
export function echelon(matrix: RationalMatrix): Echelon {
  const columns = matrix[0]?.length ?? 0
  if (matrix.some((row) => row.length !== columns)) expectColumns('echelon', numericMatrix(matrix), columns)
  let rows: RationalVector[] = [...matrix]
  const pivots: number[] = []
  for (let column = 0; column < columns; column++) {
    const top = pivots.length
    const found = rows.findIndex((row, r) => r >= top && !isZero(row[column]))
    if (found < 0) continue
    const pivot = exactScaled(rows[found], over(ONE, rows[found][column]))
    const others = rows.filter((_, r) => r !== found)
    rows = others.map((row) => (isZero(row[column]) ? row : reduced(row, pivot, row[column])))
    rows.splice(top, 0, pivot)
    pivots.push(column)
  }
  return { rows: rows.slice(0, pivots.length), pivots }
}

/** Number of linearly independent rows, exact. */
export const rank = (matrix: RationalMatrix): number => echelon(matrix).pivots.length

/**
 * Coefficients `λ`, not all 0, with `Σᵢ λᵢ rowᵢ = 0`, or undefined where the rows are linearly independent.
 * The first row that depends on the ones before it has coefficient 1; later rows have 0.
 */
export function dependency(rows: RationalMatrix): RationalVector | undefined {
  const { rows: reducedRows, pivots } = echelon(exactTranspose(rows))
  const free = rows.findIndex((_, i) => !pivots.includes(i))
  if (free < 0) return undefined
  return rows.map((_, i) => {
    if (i === free) return ONE
    const place = pivots.indexOf(i)
    return place < 0 ? ZERO : minus(ZERO, reducedRows[place][free])
  })
}

/** A basis of all `λ` with `M λ = 0`, exact; shape [columns − rank, columns]. */
export function nullSpace(matrix: RationalMatrix): RationalMatrix {
  const columns = matrix[0]?.length ?? 0
  const { rows, pivots } = echelon(matrix)
  const free = Array.from({ length: columns }, (_, j) => j).filter((j) => !pivots.includes(j))
  return free.map((f) =>
    Array.from({ length: columns }, (_, j) => {
      if (j === f) return ONE
      const place = pivots.indexOf(j)
      return place < 0 ? ZERO : minus(ZERO, rows[place][f])
    }),
  )
}

/**
 * Dual basis `x₁*, …, xₙ*` of linearly independent `x₁, …, xₙ`: the vectors of their span with `xᵢ*ᵀxⱼ = [i = j]`;
 * shape [n, d], exact. The rows of `(XXᵀ)⁻¹X`.
 *
 * @throws {RangeError} if the rows are linearly dependent
 */
export function dualBasis(rows: RationalMatrix): RationalMatrix {
  const gram = exactMatMul(rows, exactTranspose(rows))
  const { rows: solved, pivots } = echelon(gram.map((row, i) => [...row, ...rows[i]]))
  if (rows.some((_, i) => pivots[i] !== i))
    throw new RangeError('dualBasis: expected independent rows, got dependent ones')
  return solved.map((row) => row.slice(rows.length))
}

const reduced = (row: RationalVector, pivot: RationalVector, factor: Rational): RationalVector =>
  row.map((x, j) => minus(x, times(factor, pivot[j])))
