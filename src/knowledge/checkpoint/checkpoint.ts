import { sizeOf } from '../model/shapes'

/** A tensor outside of any engine. */
export interface TensorData {
  readonly shape: readonly number[]
  readonly values: Float32Array | Float64Array
}

/** What a file of weights holds. */
export interface Checkpoint {
  readonly tensors: ReadonlyMap<string, TensorData>
  readonly metadata: Readonly<Record<string, string>>
}

/** A file that cannot be taken; the message is one sentence for a person. */
export class CheckpointError extends Error {}

/** The largest tensor that is read, in numbers: 256 MB of float32. */
export const LARGEST = 2 ** 26

/**
 * How many numbers a foreign shape says.
 *
 * @throws {CheckpointError} if it is no list of at most 8 whole numbers, or says more than {@link LARGEST}
 */
export function sizeIn(name: string, shape: unknown): number {
  const isShape =
    Array.isArray(shape) &&
    shape.length <= 8 &&
    shape.every((length) => Number.isSafeInteger(length) && (length as number) >= 0)
  if (!isShape) throw new CheckpointError(`${name}: its shape is no list of whole numbers.`)
  return sizeOf(shape as number[])
}

/**
 * Refuses a size before anything is allocated for it.
 *
 * @throws {CheckpointError} with the number
 */
export function expectRoom(size: number): void {
  if (size > LARGEST)
    throw new CheckpointError(`A tensor of ${size} numbers would not fit; at most ${LARGEST} are read.`)
}
