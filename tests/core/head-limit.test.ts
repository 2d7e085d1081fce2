import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { DESIGNS, type Design } from '../../src/core/heads/head-designs'
import { errorAt, limitError, successProbability, successRange } from '../../src/core/heads/head-limit'
import { normalCdf } from '../../src/core/laws/normal'

const NOTES = { n: 10, heads: 2, scale: 10, push: 2 }

const settings = fc.integer({ min: 2, max: 6 }).chain((heads) =>
  fc.record({
    heads: fc.constant(heads),
    n: fc.integer({ min: heads, max: 12 }),
    scale: fc.double({ min: 0.05, max: 30, noNaN: true }),
    push: fc.double({ min: 0.05, max: 3, noNaN: true }),
  }),
)

describe('the projections that succeed', () => {
  test.each([2, 3, 7])(
    'under one head of %i keys and no others are [1 − ln((2H−1)/(H−1))/Q, 1 + ln(H+1)/Q]',
    (heads) => {
      const { low, high } = successRange('one', { n: heads, heads, scale: 4, push: 0 })
      expect(low).toBeCloseTo(1 - Math.log((2 * heads - 1) / (heads - 1)) / 4, 14)
      expect(high).toBeCloseTo(1 + Math.log(heads + 1) / 4, 14)
    },
  )

  test('under one head are none where the other keys outweigh the wanted ones', () => {
    // Key b has 1/4 of the weight as long as n − 2 keys with e^{−Q} and key a leave it that.
    expect(successRange('one', { n: 7, heads: 2, scale: Math.LN2, push: 0 }).high).toBeCloseTo(
      1 + Math.log(0.5) / Math.LN2,
      14,
    )
    for (const n of [8, 9]) {
      const setting = { n, heads: 2, scale: Math.LN2, push: 0 }
      expect(successRange('one', setting).high).toBe(-Infinity)
      expect(successProbability('one', setting, 0.5)).toBe(0)
    }
  })

  test('are all or none for a head that only pushes away: all up to the tie', () => {
    const all = { low: -Infinity, high: Infinity }
    const none = { low: Infinity, high: -Infinity }
    const at = (n: number) => successRange('away', { n, heads: 2, scale: Math.LN2, push: 0 })
    expect([2, 5, 6, 7].map(at)).toEqual([all, all, all, none])
    expect(successProbability('away', { n: 6, heads: 2, scale: Math.LN2, push: 0 }, 0.5)).toBe(1)
    expect(successProbability('away', { n: 7, heads: 2, scale: Math.LN2, push: 0 }, 0.5)).toBe(0)
  })

  test('of separate heads at Q = ln(n − 1) begin at 1, and succeed half of the time', () => {
    const tie = { n: 3, heads: 2, scale: Math.LN2, push: 0 }
    expect(successRange('separate', tie)).toEqual({ low: 1, high: Infinity })
    expect([0, 0.5].map((variance) => successProbability('separate', tie, variance))).toEqual([0.5, 0.5])
    expect(successProbability('separate', { ...tie, n: 4 }, 0.5)).toBe(0)
  })

  test('of pushing heads are none while the other keys outweigh theirs, and from −1/λ on in the end', () => {
    const setting = { n: 10, heads: 2, scale: 0.5, push: 2 }
    expect(8 * Math.exp(-1.5)).toBeGreaterThan(1)
    expect(successRange('pushing', setting).low).toBe(Infinity)
    // ln(9)/Q − λ lies below −(Q + ln(1 − 8e^{−3Q}))/(λQ).
    const { low } = successRange('pushing', { ...setting, scale: 3 })
    expect(low).toBeCloseTo(-(3 + Math.log1p(-8 * Math.exp(-9))) / 6, 14)
    expect(successRange('pushing', { ...setting, scale: 3, push: 0.5 }).low).toBeCloseTo(
      Math.log(9) / 3 - 0.5,
      14,
    )
  })

  test.prop([settings])(
    'do not depend on λ but for pushing heads, which without it are separate',
    (setting) => {
      const still = { ...setting, push: 0 }
      for (const design of ['one', 'separate', 'identical', 'away'] as const)
        expect(successRange(design, setting)).toEqual(successRange(design, still))
      expect(successRange('pushing', still)).toEqual(successRange('separate', still))
      expect(successRange('identical', setting)).toEqual(successRange('one', setting))
    },
  )

  test.prop([settings, fc.double({ min: 0.01, max: 2, noNaN: true })])(
    'have the probability of their interval under N(1, variance)',
    (setting, variance) => {
      for (const design of DESIGNS) {
        const { low, high } = successRange(design, setting)
        const [from, to] = [low, high].map((gamma) => normalCdf((gamma - 1) / Math.sqrt(variance)))
        expect(successProbability(design, setting, variance)).toBeCloseTo(Math.max(0, to - from), 13)
      }
    },
  )
})

