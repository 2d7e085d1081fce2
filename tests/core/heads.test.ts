import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { GaussianSampler } from '../../src/core/gaussian/gaussian'
import { expectedError } from '../../src/core/gaussian/gaussian-error'
import {
  DESIGNS,
  type Design,
  designMeter,
  type HeadParams,
  headSetting,
  headsOf,
} from '../../src/core/heads/head-designs'
import { separateError } from '../../src/core/heads/head-error'
import {
  endlessErrors,
  errorAt,
  limitError,
  successProbability,
  successRange,
} from '../../src/core/heads/head-limit'
import { headSuccess } from '../../src/core/heads/head-success'
import { ERROR_BINS, GAMMA_BINS, HeadTally, SHOWN_OUTPUTS } from '../../src/core/heads/head-tally'
import { meanUncertainty, proportionInterval } from '../../src/core/laws/confidence'
import { logitNormalMean, logitNormalVariance } from '../../src/core/laws/logit-normal'
import { normalCdf, normalPdf } from '../../src/core/laws/normal'
import { histogram } from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'
import values from '../reference/values.json'

const NOTES: HeadParams = { n: 10, heads: 2, scale: 10, push: 2, keyVariance: 0, normVariance: 0.5 }

/** Seeded settings all over the room. */
function settings(count: number, variance: (i: number) => number): HeadParams[] {
  const random = createRandom(7)
  return Array.from({ length: count }, (_, i) => {
    const heads = random.integer(2, 5)
    return {
      heads,
      n: random.integer(heads, 20),
      scale: 10 ** (random.uniform() * 2 - 0.5),
      push: random.uniform() * 3,
      keyVariance: variance(i),
      normVariance: 0.05 + random.uniform() * 1.5,
    }
  })
}

function sampled(params: HeadParams, count: number) {
  const tally = new HeadTally(params)
  tally.add(new GaussianSampler(headSetting(params), 3), count)
  return tally.summary()
}

/** Draws of each setting, and how many standard errors apart sampled and exact values may be in 40 settings. */
const DRAWS = 4000
const LEVEL = 1 - 1e-5

describe('sampled against exact', () => {
  test.each(settings(24, () => 0))('success and error without variance %#', (params) => {
    const { designs } = sampled(params, DRAWS)
    for (const design of DESIGNS) {
      const { successes, error } = designs[design]
      const { low, high } = proportionInterval(successes, DRAWS, LEVEL)
      const probability = successProbability(design, params, params.normVariance)
      expect(probability, design).toBeGreaterThanOrEqual(low - 1e-12)
      expect(probability, design).toBeLessThanOrEqual(high + 1e-12)
      const apart = Math.abs(error.mean - limitError(design, params, params.normVariance))
      // What no draw has seen may still be as large as 2, one time in DRAWS.
      expect(apart, design).toBeLessThanOrEqual(meanUncertainty(error, LEVEL) + 20 / DRAWS)
    }
  })

  test.each(settings(16, (i) => [1e-4, 1e-2, 0.1][i % 3]))(
    'error of separate heads with variance %#',
    (params) => {
      const { error } = sampled(params, DRAWS).designs.separate
      expect(Math.abs(error.mean - separateError(params))).toBeLessThanOrEqual(meanUncertainty(error, LEVEL))
    },
  )

  test('the error of one head is that of its own law', () => {
    const params = { ...NOTES, keyVariance: 0.01 }
    const { queries, ...setting } = headSetting(params)
    const { error } = sampled(params, DRAWS).designs.one
    const exact = expectedError({ ...setting, queries: [queries[0]] })
    expect(Math.abs(error.mean - exact)).toBeLessThanOrEqual(meanUncertainty(error, LEVEL))
  })
})

