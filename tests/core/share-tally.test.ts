import { describe, expect, test } from 'vitest'
import { logistic } from '../../src/core/attention/logistic'
import { type DrawColumns, drawColumns, GaussianSampler } from '../../src/core/gaussian/gaussian'
import { shareLaw } from '../../src/core/gaussian/gaussian-laws'
import type { GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import { QUANTILES, SHARE_BINS, ShareTally, shareRange } from '../../src/core/gaussian/share-tally'
import { logitNormalCdf } from '../../src/core/laws/logit-normal'
import {
  histogram,
  kolmogorovDistance,
  quantile,
  sampleVariance,
  sorted,
} from '../../src/core/laws/statistics'

const setting: GaussianSetting = {
  n: 10,
  keyVariance: 0.001,
  normVariance: 0.5,
  queries: [{ wanted: [10, 10], others: 0 }],
}

function drawn(of: GaussianSetting, count: number, seed: number): DrawColumns {
  const columns = drawColumns(of, count)
  new GaussianSampler(of, seed).fill(columns)
  return columns
}

/** Draws whose scores differ by `differences`, with errors 0, 1, 2, … */
function drawsOf(...differences: number[]): DrawColumns {
  const columns = drawColumns(setting, differences.length)
  for (const [i, difference] of differences.entries()) {
    columns.scores.set([difference, 0], 2 * i)
    columns.errors[i] = i
  }
  return columns
}

describe('a tally of many draws', () => {
  const count = 30_000
  const columns = drawn(setting, count, 3)
  const law = shareLaw(setting)
  const tally = new ShareTally(law)
  tally.add(columns)
  const summary = tally.summary()
  const shares = Float64Array.from({ length: count }, (_, i) =>
    logistic(columns.scores[2 * i] - columns.scores[2 * i + 1]),
  )

  test('counts what lists count', () => {
    expect([...summary.histogram]).toEqual(histogram(shares, 0, 1, SHARE_BINS))
    expect(summary.middle).toBe(shares.filter((p) => p > 0.25 && p < 0.75).length)
    expect(summary.negative).toBe(columns.along.filter((x, i) => i % 2 === 0 && x < 0).length)
    expect(summary.count).toBe(count)
    expect(summary.share.count).toBe(count)
    expect(sampleVariance(summary.share)).toBeCloseTo(0.1955, 2)
    expect(summary.error.mean).toBeCloseTo(columns.errors.reduce((sum, x) => sum + x) / count, 12)
  })

  test('its distance and quantiles are those of the sorted sample', () => {
    const ordered = sorted(shares)
    const distance = kolmogorovDistance(ordered, (p) => logitNormalCdf(p, law.mean, law.sd))
    expect(Math.abs(summary.distance - distance)).toBeLessThan(2 ** -18 + 1e-12)
    for (const [i, p] of QUANTILES.entries())
      expect(Math.abs(summary.quantiles[i] - quantile(ordered, p))).toBeLessThan(2e-3)
  })

  test('comes to the same in two batches, and earlier summaries stay as they were', () => {
    const other = new ShareTally(law)
    const halves = [columns.errors.subarray(0, 100), columns.errors.subarray(100)]
    const cut = (from: number, errors: Float64Array): DrawColumns => ({
      ...columns,
      count: errors.length,
      errors,
      scores: columns.scores.subarray(2 * from, 2 * (from + errors.length)),
      along: columns.along.subarray(2 * from, 2 * (from + errors.length)),
    })
    other.add(cut(0, halves[0]))
    const early = other.summary()
    const copy = structuredClone(early)
    other.add(cut(100, halves[1]))
    expect(other.summary()).toEqual(summary)
    expect(early).toEqual(copy)
    expect(early.histogram.reduce((sum, hits) => sum + hits)).toBe(100)
  })
})

describe('a tally of few draws', () => {
  test('files ¼ and ¾ themselves outside the middle', () => {
    const tally = new ShareTally({ mean: 0, sd: 2 })
    const edge = Math.log(3) * (1 + 2 ** -52)
    expect([logistic(-edge), logistic(edge)]).toEqual([0.25, 0.75])
    tally.add(drawsOf(-edge, edge, -edge + 1e-9, 0, edge - 1e-9))
    expect(tally.summary()).toMatchObject({ count: 5, middle: 3, error: { mean: 2, squares: 10 } })
  })

  test('counts shares beyond the range of a narrow law in the outer bins', () => {
    const tally = new ShareTally({ mean: 1, sd: 0.01 })
    tally.add(drawsOf(-50, 1, 0.9, 1.2, 50, 1.051))
    const { histogram: hits } = tally.summary()
    expect([hits[0], hits[SHARE_BINS - 1]]).toEqual([2, 3])
    expect(hits[24] + hits[25]).toBe(1)
  })

  test('has quantiles of the law’s own levels: at one draw they are all that draw', () => {
    const tally = new ShareTally({ mean: 0.5, sd: 2 })
    tally.add(drawsOf(1.3))
    const { quantiles, distance } = tally.summary()
    expect(quantiles).toHaveLength(5)
    for (const share of quantiles) expect(Math.abs(share - logistic(1.3))).toBeLessThan(1e-5)
    // F(1.3) = Φ(0.4): the step is 0 before it and 1 after it.
    expect(Math.abs(distance - 0.6554217416103242)).toBeLessThan(2 ** -18)
  })

  test('a law that is one point has no distance', () => {
    const still = { ...setting, keyVariance: 0, normVariance: 0 }
    const point = new ShareTally(shareLaw(still))
    point.add(drawn(still, 10, 1))
    expect(point.summary()).toMatchObject({
      distance: -1,
      quantiles: [0.5, 0.5, 0.5, 0.5, 0.5],
      middle: 10,
      negative: 0,
    })
  })

  test('a law that is none is refused', () => {
    expect(() => new ShareTally({ mean: NaN, sd: 2 })).toThrow('ShareTally: expected a finite mean, got NaN')
    for (const sd of [-1, NaN, Infinity])
      expect(() => new ShareTally({ mean: 0, sd })).toThrow('ShareTally: expected a finite sd ≥ 0')
    expect(() => new ShareTally({ mean: 0, sd: 0 })).not.toThrow()
  })
})

describe('shareRange', () => {
  test('is all of [0, 1] for a wide law, and for one of a single point', () => {
    for (const sd of [0, 9e-13, 1.001, 7]) expect(shareRange({ mean: 2, sd })).toEqual([0, 1])
  })

  test('is five standard deviations of Δ to each side where that is narrower', () => {
    for (const sd of [1e-12, 0.1, 1])
      expect(shareRange({ mean: 2, sd })).toEqual([logistic(2 - 5 * sd), logistic(2 + 5 * sd)])
  })
})
