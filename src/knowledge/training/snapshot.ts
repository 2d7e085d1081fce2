import type { Engine } from '../engine/kernels'
import type { Parameters } from '../model/parameters'
import { createRun, type Progress, type Run } from './run'
import type { RunSetting } from './setting'

/** A run at one step: all that is needed to go on from there, or, without moments, to ask its model. */
export interface Snapshot extends Progress {
  /** Float32 numbers of all parameters in the order of the model, then both moments of each unless training is over. */
  readonly numbers: Float32Array<ArrayBuffer>
}

/** The state of `run`, in memory of its own. */
export function snapshotOf(run: Run): Snapshot {
  const { step, pending, evaluations, model } = run
  const arrays = arraysOf(model.parameters, step < run.total)
  const numbers = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    numbers.set(array, at)
    at += array.length
  }
  return { step, pending, evaluations: evaluations.slice(), numbers }
}

/**
 * The run that `snapshot` was taken of.
 *
 * @throws {RangeError} if it is of a model with another number of parameters
 */
export function resumed(engine: Engine, setting: RunSetting, snapshot: Snapshot): Run {
  const run = createRun(engine, setting, snapshot)
  restore(run.model.parameters, snapshot.numbers)
  return run
}

/**
 * Fills parameters, and moments where they are there, with the numbers of a snapshot.
 *
 * @throws {RangeError} if there are too few or too many
 */
export function restore(parameters: Parameters, numbers: Float32Array): void {
  const values = arraysOf(parameters, false)
  const size = values.reduce((sum, { length }) => sum + length, 0)
  const arrays = numbers.length === size ? values : arraysOf(parameters, true)
  const expected = arrays.reduce((sum, { length }) => sum + length, 0)
  if (numbers.length !== expected)
    throw new RangeError(`restore: expected ${size} or ${3 * size} numbers, got ${numbers.length}`)
  let at = 0
  for (const array of arrays) {
    array.set(numbers.subarray(at, at + array.length))
    at += array.length
  }
}

function arraysOf(parameters: Parameters, withMoments: boolean) {
  const all = [...parameters.values()]
  const values = all.map(({ value }) => value)
  return withMoments ? [...values, ...all.flatMap(({ first, second }) => [first, second])] : values
}