describe('success', () => {
  test.each(values.multiHead)(
    'of separate heads in the notes, n = $n, Q = $Q',
    ({ n, Q, headSuccess: exact }) => {
      const probability = successProbability('separate', { n, heads: 2, scale: Q, push: 0 }, 0.5)
      expect(Math.abs(probability / Number(exact) - 1)).toBeLessThanOrEqual(Math.log(n - 1) <= Q ? 1e-12 : 1)
    },
  )

  test.prop([fc.integer({ min: 2, max: 500 }), fc.double({ min: 0.1, max: 1000, noNaN: true })])(
    'of separate heads is that of the first, once the others succeed',
    (n, scale) => {
      const probability = successProbability('separate', { n, heads: 2, scale, push: 0 }, 0.5)
      expect(probability).toBeCloseTo(Math.log(n - 1) <= scale ? headSuccess(n, scale, 0.5) : 0, 14)
    },
  )

  test.prop([fc.double({ min: 0.05, max: 4, noNaN: true })])(
    'of pushing heads tends to Φ((1 + min(λ, 1/λ))√2)',
    (push) => {
      const probability = successProbability('pushing', { n: 10, heads: 2, scale: 1e9, push }, 0.5)
      expect(probability).toBeCloseTo(normalCdf((1 + Math.min(push, 1 / push)) * Math.SQRT2), 8)
    },
  )

  test.each(DESIGNS)('of %s is what softmax says at the ends of its range', (design) => {
    const setting = { n: 12, heads: 3, scale: 6, push: 0.7 }
    const { low, high } = successRange(design, setting)
    const succeeds = (gamma: number) => {
      const { queries } = headSetting({ ...setting, keyVariance: 0, normVariance: 0 })
      const weights = queries.flatMap(({ wanted, others }) => {
        const terms = Array.from({ length: 12 }, (_, i) =>
          Math.exp(i === 0 ? gamma * wanted[0] : (wanted[i] ?? others)),
        )
        const total = terms.reduce((sum, x) => sum + x)
        return terms.map((x) => x / total)
      })
      return designMeter(design, setting)(Float64Array.from(weights)).success
    }
    if (low > -Infinity) expect([succeeds(low - 1e-9), succeeds(low + 1e-9)]).toEqual([false, true])
    else expect([-50, 0, 50].map(succeeds)).toEqual([true, true, true])
    if (high < Infinity) expect([succeeds(high - 1e-9), succeeds(high + 1e-9)]).toEqual([true, false])
  })
})

describe('error', () => {
  test('of each design is that of its averaged weights', () => {
    const setting = { n: 9, heads: 3, scale: 2, push: 0.6 }
    const sampler = new GaussianSampler(headSetting({ ...setting, keyVariance: 0, normVariance: 0.5 }), 1)
    for (let i = 0; i < 50; i++) {
      sampler.draw()
      for (const design of DESIGNS)
        expect(designMeter(design, setting)(sampler.weights).error).toBeCloseTo(
          errorAt(design, setting, sampler.projections[0]),
          13,
        )
    }
  })

  test.each(DESIGNS)('of %s, expected, is the sum of a fine grid', (design) => {
    let total = 0
    for (let x = -8; x < 8; x += 1e-3)
      total += 1e-3 * normalPdf(x) * errorAt(design, NOTES, 1 + x * Math.SQRT1_2)
    expect(limitError(design, NOTES, 0.5)).toBeCloseTo(total, 9)
  })

  test('keeps its digits where it is tiny', () => {
    const error = errorAt('separate', { n: 10, heads: 2, scale: 300, push: 0 }, 1)
    // Both heads leak 9e^{−300}, one part of it to the other wanted key.
    const leak = 9 * Math.exp(-300)
    expect(error / (2 * ((leak - leak / 9) / 2) ** 2 + 8 * (leak / 9) ** 2)).toBeCloseTo(1, 12)
  })

  test.each([2, 3, 8])('has the limits of %i heads', (heads) => {
    const setting = { n: 10, heads, scale: 1e8, push: 0 }
    const limits = endlessErrors(10, heads, normalCdf(-Math.SQRT2))
    expect(limitError('one', setting, 0.5)).toBeCloseTo(limits.one, 7)
    expect(limitError('separate', setting, 0.5)).toBeCloseTo(limits.separate, 7)
  })

  test('of heads that hardly err is summed from what they give away', () => {
    // Head 1 gives away 2e-12 and takes nothing; head 2 gives 1e-12 to key a and 3e-12 to key c.
    const weights = Float64Array.from([1, 0, 2e-12, 1e-12, 1, 3e-12])
    const all = Float64Array.from([...weights.slice(0, 3), ...weights, ...weights, 0, 0, 1])
    const { error } = designMeter('separate', { n: 3, heads: 2 })(all)
    const exact = (0.5 * (1e-12 - 2e-12)) ** 2 + (0.5 * 4e-12) ** 2 + 2.5e-12 ** 2
    expect(error / exact).toBeCloseTo(1, 12)
  })

  test.prop([
    fc.double({ min: 0.2, max: 20, noNaN: true }),
    fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ])('of two separate heads over two keys is (L_a − L_b)²/2, of logit-normal leaks', (scale, alpha, norm) => {
    const deviations = [2 * alpha + norm, 2 * alpha].map((variance) => scale * Math.sqrt(variance))
    const [a, b] = deviations.map((sd) => logitNormalMean(-scale, sd))
    const [varianceA, varianceB] = deviations.map((sd) => logitNormalVariance(-scale, sd))
    const params = { n: 2, heads: 2, scale, keyVariance: alpha, normVariance: norm }
    expect(separateError(params)).toBeCloseTo((varianceA + varianceB + (a - b) ** 2) / 2, 11)
  })

  test('of separate heads without variance is that of the limit', () => {
    const { push: _push, ...still } = { ...NOTES, keyVariance: 0 }
    expect(separateError(still)).toBe(limitError('separate', NOTES, 0.5))
  })

  test('of separate heads goes over into its limit for small variance', () => {
    const small = separateError({ ...NOTES, keyVariance: 1e-12 })
    expect(small).toBeCloseTo(limitError('separate', NOTES, 0.5), 9)
  })
})

