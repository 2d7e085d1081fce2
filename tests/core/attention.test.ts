import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { dotProductAttention, multiHeadAttention, selfAttention } from '../../src/core/attention/attention'
import { logSoftmax, softmax } from '../../src/core/attention/softmax'
import { basis, identity, type Matrix, matVec, transpose } from '../../src/core/linear/linalg'
import { expectAllClose, values } from './reference'

const number = fc.double({ min: -5, max: 5, noNaN: true })
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
/** A query, n keys of its dimension d, and n values of another. */
const problems = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([n, d, e]) => fc.tuple(matrix(1, d), matrix(n, d), matrix(n, e)))

describe('dotProductAttention', () => {
  test('scores, weights and output of a small example', () => {
    const keys = [
      [1, 0],
      [0, 1],
      [1, 1],
    ]
    const { scores, weights, output } = dotProductAttention([Math.LN2, 0], keys, [[6], [1], [-4]])
    expect(scores).toEqual([Math.LN2, 0, Math.LN2])
    expectAllClose(weights, ['0.4', '0.2', '0.4'])
    expectAllClose(output, ['1'])
  })

  test.prop([problems])('weights and log-weights are those of the scores', ([[query], keys, rows]) => {
    const attention = dotProductAttention(query, keys, rows)
    expect(attention.weights).toEqual(softmax(attention.scores))
    expect(attention.logWeights).toEqual(logSoftmax(attention.scores))
  })

  test.prop([problems])('the output lies within the range of the values', ([[query], keys, rows]) => {
    const { output } = dotProductAttention(query, keys, rows)
    for (const [k, coordinates] of transpose(rows).entries()) {
      expect(output[k]).toBeGreaterThanOrEqual(Math.min(...coordinates) - 1e-14)
      expect(output[k]).toBeLessThanOrEqual(Math.max(...coordinates) + 1e-14)
    }
  })

  test.prop([problems])('the order of keys with their values does not matter', ([[query], keys, rows]) => {
    const there = dotProductAttention(query, keys, rows)
    const back = dotProductAttention(query, keys.toReversed(), rows.toReversed())
    for (const [k, x] of there.output.entries()) expect(back.output[k]).toBeCloseTo(x, 13)
  })

  test.prop([problems, number])('the scale multiplies the scores', ([[query], keys, rows], scale) => {
    const plain = dotProductAttention(query, keys, rows)
    const { scores } = dotProductAttention(query, keys, rows, { scale })
    expect(scores).toEqual(plain.scores.map((s) => scale * s))
  })

  test('equal keys share equally at any scale', () => {
    const keys = Array.from({ length: 7 }, () => [0.1, 0.7])
    for (const scale of [1, 1 / Math.sqrt(3), 1e15])
      expect(dotProductAttention([3, 0.3], keys, keys, { scale }).weights).toEqual(Array(7).fill(1 / 7))
  })

  test('huge queries and keys are no obstacle while the scores fit', () => {
    const { scores, weights } = dotProductAttention(
      [1e200, 1e200],
      [
        [1e200, -1e200],
        [1e108, 0],
      ],
      [[1], [2]],
    )
    expect(scores).toEqual([0, 1e308])
    expect(weights).toEqual([0, 1])
  })
})

describe('multiHeadAttention', () => {
  test.prop([problems, fc.integer({ min: 1, max: 4 })])(
    'copies of a query are worth one',
    ([[query], keys, rows], copies) => {
      const single = dotProductAttention(query, keys, rows)
      const { heads, output } = multiHeadAttention(Array(copies).fill(query), keys, rows)
      expect(heads).toEqual(Array(copies).fill(single))
      for (const [k, x] of single.output.entries()) expect(output[k]).toBeCloseTo(x, 13)
    },
  )

  test('two heads, each set on one key, average two values', () => {
    const { output } = multiHeadAttention(
      [
        [900, 0, 0],
        [0, 900, 0],
      ],
      identity(3),
      [[2], [4], [100]],
    )
    expect(output).toEqual([3])
  })
})

