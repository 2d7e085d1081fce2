import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotProductAttention } from '../../core/attention/attention'
import { basis } from '../../core/linear/linalg'
import { twoKeyAverage } from './two-key-average'
import { type Averaging, coefficientOffsets, keyAngle, logLeakAt, withGoal } from './two-key-average.model'

const initial: Averaging = {
  scale: 8,
  n: 10,
  m: 2,
  imbalance: 0,
  angle: 90,
  pushAway: 0,
  proportions: [[1, 1, 1, 1, 1, 1, 1, 1]],
  epsilon: 1e-6,
}

/** Small instances, whose keys can be written out. */
const instances = fc
  .record({
    scale: fc.double({ min: 0, max: 30, noNaN: true }),
    n: fc.integer({ min: 2, max: 12 }),
    m: fc.integer({ min: 1, max: 8 }),
    imbalance: fc.double({ min: -5, max: 5, noNaN: true }),
    angle: fc.integer({ min: 1, max: 90 }),
    pushAway: fc.double({ min: 0, max: 10, noNaN: true }),
    proportions: fc.tuple(
      fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 8, maxLength: 8 }),
    ),
    epsilon: fc.double({ min: 1e-12, max: 0.4, noNaN: true }),
  })
  .map((params) => twoKeyAverage.constrain!(params) as Averaging)

/** n unit vectors of R^(n+1), every two at one angle: a shared direction and one of their own. */
function equiangularKeys(n: number, degrees: number): number[][] {
  const { cosine, separation } = keyAngle(degrees)
  return Array.from({ length: n }, (_, i) =>
    basis(i + 1, n + 1).map((own, j) => (j === 0 ? Math.sqrt(cosine) : own * Math.sqrt(separation))),
  )
}

test('the weights are those of attention over keys that are written out', () => {
  fc.assert(
    fc.property(instances, (params) => {
      const { n, m, scale, pushAway, angle } = params
      const keys = equiangularKeys(n, angle)
      const offsets = coefficientOffsets(params)
      const coefficients = keys.map((_, i) => (i < m ? scale + offsets[i] : -pushAway))
      const query = keys[0].map((_, d) => keys.reduce((sum, key, i) => sum + coefficients[i] * key[d], 0))
      const attention = dotProductAttention(query, keys, keys)
      const { weights, weightOther, scores, scoreOther } = twoKeyAverage.model(params)
      const expected = [...weights, ...Array.from({ length: n - m }, () => weightOther)]
      for (const [i, weight] of attention.weights.entries()) expect(weight).toBeCloseTo(expected[i], 10)
      const expectedScores = [...scores, ...Array.from({ length: n - m }, () => scoreOther)]
      for (const [i, score] of attention.scores.entries()) expect(score).toBeCloseTo(expectedScores[i], 8)
    }),
  )
})

test('the scale needed is where the leak is ε', () => {
  fc.assert(
    fc.property(instances, (params) => {
      const { scaleNeeded } = twoKeyAverage.model(params)
      fc.pre(Number.isFinite(scaleNeeded))
      expect(logLeakAt(params, scaleNeeded)).toBeCloseTo(Math.log(params.epsilon), 9)
    }),
  )
})

test('more scale never leaks more, and in the end a unit of it is worth a factor e', () => {
  fc.assert(
    fc.property(instances, fc.double({ min: 0, max: 10, noNaN: true }), (params, more) => {
      expect(logLeakAt(params, params.scale + more)).toBeLessThanOrEqual(logLeakAt(params, params.scale))
    }),
  )
  expect(logLeakAt(initial, 900) - logLeakAt(initial, 901)).toBeCloseTo(1, 12)
})

test.each([
  [4, 0.311],
  [10, 0.146],
  [100, 0.016],
])('with %i keys the half sum without scale gives a weight of %f', (n, weight) => {
  const { weights, halfSumWeight } = twoKeyAverage.model({ ...initial, n, scale: 0.5 })
  expect(weights[0]).toBeCloseTo(weight, 3)
  expect(halfSumWeight).toBeCloseTo(weights[0], 14)
})

test('two keys average exactly at every scale, and no scale leaves all weights alike', () => {
  expect(twoKeyAverage.model({ ...initial, n: 2, scale: 3 })).toMatchObject({
    weights: [0.5, 0.5],
    leak: 0,
    logLeak: -Infinity,
  })
  const { weights, weightOther } = twoKeyAverage.model({ ...initial, scale: 0 })
  expect([...weights, weightOther]).toEqual([0.1, 0.1, 0.1])
})

test('the leak goes on where float64 ends', () => {
  const { leak, logLeak } = twoKeyAverage.model({ ...initial, scale: 1000 })
  expect(leak).toBe(0)
  expect(logLeak).toBeCloseTo(Math.log(8 / 2) - 1000, 12)
})

test('dragging a goal changes one proportion and keeps the others’ shares', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.9, noNaN: true }), (goal) => {
      const params = { ...initial, m: 3, proportions: withGoal({ ...initial, m: 3 }, 1, goal) }
      const { goals } = twoKeyAverage.model(params)
      expect(goals[1]).toBeCloseTo(goal, 2)
      expect(goals[0]).toBe(goals[2])
    }),
  )
})
