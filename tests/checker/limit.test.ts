import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { limitOf } from '../../src/checker/verdict/limit'
import { distanceOf } from '../../src/constructions/exercises/distance'

const SCALES = Array.from({ length: 11 }, (_, i) => 8 * 2 ** i)
const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true })

/** Judges `error` over the scales, known to one part in 10¹³ of them. */
const judged = (error: (scale: number) => number) =>
  limitOf(SCALES.map((scale) => distanceOf(error(scale), scale * 1e-13)))

describe('an error that tends to 0', () => {
  test.prop([factor, fc.double({ min: 0.2, max: 2, noNaN: true })])('as a power of the scale', (c, p) => {
    expect(judged((scale) => c / scale ** p)).toBe('holds')
  })

  test.prop([factor])('as one over its logarithm', (c) => {
    expect(judged((scale) => c / Math.log(scale))).toBe('holds')
  })

  test.prop([fc.double({ min: 0.01, max: 5, noNaN: true })])('exponentially', (c) => {
    expect(judged((scale) => Math.exp(-c * scale))).toBe('holds')
  })

  test('at once', () => {
    expect(judged(() => 0)).toBe('holds')
  })
})

describe('an error that stays', () => {
  test.prop([fc.double({ min: 1e-8, max: 1e3, noNaN: true })])('as it is', (c) => {
    expect(judged(() => c)).toBe('fails')
  })

  test.prop([fc.double({ min: 0.01, max: 10, noNaN: true })])('above a bound', (c) => {
    expect(judged((scale) => c * (1 + 1 / scale))).toBe('fails')
    expect(judged((scale) => c + 1 / scale)).not.toBe('holds')
  })

  test.prop([factor])('or grows', (c) => {
    expect(judged((scale) => c * scale)).toBe('fails')
    expect(judged((scale) => c * Math.log(scale))).toBe('fails')
  })
})

describe('rounding', () => {
  test('hides nothing that was seen before', () => {
    const points = SCALES.map((scale) => distanceOf(1e-9, scale * 1e-12))
    expect(points.at(-1)?.isRounding).toBe(true)
    expect(limitOf(points)).toBe('fails')
  })

  test('decides nothing where it is coarse', () => {
    expect(limitOf(SCALES.map(() => distanceOf(0, 1)))).toBe('undecided')
    expect(limitOf([])).toBe('undecided')
    expect(limitOf([distanceOf(1, 0), distanceOf(0.5, 0)])).toBe('undecided')
  })
})
