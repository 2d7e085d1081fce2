import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  criticalDistance,
  histogram,
  kolmogorovDistance,
  noMoments,
  quantile,
  sampleVariance,
  sorted,
  twoSampleDistance,
  withValues,
} from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'

const list = (...numbers: number[]) => Float64Array.from(numbers)
const numbers = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 })
  .map((v) => list(...v))

const coarse = fc
  .array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 40 })
  .map((v) => sorted(list(...v)))
const uniform = (x: number) => Math.min(1, Math.max(0, x))
const below = (v: Float64Array, x: number) => v.filter((y) => y <= x).length / v.length

describe('moments', () => {
  test.prop([numbers, fc.nat({ max: 60 })])('do not depend on the batches', (values, cut) => {
    const whole = withValues(noMoments, values)
    const parts = withValues(withValues(noMoments, values.subarray(0, cut)), values.subarray(cut))
    expect(parts).toEqual(whole)
  })

  test.prop([numbers])('agree with the definition', (values) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)
    const moments = withValues(noMoments, values)
    expect(Math.abs(moments.mean - mean)).toBeLessThanOrEqual(1e-9)
    expect(Math.abs(sampleVariance(moments) - variance)).toBeLessThanOrEqual(1e-12 * variance + 1e-9)
  })

  test('a large offset takes no digits from the variance', () => {
    expect(sampleVariance(withValues(noMoments, list(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)))).toBe(30)
  })

  test('what has none is refused', () => {
    expect(() => sampleVariance(withValues(noMoments, list(1)))).toThrow(
      'sampleVariance: expected a whole count ≥ 2, got 1',
    )
    for (const values of [list(1, NaN), list(Infinity), list(-1e200, 1e200)])
      expect(() => withValues(noMoments, values)).toThrow(
        'withValues: expected finite numbers of finite variance, got ',
      )
  })
})

describe('quantile', () => {
  test('interpolates between places', () => {
    const ordered = sorted(list(40, 10, 30, 20))
    expect([0, 0.25, 0.5, 1].map((p) => quantile(ordered, p))).toEqual([10, 17.5, 25, 40])
    expect(quantile(list(7), 0.3)).toBe(7)
  })

  test.prop([numbers, fc.double({ min: 0, max: 1, noNaN: true })])(
    'lies in the sample, and grows',
    (values, p) => {
      const ordered = sorted(values)
      expect(quantile(ordered, p)).toBeGreaterThanOrEqual(ordered[0])
      expect(quantile(ordered, p)).toBeLessThanOrEqual(quantile(ordered, Math.min(1, p + 0.1)) + 1e-9)
    },
  )

  test('what is no probability, or no sample, is refused', () => {
    for (const p of [-0.1, 1.1, NaN])
      expect(() => quantile(list(1), p)).toThrow(`quantile: expected a probability from 0 to 1, got ${p}`)
    expect(() => quantile(list(), 0.5)).toThrow('quantile: expected a whole number of values ≥ 1, got 0')
    expect(() => sorted(list())).toThrow('sorted: expected at least one number, got none')
    expect(() => sorted(list(0, NaN))).toThrow('sorted: expected numbers, got NaN')
  })

  test('sorting leaves the numbers where they were', () => {
    const values = list(2, 1)
    expect([...sorted(values), ...values]).toEqual([1, 2, 2, 1])
  })
})

describe('histogram', () => {
  test.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.integer({ min: 1, max: 50 })])(
    'puts every value between the edges of its bin',
    (values, bins) => {
      const edge = (k: number) => k / bins
      const wanted = Array.from(
        { length: bins },
        (_, k) =>
          values.filter((x) => x >= edge(k) && (x < edge(k + 1) || (k === bins - 1 && x === 1))).length,
      )
      expect(histogram(list(...values), 0, 1, bins)).toEqual(wanted)
    },
  )

  test('an edge belongs to the right and what is just below to the left, also where the division rounds', () => {
    const justBelow = (x: number) => x - 2 ** (Math.ceil(Math.log2(x)) - 53)
    for (let bins = 2; bins <= 200; bins++) {
      const edges = Array.from({ length: bins - 1 }, (_, k) => (k + 1) / bins)
      const inner = edges.slice(1).map(() => 2)
      expect(edges.map(justBelow).every((x, k) => x < edges[k] && x > edges[k] - 2e-16)).toBe(true)
      expect(histogram(list(...edges), 0, 1, bins), `${bins}`).toEqual([0, ...edges.map(() => 1)])
      expect(histogram(list(...edges, ...edges.map(justBelow)), 0, 1, bins), `${bins}`).toEqual([
        1,
        ...inner,
        1,
      ])
    }
  })

  test('what lies outside is refused, not dropped', () => {
    for (const x of [-1e-300, 1 + 2 ** -52, NaN])
      expect(() => histogram(list(x), 0, 1, 4)).toThrow(`histogram: expected values from 0 to 1, got ${x}`)
    for (const [low, high] of [
      [1, 1],
      [2, 1],
      [-Infinity, 0],
      [0, Infinity],
      [NaN, 1],
    ])
      expect(() => histogram(list(), low, high, 4)).toThrow(
        `histogram: expected low < high, got ${low} and ${high}`,
      )
    expect(() => histogram(list(), 0, 1, 0)).toThrow('histogram: expected a whole number of bins ≥ 1, got 0')
  })

  test.prop([
    fc.double({ min: -100, max: 100, noNaN: true }),
    fc.double({ min: 0.01, max: 100, noNaN: true }),
    fc.integer({ min: 1, max: 40 }),
  ])('of any interval has its edges at low + (high − low)·k/bins', (low, width, bins) => {
    const high = low + width
    const edges = Array.from({ length: bins }, (_, k) => low + ((high - low) * k) / bins)
    expect(histogram(list(...edges, high), low, high, bins)).toEqual(
      edges.map((_, k) => (k === bins - 1 ? 2 : 1)),
    )
  })
})

