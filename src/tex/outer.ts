import {
  exactMatVec,
  exactSum,
  type RationalMatrix,
  type RationalVector,
} from '../core/linear/rational-matrix'
import { isZero, type Rational, times, ZERO } from '../core/numbers/rational'

/** Names of the mutually orthogonal directions `u_a, u_b, …`, all of norm β. */
export const DIRECTIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

/**
 * One product of an expansion: `β⁻² · coefficient · u_row (u_columnᵀ u_of)`.
 *
 * Orthogonality makes it vanish unless `column` is `of`; then it is `coefficient · u_row`.
 */
export interface Product {
  /** Indices of directions. */
  readonly row: number
  readonly column: number
  readonly of: number
  readonly coefficient: Rational
  readonly vanishes: boolean
}

/** `M x` written out term by term, and what survives of it as coefficients over the directions, shape [d]. */
export interface Expansion {
  readonly products: readonly Product[]
  readonly result: RationalVector
}

/**
 * Expansion of `M x` for `M = β⁻² Σ_rs M_rs u_r u_sᵀ` and `x = Σ_t x_t u_t` by `u_sᵀu_t = β² [s = t]`: as the notes
 * write it, M over the first summand of x, then over the next; factors that are 0 are not written.
 *
 * @param matrix - coefficients `M_rs`, shape [d, d]
 * @param x - coefficients `x_t`, shape [d]
 * @see notes 1(e)ii
 */
export function expansion(matrix: RationalMatrix, x: RationalVector): Expansion {
  const products = x.flatMap((factor, of) =>
    isZero(factor)
      ? []
      : matrix.flatMap((cells, row) =>
          cells.flatMap((cell, column) =>
            isZero(cell)
              ? []
              : [{ row, column, of, coefficient: times(cell, factor), vanishes: column !== of }],
          ),
        ),
  )
  return { products, result: survivors(products, matrix.length) }
}

/** The sum of the products that do not vanish. */
function survivors(products: readonly Product[], rows: number): RationalVector {
  const nothing: RationalVector = Array.from({ length: rows }, () => ZERO)
  return products
    .filter(({ vanishes }) => !vanishes)
    .map(({ row, coefficient }) => nothing.map((zero, i) => (i === row ? coefficient : zero)))
    .reduce(exactSum, nothing)
}

/** `M x` on coefficients, without writing it out; shape [d]. */
export const applied = (matrix: RationalMatrix, x: RationalVector): RationalVector => exactMatVec(matrix, x)
