import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { meanUncertainty, proportionInterval } from '../../src/core/laws/confidence'
import { normalQuantile } from '../../src/core/laws/normal'
import { noMoments, sampleVariance, withValues } from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'

const trials = fc
  .integer({ min: 1, max: 10_000 })
  .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count)))
const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true })

describe('Wilson’s interval', () => {
  test('stays inside [0, 1] and is never empty', () => {
    expect(proportionInterval(0, 10, 0.95).low).toBe(0)
    expect(proportionInterval(10, 10, 0.95).high).toBe(1)
    // Known: 0 of 10 gives z²/(10 + z²).
    expect(proportionInterval(0, 10, 0.95).high).toBeCloseTo(0.2775327998628893, 12)
  })

  test.prop([trials, level])(
    'has ends p at which the test of p is just passed',
    ([hits, count], covering) => {
      const z = normalQuantile((1 + covering) / 2)
      const { low, high } = proportionInterval(hits, count, covering)
      for (const p of [low, high])
        expect(Math.abs((hits - count * p) ** 2 - z ** 2 * count * p * (1 - p))).toBeLessThan(
          1e-9 * count ** 2,
        )
      expect(low).toBeLessThan(high)
    },
  )

  test.prop([trials, level])(
    'mirrors with hits and misses, its ends at 0 and 1 exactly',
    ([hits, count], covering) => {
      const { low, high } = proportionInterval(hits, count, covering)
      const mirrored = proportionInterval(count - hits, count, covering)
      expect(mirrored.low).toBeCloseTo(1 - high, 12)
      expect(mirrored.high).toBeCloseTo(1 - low, 12)
      expect(proportionInterval(0, count, covering).low).toBe(0)
      expect(proportionInterval(count, count, covering).high).toBe(1)
    },
  )

  test('covers as often as it says', () => {
    const random = createRandom(11)
    const covered = Array.from({ length: 2000 }, () => {
      let hits = 0
      for (let i = 0; i < 200; i++) if (random.uniform() < 0.2) hits++
      const { low, high } = proportionInterval(hits, 200, 0.95)
      return low <= 0.2 && 0.2 <= high
    })
    expect(covered.filter(Boolean).length / 2000).toBeGreaterThan(0.93)
    expect(covered.filter(Boolean).length / 2000).toBeLessThan(0.97)
  })
})

describe('the uncertainty of a mean', () => {
  test('is not known from one number, and z·s/√2 from two', () => {
    expect(meanUncertainty(withValues(noMoments, Float64Array.of(3)), 0.95)).toBe(Infinity)
    expect(meanUncertainty(withValues(noMoments, Float64Array.of(0, 2)), 0.95)).toBeCloseTo(
      1.959963984540054,
      12,
    )
  })

  test.prop([
    fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 30 }),
    fc.double({ min: 0.1, max: 10, noNaN: true }),
  ])('scales with the numbers, and is z standard errors', (values, factor) => {
    const of = (x: readonly number[]) => withValues(noMoments, Float64Array.from(x))
    const uncertainty = meanUncertainty(of(values), 0.9)
    expect(meanUncertainty(of(values.map((x) => factor * x)), 0.9)).toBeCloseTo(factor * uncertainty, 9)
    expect(uncertainty).toBeCloseTo(
      1.6448536269514722 * Math.sqrt(sampleVariance(of(values)) / values.length),
      12,
    )
  })
})
