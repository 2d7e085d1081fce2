import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logistic, logisticDifference, logit, logitDifference } from '../../src/core/attention/logistic'
import {
  logitNormalCdf,
  logitNormalInterval,
  logitNormalMean,
  logitNormalPdf,
  logitNormalVariance,
} from '../../src/core/laws/logit-normal'
import { normalPdf } from '../../src/core/laws/normal'
import { integral } from '../../src/core/laws/quadrature'
import reference from '../reference/normal.json'
import values from '../reference/values.json'
import { expectRelative } from './relative-error'

const location = fc.double({ min: -1e3, max: 1e3, noNaN: true })
const spread = fc.oneof(
  fc.constant(0),
  fc.double({ min: -12, max: 6, noNaN: true }).map((e) => 10 ** e),
)
const share = fc.oneof(
  fc.constantFrom(0, 1, 5e-324, 1e-300, 0.5, 1 - 2 ** -53),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

describe('the closed forms of the Gaussian keys', () => {
  test.each(values.gaussianKeys)('Q = $Q, α = $alpha', ({ Q, alpha, anisotropy, ...wanted }) => {
    const sd = Q * Math.sqrt(4 * alpha + anisotropy)
    expectRelative(sd, wanted.sd, 4e-16)
    expectRelative(logitNormalMean(0, sd), wanted.mean, 0)
    expectRelative(logitNormalVariance(0, sd), wanted.variance, 1e-14)
    expectRelative(logitNormalCdf(0.9, 0, sd), wanted.cdfAt0_9, 1e-14)
    expectRelative(logitNormalPdf(0.5, 0, sd), wanted.pdfAt0_5, 1e-14)
    expectRelative(logitNormalPdf(0.99, 0, sd), wanted.pdfAt0_99, 1e-13)
  })
})

describe('against 100-digit values', () => {
  test.each(reference.logitNormal)(
    'density and law at $x, mean $mean, sd $sd',
    ({ x, mean, sd, pdf, cdf }) => {
      expectRelative(logitNormalPdf(x, mean, sd), pdf, 1e-12)
      expectRelative(logitNormalCdf(x, mean, sd), cdf, 1e-12)
    },
  )

  test.each(reference.logitNormalBetween)('P($low < X ≤ $high), mean $mean, sd $sd', (row) => {
    expectRelative(logitNormalInterval(row.low, row.high, row.mean, row.sd), row.probability, 1e-12)
  })

  test.each(reference.moments)('moments for mean $mean, sd $sd', ({ mean, sd, expectation, variance }) => {
    expectRelative(logitNormalMean(mean, sd), expectation, 1e-14)
    expectRelative(logitNormalVariance(mean, sd), variance, 5e-14)
  })
})

describe('at the ends', () => {
  test.prop([share, location, spread])('nothing is NaN', (x, mean, sd) => {
    expect(logitNormalPdf(x, mean, sd)).toBeGreaterThanOrEqual(0)
    expect(logitNormalCdf(x, mean, sd)).toBeGreaterThanOrEqual(0)
    expect(logitNormalInterval(0, x, mean, sd)).toBeLessThanOrEqual(1)
    expect(logitNormalVariance(mean, sd)).toBeGreaterThanOrEqual(0)
  })

  test('denormal moments are found too', () => {
    for (let mean = -760; mean < -340; mean += 7)
      for (const sd of [1e-9, 0.1, 1, 8]) {
        expect(logitNormalMean(mean, sd)).toBeGreaterThanOrEqual(0)
        expect(logitNormalVariance(mean, sd)).toBeGreaterThanOrEqual(0)
      }
  })

  test('without spread the law is the point σ(mean)', () => {
    const point = logistic(1.3)
    expect([logitNormalCdf(point - 2 ** -53, 1.3, 0), logitNormalCdf(point, 1.3, 0)]).toEqual([0, 1])
    expect([logitNormalPdf(0.2, 1.3, 0), logitNormalPdf(point, 1.3, 0)]).toEqual([0, Infinity])
    expect([logitNormalMean(1.3, 0), logitNormalVariance(1.3, 0)]).toEqual([point, 0])
    expect([logitNormalInterval(0, 0.5, 1.3, 0), logitNormalInterval(0.5, 1, 1.3, 0)]).toEqual([0, 1])
  })

  test('outside (0, 1) there is nothing', () => {
    for (const x of [-Infinity, -1, 0])
      expect([logitNormalPdf(x, 0, 1), logitNormalCdf(x, 0, 1)]).toEqual([0, 0])
    for (const x of [1, 2, Infinity])
      expect([logitNormalPdf(x, 0, 1), logitNormalCdf(x, 0, 1)]).toEqual([0, 1])
    expect(logitNormalInterval(-1, 2, 0, 1)).toBe(1)
  })

  test('what is out of range is refused', () => {
    for (const [mean, sd] of [
      [NaN, 1],
      [Infinity, 1],
      [0, -1],
      [0, NaN],
      [0, Infinity],
    ]) {
      expect(() => logitNormalMean(mean, sd)).toThrow(RangeError)
      expect(() => logitNormalVariance(mean, sd)).toThrow(RangeError)
      expect(() => logitNormalPdf(0.5, mean, sd)).toThrow(RangeError)
      expect(() => logitNormalCdf(0.5, mean, sd)).toThrow(RangeError)
    }
    expect(() => logitNormalPdf(NaN, 0, 1)).toThrow('logitNormalPdf: expected a number, got NaN')
    expect(() => logitNormalInterval(0.6, 0.5, 0, 1)).toThrow(RangeError)
  })
})

describe('laws', () => {
  const mild = fc.double({ min: 0.3, max: 4, noNaN: true })
  const near = fc.double({ min: -4, max: 4, noNaN: true })

  test.prop([near, mild], { numRuns: 25 })('density, law and moments belong together', (mean, sd) => {
    const density = (x: number) => logitNormalPdf(x, mean, sd)
    const breaks = Array.from({ length: 41 }, (_, i) => logistic(mean + sd * (i / 2 - 10)))
    const expectation = integral((x) => x * density(x), breaks)
    expect(integral(density, breaks)).toBeCloseTo(1, 12)
    expect(logitNormalMean(mean, sd)).toBeCloseTo(expectation, 12)
    expect(logitNormalVariance(mean, sd)).toBeCloseTo(
      integral((x) => (x - expectation) ** 2 * density(x), breaks),
      12,
    )
    const half = breaks.filter((x) => x < 0.4)
    expect(integral(density, [...half, 0.4])).toBeCloseTo(logitNormalCdf(0.4, mean, sd), 12)
  })

  test.prop([location, spread])('X and 1 − X mirror one another', (mean, sd) => {
    expect(logitNormalMean(mean, sd) + logitNormalMean(-mean, sd)).toBeCloseTo(1, 15)
    expect(logitNormalVariance(mean, sd)).toBe(logitNormalVariance(-mean, sd))
  })

  test.prop([location, spread])('the variance is at most m(1 − m)', (mean, sd) => {
    const bound = logitNormalMean(mean, sd) * logitNormalMean(-mean, sd)
    expect(logitNormalVariance(mean, sd)).toBeLessThanOrEqual(bound * (1 + 1e-12))
  })

  test('the mean is exactly ½ in the middle, and the variance tends to ¼', () => {
    for (const sd of [0, 1e-6, 1, 1e6]) expect(logitNormalMean(0, sd)).toBe(0.5)
    expect(logitNormalVariance(0, 1e12)).toBeCloseTo(0.25, 12)
  })
})

describe('logistic', () => {
  const score = fc.double({ min: -700, max: 700, noNaN: true })

  test.prop([score])('logit undoes it', (x) => {
    // Near 1 the weight itself has lost the digits.
    expect(Math.abs(logit(logistic(-Math.abs(x))) + Math.abs(x))).toBeLessThanOrEqual(
      4e-16 * (1 + Math.abs(x)),
    )
  })

  test.prop([
    fc.double({ min: -300, max: 300, noNaN: true }),
    fc.double({ min: 1e-9, max: 1e-3, noNaN: true }),
  ])('differences keep their digits', (x, step) => {
    const slope = logistic(x) * logistic(-x)
    const difference = logisticDifference(x, x + step, step)
    expect(Math.abs(difference / (slope * step) - 1)).toBeLessThanOrEqual(step + 1e-12)
    expect(logisticDifference(x + step, x, -step)).toBe(-difference)
    // Without a step, it is what the ends differ by.
    expect(logisticDifference(x, x + step)).toBe(logisticDifference(x, x + step, x + step - x))
  })

  test('neighbours differ in logit by their distance over p(1 − p)', () => {
    expect(logitDifference(0.9, 0.9 + 2 ** -40)).toBeCloseTo(2 ** -40 / 0.09, 20)
    expect(logitDifference(0.1, 0.9)).toBeCloseTo(2 * Math.log(9), 14)
    expect([logitDifference(0, 0.5), logitDifference(0.5, 1)]).toEqual([Infinity, Infinity])
  })

  test('the ends are exact, and what is out of range is refused', () => {
    expect([-Infinity, 0, Infinity].map(logistic)).toEqual([0, 0.5, 1])
    expect([0, 0.5, 1].map(logit)).toEqual([-Infinity, 0, Infinity])
    expect(() => logistic(NaN)).toThrow(RangeError)
    for (const p of [-1e-300, 1.1, NaN]) expect(() => logit(p)).toThrow(RangeError)
  })
})

test.each([1, 1e3, 1e6])('the probability of one step of float64 is not lost beside a mean of %d', (mean) => {
  const step = 2 ** -52
  // logit′(½) = 4.
  const wanted = (4 * step * normalPdf(-1)) / mean
  expect(Math.abs(logitNormalInterval(0.5, 0.5 + step, mean, mean) / wanted - 1)).toBeLessThan(1e-14)
  expect(logitNormalInterval(0.5, 0.5, mean, mean)).toBe(0)
})
