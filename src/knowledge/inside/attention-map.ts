import type { Floats } from '../engine/kernels'
import type { Transformer } from '../model/transformer'
import { headRow, look } from './look'

/** What one head does with one sequence: rows are queries, columns the keys they may look at. */
export interface AttentionMap {
  /** `scores[i][j]` in nats, j ≤ i; empty where the weights were given and no scores led to them. */
  readonly scores: readonly (readonly number[])[]
  /** `weights[i][j]`, j ≤ i: each row sums to 1. */
  readonly weights: readonly (readonly number[])[]
}

/**
 * The maps of all heads for `tokens`: `maps[layer][head]`.
 *
 * @throws {RangeError} if there are more tokens than the model takes, or tokens that it does not know
 */
export function attentionMaps(model: Transformer, tokens: readonly number[]): AttentionMap[][] {
  const length = tokens.length
  look(model, tokens)
  return model.blocks.map(({ attention }) =>
    indices(model.config.heads).map((head) => {
      const rowsOf = (floats: Floats) => indices(length).map((i) => headRow(floats, head, i, length))
      return { scores: rowsOf(attention.scores), weights: rowsOf(attention.weights) }
    }),
  )
}

const indices = (count: number) => Array.from({ length: count }).map((_, i) => i)

/** Half the sum of the absolute differences of two rows of weights: how much weight has moved, 0 to 1. */
export function weightMoved(before: readonly number[], after: readonly number[]): number {
  return before.reduce((sum, weight, j) => sum + Math.abs(weight - (after[j] ?? 0)), 0) / 2
}
