import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  entropy,
  leak,
  logLeak,
  logSoftmax,
  logSumExp,
  softmax,
  softmaxOfGroups,
} from '../../src/core/attention/softmax'
import { expectAllClose, expectClose, extremes, values } from './reference'

const finite = (bound: number) => fc.double({ min: -bound, max: bound, noNaN: true })
const scoreLists = fc.oneof(
  ...[1, 40, 800, 1e308].map((bound) => fc.array(finite(bound), { minLength: 1, maxLength: 12 })),
)
const total = (v: readonly number[]) => v.reduce((sum, x) => sum + x, 0)

/** A logSumExp near 0 is the difference of two larger numbers: its error is measured against those. */
const cancellation = (scores: readonly number[]) => 4e-16 * Math.abs(Math.max(...scores))

describe('against reference values', () => {
  const cases = [...values.softmax, ...extremes.softmax].map(({ scores, ...wanted }) => ({
    ...wanted,
    scores: scores.map(Number),
  }))

  test.each(cases)('scores $scores', ({ scores, ...wanted }) => {
    expectAllClose(softmax(scores), wanted.weights)
    expectAllClose(logSoftmax(scores), wanted.logWeights)
    expectClose(entropy(scores), wanted.entropy)
    expectClose(logSumExp(scores), wanted.logSumExp, cancellation(scores))
  })

  test.each(extremes.softmax)('leak of $scores outside $targets', ({ scores, targets, ...wanted }) => {
    expectClose(leak(scores.map(Number), targets), wanted.leak)
    expectClose(logLeak(scores.map(Number), targets), wanted.logLeak)
  })

  test.each(extremes.groups)('groups $scores × $counts', ({ scores, counts, ...wanted }) => {
    const { weights, logWeights } = softmaxOfGroups(scores.map(Number), counts)
    expectAllClose(weights, wanted.weights)
    expectAllClose(logWeights, wanted.logWeights)
  })

  // One key against the rest at a share near ½, and a million weights that are denormals or 0.
  const millions = extremes.groups.filter(
    ({ scores, counts }) => total(counts) === 1e6 && [13.8, -744].includes(Number(scores[0])),
  )

  test.each(millions)('a million keys, $scores × $counts', { timeout: 60_000 }, (reference) => {
    const { counts, targets } = reference
    const scores = reference.scores.map(Number)
    // The first group's keys, then the second's.
    const keys = Array.from({ length: 1e6 }, (_, key) => scores[key < counts[0] ? 0 : 1])
    const firstKeys = [0, counts[0]]
    const [weights, logWeights] = [softmax(keys), logSoftmax(keys)]
    expectAllClose(
      firstKeys.map((key) => weights[key]),
      reference.weights,
    )
    expectAllClose(
      firstKeys.map((key) => logWeights[key]),
      reference.logWeights,
    )
    const wanted = [...keys.keys()].filter((key) => targets.includes(key < counts[0] ? 0 : 1))
    expectClose(leak(keys, wanted), reference.leak)
    expectClose(logLeak(keys, wanted), reference.logLeak)
    expectClose(logSumExp(keys), reference.logSumExp)
    // Each of a million terms may have been rounded to a denormal.
    expectClose(entropy(keys), reference.entropy, 1e6 * Number.MIN_VALUE)
  })
})

