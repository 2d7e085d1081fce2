import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { scoreMargin } from '../../src/core/attention/margin'
import { shortestAffinePoint } from '../../src/core/linear/affine'
import { minimumNormPoint, selectingDirection } from '../../src/core/linear/hull'
import {
  add,
  basis,
  dot,
  identity,
  type Matrix,
  matVec,
  mean,
  norm,
  scaled,
  subtract,
  transpose,
} from '../../src/core/linear/linalg'
import { extremes } from './reference'

const coordinate = fc.double({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true })
/** Small whole numbers make repeated, collinear and coplanar points common. */
const lattice = fc.integer({ min: -2, max: 2 })
const pointSets = (entry: fc.Arbitrary<number>) =>
  fc
    .integer({ min: 1, max: 16 })
    .chain((d) => fc.array(fc.array(entry, { minLength: d, maxLength: d }), { minLength: 1, maxLength: 30 }))
const anyPoints = fc.oneof(pointSets(coordinate), pointSets(lattice))

const longest = (points: Matrix) => Math.max(...points.map(norm))

describe('minimumNormPoint', () => {
  test.each(extremes.hull)('of $points is the exact one', ({ points, ...wanted }) => {
    const nearest = minimumNormPoint(points)
    const tolerance = Math.max(4e-15 * Math.max(...points.flat().map(Math.abs)), Number.MIN_VALUE)
    expect(Math.abs(nearest.norm - Number(wanted.norm))).toBeLessThanOrEqual(tolerance)
    for (const [k, x] of nearest.point.entries())
      expect(Math.abs(x - Number(wanted.point[k]))).toBeLessThanOrEqual(tolerance)
  })

  test.prop([anyPoints], { numRuns: 400 })(
    'is a convex combination, and no point lies below its plane',
    (points) => {
      const { point, coefficients, norm: length } = minimumNormPoint(points)
      const reach = longest(points)
      expect(coefficients.every((c) => c >= 0)).toBe(true)
      expect(coefficients.reduce((s, c) => s + c, 0)).toBeCloseTo(1, 14)
      expect(norm(subtract(matVec(transpose(points), coefficients), point))).toBeLessThanOrEqual(
        4e-15 * reach,
      )
      expect(length).toBeCloseTo(norm(point), 14)
      for (const x of points)
        expect(dot(point, subtract(x, point))).toBeGreaterThanOrEqual(-5e-15 * length * reach)
    },
  )

  test.prop([anyPoints, fc.integer({ min: -900, max: 900 })])(
    'follows a change of unit',
    (points, exponent) => {
      const unit = 2 ** exponent
      const nearest = minimumNormPoint(points.map((p) => p.map((x) => (Math.abs(x) < 1e-30 ? 0 : x))))
      const inUnits = minimumNormPoint(points.map((p) => p.map((x) => (Math.abs(x) < 1e-30 ? 0 : x * unit))))
      expect(inUnits.norm).toBe(nearest.norm * unit)
      expect(inUnits.point).toEqual(scaled(nearest.point, unit))
      expect(inUnits.coefficients).toEqual(nearest.coefficients)
    },
  )

  test.prop([pointSets(lattice), fc.nat()])('is exactly 0 around the mean of some points', (points, k) => {
    const few = points.slice(0, 1 + (k % points.length))
    // Multiplied by their number, so that the mean is whole.
    const middle = scaled(mean(few), few.length).map(Math.round)
    const nearest = minimumNormPoint(points.map((p) => subtract(scaled(p, few.length), middle)))
    expect(nearest.norm).toBe(0)
    expect(nearest.point).toEqual(points[0].map(() => 0))
  })

  test.prop([anyPoints])('is exactly 0 between points and their opposites', (points) => {
    expect(minimumNormPoint([...points, ...points.map((p) => scaled(p, -1))]).norm).toBe(0)
  })

  test.prop([anyPoints])('does not mind repeated points', (points) => {
    const once = minimumNormPoint(points)
    const thrice = minimumNormPoint([...points, ...points, ...points])
    expect(Math.abs(thrice.norm - once.norm)).toBeLessThanOrEqual(4e-15 * longest(points))
  })

  test('of a thousand points in 16 dimensions', () => {
    const points = Array.from({ length: 1000 }, (_, i) =>
      [...Array(16).keys()].map((k) => Math.sin(i * (k + 1) + k * k) + 0.4),
    )
    const { point, norm: length } = minimumNormPoint(points)
    expect(length).toBeGreaterThan(0.1)
    for (const x of points)
      expect(dot(point, x)).toBeGreaterThanOrEqual(length * (length - 4e-15 * longest(points)))
  })

  test('of points of which it needs two gives the third no part, however early that was taken', () => {
    const nearest = minimumNormPoint([
      [1, 0, 1],
      [-1, 1, 1],
      [-32, 0, 1],
    ])
    expect(nearest).toMatchObject({ point: [0, 0, 1], norm: 1 })
    for (const [i, c] of [32 / 33, 0, 1 / 33].entries()) expect(nearest.coefficients[i]).toBeCloseTo(c, 15)
  })

  test('of a needle at a distance of 1e−9 keeps its direction', () => {
    const points = [
      [1e-9, 1, 0],
      [1e-9, -0.3, 0.7],
      [1e-9, -0.7, -0.4],
    ]
    const { point } = minimumNormPoint(points)
    expect(point[0]).toBeCloseTo(1e-9, 24)
    expect(Math.hypot(point[1], point[2])).toBeLessThan(1e-24)
  })
})

