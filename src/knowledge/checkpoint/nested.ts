import { CheckpointError, type TensorData } from './checkpoint'

/** Arrays within arrays, as JSON holds a tensor. */
export type Nested = number | readonly Nested[]

/** The numbers of a tensor from `start` on as arrays within arrays. */
export function nested(values: ArrayLike<number>, shape: readonly number[], start = 0): Nested {
  if (shape.length === 0) return values[start]
  const [length, ...rest] = shape
  const step = rest.reduce((product, size) => product * size, 1)
  return Array.from({ length }, (_, i) => nested(values, rest, start + i * step))
}

/**
 * The tensor that arrays within arrays spell, in float64.
 *
 * @throws {CheckpointError} if it is ragged, or holds anything but numbers
 */
export function flattened(name: string, foreign: unknown): TensorData {
  const shape: number[] = []
  for (let level = foreign; Array.isArray(level); level = (level as unknown[])[0]) shape.push(level.length)
  const values: number[] = []
  collect(name, foreign, shape, values)
  return { shape, values: Float64Array.from(values) }
}

function collect(name: string, foreign: unknown, shape: readonly number[], values: number[]): void {
  const [length, ...rest] = shape
  if (length === undefined) {
    if (typeof foreign !== 'number')
      throw new CheckpointError(`${name}: expected numbers in arrays of one length.`)
    values.push(foreign)
  } else if (Array.isArray(foreign) && foreign.length === length)
    for (const inner of foreign) collect(name, inner, rest, values)
  else throw new CheckpointError(`${name}: expected arrays of one length, ${length}.`)
}
