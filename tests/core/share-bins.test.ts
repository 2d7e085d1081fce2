import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logistic, logit } from '../../src/core/attention/logistic'
import { oneHeadShareBins, totalVariation, twoHeadShareBins } from '../../src/core/gaussian/share-bins'
import { logitNormalCdf } from '../../src/core/laws/logit-normal'
import { normalCdf, normalQuantile } from '../../src/core/laws/normal'

const LEVELS = 20_000

/** Weights by the definition, apart from the core. */
function weights(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((s) => Math.exp(s - top))
  const sum = powers.reduce((x, y) => x + y)
  return powers.map((x) => x / sum)
}

/** Share of a in the output of heads with Qμ_a and Qμ_b, where key a is γμ_a and every other key its mean. */
function averagedShare(n: number, scale: number, gamma: number): number {
  const others = Array.from({ length: n - 2 }, () => 0)
  const first = weights([scale * gamma, 0, ...others])
  const second = weights([0, scale, ...others])
  const [a, b] = [first[0] + second[0], first[1] + second[1]]
  return a / (a + b)
}

const settings = fc.record({
  n: fc.integer({ min: 2, max: 1000 }),
  scale: fc.double({ min: 0.01, max: 300, noNaN: true }),
  normVariance: fc.double({ min: 1e-4, max: 10, noNaN: true }),
})
const place = fc.double({ min: -50, max: 50, noNaN: true })
const spread = fc.double({ min: 0.01, max: 300, noNaN: true })
const sumOf = (p: readonly number[]) => p.reduce((x, y) => x + y, 0)

describe('the share under one head', () => {
  test.prop([place, spread])('falls into bins that sum to 1, and mirror with the law', (mean, sd) => {
    const truth = oneHeadShareBins({ mean, sd }, 11)
    expect(Math.abs(sumOf(truth) - 1)).toBeLessThan(1e-12)
    const mirrored = oneHeadShareBins({ mean: -mean, sd }, 11).toReversed()
    expect(totalVariation(truth, mirrored)).toBeLessThan(1e-12)
  })

  test.prop([place, spread, fc.integer({ min: 1, max: 40 })])(
    'has a distribution function that the bins add up to',
    (mean, sd, bins) => {
      const truth = oneHeadShareBins({ mean, sd }, bins)
      expect(truth).toHaveLength(bins)
      for (let i = 1; i <= bins; i++)
        expect(sumOf(truth.slice(0, i))).toBeCloseTo(i === bins ? 1 : logitNormalCdf(i / bins, mean, sd), 12)
    },
  )
})

describe('the share under two heads', () => {
  test.each([
    [10, 10, 0.5],
    [3, 1.5, 0.5],
    [2, 0.3, 8],
    [200, 4, 2],
  ])(
    'is that of averaged outputs, over even levels of γ: n = %i, Q = %d, ν = %d',
    (n, scale, normVariance) => {
      const truth = twoHeadShareBins({ n, scale, normVariance }, 11)
      const counts = truth.map(() => 0)
      for (let i = 0; i < LEVELS; i++) {
        const gamma = 1 + Math.sqrt(normVariance) * normalQuantile((i + 0.5) / LEVELS)
        counts[Math.min(10, Math.floor(11 * averagedShare(n, scale, gamma)))]++
      }
      for (const [i, p] of truth.entries())
        expect(Math.abs(p - counts[i] / LEVELS), `bin ${i}`).toBeLessThan(1.5 / LEVELS)
    },
  )

  test.prop([settings, fc.integer({ min: 1, max: 60 })])('falls into bins that sum to 1', (setting, bins) => {
    const truth = twoHeadShareBins(setting, bins)
    expect(Math.min(...truth)).toBeGreaterThanOrEqual(0)
    expect(Math.abs(sumOf(truth) - 1)).toBeLessThan(1e-12)
  })

  test.prop([settings])('is below ½ half of the time, as γ is below 1', (setting) => {
    expect(twoHeadShareBins({ ...setting, scale: Math.min(setting.scale, 10) }, 2)[0]).toBeCloseTo(0.5, 9)
  })

  test.prop([settings])('of two keys alone is (σ(Qγ) + 1 − σ(Q))/2', ({ scale, normVariance }) => {
    const truth = twoHeadShareBins({ n: 2, scale: Math.min(scale, 20), normVariance }, 8)
    const below = (share: number) => {
      const first = 2 * share - 1 + logistic(Math.min(scale, 20))
      if (first <= 0 || first >= 1) return first <= 0 ? 0 : 1
      return normalCdf((logit(first) / Math.min(scale, 20) - 1) / Math.sqrt(normVariance))
    }
    for (let i = 1; i < 8; i++) expect(sumOf(truth.slice(0, i))).toBeCloseTo(below(i / 8), 7)
  })

  test('reaches neither 0 nor 1: at most 2 of 3 where n = 2 and e^Q = 2', () => {
    const truth = twoHeadShareBins({ n: 2, scale: Math.LN2, normVariance: 10 }, 6)
    expect(truth[0]).toBe(0)
    expect(truth[4]).toBeLessThan(1e-12)
    expect(truth[5]).toBe(0)
    for (const i of [1, 2, 3]) expect(truth[i]).toBeGreaterThan(0.1)
  })

  test.each([
    ['n', { n: 1, scale: 10, normVariance: 0.5 }, 'a whole number of keys ≥ 2, got 1'],
    ['scale', { n: 10, scale: 0, normVariance: 0.5 }, 'a scale from above 0 to 300, got 0'],
    ['scale', { n: 10, scale: 301, normVariance: 0.5 }, 'a scale from above 0 to 300, got 301'],
    ['variance', { n: 10, scale: 10, normVariance: 0 }, 'a finite variance above 0, got 0'],
    ['variance', { n: 10, scale: 10, normVariance: Infinity }, 'a finite variance above 0, got Infinity'],
  ])('is refused for a %s out of range: %j', (_, setting, message) => {
    expect(() => twoHeadShareBins(setting, 11)).toThrow(`twoHeadShareBins: expected ${message}`)
  })

  test('has a last scale, and at least one bin', () => {
    const setting = { n: 10, scale: 300, normVariance: 0.5 }
    expect(sumOf(twoHeadShareBins(setting, 1))).toBeCloseTo(1, 15)
    const message = 'expected a whole number of bins ≥ 1, got 0'
    expect(() => twoHeadShareBins(setting, 0)).toThrow(`twoHeadShareBins: ${message}`)
    expect(() => oneHeadShareBins({ mean: 0, sd: 1 }, 0)).toThrow(`oneHeadShareBins: ${message}`)
  })
})

describe('total variation', () => {
  test('is the most by which probabilities of one event differ', () => {
    expect(totalVariation([0.5, 0.25, 0.25], [0.25, 0.25, 0.5])).toBe(0.25)
    expect(totalVariation([1, 0], [0, 1])).toBe(1)
    expect(totalVariation([0.3, 0.7], [0.3, 0.7])).toBe(0)
  })

  test('of laws on different bins is refused', () => {
    expect(() => totalVariation([1], [0.5, 0.5])).toThrow('totalVariation: expected 1 bins, got 2')
  })
})