describe('shortestAffinePoint', () => {
  test('of a line, by more points than it takes, is the foot of the perpendicular', () => {
    const slope = [0.1, -0.7, 0.3]
    const points = [0, 1, 3, 7].map((t) => add([0.3, 0.5, 0.9], scaled(slope, t)))
    const { point, coefficients } = shortestAffinePoint(points)
    expect(coefficients.slice(2).every((c) => c === 0)).toBe(true)
    expect(dot(point, slope)).toBeCloseTo(0, 15)
    expect(norm(point)).toBeCloseTo(Math.sqrt(1.15 - 0.05 ** 2 / 0.59), 15)
  })

  test.prop([fc.array(fc.array(lattice, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 9 })])(
    'is perpendicular to the hull, and the combination it says it is',
    (points) => {
      const { point, coefficients } = shortestAffinePoint(points)
      for (const p of points) expect(dot(point, subtract(p, points[0]))).toBeCloseTo(0, 13)
      const combined = matVec(transpose(points), coefficients)
      for (const [k, x] of point.entries()) expect(combined[k]).toBeCloseTo(x, 12)
      expect(coefficients.reduce((s, c) => s + c, 0)).toBeCloseTo(1, 13)
    },
  )
})

describe('selectingDirection', () => {
  const square = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ]

  test('a vertex is selectable, the middle of an edge and of the whole are not', () => {
    const corner = selectingDirection(square, 0)
    expect(corner.selectable).toBe(true)
    expect(corner.margin).toBeCloseTo(Math.SQRT2, 14)
    const none = { direction: [0, 0], margin: 0, selectable: false }
    expect(selectingDirection([[0, 1], ...square], 0)).toEqual(none)
    expect(selectingDirection([[0.1, -0.2], ...square], 0)).toEqual(none)
  })

  test('a repeated key is not selectable, a key alone always is', () => {
    expect(selectingDirection([...square, [1, 1]], 0).selectable).toBe(false)
    expect(selectingDirection([[3, 4]], 0)).toEqual({ direction: [1, 0], margin: Infinity, selectable: true })
  })

  test.each([2, 3, 10, 40])('of %d orthonormal keys any has margin √(n/(n−1))', (n) => {
    const { direction, margin } = selectingDirection(identity(n), 1)
    expect(margin).toBeCloseTo(Math.sqrt(n / (n - 1)), 14)
    const wanted = subtract(basis(1, n), mean(identity(n)))
    for (const [k, x] of direction.entries()) expect(x).toBeCloseTo(wanted[k] / norm(wanted), 13)
  })

  test.prop([anyPoints, fc.nat()])('the margin is attained, and no single key leads by more', (keys, k) => {
    const target = k % keys.length
    const { direction, margin, selectable } = selectingDirection(keys, target)
    fc.pre(selectable && keys.length > 1)
    expect(norm(direction)).toBeCloseTo(1, 14)
    const tolerance = 1e-14 * longest(keys)
    expect(Math.abs(scoreMargin(matVec(keys, direction), target) - margin)).toBeLessThanOrEqual(tolerance)
  })

  test.prop([pointSets(lattice), fc.nat(), fc.nat(), fc.array(coordinate, { minLength: 16, maxLength: 16 })])(
    'no other direction does better',
    (keys, k, _, entries) => {
      const target = k % keys.length
      const other = entries.slice(0, keys[0].length)
      fc.pre(keys.length > 1 && norm(other) > 1e-3)
      const best = selectingDirection(keys, target).margin
      const attained = scoreMargin(matVec(keys, other), target) / norm(other)
      expect(attained).toBeLessThanOrEqual(best + 1e-13)
    },
  )

  test('keys at the ends of the range', () => {
    for (const size of [1e308, 1e-308]) {
      const { direction, margin, selectable } = selectingDirection(
        [
          [size, 0],
          [-size / 2, 0],
        ],
        0,
      )
      expect(selectable).toBe(true)
      expect(direction).toEqual([1, 0])
      expect(margin).toBe(1.5 * size)
    }
  })
})

describe('what is refused', () => {
  test('no points, ragged points, points that are not finite', () => {
    expect(() => minimumNormPoint([])).toThrow(
      new RangeError('minimumNormPoint: expected a whole number of points ≥ 1, got 0'),
    )
    expect(() => minimumNormPoint([[1, 2], [3]])).toThrow(
      new RangeError('minimumNormPoint: expected rows of length 2, got length 1 in row 1'),
    )
    expect(() => minimumNormPoint([[1, Number.NaN]])).toThrow(
      new RangeError('minimumNormPoint: expected finite numbers, got NaN at index 1'),
    )
  })

  test('a target that is no key', () => {
    expect(() => selectingDirection([[1]], 1)).toThrow(
      new RangeError('selectingDirection: expected a whole index from 0 to 0, got 1'),
    )
    expect(() => selectingDirection([], 0)).toThrow(RangeError)
    expect(() =>
      selectingDirection(
        [
          [1, Infinity],
          [0, 0],
        ],
        0,
      ),
    ).toThrow(RangeError)
  })
})