describe('laws', () => {
  test.prop([scoreLists])('weights lie in [0, 1] and sum to 1', (scores) => {
    const weights = softmax(scores)
    expect(total(weights)).toBeCloseTo(1, 14)
    for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0)
    for (const weight of weights) expect(weight).toBeLessThanOrEqual(1)
  })

  test.prop([fc.integer({ min: 1, max: 2000 }), finite(1e308)])('n ties weigh exactly 1/n', (n, score) => {
    const scores = Array<number>(n).fill(score)
    expect(new Set(softmax(scores))).toEqual(new Set([1 / n]))
    expect(softmaxOfGroups([score], [n]).weights).toEqual([1 / n])
    expect(leak(scores, 0)).toBe((n - 1) / n)
  })

  test.prop([fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1 }), fc.integer()])(
    'a constant added to every score changes nothing',
    (scores, shift) => {
      const shifted = scores.map((s) => s + shift)
      expect(softmax(shifted)).toEqual(softmax(scores))
      expect(logSoftmax(shifted)).toEqual(logSoftmax(scores))
    },
  )

  test.prop([scoreLists])(
    'a greater score never has the smaller weight, an equal one has an equal',
    (scores) => {
      const order = [...scores.keys()].toSorted((i, j) => scores[i] - scores[j])
      for (const list of [softmax(scores), logSoftmax(scores)])
        for (const [k, i] of order.slice(1).entries()) {
          expect(list[i]).toBeGreaterThanOrEqual(list[order[k]])
          if (scores[i] === scores[order[k]]) expect(list[i]).toBe(list[order[k]])
        }
    },
  )

  test.prop([scoreLists])('a masked key changes nothing and gets nothing', (scores) => {
    const masked = [-Infinity, ...scores]
    expect(softmax(masked)).toEqual([0, ...softmax(scores)])
    expect(logSoftmax(masked)).toEqual([-Infinity, ...logSoftmax(scores)])
    expect(logSumExp(masked)).toBe(logSumExp(scores))
    expect(entropy(masked)).toBe(entropy(scores))
    expect(leak(masked, [0])).toBe(1)
    expect(logLeak(masked, [0])).toBe(0)
  })

  test.prop([scoreLists])('entropy lies between 0 and log n', (scores) => {
    expect(entropy(scores)).toBeGreaterThanOrEqual(0)
    expect(entropy(scores)).toBeLessThanOrEqual(Math.log(scores.length) * (1 + 1e-14))
  })

  test.prop([scoreLists, fc.nat()])('the leak is the other weights together', (scores, k) => {
    const target = k % scores.length
    const others = softmax(scores).toSpliced(target, 1)
    expectClose(leak(scores, target), String(total(others)), scores.length * Number.MIN_VALUE)
    expect(leak(scores, [target])).toBe(leak(scores, target))
    expectClose(Math.exp(logLeak(scores, target)), String(leak(scores, target)))
  })

  test.prop([scoreLists])('no target leaks everything, all targets leak nothing', (scores) => {
    expect(leak(scores, [])).toBe(1)
    expect(logLeak(scores, [])).toBe(0)
    expect(leak(scores, [...scores.keys()])).toBe(0)
    expect(logLeak(scores, [...scores.keys()])).toBe(-Infinity)
  })

  test.prop([fc.array(fc.tuple(finite(50), fc.nat(9)), { minLength: 1, maxLength: 6 })])(
    'groups weigh what their keys do',
    (groups) => {
      const [scores, counts] = [groups.map(([s]) => s), groups.map(([, count]) => count)]
      fc.pre(total(counts) > 0)
      const keys = groups.flatMap(([s, count]) => Array<number>(count).fill(s))
      const logTotal = logSumExp(keys)
      const { weights, logWeights } = softmaxOfGroups(scores, counts)
      for (const [i, s] of scores.entries()) {
        expect(logWeights[i]).toBeCloseTo(s - logTotal, 12)
        expectClose(weights[i], String(Math.exp(s - logTotal)))
      }
    },
  )
})

describe('what is refused', () => {
  const functions = { softmax, logSoftmax, logSumExp, entropy, leak, logLeak }
  const calls = Object.entries(functions).map(([name, f]) => ({
    name,
    call: (s: number[]) => f(s, [0]),
  }))

  test.each(calls)('$name names itself, what it expected and what it got', ({ name, call }) => {
    expect(() => call([1, Number.NaN])).toThrow(
      new RangeError(`${name}: expected finite or −∞ scores, got NaN at index 1`),
    )
    expect(() => call([Infinity])).toThrow(
      new RangeError(`${name}: expected finite or −∞ scores, got Infinity at index 0`),
    )
    expect(() => call([])).toThrow(
      new RangeError(`${name}: expected at least one finite score, got no scores`),
    )
    expect(() => call([-Infinity])).toThrow(
      new RangeError(`${name}: expected at least one finite score, got only −∞`),
    )
  })

  test.each([leak, logLeak])('targets that are no distinct indices', (f) => {
    for (const targets of [2, -1, 0.5, Number.NaN, [0, 2]])
      expect(() => f([1, 2], targets)).toThrow(/^(leak|logLeak): expected a whole index from 0 to 1, got /)
    expect(() => f([1, 2], [1, 1])).toThrow(/expected distinct targets, got \[1, 1\]$/)
  })

  test('groups that hold no key, or no number of keys', () => {
    expect(() => softmaxOfGroups([1, 2], [1])).toThrow('expected equal lengths, got 2 and 1')
    expect(() => softmaxOfGroups([1], [-1])).toThrow('expected a whole count ≥ 0, got -1')
    expect(() => softmaxOfGroups([1], [0.5])).toThrow('expected a whole count ≥ 0, got 0.5')
    expect(() => softmaxOfGroups([1, -Infinity], [0, 3])).toThrow(
      'softmaxOfGroups: expected a key with a finite score, got counts [0, 3]',
    )
    expect(() => softmaxOfGroups([Number.NaN, 1], [0, 1])).toThrow(RangeError)
  })
})
