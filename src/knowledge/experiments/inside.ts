import { scoreMargin } from '../../core/attention/margin'
import { logLeak } from '../../core/attention/softmax'
import type { Vector } from '../../core/linear/linalg'
import type { Floats } from '../engine/kernels'
import type { Transformer } from '../model/transformer'

/** Where somebody looks: a layer, a head of it, and the position that attends. */
export interface Place {
  readonly layer: number
  readonly head: number
  readonly position: number
}

/** One row of one head's attention, in the terms of part 1: what rooms 1(a) to 1(d) show. */
export interface AttentionRow {
  /** Of the positions up to this one, in nats, as far as the softmax is concerned. */
  readonly scores: Vector
  /** Sum 1. */
  readonly weights: Vector
  /** The head's part of the value vectors, [position + 1, size of a head]. */
  readonly values: readonly Vector[]
  /** Their mixture: what the head hands to the projection. */
  readonly output: Vector
  /** The position with the largest score. */
  readonly target: number
  /** Its score minus that of the runner-up, in nats; +∞ where there is no other. */
  readonly margin: number
  /** Logarithm of the weight outside of it. */
  readonly logLeak: number
}

/** Runs the model on one sequence, so that {@link attentionRow} and {@link attentionMap} can be asked about it. */
export function look(model: Transformer, tokens: readonly number[]): void {
  model.forward(Int32Array.from(tokens), { rows: 1, length: tokens.length })
}

/** What row `position` of a head holds in scores or weights after {@link look} at `length` tokens, up to its own place. */
export const headRow = (floats: Floats, head: number, position: number, length: number) => {
  const from = (head * length + position) * length
  return Array.from(floats.subarray(from, from + position + 1))
}

/** The weights of a head, row by row, after {@link look} at `length` tokens; 0 after the diagonal. */
export function attentionMap(model: Transformer, layer: number, head: number, length: number): Vector[] {
  const { weights } = model.blocks[layer].attention
  return Array.from({ length }, (_, i) => {
    const from = (head * length + i) * length
    return Array.from(weights.subarray(from, from + length))
  })
}

/** A row of a head after {@link look} at `length` tokens, its margin and leak found from the scores. */
export function attentionRow(
  model: Transformer,
  { layer, head, position }: Place,
  length: number,
): AttentionRow {
  const { attention } = model.blocks[layer]
  const { width, heads } = model.config
  const size = width / heads
  const scores = headRow(attention.scores, head, position, length)
  const part = (floats: ArrayLike<number>, at: number) =>
    Array.from({ length: size }, (_, i) => floats[at * width + head * size + i])
  const target = scores.indexOf(Math.max(...scores))
  return {
    scores,
    weights: headRow(attention.weights, head, position, length),
    values: scores.map((_, at) => part(attention.values, at)),
    output: part(attention.mixed, position),
    target,
    margin: scores.length === 1 ? Infinity : scoreMargin(scores, target),
    logLeak: scores.length === 1 ? -Infinity : logLeak(scores, target),
  }
}
