import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logistic } from '../../src/core/attention/logistic'
import { normalCdf } from '../../src/core/laws/normal'
import { expectNormal, integral } from '../../src/core/laws/quadrature'

/** The inner of two expectations: over y ~ N(1, 4), for a given x. */
const overSecond = (x: number) => expectNormal((y) => logistic(3 * x - y), 1, 2, 3 * x)

const relative = (actual: number, wanted: number) => Math.abs(actual / wanted - 1)

describe('integral', () => {
  test.prop([fc.integer({ min: 0, max: 22 }), fc.double({ min: 0.1, max: 3, noNaN: true })])(
    'is exact for powers up to 22',
    (power, to) => {
      expect(
        relative(
          integral((x) => x ** power, [0, to]),
          to ** (power + 1) / (power + 1),
        ),
      ).toBeLessThan(1e-14)
    },
  )

  test('resolves a corner, a jump and a root singularity', () => {
    expect(integral((x) => Math.abs(x - 0.3), [0, 1])).toBeCloseTo(0.29, 12)
    expect(integral((x) => (x < 0.3 ? 0 : 1), [0, 1])).toBeCloseTo(0.7, 11)
    expect(integral(Math.sqrt, [0, 1])).toBeCloseTo(2 / 3, 12)
  })

  test.prop([fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 14, maxLength: 14 })])(
    'of a polynomial of degree 13 takes the fifteen points of one panel, all inside',
    (coefficients) => {
      const at = (x: number) => coefficients.reduceRight((sum, c) => sum * x + c, 0)
      const points: number[] = []
      const value = integral(
        (x) => {
          points.push(x)
          return at(x)
        },
        [-1, 1],
      )
      const even = coefficients.map((c, k) => (k % 2 === 0 ? (2 * c) / (k + 1) : 0))
      expect(Math.abs(value - even.reduce((x, y) => x + y))).toBeLessThan(1e-13)
      expect(new Set(points).size).toBe(15)
      expect(points).toHaveLength(15)
      const ordered = points.toSorted((a, b) => a - b)
      expect(ordered.map((x) => 0 - x).toReversed()).toEqual(ordered)
      expect(Math.max(...points)).toBeLessThan(1)
    },
  )

  test.prop([fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 })])(
    'does not depend on the breaks, and is linear',
    (inner) => {
      const breaks = [-6, ...inner.toSorted((a, b) => a - b), 6]
      expect(integral(logistic, breaks)).toBeCloseTo(6, 12)
      expect(integral((x) => -3 * logistic(x), breaks)).toBeCloseTo(-18, 12)
    },
  )

  test('of a wave that turns a hundred times is found by halving', () => {
    expect(integral((x) => Math.sin(200 * Math.PI * x) ** 2, [0, 1])).toBeCloseTo(0.5, 12)
    expect(integral((x) => Math.cos(x), [0, 100])).toBeCloseTo(Math.sin(100), 11)
  })

  test('halves only where it must: a corner in one panel costs the others nothing', () => {
    const seen = [0, 0, 0]
    const corner = (x: number) => {
      seen[Math.floor(x)]++
      return Math.abs(x - 1.3)
    }
    expect(integral(corner, [0, 1, 2, 3])).toBeCloseTo(2.29, 12)
    expect([seen[0], seen[2]]).toEqual([15, 15])
    expect(seen[1]).toBeGreaterThan(150)
  })

  test('over nothing is 0', () => {
    expect(integral(Math.exp, [2, 2])).toBe(0)
    expect(integral(() => 0, [0, 1, 2])).toBe(0)
  })

  test('gives up on noise, and says so', () => {
    let state = 1
    const noise = () => (state = (state * 48271) % 2147483647) / 2147483647
    expect(() => integral(noise, [0, 1])).toThrow(/integral: expected a smoother integrand, got \d+ panels/)
  })

  test('refuses a function that is not finite', () => {
    expect(() => integral(() => NaN, [0, 1])).toThrow('integral: expected a finite integrand, got NaN')
    expect(() => integral((x) => 1 / x ** 2, [-1, 1])).toThrow(RangeError)
  })
})

