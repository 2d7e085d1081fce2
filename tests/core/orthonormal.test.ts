import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  criticalDistance,
  kolmogorovDistance,
  sorted,
  twoSampleDistance,
} from '../../src/core/laws/statistics'
import type { Matrix } from '../../src/core/linear/linalg'
import { drawOrthonormalBasis } from '../../src/core/linear/orthonormal'
import { createRandom } from '../../src/core/random/random'

const shape = fc
  .integer({ min: 1, max: 24 })
  .chain((d) => fc.tuple(fc.integer({ min: 1, max: d }), fc.constant(d)))
const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0)

function largestDefect(basis: Matrix): number {
  const defects = basis.flatMap((r, i) => basis.map((s, j) => Math.abs(inner(r, s) - (i === j ? 1 : 0))))
  return Math.max(...defects)
}

/** First entry of the first row, in coordinates turned by a rotation. */
const turned = ([r]: Matrix) => 0.48 * r[0] - 0.6 * r[1] + 0.64 * r[2]

const determinant = ([[a, b], [c, d]]: Matrix) => a * d - b * c

/** One number of each of many bases. */
function sample(
  count: number,
  n: number,
  d: number,
  seed: number,
  part: (basis: Matrix) => number,
): Float64Array {
  const random = createRandom(seed)
  return Float64Array.from({ length: count }, () => part(drawOrthonormalBasis(n, d, random)))
}

test.prop([shape, fc.integer({ min: 0, max: 2 ** 32 - 1 })])('rows are orthonormal', ([n, d], seed) => {
  const basis = drawOrthonormalBasis(n, d, createRandom(seed))
  expect(basis.map((row) => row.length)).toEqual(Array.from({ length: n }, () => d))
  expect(largestDefect(basis)).toBeLessThanOrEqual(1e-14)
})

test('rows of a large square matrix are orthonormal', () => {
  expect(largestDefect(drawOrthonormalBasis(150, 150, createRandom(9)))).toBeLessThanOrEqual(1e-14)
})

test('rows that are nearly dependent come out orthonormal', () => {
  let call = 0
  const noise = createRandom(4)
  const almost = { ...noise, normal: () => (call++ % 3 === 0 ? 1 : 0) + 1e-13 * noise.normal() }
  expect(largestDefect(drawOrthonormalBasis(3, 3, almost))).toBeLessThanOrEqual(1e-14)
})

describe("Haar's law", () => {
  const count = 20_000

  test.each([0, 1, 2])('in R³ every entry of row %i is uniform on [−1, 1] (Archimedes)', (row) => {
    for (const column of [0, 1, 2]) {
      const entries = sample(count, 3, 3, 50 + row, (basis) => basis[row][column])
      const distance = kolmogorovDistance(sorted(entries), (x) => (x + 1) / 2)
      expect(distance).toBeLessThan(criticalDistance(count, 0.01))
    }
  })

  test('turned by a fixed rotation, it is the same law', () => {
    const distance = twoSampleDistance(
      sorted(sample(count, 2, 4, 1, turned)),
      sorted(sample(count, 2, 4, 2, ([r]) => r[0])),
    )
    expect(distance).toBeLessThan(criticalDistance(count / 2, 0.01))
  })

  test('rows depend on one another as they should: E r₁₁r₂₂r₁₂r₂₁ = −1/(d(d − 1)(d + 2))', () => {
    const products = sample(count, 3, 3, 7, ([r, s]) => r[0] * s[1] * r[1] * s[0])
    expect(products.reduce((sum, x) => sum + x, 0) / count).toBeCloseTo(-1 / 30, 2.5)
  })

  test('half of the square ones are reflections', () => {
    const reflections = sample(count, 2, 2, 13, determinant).filter((x) => x < 0).length
    expect(Math.abs(reflections - count / 2) / Math.sqrt(count / 4)).toBeLessThan(3.3)
  })
})

test('the same seed gives the same basis', () => {
  expect(drawOrthonormalBasis(2, 5, createRandom(1))).toEqual(drawOrthonormalBasis(2, 5, createRandom(1)))
})

test.each([
  [0, 3],
  [4, 3],
  [1.5, 3],
  [NaN, 3],
  [1, 0],
  [1, Infinity],
])('n = %d, d = %d is refused', (n, d) => {
  expect(() => drawOrthonormalBasis(n, d, createRandom(1))).toThrow(RangeError)
})
