import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { logSoftmax, softmax } from '../../src/core/attention/softmax'
import { mixture } from '../../src/core/laws/log-mixture'

const entry = fc.integer({ min: -9, max: 9 })
const pairs = (most: number) =>
  fc.array(fc.tuple(fc.double({ min: -most, max: most, noNaN: true }), entry), { minLength: 1, maxLength: 6 })

test.prop([pairs(30)])('is the weighted sum where nothing underflows', (list) => {
  const [scores, entries] = [list.map(([s]) => s), list.map(([, x]) => x)]
  const plain = softmax(scores).reduce((sum, w, j) => sum + w * entries[j], 0)
  const { value, log } = mixture(logSoftmax(scores), entries)
  expect(Math.abs(value - plain)).toBeLessThanOrEqual(1e-12)
  if (log !== undefined && Math.abs(plain) > 1e-6) expect(Math.exp(log)).toBeCloseTo(Math.abs(value), 9)
})

test.prop([pairs(30), fc.double({ min: 800, max: 1e6, noNaN: true })])(
  'keeps sign and logarithm when all weights shrink',
  (list, by) => {
    const [logWeights, entries] = [list.map(([s]) => Math.round(s)), list.map(([, x]) => x)]
    const near = mixture(logWeights, entries)
    const far = mixture(
      logWeights.map((s) => s - Math.round(by)),
      entries,
    )
    if (near.log === undefined) expect(far).toEqual({ value: 0, log: undefined })
    else {
      expect(far.log).toBeCloseTo(near.log - Math.round(by), 6)
      expect(Object.is(far.value, near.value < 0 ? -0 : 0)).toBe(true)
    }
  },
)

describe('what cancels', () => {
  test('leaves the rest to be seen', () => {
    expect(mixture([-1000, -1000, -2000], [1, -1, -5])).toEqual({ value: -0, log: -2000 + Math.log(5) })
  })

  test('is 0, also by rounding, and where a key is masked', () => {
    expect(mixture([-900, -900, -900], [0.1, 0.2, -0.3])).toEqual({ value: 0, log: undefined })
    expect(mixture([-Infinity, 0], [3, 0])).toEqual({ value: 0, log: undefined })
  })

  test('of nothing but masked keys is 0, and so is what small weights leave of a sum', () => {
    expect(mixture([-Infinity, -Infinity], [3, 4])).toEqual({ value: 0, log: undefined })
    expect(mixture([], [])).toEqual({ value: 0, log: undefined })
  })

  test('is distinguished from what is small: a part in 10¹⁴ of large entries counts, of small ones too', () => {
    for (const size of [1e-6, 1, 1e6]) {
      const { log } = mixture([-800, -800], [size * (1 + 1e-13), -size])
      expect(log).toBeCloseTo(-800 + Math.log(size * 1e-13), 1)
      expect(mixture([-800, -800], [size * (1 + 2 ** -52), -size]).log).toBeUndefined()
    }
  })

  test('weights of any spread are measured from the largest', () => {
    expect(mixture([-2000, 0], [1, 2])).toEqual({ value: 2, log: Math.LN2 })
    expect(mixture([-100, -1500], [-3, 2]).log).toBeCloseTo(-100 + Math.log(3), 12)
  })
})
