import { dot, type Matrix, matVec, mean, type Vector, vecMat } from '../linear/linalg'
import { expectColumns, expectCount, expectEqualLength, expectFinite } from '../numbers/expect'
import { logSoftmax, softmax } from './softmax'

/** One query's attention: every quantity between the scores and the output. */
export interface Attention {
  /** `sᵢ`, shape [n], in nats. */
  readonly scores: Vector
  /** `log αᵢ`, shape [n], in nats. */
  readonly logWeights: Vector
  /** `αᵢ`, shape [n]. */
  readonly weights: Vector
  /** `c = Σᵢ αᵢvᵢ`, shape [d of the values]. */
  readonly output: Vector
}

/** Several queries over the same keys, their outputs averaged. */
export interface MultiHeadAttention {
  readonly heads: readonly Attention[]
  /** `(c₁ + … + c_H)/H`, shape [d of the values]. */
  readonly output: Vector
}

/** Every input attending to every input; row i belongs to query i. */
export interface SelfAttention {
  readonly queries: Matrix
  readonly keys: Matrix
  readonly values: Matrix
  readonly scores: Matrix
  readonly logWeights: Matrix
  readonly weights: Matrix
  readonly outputs: Matrix
}

/** The maps of self-attention, acting on the left: `qᵢ = Q xᵢ`. */
export interface SelfAttentionMaps {
  readonly queryMatrix: Matrix
  readonly keyMatrix: Matrix
  readonly valueMatrix: Matrix
  /** Multiplies the scores: 1 by default, 1/√d in the Transformer. */
  readonly scale?: number
}

/**
 * Attention of one query: scores `sᵢ = scale·kᵢᵀq`, weights `α = softmax(s)`, output `c = Σᵢ αᵢvᵢ`.
 *
 * Keys of equal score get equal weights at any scale, since the dot product is scaled and not the query.
 *
 * @param query - shape [d]
 * @param keys - shape [n, d], n ≥ 1
 * @param values - shape [n, d of the values]
 * @param options - `scale` multiplies the scores; 1 by default
 * @throws {RangeError} if shapes disagree, an entry or the scale is not finite, or a score overflows
 * @see notes 1(a)
 */
export function dotProductAttention(
  query: Vector,
  keys: Matrix,
  values: Matrix,
  { scale = 1 }: { readonly scale?: number } = {},
): Attention {
  expectCount('dotProductAttention', 'number of keys', keys.length, 1)
  expectColumns('dotProductAttention', keys, query.length)
  expectEqualLength('dotProductAttention', keys, values)
  expectFinite('dotProductAttention', 'scale', scale)
  const scores = keys.map((key) => scale * dot(key, query))
  const weights = softmax(scores)
  return { scores, logWeights: logSoftmax(scores), weights, output: vecMat(weights, values) }
}

/**
 * One attention per query over the same keys and values, and the average of their outputs.
 *
 * @param queries - shape [H, d], H ≥ 1
 * @param keys - shape [n, d], n ≥ 1
 * @param values - shape [n, d of the values]
 * @throws {RangeError} if there is no query, or as {@link dotProductAttention} does
 * @see notes 1(d)
 */
export function multiHeadAttention(queries: Matrix, keys: Matrix, values: Matrix): MultiHeadAttention {
  expectCount('multiHeadAttention', 'number of queries', queries.length, 1)
  const heads = queries.map((query) => dotProductAttention(query, keys, values))
  return { heads, output: mean(heads.map((head) => head.output)) }
}

/**
 * Self-attention: `qᵢ = Q xᵢ`, `kᵢ = K xᵢ`, `vᵢ = V xᵢ`, scores `sᵢⱼ = scale·kⱼᵀqᵢ`, shape [n, n], and
 * outputs `cᵢ = Σⱼ αᵢⱼvⱼ`, shape [n, d of the values].
 *
 * @param inputs - shape [n, d], n ≥ 1
 * @param maps - three matrices with d columns, as many rows in K as in Q
 * @throws {RangeError} if there is no input, or as {@link dotProductAttention} does
 * @see notes 1(e)
 */
export function selfAttention(inputs: Matrix, maps: SelfAttentionMaps): SelfAttention {
  expectCount('selfAttention', 'number of inputs', inputs.length, 1)
  const { queryMatrix, keyMatrix, valueMatrix, scale = 1 } = maps
  const queries = inputs.map((x) => matVec(queryMatrix, x))
  const keys = inputs.map((x) => matVec(keyMatrix, x))
  const values = inputs.map((x) => matVec(valueMatrix, x))
  const rows = queries.map((query) => dotProductAttention(query, keys, values, { scale }))
  return {
    queries,
    keys,
    values,
    scores: rows.map((row) => row.scores),
    logWeights: rows.map((row) => row.logWeights),
    weights: rows.map((row) => row.weights),
    outputs: rows.map((row) => row.output),
  }
}
