import type { Random } from '../../core/random/random'
import type { Floats, Kernels } from '../engine/kernels'
import type { ModelConfig } from './config'
import { type Spec, sizeOf, specsOf } from './shapes'

/** A parameter, the gradient of the loss by it, and the two moments that AdamW keeps of that. */
export interface Tensor extends Spec {
  readonly value: Floats
  readonly gradient: Floats
  readonly first: Floats
  readonly second: Floats
}

/** All tensors of a model by name, in the order of {@link specsOf}. */
export type Parameters = ReadonlyMap<string, Tensor>

/** Arrays for all parameters of a model, all zero. */
export function allocateParameters(config: ModelConfig, allocate: Kernels['allocate']): Parameters {
  return new Map(
    specsOf(config).map((spec) => {
      const size = sizeOf(spec.shape)
      const [value, gradient, first, second] = [0, 1, 2, 3].map(() => allocate(size))
      return [spec.name, { ...spec, value, gradient, first, second }]
    }),
  )
}

/** The tensor called `name`; a model asks for its own only. */
export function tensor(parameters: Parameters, name: string): Tensor {
  const found = parameters.get(name)
  if (!found) throw new RangeError(`tensor: expected a parameter of the model, got ${name}`)
  return found
}

/** Fills the parameters as training starts with them, from `random`. */
export function drawParameters(parameters: Parameters, random: Random): void {
  for (const each of parameters.values()) {
    const { value, starts } = each
    if (starts === 'ones') value.fill(1)
    else if (starts === 'zeros') value.fill(0)
    else {
      const spread = SPREADS[starts](each)
      for (let i = 0; i < value.length; i++) value[i] = spread * random.normal()
    }
  }
}

const SPREADS = {
  linear: ({ name, shape }: Spec) => 1 / Math.sqrt(shape.at(name.endsWith('.w2') ? -2 : -1)!),
  embedding: () => 0.05,
  scores: () => 1,
}

/** The parameters' numbers, one array after the other. */
export function valuesOf(parameters: Parameters): Map<string, Floats> {
  return new Map([...parameters].map(([name, { value }]) => [name, value.slice()]))
}

/** Takes over numbers that {@link valuesOf} or a checkpoint holds; names that are missing keep theirs. */
export function setValues(parameters: Parameters, values: ReadonlyMap<string, ArrayLike<number>>): void {
  for (const [name, { value }] of parameters) {
    const given = values.get(name)
    if (given) value.set(given)
  }
}