describe('selfAttention', () => {
  /** x₁ = u_d + u_b, x₂ = u_a, x₃ = u_c + u_b as coordinates over (u_a, u_b, u_c, u_d). */
  const inputs: Matrix = [
    [0, 1, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 1, 0],
  ]

  test.each(values.selfAttention)('$matrices matrices, β = $beta', ({ beta, K, Q, V, ...wanted }) => {
    // β² is the square of the coordinates' unit.
    const maps = { queryMatrix: Q, keyMatrix: K, valueMatrix: V, scale: beta ** 2 }
    const { scores, logWeights, outputs } = selfAttention(inputs, maps)
    for (const i of inputs.keys()) {
      expectAllClose(scores[i], wanted.scores[i])
      expectAllClose(logWeights[i], wanted.logWeights[i])
      expectAllClose(outputs[i], wanted.outputCoordinates[i])
    }
  })

  test.prop([matrix(3, 2), matrix(4, 2), matrix(4, 2), matrix(5, 2)])(
    'row i is the attention of query Q xᵢ over the keys K xⱼ and values V xⱼ',
    (xs, queryMatrix, keyMatrix, valueMatrix) => {
      const all = selfAttention(xs, { queryMatrix, keyMatrix, valueMatrix })
      for (const [i, x] of xs.entries()) {
        expect(all.queries[i]).toEqual(matVec(queryMatrix, x))
        expect(all.keys[i]).toEqual(matVec(keyMatrix, x))
        expect(all.values[i]).toEqual(matVec(valueMatrix, x))
        expect(dotProductAttention(all.queries[i], all.keys, all.values)).toEqual({
          scores: all.scores[i],
          logWeights: all.logWeights[i],
          weights: all.weights[i],
          output: all.outputs[i],
        })
      }
    },
  )

  test('with the identity the scores are those of the inputs among themselves', () => {
    const maps = { queryMatrix: identity(4), keyMatrix: identity(4), valueMatrix: identity(4) }
    expect(selfAttention(inputs, maps).scores).toEqual([
      [2, 0, 1],
      [0, 1, 0],
      [1, 0, 2],
    ])
  })
})

describe('what is refused', () => {
  const [e, one] = [basis(0, 2), [[1, 0]]]

  test('shapes that disagree', () => {
    expect(() => dotProductAttention(e, [], [])).toThrow(
      new RangeError('dotProductAttention: expected a whole number of keys ≥ 1, got 0'),
    )
    expect(() => dotProductAttention([1, 2, 3], one, one)).toThrow(
      new RangeError('dotProductAttention: expected rows of length 3, got length 2 in row 0'),
    )
    expect(() => dotProductAttention(e, one, [])).toThrow(
      new RangeError('dotProductAttention: expected equal lengths, got 1 and 0'),
    )
    expect(() => dotProductAttention(e, [e, e], [[1], [1, 2]])).toThrow(RangeError)
    expect(() => multiHeadAttention([], one, one)).toThrow(
      new RangeError('multiHeadAttention: expected a whole number of queries ≥ 1, got 0'),
    )
    const maps = { queryMatrix: identity(3), keyMatrix: identity(2), valueMatrix: identity(2) }
    expect(() => selfAttention(one, maps)).toThrow(RangeError)
    expect(() => selfAttention([], maps)).toThrow(
      new RangeError('selfAttention: expected a whole number of inputs ≥ 1, got 0'),
    )
  })

  test('numbers that are not finite', () => {
    expect(() => dotProductAttention([Number.NaN, 0], one, one)).toThrow(RangeError)
    expect(() => dotProductAttention(e, [[Infinity, 0]], one)).toThrow(RangeError)
    expect(() => dotProductAttention(e, one, [[Number.NaN]])).toThrow(RangeError)
    expect(() => dotProductAttention(e, one, one, { scale: Infinity })).toThrow(
      new RangeError('dotProductAttention: expected a finite scale, got Infinity'),
    )
    expect(() => dotProductAttention([1e200], [[1e200]], one)).toThrow(RangeError)
  })
})
