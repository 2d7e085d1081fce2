import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { limitOf } from '../../src/checker/verdict/limit'
import { distanceOf } from '../../src/constructions/exercises/distance'
import type { Distance } from '../../src/constructions/exercises/exercise'

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

/** A distance that was seen, and one that only rounding may have made, by their logarithms. */
const seen = (log: number, slack = 0): Distance => ({ log, slack, isRounding: false })
const hidden = (log: number): Distance => ({ log, slack: 0, isRounding: true })

describe('the last distances decide, by how they fall', () => {
  test.each([
    ['as fast as before', [0, -1, -2], 'holds'],
    ['with three quarters of the pace', [0, -4, -7], 'holds'],
    ['with a little less, which could be either', [0, -10, -17], 'undecided'],
    ['with two thirds of it, as towards a limit', [0, -100, -166], 'fails'],
    ['with half of it', [0, -10, -15], 'fails'],
    ['by no more than what is nothing', [0, 0, -1e-9], 'fails'],
    ['once more, after they had stood', [0, 0, -1], 'holds'],
    ['whatever came before', [0, 0, 5, 4, 3], 'holds'],
  ] as const)('%s', (_, logs, standing) => {
    expect(limitOf(logs.map((log) => seen(log)))).toBe(standing)
  })

  test.each([
    ['steeply to what is fine', [seen(-8), seen(-14)], 'holds'],
    ['to what just is fine', [seen(-5), seen(-13.8)], 'holds'],
    ['less steeply', [seen(-10), seen(-14)], 'undecided'],
    ['to what is not fine', [seen(0), seen(-13)], 'undecided'],
    ['steeply but for what rounding did', [seen(-8.9, 0.1), seen(-14)], 'undecided'],
    ['from nowhere: there is one only', [seen(-20)], 'undecided'],
  ] as const)('of two, %s', (_, distances, standing) => expect(limitOf(distances)).toBe(standing))
})

describe('a fall that rounding may have made', () => {
  const falling = (slack: number, ...logs: readonly number[]) => logs.map((log) => seen(log, slack))

  test.each([
    ['says nothing where it is small against that', falling(0.2, 0, -1, -2), 'undecided'],
    ['counts where it is ten times that', falling(0.2, 0, -5, -10), 'holds'],
    ['counts where that itself is small', falling(0.1, 0, -1, -2), 'holds'],
    [
      'is none where one of the distances may be off as much',
      [seen(0, 0.05), seen(-0.09), seen(-0.18)],
      'fails',
    ],
    [
      'gives way to clear ones before it',
      [...falling(0.05, 0, -1, -2), ...falling(0.06, -2, -2, -2)],
      'holds',
    ],
    ['decides where fewer are clear', [...falling(0, 0, -1), ...falling(0.06, -2, -2, -2)], 'fails'],
  ] as const)('%s', (_, distances, standing) => expect(limitOf(distances)).toBe(standing))

  test.each([
    ['fine enough to show an error', [seen(0), seen(0), seen(0), hidden(-14)], 'holds'],
    ['just fine enough', [hidden(-13.8)], 'holds'],
    ['too coarse, so what was seen before it decides', [seen(0), seen(0), seen(0), hidden(-5)], 'fails'],
    ['as coarse as an error seen', [seen(-14), seen(-14), seen(-14), hidden(-14)], 'fails'],
    ['between others, where it is passed over', [seen(0), seen(-1), hidden(-1.2), seen(-1.4)], 'fails'],
  ] as const)('at the end is, where float64 is %s', (_, distances, standing) => {
    expect(limitOf(distances)).toBe(standing)
  })
})