describe('expectNormal', () => {
  test.each([
    [2, 1],
    [4, 3],
    [6, 15],
    [20, 654729075],
  ])('E Z^%i = %i', (power, moment) => {
    expect(
      relative(
        expectNormal((z) => z ** power, 0, 1),
        moment,
      ),
    ).toBeLessThan(1e-14)
  })

  const place = fc.double({ min: -20, max: 20, noNaN: true })
  const spread = fc.double({ min: 1e-6, max: 15, noNaN: true })

  test.prop([place, spread])('E exp(X) = exp(mean + sd²/2)', (mean, sd) => {
    // The rounding of x is an error of exp(x).
    const bound = 1e-14 * (1 + Math.abs(mean) + sd ** 2)
    expect(relative(expectNormal(Math.exp, mean, sd), Math.exp(mean + sd ** 2 / 2))).toBeLessThan(bound)
  })

  test.prop([place, spread])('E cos X = cos(mean)·exp(−sd²/2), relative to E |cos X|', (mean, sd) => {
    expect(expectNormal(Math.cos, mean, sd)).toBeCloseTo(Math.cos(mean) * Math.exp((-sd * sd) / 2), 12)
  })

  test.prop([place, spread])('a jump costs no accuracy where it is known', (at, sd) => {
    const step = (x: number) => (x > at ? 1 : 0)
    const wanted = normalCdf(-at / sd)
    expect(Math.abs(expectNormal(step, 0, sd, at) - wanted)).toBeLessThanOrEqual(1e-14 * wanted)
  })

  test.each([1e-3, 1, 1e2, 1e4, 1e6, 1e9])('σ(sd·z) and its dip in (σ − ½)², sd = %d', (sd) => {
    expect(expectNormal((z) => logistic(sd * z), 0, 1)).toBeCloseTo(0.5, 15)
    // For sd → ∞, E (σ − ½)² = ¼ − φ(0)/sd + π²φ(0)/(6 sd³) − …, as ∫σ(1 − σ) = 1 and ∫x²σ(1 − σ) = π²/3.
    if (sd < 100) return
    const density = 1 / Math.sqrt(2 * Math.PI)
    const wanted = 0.25 - density / sd + (Math.PI ** 2 * density) / (6 * sd ** 3)
    expect(
      relative(
        expectNormal((z) => (logistic(sd * z) - 0.5) ** 2, 0, 1),
        wanted,
      ),
    ).toBeLessThan(12 / sd ** 5 + 2e-15)
  })

  test('nests: two normals make one of the summed variance', () => {
    expect(
      relative(expectNormal(overSecond, 0, 1), expectNormal(logistic, -1, Math.sqrt(13), 0)),
    ).toBeLessThan(1e-13)
  })

  test('the same input gives the same bits', () => {
    expect(expectNormal(logistic, 0.3, 7)).toBe(expectNormal(logistic, 0.3, 7))
  })

  test.each([
    [-3, 1.5, 4],
    [2, 0.25, 11],
    [0, 1, -1e6],
    [1000, 1, 1000.5],
  ])('a place named steep changes nothing where f is smooth: mean %d, sd %d, place %d', (mean, sd, at) => {
    const f = (x: number) => Math.cos(x - mean)
    expect(expectNormal(f, mean, sd, at)).toBeCloseTo(Math.exp((-sd * sd) / 2), 13)
  })

  test('a jump far outside is not looked for, and has no weight', () => {
    expect(expectNormal((x) => (x > 50 ? 1e300 : 1), 0, 1, 50)).toBeCloseTo(1, 14)
    expect(
      relative(
        expectNormal((x) => (x > 38 ? 1 : 0), 0, 1, 38),
        normalCdf(-38),
      ),
    ).toBeLessThan(1e-10)
  })

  test('without spread it is the value at the mean', () => {
    expect(expectNormal(Math.exp, 2, 0)).toBe(Math.exp(2))
  })

  test.each([
    [NaN, 1, 0],
    [Infinity, 1, 0],
    [0, -1, 0],
    [0, NaN, 0],
    [0, Infinity, 0],
    [0, 1, NaN],
  ])('mean %d, sd %d, steep at %d is refused', (mean, sd, at) => {
    expect(() => expectNormal(Math.exp, mean, sd, at)).toThrow(
      /^expectNormal: expected a finite (mean|sd ≥ 0|place), got /,
    )
  })
})
