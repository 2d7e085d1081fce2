import { expectCount, refuse } from '../numbers/expect'
import type { Random } from '../random/random'
import type { Matrix, Vector } from './linalg'

/**
 * n orthonormal vectors of R^d, uniformly distributed (Haar's law: no direction is preferred); shape [n, d].
 *
 * Gram–Schmidt on rows of standard normal draws, whose joint law no rotation changes. Each row goes through it
 * twice: once more takes off what rounding left of the other rows. `|rᵢ·rⱼ − [i = j]|` ≤ 2e−15 (measured up to
 * n = d = 300).
 *
 * @param n - number of vectors, 1 ≤ n ≤ d
 * @param d - dimension
 * @param random - n·d normal draws are taken from it
 * @throws {RangeError} if `n` or `d` is out of range
 * @see notes 1(b)
 */
export function drawOrthonormalBasis(n: number, d: number, random: Random): Matrix {
  expectCount('drawOrthonormalBasis', 'n', n, 1)
  expectCount('drawOrthonormalBasis', 'd', d, 1)
  if (n > d) refuse('drawOrthonormalBasis', `n ≤ d = ${d}`, n)
  const basis: Vector[] = []
  while (basis.length < n) {
    const row = Array.from({ length: d }, () => random.normal())
    basis.push(unitPart(unitPart(row, basis), basis))
  }
  return basis
}

/** The part of `v` orthogonal to `basis`, scaled to length 1. */
function unitPart(v: Vector, basis: Matrix): Vector {
  const rest = [...v]
  for (const b of basis) {
    const along = product(b, rest)
    for (let i = 0; i < rest.length; i++) rest[i] -= along * b[i]
  }
  const length = Math.sqrt(product(rest, rest))
  return rest.map((x) => x / length)
}

/** Inner product without the compensation of `dot`: unit vectors need none, and n²d/2 of its terms are summed. */
function product(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
