import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { averagingWeights, scaleForLeak } from '../../src/core/attention/averaging'
import { leak, logSoftmax } from '../../src/core/attention/softmax'
import { expectClose, extremes, values } from './reference'

const sizes = fc.integer({ min: 3, max: 60 })
const scales = fc.double({ min: -900, max: 900, noNaN: true })

describe('against reference values', () => {
  test.each(values.averaging)('n = $n, Q = $Q', ({ n, Q, ...wanted }) => {
    const weights = averagingWeights(n, Q)
    for (const name of ['logWeightSelected', 'logWeightOther', 'leak', 'logLeak'] as const)
      expectClose(weights[name], wanted[name])
    expectClose(scaleForLeak(n, 1e-6), wanted['scaleForLeak1e-6'])
  })

  test.each(extremes.averaging)('n = $n, Q = $scale at the ends of the range', ({ n, scale, ...wanted }) => {
    const weights = averagingWeights(n, scale)
    for (const name of ['logWeightSelected', 'leak', 'logLeak'] as const)
      expectClose(weights[name], wanted[name])
    // For two keys this is −Q − log 2, which can cancel.
    expectClose(weights.logWeightOther, wanted.logWeightOther, n === 2 ? 2e-16 : 0)
  })

  test.each(extremes.thresholds)('n = $n, ε = $epsilon', ({ n, epsilon, ...wanted }) => {
    expectClose(scaleForLeak(n, epsilon), wanted.scaleForLeak)
  })
})

describe('laws', () => {
  test.prop([sizes, scales])('they are the softmax of the scores (Q, Q, 0, …, 0)', (n, scale) => {
    const scores = [scale, scale, ...Array<number>(n - 2).fill(0)]
    const weights = averagingWeights(n, scale)
    expectClose(weights.logWeightSelected, String(logSoftmax(scores)[0]))
    expectClose(weights.logWeightOther, String(logSoftmax(scores)[2]))
    expectClose(weights.leak, String(leak(scores, [0, 1])))
  })

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])('two keys never leak', (scale) => {
    expect(averagingWeights(2, scale)).toMatchObject({ leak: 0, logLeak: -Infinity })
    expectClose(averagingWeights(2, scale).logWeightSelected, String(-Math.LN2))
    expect(scaleForLeak(2, 1e-9)).toBe(0)
  })

  test.prop([sizes, fc.double({ min: 1e-300, max: 1 - 1e-9, noNaN: true })])(
    'at the least scale the leak is ε',
    (n, epsilon) => {
      expect(averagingWeights(n, scaleForLeak(n, epsilon)).leak / epsilon).toBeCloseTo(1, 12)
    },
  )
})

test('what is refused names itself, what it expected and what it got', () => {
  for (const n of [1, 2.5, Number.NaN, Infinity]) {
    const expected = `expected a whole number of keys ≥ 2, got ${n}`
    expect(() => averagingWeights(n, 1)).toThrow(new RangeError(`averagingWeights: ${expected}`))
    expect(() => scaleForLeak(n, 0.1)).toThrow(new RangeError(`scaleForLeak: ${expected}`))
  }
  for (const scale of [Number.NaN, Infinity, -Infinity])
    expect(() => averagingWeights(3, scale)).toThrow(
      new RangeError(`averagingWeights: expected a finite scale, got ${scale}`),
    )
  for (const epsilon of [0, 1, Number.NaN])
    expect(() => scaleForLeak(2, epsilon)).toThrow(
      new RangeError(`scaleForLeak: expected epsilon between 0 and 1, both excluded, got ${epsilon}`),
    )
})
