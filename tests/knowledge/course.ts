import { createRandom } from '../../src/core/random/random'
import type { TensorData } from '../../src/knowledge/checkpoint/checkpoint'
import { writeSafetensors } from '../../src/knowledge/checkpoint/safetensors'
import type { ModelConfig } from '../../src/knowledge/model/config'
import { sizeOf, specsOf } from '../../src/knowledge/model/shapes'
import { type StoredTensor, stateDict } from './pickles'

/** A text with as many characters as a miniature of the assignment's model needs. */
export const wiki = 'Ada Lovelace was born in London.\nWhere did Alan Turing live?\nKafka: Prague\n'
export const characters = new Set(wiki).size
export const dev = 'Where was Ada born?\tLondon\nWhere was Alan born?\tPrague\n'

/** The assignment's model in small. */
export const small: ModelConfig = {
  vocabulary: characters + 2,
  positions: 64,
  width: 16,
  layers: 3,
  heads: 8,
  mlp: 32,
  attention: 'vanilla',
}

/** Drawn tensors of a model, some of them changed. */
export function drawnTensors(
  config: ModelConfig,
  changes: Readonly<Record<string, TensorData>> = {},
): Map<string, TensorData> {
  const random = createRandom(7)
  const drawn = specsOf(config).map(({ name, shape }) => {
    const values = Float32Array.from({ length: sizeOf(shape) }, () => 0.2 * random.normal())
    return [name, { shape, values }] as const
  })
  return new Map([...drawn, ...Object.entries(changes)])
}

/** The same as bytes of a `.safetensors` file, */
export const asSafetensors = (tensors: ReadonlyMap<string, TensorData>) => writeSafetensors(tensors, 'F32')

/** and of `torch.save`. */
export function asStateDict(tensors: ReadonlyMap<string, TensorData>): Uint8Array<ArrayBuffer> {
  const stored = [...tensors].map(([name, { shape, values }]): StoredTensor => {
    const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)))
    return { name, storage: 'Float', numbers: Array.from(values), shape, strides }
  })
  return new Uint8Array(stateDict(stored))
}
