import type { ModelConfig } from '../model/config'
import { specsOf } from '../model/shapes'
import { CheckpointError, type TensorData } from './checkpoint'

/** Buffers that a PyTorch module keeps beside its parameters. */
const BUFFERS = /\.attn\.(mask|bias|masked_bias)$/

/**
 * Holds tensors to the parameters of a model: each there, of the right shape, without NaN or infinity, and no others
 * but buffers, which are left out. The values by name.
 *
 * @throws {CheckpointError} naming the first parameter that is not so
 */
export function fitted(
  config: ModelConfig,
  tensors: ReadonlyMap<string, TensorData>,
): Map<string, TensorData['values']> {
  const specs = specsOf(config)
  const values = new Map(specs.map(({ name, shape }) => [name, fittedTensor(name, shape, tensors.get(name))]))
  const stray = [...tensors.keys()].find((name) => !values.has(name) && !BUFFERS.test(name))
  if (stray !== undefined) throw new CheckpointError(`${stray} is no parameter of this model.`)
  return values
}

function fittedTensor(name: string, wanted: readonly number[], given: TensorData | undefined) {
  if (!given) throw new CheckpointError(`${name} is missing; expected [${wanted.join(', ')}].`)
  const { shape, values } = given
  if (shape.length !== wanted.length || shape.some((length, i) => length !== wanted[i]))
    throw new CheckpointError(`${name} is [${shape.join(', ')}], expected [${wanted.join(', ')}]`)
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) throw new CheckpointError(`${name} holds ${values[wrong]} at number ${wrong}.`)
  return values
}
