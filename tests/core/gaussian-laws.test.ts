import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { averagingWeights } from '../../src/core/attention/averaging'
import { drawColumns, GaussianSampler } from '../../src/core/gaussian/gaussian'
import { expectedError } from '../../src/core/gaussian/gaussian-error'
import { scaleWindow, scoreLaws, shareLaw } from '../../src/core/gaussian/gaussian-laws'
import type { GaussianQuery, GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import {
  logitNormalCdf,
  logitNormalMean,
  logitNormalPdf,
  logitNormalVariance,
} from '../../src/core/laws/logit-normal'
import { normalCdf } from '../../src/core/laws/normal'
import {
  criticalDistance,
  kolmogorovDistance,
  noMoments,
  sampleVariance,
  sorted,
  withValues,
} from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'
import { expectClose, values } from './reference'

const queries: readonly ((scale: number) => GaussianQuery)[] = [
  (scale) => ({ wanted: [scale, scale], others: 0 }),
  (scale) => ({ wanted: [scale, scale], others: -scale }),
  (scale) => ({ wanted: [0, 0], others: -scale }),
]

const settingOf = (
  n: number,
  keyVariance: number,
  normVariance: number,
  query: GaussianQuery,
): GaussianSetting => ({
  n,
  keyVariance,
  normVariance,
  queries: [query],
})

describe('sampled against exact, 40 settings', () => {
  const random = createRandom(1)
  const cases = Array.from({ length: 40 }, (_, seed) => {
    const [n, scale] = [random.integer(2, 60), Number((0.5 * 200 ** random.uniform()).toPrecision(2))]
    const keyVariance = Number((1e-6 * 1e5 ** random.uniform()).toPrecision(2))
    const normVariance = [0, 0.5, 2][seed % 3]
    const query = queries[Math.floor(seed / 3) % 3](scale)
    return { seed, n, scale, keyVariance, setting: settingOf(n, keyVariance, normVariance, query) }
  })

  test.each(cases)('n = $n, Q = $scale, α = $keyVariance, seed $seed', ({ seed, n, setting }) => {
    const count = 4000
    const columns = drawColumns(setting, count)
    new GaussianSampler(setting, seed).fill(columns)
    const difference = Float64Array.from(
      { length: count },
      (_, i) => columns.scores[2 * i] - columns.scores[2 * i + 1],
    )
    const law = shareLaw(setting)
    // 40 settings and two statistics: each may stray with probability 1e−4.
    if (law.sd > 0) {
      const distance = kolmogorovDistance(sorted(difference), (x) => normalCdf((x - law.mean) / law.sd))
      expect(distance).toBeLessThan(criticalDistance(count, 1e-4))
    } else expect(new Set(difference)).toEqual(new Set([0]))
    const moments = withValues(noMoments, columns.errors)
    const exact = expectedError(setting)
    const error = Math.sqrt(sampleVariance(moments) / count)
    expect(Math.abs(moments.mean - exact), `n ${n}: ${moments.mean} against ${exact}`).toBeLessThan(
      3.9 * error + 1e-12,
    )
  })
})

describe('shareLaw', () => {
  test.each(values.gaussianKeys)('Q = $Q, α = $alpha, anisotropy $anisotropy: all closed forms', (wanted) => {
    const { mean, sd } = shareLaw(settingOf(10, wanted.alpha, wanted.anisotropy, queries[0](wanted.Q)))
    expect(mean).toBe(0)
    expectClose(sd, wanted.sd)
    expectClose(logitNormalMean(mean, sd), wanted.mean)
    expectClose(logitNormalVariance(mean, sd), wanted.variance)
    expectClose(logitNormalCdf(0.9, mean, sd), wanted.cdfAt0_9)
    expectClose(logitNormalPdf(0.5, mean, sd), wanted.pdfAt0_5)
    expectClose(logitNormalPdf(0.99, mean, sd), wanted.pdfAt0_99)
  })

  test('a query of nothing but the others does not see how long key a is', () => {
    const law = (normVariance: number) => shareLaw(settingOf(10, 1e-3, normVariance, queries[2](10)))
    expect(law(2)).toEqual(law(0))
  })

  test.prop([
    fc.integer({ min: 2, max: 50 }),
    fc.constantFrom(0, 1, 2),
    fc.double({ min: 0.1, max: 1000, noNaN: true }),
  ])('is the law of the difference of the two scores', (n, which, scale) => {
    const setting = settingOf(n, 1e-3, 0.5, queries[which](scale))
    const { a, b } = scoreLaws(setting)
    const law = shareLaw(setting)
    expect(law.sd ** 2).toBeCloseTo(a.sd ** 2 + b.sd ** 2, 6)
    expect(law.mean).toBe(0)
  })
})

describe('expectedError', () => {
  const notes = (scale: number, keyVariance: number, n = 100, normVariance = 0) =>
    expectedError(settingOf(n, keyVariance, normVariance, queries[0](scale)))

  test('has its smallest value inside the window', () => {
    const found = [2, 5, 8, 10, 30, 100].map((scale) => Number(notes(scale, 1e-4).toPrecision(3)))
    expect(found).toEqual([0.385, 0.0323, 0.00319, 0.00488, 0.0385, 0.197])
  })

  test.prop([fc.integer({ min: 2, max: 1000 }), fc.double({ min: 0.1, max: 100, noNaN: true })])(
    'without variance it is that of orthonormal keys',
    (n, scale) => {
      const { leak } = averagingWeights(n, scale)
      const wanted = n === 2 ? 0 : leak ** 2 * (0.5 + 1 / (n - 2))
      expect(Math.abs(notes(scale, 0, n) - wanted)).toBeLessThanOrEqual(1e-12 * wanted)
    },
  )

  test.each([
    [3, 100, 0],
    [10, 10, 0.5],
    [30, 10, 0.5],
    [5, 1000, 2],
  ])('Q = %d, n = %i: the limit α → 0 meets α = 0', (scale, n, normVariance) => {
    expect(notes(scale, 1e-16, n, normVariance) / notes(scale, 0, n, normVariance)).toBeCloseTo(1, 7)
  })

  test.each([0.99, 0.999, 1, 1.001, 1.01])('both rules meet where a score has deviation 1: %d', (sd) => {
    // ‖q‖ = Q√2.
    const at = (x: number) => notes(10, x ** 2 / 200)
    expect(at(sd)).toBeGreaterThan(at(sd - 1e-4))
    expect((at(sd + 1e-9) - at(sd - 1e-9)) / at(sd)).toBeLessThan(1e-8)
  })

  test('small errors keep their digits', () => {
    // For n = 2 and a small deviation, ½E tanh²(Δ/2) ≈ E Δ²/8 = αQ²/2.
    expect(notes(10, 1e-8, 2) / 5e-7).toBeCloseTo(1, 4)
    expect(notes(0.1, 1e-8, 2) / 5e-11).toBeCloseTo(1, 8)
    // The score of a alone varies: ½E tanh²(Δ/2) ≈ νQ²/8, down to variances whose deviation is 1e−15.
    for (const variance of [1e-8, 1e-16, 1e-30])
      expect(notes(10, 0, 2, variance) / (12.5 * variance), `ν = ${variance}`).toBeCloseTo(1, 5)
    for (const variance of [1e-10, 1e-16, 1e-30])
      expect(notes(10, variance, 2) / (50 * variance), `α = ${variance}`).toBeCloseTo(1, 5)
  })

  test('of long keys it tends to ½ whatever the scale', () => {
    expect(notes(1000, 1e-8, 10, 0.5)).toBeGreaterThan(0.49)
    expect(Math.min(...[2, 4, 8, 16, 64].map((scale) => notes(scale, 1e-8, 10, 0.5)))).toBeGreaterThan(0.1)
  })

  test('refuses what it is not about', () => {
    const other =
      (query: GaussianQuery, more: Partial<GaussianSetting> = {}) =>
      () =>
        expectedError({ ...settingOf(10, 0.1, 0, query), ...more })
    expect(other({ wanted: [1, 2], others: 0 })).toThrow(
      'expected equal coefficients of a and b, got 1 and 2',
    )
    expect(other({ wanted: [1, 1, 1], others: 0 })).toThrow('expected two wanted keys, got 3')
    expect(other(queries[0](1), { queries: [queries[0](1), queries[0](1)] })).toThrow(
      'expected one query, got 2',
    )
    expect(other(queries[0](1), { keyVariance: NaN })).toThrow(RangeError)
  })
})

describe('scaleWindow', () => {
  test('has the ends of the notes’ “sufficiently”', () => {
    const { low, high } = scaleWindow(100, 1e-4, 0.01)
    expect(low).toBe(Math.log(98 / 0.02))
    expect(high).toBeCloseTo(50, 12)
  })

  test('is open above without variance and below without others', () => {
    expect(scaleWindow(2, 0, 0.01)).toEqual({ low: 0, high: Infinity })
  })

  test.each([
    [1, 0, 0.1],
    [10, -1, 0.1],
    [10, 0, 0],
    [10, 0, 1],
    [10, NaN, 0.1],
  ])('%d, %d, %d is refused', (n, alpha, epsilon) => {
    expect(() => scaleWindow(n, alpha, epsilon)).toThrow(
      /^scaleWindow: expected (a whole number of keys ≥ 2|a finite keyVariance ≥ 0|epsilon between 0 and 1, both excluded), got /,
    )
  })
})