describe('Kolmogorov–Smirnov', () => {
  test('the distance from a law is taken on both sides of each step', () => {
    expect(kolmogorovDistance(list(0.5), uniform)).toBe(0.5)
    expect(kolmogorovDistance(list(0.1, 0.2, 0.3), uniform)).toBeCloseTo(0.7, 15)
    expect(kolmogorovDistance(list(0.7, 0.8, 0.9), uniform)).toBeCloseTo(0.7, 15)
    expect(kolmogorovDistance(list(1 / 6, 3 / 6, 5 / 6), uniform)).toBeCloseTo(1 / 6, 15)
  })

  test.prop([coarse, coarse])('the distance of two samples is the largest gap of their steps', (a, b) => {
    const gaps = [...a, ...b].map((x) => Math.abs(below(a, x) - below(b, x)))
    expect(twoSampleDistance(a, b)).toBeCloseTo(Math.max(...gaps), 15)
    expect(twoSampleDistance(b, a)).toBe(twoSampleDistance(a, b))
  })

  // L. H. Miller, J. Amer. Statist. Assoc. 51 (1956) 111–121, and the limit law.
  test.each([
    [10, 0.01, 0.48893],
    [20, 0.01, 0.35241],
    [50, 0.01, 0.22604],
    [100, 0.01, 0.16081],
    [20, 0.05, 0.29408],
    [100, 0.05, 0.13403],
    [1e12, 0.01, 1.627624e-6],
    [1e12, 0.05, 1.358099e-6],
  ])('n = %d at level %d: %d', (n, level, wanted) => {
    expect(Math.abs(criticalDistance(n, level) / wanted - 1)).toBeLessThan(5e-3)
    if (n === 1e12) expect(criticalDistance(n, level)).toBeCloseTo(wanted, 11)
  })

  // Roots of Kolmogorov's limit law, by mpmath; at this n nothing else is left of the correction.
  test.each([
    [0.99, 0.4410276985179294],
    [0.9, 0.57117326510634],
    [0.5, 0.8275735551899077],
    [0.1, 1.2238478702170823],
    [0.01, 1.6276236115189504],
    [1e-3, 1.9494746035043753],
    [1e-6, 2.6933861344527097],
  ])('in the limit, level %d: λ = %d', (level, lambda) => {
    const n = 1e30
    expect(criticalDistance(n, level) * Math.sqrt(n)).toBeCloseTo(lambda, 13)
  })

  test('of a finite sample is that of the limit over √n + 0.12 + 0.11/√n', () => {
    expect(criticalDistance(4, 0.1)).toBeCloseTo(1.2238478702170823 / 2.175, 14)
    expect(criticalDistance(2.25, 0.1) * (1.5 + 0.12 + 0.11 / 1.5)).toBeCloseTo(1.2238478702170823, 14)
  })

  test('one sample in a hundred exceeds the distance of 1 %', () => {
    const random = createRandom(17)
    const critical = criticalDistance(200, 0.01)
    const exceeds = () =>
      kolmogorovDistance(sorted(Float64Array.from({ length: 200 }, () => random.uniform())), uniform)
    const share = Array.from({ length: 10_000 }, exceeds).filter((d) => d > critical).length / 10_000
    expect(Math.abs(share - 0.01)).toBeLessThan(3.3 * Math.sqrt((0.01 * 0.99) / 10_000))
  })

  test('a shifted sample is found out', () => {
    const random = createRandom(18)
    const shifted = sorted(Float64Array.from({ length: 5000 }, () => random.uniform() * 0.95))
    expect(kolmogorovDistance(shifted, uniform)).toBeGreaterThan(criticalDistance(5000, 0.01))
  })

  test('empty samples and impossible levels are refused', () => {
    const empty = 'expected a whole number of values ≥ 1, got 0'
    expect(() => kolmogorovDistance(list(), uniform)).toThrow(`kolmogorovDistance: ${empty}`)
    expect(() => twoSampleDistance(list(1), list())).toThrow(`twoSampleDistance: ${empty}`)
    expect(() => twoSampleDistance(list(), list(1))).toThrow(`twoSampleDistance: ${empty}`)
    for (const [a, b] of [
      [list(1, NaN), list(1)],
      [list(1), list(1, NaN)],
    ])
      expect(() => twoSampleDistance(a, b)).toThrow('twoSampleDistance: expected numbers, got NaN')
    for (const [n, level] of [
      [0, 0.01],
      [NaN, 0.01],
      [Infinity, 0.01],
      [5, 0],
      [5, 1],
      [5, NaN],
    ])
      expect(() => criticalDistance(n, level)).toThrow(
        /^criticalDistance: expected (a positive sample size|level between 0 and 1, both excluded), got /,
      )
  })
})