describe('designs', () => {
  test('identical heads ask with the query of the single head', () => {
    expect(headsOf('identical', 3)).toEqual([0, 0, 0])
    expect(headsOf('pushing', 3)).toEqual([4, 5, 6])
  })

  test('a tally counts every draw once, in any batches', () => {
    const params = { ...NOTES, keyVariance: 0.001 }
    const [whole, parts] = [new HeadTally(params), new HeadTally(params)]
    whole.add(new GaussianSampler(headSetting(params), 5), 500)
    const sampler = new GaussianSampler(headSetting(params), 5)
    for (const count of [1, 99, 400]) parts.add(sampler, count)
    const summary = parts.summary()
    expect(summary).toEqual(whole.summary())
    expect(summary.gammas).toHaveLength(GAMMA_BINS.count)
    for (const { histogram: counts, outputs } of Object.values(summary.designs)) {
      expect(counts).toHaveLength(ERROR_BINS.count)
      expect(counts.reduce((sum, hits) => sum + hits)).toBe(500)
      expect(outputs).toHaveLength(SHOWN_OUTPUTS * 3)
    }
  })

  test('a tally files every projection and every error in its bin, the outer bins with all beyond', () => {
    const params = { ...NOTES, keyVariance: 0.001, normVariance: 4 }
    const tally = new HeadTally(params)
    tally.add(new GaussianSampler(headSetting(params), 9), 400)
    const sampler = new GaussianSampler(headSetting(params), 9)
    const meter = designMeter('pushing', params)
    const draws = Array.from({ length: 400 }, () => {
      sampler.draw()
      const { error, output, leak } = meter(sampler.weights)
      return { gamma: sampler.projections[0], error: Math.log10(error), weights: [...output, leak] }
    })
    const hits = (x: readonly number[], { low, high, count }: typeof GAMMA_BINS) =>
      histogram(
        Float64Array.from(x, (y) => Math.min(high, Math.max(low, y))),
        low,
        high,
        count,
      )
    const gammas = draws.map(({ gamma }) => gamma)
    const { negative, gammas: counted, designs } = tally.summary()
    expect(negative).toBe(gammas.filter((gamma) => gamma < 0).length)
    expect(Math.min(...gammas)).toBeLessThan(GAMMA_BINS.low + 1)
    expect([...counted]).toEqual(hits(gammas, GAMMA_BINS))
    const errors = draws.map(({ error }) => error)
    expect(Math.min(...errors)).toBeLessThan(ERROR_BINS.low)
    expect([...designs.pushing.histogram]).toEqual(hits(errors, ERROR_BINS))
    expect([...designs.pushing.outputs]).toEqual(draws.slice(0, SHOWN_OUTPUTS).flatMap((d) => d.weights))
  })

  test('half of an equal share is enough, for a head of one key and for a head of all', () => {
    const half = [0.5, 0.25, 0.25]
    const weights = Float64Array.from([0.25, 0.25, 0.5, ...half, 0.25, 0.5, 0.25, ...half, ...half, ...half])
    const of = (design: Design) => designMeter(design, { n: 3, heads: 2 })(weights)
    expect(of('one')).toMatchObject({ success: true, leak: 0.5 })
    expect(of('separate')).toMatchObject({ success: true, leak: 0.25 })
    expect(of('pushing').success).toBe(false)
  })

  test('what is out of range is refused', () => {
    expect(() => headSetting({ ...NOTES, heads: 1 })).toThrow(
      'headSetting: expected a whole number of heads ≥ 2',
    )
    expect(() => headSetting({ ...NOTES, scale: 1e200, push: 1e200 })).toThrow(
      'headSetting: expected a finite push times scale, got Infinity',
    )
    for (const [wrong, message] of [
      [{ heads: 1 }, 'a whole number of heads ≥ 2, got 1'],
      [{ n: 1 }, 'a whole number of keys ≥ 2, got 1'],
      [{ scale: NaN }, 'a finite scale, got NaN'],
      [{ keyVariance: Infinity }, 'a finite variance ≥ 0, got Infinity'],
      [{ keyVariance: -1 }, 'a finite variance ≥ 0, got -1'],
    ] as const)
      expect(() => separateError({ ...NOTES, ...wrong })).toThrow(`separateError: expected ${message}`)
  })
})
