import type { Matrix, Vector } from '../../core/linear/linalg'
import { dot } from '../../core/linear/linalg'
import { portableExpWide, portableLogWide } from '../../core/numbers/portable'
import type { Distance } from './exercise'

/**
 * What rounding may do to a result, relative to the sum of the sizes of its terms. Some thirty operations, each off
 * by 2⁻⁵³, and directions orthonormal to 2e−15: 256 units leave room.
 */
export const ROUNDING = 2 ** -45

/** No distance at all. */
export const NONE: Distance = { log: -Infinity, slack: 0, isRounding: true }

/** The distance of an error that is known up to `bound`. */
export function distanceOf(error: number, bound: number): Distance {
  const size = Math.abs(error)
  if (size <= bound) return { log: portableLogWide(size + bound), slack: 0, isRounding: true }
  return { log: portableLogWide(size), slack: bound / (size - bound), isRounding: false }
}

/** The farther of two distances. */
export function farther(a: Distance, b: Distance): Distance {
  return a.log > b.log || (a.log === b.log && b.isRounding) ? a : b
}

/** A number and the most by which rounding may have moved it. */
export interface Bounded {
  readonly value: number
  readonly bound: number
}

/** `kᵀq`, its bound from the sizes of the terms: the entries of `sizes` are at least those of `q`, sums without signs. */
export function boundedDot(k: Vector, q: Vector, kSizes: Vector, sizes: Vector): Bounded {
  let size = 0
  for (let i = 0; i < k.length; i++) size += Math.abs(kSizes[i]) * Math.abs(sizes[i])
  return { value: dot(k, q), bound: size * ROUNDING }
}

/** Whether a number and its bound are finite. */
export const isFiniteBounded = ({ value, bound }: Bounded) => Number.isFinite(value) && Number.isFinite(bound)

/** Whether all of it is finite. */
export function isFiniteOperand(x: number | Vector | Matrix): boolean {
  if (typeof x === 'number') return Number.isFinite(x)
  return x.every((entry) => isFiniteOperand(entry))
}

/** `softmax(scores)`, with the same bits on every engine. */
export function portableSoftmax(scores: Vector): Vector {
  const peak = Math.max(...scores)
  const terms = scores.map((s) => portableExpWide(s - peak))
  const total = terms.reduce((sum, term) => sum + term, 0)
  return terms.map((term) => term / total)
}

/** `ln Σ exp(sᵢ)`, with the same bits on every engine; −∞ for no scores. */
export function portableLogSumExp(scores: Vector): number {
  const peak = Math.max(-Infinity, ...scores)
  if (!Number.isFinite(peak)) return peak
  return peak + portableLogWide(scores.reduce((sum, s) => sum + portableExpWide(s - peak), 0))
}
