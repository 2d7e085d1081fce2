import type { Floats } from '../engine/kernels'
import { type Parameters, tensor } from './parameters'
import type { Batch } from './placed'

/** Writes token vector + position vector of each token; without learnt positions the token vector alone. */
export function embed(
  parameters: Parameters,
  tokens: Int32Array,
  { rows, length }: Batch,
  out: Floats,
): void {
  const { value: vectors, shape } = tensor(parameters, 'tok_emb.weight')
  const positions = parameters.get('pos_emb')?.value
  const width = shape[1]
  for (let i = 0; i < rows * length; i++) {
    const [from, to, at] = [tokens[i] * width, i * width, (i % length) * width]
    for (let j = 0; j < width; j++) out[to + j] = vectors[from + j] + (positions ? positions[at + j] : 0)
  }
}

/** Adds the gradients of the vectors that {@link embed} used. */
export function embedBackward(
  parameters: Parameters,
  tokens: Int32Array,
  { rows, length }: Batch,
  gradient: Floats,
): void {
  const { gradient: vectors, shape } = tensor(parameters, 'tok_emb.weight')
  const positions = parameters.get('pos_emb')?.gradient
  const width = shape[1]
  for (let i = 0; i < rows * length; i++) {
    const [to, from, at] = [tokens[i] * width, i * width, (i % length) * width]
    for (let j = 0; j < width; j++) {
      vectors[to + j] += gradient[from + j]
      if (positions) positions[at + j] += gradient[from + j]
    }
  }
}