describe('the error in the limit', () => {
  // By the definition — every head's softmax over all keys — and quadrature in 30 digits with mpmath.
  test.each<[Design, number, number, number, number, number, number]>([
    ['one', 10, 2, 1000, 0, 0.5, 0.4988716245450976],
    ['identical', 10, 2, 1000, 0, 0.5, 0.4988716245450976],
    ['separate', 10, 2, 1000, 0, 0.5, 0.02191635146932244],
    ['pushing', 10, 3, 1000, 0.5, 0.5, 0.002102921927263955],
    ['pushing', 4, 4, 40, 2, 0.3, 0.002168768079923844],
    ['one', 3, 3, 25, 0, 1, 0.3872865740923017],
    ['one', 6, 3, 0.5, 0, 0.04, 0.0952383582050305],
    ['pushing', 6, 3, 0.5, 0.5, 0.04, 0.11839935811473165],
    ['separate', 2, 2, 8, 0, 0.5, 0.0309009631956467],
    ['separate', 5, 2, 1.5, 0, 0.25, 0.11365023930272396],
  ])(
    'of %s: n = %i, H = %i, Q = %d, λ = %d, variance %d',
    (design, n, heads, scale, push, variance, wanted) => {
      expect(Math.abs(limitError(design, { n, heads, scale, push }, variance) - wanted)).toBeLessThan(1e-12)
    },
  )

  test.prop([settings, fc.double({ min: -3, max: 4, noNaN: true })])(
    'is alike for designs that are alike',
    (setting, gamma) => {
      const still = { ...setting, push: 0 }
      expect(errorAt('identical', setting, gamma)).toBe(errorAt('one', setting, gamma))
      expect(errorAt('pushing', still, gamma)).toBe(errorAt('separate', setting, gamma))
      expect(errorAt('away', setting, gamma)).toBe(limitError('away', setting, 0.7))
    },
  )

  test.prop([settings])('is that of the mean key where nothing varies', (setting) => {
    for (const design of DESIGNS)
      expect(limitError(design, setting, 0)).toBeCloseTo(errorAt(design, setting, 1), 14)
  })

  test('is nothing where all keys are wanted and alike', () => {
    const all = { n: 4, heads: 4, scale: 3, push: 1 }
    expect([errorAt('one', all, 1), errorAt('away', all, -5)]).toEqual([0, 0])
    for (const design of ['separate', 'pushing'] as const) expect(errorAt(design, all, 1)).toBeLessThan(1e-30)
  })

  test('of one head near the mean is that of its tilt, (H − 1)(Qδ)²/H³', () => {
    const all = { n: 3, heads: 3, scale: 1e-8, push: 0 }
    // 1 + 2⁻²⁰ is exact.
    const tilt = 1e-8 * 2 ** -20
    expect(errorAt('one', all, 1 + 2 ** -20) / ((2 * tilt ** 2) / 27)).toBeCloseTo(1, 13)
  })
})

test.each([
  [{ heads: 1 }, 'a whole number of heads ≥ 2, got 1'],
  [{ n: 1 }, 'a whole number of keys ≥ 2, got 1'],
  [{ scale: 0 }, 'a finite scale > 0, got 0'],
  [{ scale: Infinity }, 'a finite scale > 0, got Infinity'],
  [{ push: -1 }, 'a finite push ≥ 0, got -1'],
  [{ push: Infinity }, 'a finite push ≥ 0, got Infinity'],
])('%j is refused', (wrong, message) => {
  const setting = { ...NOTES, ...wrong }
  expect(() => successRange('pushing', setting)).toThrow(`successRange: expected ${message}`)
  expect(() => successProbability('pushing', setting, 0.5)).toThrow(`successRange: expected ${message}`)
  expect(() => errorAt('pushing', setting, 1)).toThrow(`errorAt: expected ${message}`)
})

test.each([-1, NaN, Infinity])('a variance of %d is refused', (variance) => {
  const message = `expected a finite variance ≥ 0, got ${variance}`
  expect(() => successProbability('one', NOTES, variance)).toThrow(`successProbability: ${message}`)
  expect(() => limitError('away', NOTES, variance)).toThrow(`limitError: ${message}`)
  expect(() => errorAt('one', NOTES, Infinity)).toThrow('errorAt: expected a finite length, got Infinity')
})
