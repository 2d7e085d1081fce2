import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logNormalCdf, normalCdf, normalPdf, normalQuantile } from '../../src/core/laws/normal'
import { normalInterval } from '../../src/core/laws/normal-interval'
import reference from '../reference/normal.json'
import { expectRelative } from './relative-error'

const real = fc.double({ min: -37, max: 37, noNaN: true })
const probability = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true })

describe('against 100-digit values', () => {
  test.each(reference.normal)('φ, Φ and ln Φ at $x', ({ x, pdf, cdf, logCdf }) => {
    expectRelative(normalPdf(x), pdf, 6e-16)
    expectRelative(normalCdf(x), cdf, 8e-16)
    expectRelative(logNormalCdf(x), logCdf, 8e-16)
  })

  test.each(reference.tail)('ln Φ at $x, where Φ underflows', ({ x, logCdf }) => {
    expectRelative(logNormalCdf(x), logCdf, 8e-16)
  })

  test.each(reference.quantile)('Φ⁻¹ at $p', ({ p, quantile }) => {
    expectRelative(normalQuantile(p), quantile, 8e-16)
  })

  test.each(reference.between)('P($low < Z ≤ $high)', ({ low, high, probability: wanted }) => {
    expectRelative(normalInterval(low, high), wanted, 8e-15)
  })
})

describe('at the ends', () => {
  test('the values are exact', () => {
    expect([normalPdf(-Infinity), normalPdf(Infinity)]).toEqual([0, 0])
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(-0), normalCdf(Infinity)]).toEqual([0, 0.5, 0.5, 1])
    expect([logNormalCdf(-Infinity), logNormalCdf(Infinity)]).toEqual([-Infinity, 0])
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
    expect(normalInterval(-Infinity, Infinity)).toBe(1)
  })

  test('Φ underflows at about −38, its logarithm nowhere', () => {
    expect(normalCdf(-38)).toBeGreaterThan(0)
    expect(normalCdf(-39)).toBe(0)
    expect(logNormalCdf(-1e154)).toBe(-5e307)
    expect(logNormalCdf(-1e200)).toBe(-Infinity)
  })

  test('intervals beyond the range of float64 hold 0, and denormal ones come to an end', () => {
    expect(normalInterval(40, Infinity)).toBe(0)
    expect(normalInterval(38, 38.01)).toBeGreaterThan(0)
    expect(normalInterval(3, 3)).toBe(0)
  })

  test('what is no number, or no probability, is refused', () => {
    for (const f of [normalPdf, normalCdf, logNormalCdf, normalQuantile])
      expect(() => f(NaN)).toThrow(RangeError)
    for (const p of [-1e-300, 1 + 2 ** -52, Infinity])
      expect(() => normalQuantile(p)).toThrow(`normalQuantile: expected a probability from 0 to 1, got ${p}`)
    expect(() => normalInterval(1, 0)).toThrow(RangeError)
    expect(() => normalInterval(0, NaN)).toThrow(RangeError)
  })
})

describe('laws', () => {
  test.prop([real])('Φ(x) + Φ(−x) = 1', (x) => {
    expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15)
  })

  const step = fc.double({ min: 1e-6, max: 5, noNaN: true })

  test.prop([real, step])('Φ increases', (x, by) => {
    expect(normalCdf(x + by)).toBeGreaterThanOrEqual(normalCdf(x))
    expect(logNormalCdf(x + by)).toBeGreaterThan(logNormalCdf(x) - 1e-15)
  })

  test.prop([probability])('Φ undoes Φ⁻¹', (p) => {
    // A quantile is rounded; what that does to Φ grows with its size.
    const x = normalQuantile(p)
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThanOrEqual(
      1e-15 + 4e-16 * x * x + (p < 1e-300 ? 1e-8 : 0),
    )
  })

  test.prop([real, step, step])('intervals that meet add up', (a, first, second) => {
    const [b, c] = [a + first, a + first + second]
    const parts = normalInterval(a, b) + normalInterval(b, c)
    expect(Math.abs(parts - normalInterval(a, c))).toBeLessThanOrEqual(1e-13 * parts)
  })
})
