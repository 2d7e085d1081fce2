import type { Floats } from '../engine/kernels'
import type { Transformer } from '../model/transformer'

/** Runs the model on one sequence, so that {@link headRow} can be asked about it. */
export function look(model: Transformer, tokens: readonly number[]): void {
  model.forward(Int32Array.from(tokens), { rows: 1, length: tokens.length })
}

/** What row `position` of a head holds in scores or weights after {@link look} at `length` tokens, up to its own place. */
export const headRow = (floats: Floats, head: number, position: number, length: number) => {
  const from = (head * length + position) * length
  return Array.from(floats.subarray(from, from + position + 1))
}
