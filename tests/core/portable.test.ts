import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  portableExp,
  portableExpWide,
  portableHypot,
  portableLog,
  portableLogWide,
  wholePower,
} from '../../src/core/numbers/portable'

describe('the short ranges', () => {
  test.prop([fc.double({ min: -10, max: 10, noNaN: true })])('exp', (x) => {
    expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(8e-15)
  })

  test.prop([fc.double({ min: 2 ** -53, max: 1, noNaN: true })])('ln', (x) => {
    expect(Math.abs(portableLog(x) - Math.log(x))).toBeLessThanOrEqual(8e-16 * Math.abs(Math.log(x)))
  })
})

describe('all of float64', () => {
  test.prop([fc.double({ min: -700, max: 700, noNaN: true })])('exp', (x) => {
    expect(Math.abs(portableExpWide(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(1e-14)
  })

  test.prop([fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true })])('ln', (x) => {
    const error = Math.abs(portableLogWide(x) - Math.log(x))
    expect(error).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(Math.log(x))))
  })

  test.prop([fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: -1000, max: 1000 })])(
    'powers',
    (x, n) => {
      expect(Math.abs(wholePower(x, n) / x ** n - 1)).toBeLessThan(3e-13)
    },
  )

  const real = fc.double({ noNaN: true, noDefaultInfinity: true })
  test.prop([fc.array(real, { minLength: 1, maxLength: 4 })])('lengths', (xs) => {
    const length = Math.hypot(...xs)
    expect(Math.abs(portableHypot(...xs) - length) || 0).toBeLessThanOrEqual(1e-15 * length + 5e-324)
  })

  test('the edges', () => {
    expect([portableHypot(0, -0), portableHypot(-Infinity, 1)]).toEqual([0, Infinity])
    expect(portableHypot(3e200, 4e200) / 5e200).toBeCloseTo(1, 14)
    expect([-Infinity, -800, -746, 0, 710, Infinity].map(portableExpWide)).toEqual([
      0,
      0,
      0,
      1,
      Infinity,
      Infinity,
    ])
    expect(portableExpWide(709)).toBeCloseTo(8.218407461554972e307, -295)
    expect([0, 1].map(portableLogWide)).toEqual([-Infinity, 0])
    expect(portableLogWide(-1)).toBeNaN()
    expect(wholePower(2, -1074)).toBe(5e-324)
    expect(wholePower(-3, 3)).toBe(-27)
  })
})
