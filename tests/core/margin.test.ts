import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  leakBounds,
  necessaryMargin,
  scoreMargin,
  sufficientMargin,
  weightBounds,
} from '../../src/core/attention/margin'
import { leak, softmax } from '../../src/core/attention/softmax'
import { expectClose, extremes, values } from './reference'

const scoreLists = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 2, maxLength: 12 })

describe('against reference values', () => {
  test.each(values.selection)('n = $n, margin $margin', ({ n, margin, ...wanted }) => {
    const { lower, upper } = weightBounds(n, margin)
    expectClose(lower, wanted.lowerBound)
    expectClose(upper, wanted.upperBound)
    expectClose(sufficientMargin(n, 0.01), wanted.sufficientMargin1pct)
    expectClose(necessaryMargin(0.01), wanted.necessaryMargin1pct)
  })

  test.each(extremes.margins)(
    'n = $n, margin $margin at the ends of the range',
    ({ n, margin, ...wanted }) => {
      const [weight, outside] = [weightBounds(n, margin), leakBounds(n, margin)]
      expectClose(weight.lower, wanted.weightLower)
      expectClose(weight.upper, wanted.weightUpper)
      expectClose(outside.lower, wanted.leakLower)
      expectClose(outside.upper, wanted.leakUpper)
      expectClose(outside.logLower, wanted.logLeakLower)
      expectClose(outside.logUpper, wanted.logLeakUpper)
    },
  )

  test.each(extremes.thresholds)('n = $n, ε = $epsilon', ({ n, epsilon, ...wanted }) => {
    expectClose(sufficientMargin(n, epsilon), wanted.sufficientMargin)
    expectClose(necessaryMargin(epsilon), wanted.necessaryMargin)
  })
})

describe('scoreMargin', () => {
  test('is the lead over the strongest rival', () => {
    expect(scoreMargin([3, 7, 5], 1)).toBe(2)
    expect(scoreMargin([3, 7, 5], 0)).toBe(-4)
    expect(scoreMargin([7, 7], 0)).toBe(0)
  })

  test('has no rival among masked keys, none alone, and no lead when masked', () => {
    expect(scoreMargin([1], 0)).toBe(Infinity)
    expect(scoreMargin([-1e308], 0)).toBe(Infinity)
    expect(scoreMargin([2, -Infinity], 0)).toBe(Infinity)
    expect(scoreMargin([2, -Infinity], 1)).toBe(-Infinity)
  })

  test('keeps to the range of float64', () => {
    expect(scoreMargin([8e307, -8e307], 0)).toBe(1.6e308)
    expect(scoreMargin([1e308, -1e308], 0)).toBe(Infinity)
    expect(scoreMargin([1e308, -1e308], 1)).toBe(-Infinity)
  })
})

describe('laws', () => {
  test.prop([scoreLists, fc.nat()])('the weight and the leak lie within their bounds', (scores, k) => {
    const target = k % scores.length
    const margin = scoreMargin(scores, target)
    const weight = weightBounds(scores.length, margin)
    const outside = leakBounds(scores.length, margin)
    expect(softmax(scores)[target]).toBeGreaterThanOrEqual(weight.lower * (1 - 1e-13))
    expect(softmax(scores)[target]).toBeLessThanOrEqual(weight.upper * (1 + 1e-13))
    expect(leak(scores, target)).toBeGreaterThanOrEqual(outside.lower * (1 - 1e-13))
    expect(leak(scores, target)).toBeLessThanOrEqual(outside.upper * (1 + 1e-13))
  })

  test.prop([fc.integer({ min: 2, max: 1e6 })])('at margin 0 the lower bound is exactly 1/n', (n) => {
    expect(weightBounds(n, 0)).toEqual({ lower: 1 / n, upper: 0.5 })
    expect(leakBounds(n, 0).upper).toBe((n - 1) / n)
  })

  test.prop([fc.integer({ min: 2, max: 1e6 }), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })])(
    'the thresholds are where the bounds cross ε',
    (n, epsilon) => {
      expect(leakBounds(n, sufficientMargin(n, epsilon)).upper / epsilon).toBeCloseTo(1, 12)
      expect(leakBounds(n, necessaryMargin(epsilon)).lower / epsilon).toBeCloseTo(1, 12)
    },
  )

  test('infinite margins give the limits', () => {
    expect(weightBounds(5, Infinity)).toEqual({ lower: 1, upper: 1 })
    expect(weightBounds(5, -Infinity)).toEqual({ lower: 0, upper: 0 })
    expect(leakBounds(5, Infinity)).toEqual({ lower: 0, upper: 0, logLower: -Infinity, logUpper: -Infinity })
    expect(leakBounds(5, -Infinity)).toEqual({ lower: 1, upper: 1, logLower: 0, logUpper: 0 })
  })
})

describe('what is refused', () => {
  test.each([1, 0, -3, 2.5, Number.NaN, Infinity])('n = %d', (n) => {
    const expected = `expected a whole number of keys ≥ 2, got ${n}`
    expect(() => weightBounds(n, 1)).toThrow(new RangeError(`weightBounds: ${expected}`))
    expect(() => leakBounds(n, 1)).toThrow(new RangeError(`leakBounds: ${expected}`))
    expect(() => sufficientMargin(n, 0.1)).toThrow(new RangeError(`sufficientMargin: ${expected}`))
  })

  test.each([0, 1, -0.5, 2, Number.NaN])('ε = %d', (epsilon) => {
    const expected = `expected epsilon between 0 and 1, both excluded, got ${epsilon}`
    expect(() => sufficientMargin(2, epsilon)).toThrow(new RangeError(`sufficientMargin: ${expected}`))
    expect(() => necessaryMargin(epsilon)).toThrow(new RangeError(`necessaryMargin: ${expected}`))
  })

  test('a margin that is no number, a target that is no index', () => {
    expect(() => weightBounds(3, Number.NaN)).toThrow('weightBounds: expected a margin, got NaN')
    expect(() => leakBounds(3, Number.NaN)).toThrow('leakBounds: expected a margin, got NaN')
    expect(() => scoreMargin([1, 2], 2)).toThrow('scoreMargin: expected a whole index from 0 to 1, got 2')
    expect(() => scoreMargin([1, Number.NaN], 0)).toThrow(RangeError)
  })
})
