import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logistic } from '../../src/core/attention/logistic'
import { headFailureLimit, headSuccess, headWeightMoments } from '../../src/core/heads/head-success'
import { noMoments, sampleVariance, withValues } from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'
import reference from '../reference/normal.json'
import values from '../reference/values.json'
import { expectRelative } from './relative-error'

const count = fc.integer({ min: 2, max: 10_000 })
const size = fc.double({ min: 1e-3, max: 1e4, noNaN: true })

test.each(values.multiHead)('notes 1(d): n = $n, Q = $Q', ({ n, Q, ...wanted }) => {
  const { mean, variance } = headWeightMoments(n, Q, 0.5)
  expectRelative(headSuccess(n, Q, 0.5), wanted.headSuccess, 1e-14)
  expectRelative(headFailureLimit(0.5), wanted.limitFailure, 1e-15)
  expectRelative(mean, wanted.meanWeightA, 1e-14)
  expectRelative(variance, wanted.varianceWeightA, 1e-14)
})

test.each(reference.head)('n = $n, Q = $scale, variance $normVariance', (row) => {
  const { mean, variance } = headWeightMoments(row.n, row.scale, row.normVariance)
  expectRelative(headSuccess(row.n, row.scale, row.normVariance), row.success, 1e-14)
  expectRelative(headFailureLimit(row.normVariance), row.limitFailure, 1e-14)
  expectRelative(mean, row.expectation, 1e-14)
  expectRelative(variance, row.variance, 5e-14)
})

describe('edges', () => {
  test('a head that is not scaled fails as soon as there are three keys', () => {
    expect([headSuccess(3, 0, 0.5), headSuccess(3, 0, 0), headSuccess(3, 5e-324, 0.5)]).toEqual([0, 0, 0])
  })

  test('with two keys the scale does not matter', () => {
    for (const scale of [5e-324, 1, 1e308, Infinity])
      expect(headSuccess(2, scale, 0.5)).toBe(1 - headFailureLimit(0.5))
  })

  test('a certain tie counts as one half', () => {
    expect([
      headSuccess(2, 0, 0.5),
      headSuccess(10, Math.log(9), 0),
      headSuccess(10, Math.log(9), 1e-9),
    ]).toEqual([0.5, 0.5, 0.5])
  })

  test('without variance the outcome is certain', () => {
    expect([headSuccess(10, 2, 0), headSuccess(10, 3, 0), headFailureLimit(0)]).toEqual([0, 1, 0])
    expect(headWeightMoments(10, 3, 0)).toEqual({ mean: logistic(3 - Math.log(9)), variance: 0 })
  })

  test('unscaled, the weight is 1/n', () => {
    const { mean, variance } = headWeightMoments(4, 0, 0.5)
    expect(mean).toBeCloseTo(0.25, 15)
    expect(variance).toBe(0)
  })

  test('what is out of range is refused', () => {
    for (const f of [headSuccess, headWeightMoments])
      for (const [n, scale, variance, message] of [
        [1, 1, 1, 'a whole n ≥ 2, got 1'],
        [2.5, 1, 1, 'a whole n ≥ 2, got 2.5'],
        [3, -1, 1, 'a scale ≥ 0, got -1'],
        [3, NaN, 1, f === headSuccess ? 'a scale ≥ 0, got NaN' : 'a finite scale, got NaN'],
        [3, 1, -1, 'a finite variance ≥ 0, got -1'],
        [3, 1, NaN, 'a finite variance ≥ 0, got NaN'],
        [3, 1, Infinity, 'a finite variance ≥ 0, got Infinity'],
      ] as const)
        expect(() => f(n, scale, variance)).toThrow(`${f.name}: expected ${message}`)
    expect(() => headFailureLimit(-1)).toThrow('headFailureLimit: expected a finite variance ≥ 0, got -1')
  })
})

describe('laws', () => {
  test.prop([count, size, fc.double({ min: 1e-6, max: 10, noNaN: true })])(
    'success grows with the scale to its limit, failure being what is left',
    (n, scale, variance) => {
      expect(headSuccess(n, 2 * scale, variance)).toBeGreaterThanOrEqual(headSuccess(n, scale, variance))
      expect(headSuccess(n, scale, variance) + headFailureLimit(variance)).toBeLessThanOrEqual(1 + 1e-15)
      expect(headSuccess(n, Infinity, variance) + headFailureLimit(variance)).toBeCloseTo(1, 15)
    },
  )

  test('draws of γ agree', () => {
    const gammas = new Float64Array(200_000)
    createRandom(3).fillNormals(gammas)
    const weights = gammas.map((z) => logistic(10 * (1 + z * Math.SQRT1_2) - Math.log(9)))
    const moments = withValues(noMoments, weights)
    const { mean, variance } = headWeightMoments(10, 10, 0.5)
    expect(Math.abs(moments.mean - mean) / Math.sqrt(variance / 200_000)).toBeLessThan(3.3)
    expect(sampleVariance(moments)).toBeCloseTo(variance, 2)
    const won = weights.filter((w) => w >= 0.5).length / 200_000
    expect(won).toBeCloseTo(headSuccess(10, 10, 0.5), 2)
  })
})
