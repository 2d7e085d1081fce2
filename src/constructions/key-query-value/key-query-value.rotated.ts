import { type SelfAttention, selfAttention } from '../../core/attention/attention'
import { add, dot, type Matrix, norm, outer, scaled, type Vector } from '../../core/linear/linalg'
import { drawOrthonormalBasis } from '../../core/linear/orthonormal'
import { numericMatrix, type RationalMatrix } from '../../core/linear/rational-matrix'
import { toNumber } from '../../core/numbers/rational'
import { createRandom } from '../../core/random/random'
import type { Design, DesignModel } from './key-query-value.model'

/** The same self-attention with vectors of R^D in place of coefficients, and how far the two are apart. */
export interface Embedding {
  readonly dimension: number
  /** Unit vectors along u_a, u_b, …; shape [d, D]. */
  readonly directions: Matrix
  readonly inputs: Matrix
  readonly attention: SelfAttention
  /** Largest difference of a score, relative to the size of its terms. */
  readonly scoreDifference: number
  /** Largest difference of an output's coefficient, relative to the size of the values, and of the scores that weigh them. */
  readonly outputDifference: number
}

/**
 * Self-attention with explicit vectors `x = β Σ x_r e_r` and matrices `Σ M_rs e_r e_sᵀ` over orthonormal e_r: the
 * standard basis, or one drawn uniformly in R^D.
 */
export function embeddingOf(
  params: Design,
  { d, products, factor, outputs, values, keys, queries }: DesignModel,
): Embedding {
  const dimension = params.basis === 'rotated' ? params.dimension : d
  const directions =
    params.basis === 'rotated'
      ? drawOrthonormalBasis(d, dimension, createRandom(params.seed))
      : Array.from({ length: d }, (_, r) => Array.from({ length: d }, (_unused, s) => Number(r === s)))
  const inputs = params.tokens.map((x) => scaled(combined(x, directions), params.norm))
  const attention = selfAttention(inputs, {
    keyMatrix: embeddedMap(params.keyMatrix, directions),
    queryMatrix: embeddedMap(params.queryMatrix, directions),
    valueMatrix: embeddedMap(params.valueMatrix, directions),
    scale: params.scoreScale,
  })
  const [keyLength, queryLength, valueLength] = [keys, queries, values].map(greatestNorm)
  const scale = keyLength * queryLength * factor
  return {
    dimension,
    directions,
    inputs,
    attention,
    scoreDifference: relative(
      products.flatMap((row, i) => row.map((p, j) => attention.scores[i][j] - factor * toNumber(p))),
      scale,
    ),
    outputDifference: relative(
      outputs.flatMap((row, i) =>
        row.map((x, r) => dot(directions[r], attention.outputs[i]) / params.norm - x),
      ),
      valueLength * Math.max(1, scale),
    ),
  }
}

/** Difference of the two views that rounding allows. */
export const AGREEMENT = 1e-12

const relative = (differences: Vector, size: number) =>
  size === 0 ? Math.max(...differences.map(Math.abs)) : Math.max(...differences.map(Math.abs)) / size

const greatestNorm = (rows: RationalMatrix) => Math.max(...numericMatrix(rows).map(norm))

const combined = (coefficients: Vector, directions: Matrix): Vector =>
  coefficients.map((x, r) => scaled(directions[r], x)).reduce(add)

/** `Σ_rs M_rs e_r e_sᵀ`, shape [D, D]. */
function embeddedMap(coefficients: Matrix, directions: Matrix): Matrix {
  return coefficients
    .map((row, r) => outer(directions[r], combined(row, directions)))
    .reduce((sum, part) => sum.map((line, i) => add(line, part[i])))
}
