import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { scoreMargin } from '../../core/attention/margin'
import { type Matrix, norm, subtract } from '../../core/linear/linalg'
import { paramsWith } from '../construction'
import { initialParams } from '../params'
import { fieldPixels, weightField } from './panel/field'
import { singleKey } from './single-key'
import { keyHull, sectors } from './single-key.hull'
import { freePlace, type Selection, selectionModel, turnedQuery } from './single-key.model'

const initial = initialParams(singleKey.params)
const at = (changes: Partial<Selection>): Selection => paramsWith(singleKey, initial, changes)
const modelAt = (changes: Partial<Selection>) => selectionModel(at(changes))

/** Cells from a coarse grid, so that equal, collinear and enclosed keys are common, or from the room's own. */
const cell = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.integer({ min: -40, max: 40 }).map((i) => (i * 5) / 100),
)
const point = fc.tuple(cell, cell)
const keyTables = fc.array(point, { minLength: 3, maxLength: 12 })
const selections = fc
  .record({
    keys: keyTables,
    query: point.map((u) => [u]),
    scale: fc.oneof(fc.constantFrom(0, 0.1, 1, 1000), fc.double({ min: 0, max: 1000, noNaN: true })),
    target: fc.integer({ min: 1, max: 12 }),
    n: fc.integer({ min: 2, max: 1_000_000 }),
    margin: fc.double({ min: -20, max: 750, noNaN: true }),
    epsilon: fc
      .double({ min: -300, max: Math.log10(0.5), noNaN: true })
      .map((log) => Math.max(1e-300, 10 ** log)),
  })
  .map(at)
const RUNS = { numRuns: 200 }

describe('claims', () => {
  test.prop([selections], RUNS)('theorems and corrections hold for all params', (params) => {
    const model = selectionModel(params)
    for (const { id, ...claim } of singleKey.claims) {
      const theorems = [...(claim.failsAt ? [] : [claim]), ...(claim.correction ? [claim.correction] : [])]
      for (const { error, bound } of theorems.map((theorem) => theorem.check(params, model)))
        expect(error, id).toBeLessThanOrEqual(bound + Math.abs(bound) * 1e-12)
    }
  })

  test.each(singleKey.claims.filter((claim) => claim.failsAt))('$id fails where it says', (claim) => {
    const params = at(claim.failsAt ?? {})
    const { error, bound } = claim.check(params, selectionModel(params))
    expect(error).toBeGreaterThan(bound)
  })

  test('the notes’ condition holds at first', () => {
    const [enough] = singleKey.claims
    const { error, bound } = enough.check(initial, selectionModel(initial))
    expect(error).toBeLessThanOrEqual(bound)
  })
})

test.prop([selections], RUNS)('every equality of the derivation is true', (params) => {
  for (const { lines } of singleKey.derivation(params, selectionModel(params)))
    for (const { tex, equalities } of lines)
      for (const { left, right } of equalities)
        expect(Math.abs(left - right), tex).toBeLessThanOrEqual(
          1e-12 * Math.max(Math.abs(left), Math.abs(right)),
        )
})

test.prop([selections], RUNS)('every quantity is a number, and says so in its own name', (params) => {
  const quantities = singleKey.quantities(params, selectionModel(params))
  expect(new Set(quantities.map(({ id }) => id)).size).toBe(quantities.length)
  for (const { id, value } of quantities) expect(value, id).toBeTypeOf('number')
  expect(quantities.filter(({ value }) => !Number.isFinite(value))).toEqual([])
})

describe('hull', () => {
  const square: Matrix = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ]

  test('a key inside is the mixture that is shown', () => {
    const { places } = keyHull([...square, [0.2, 0.1]])
    expect(places.map(({ kind }) => kind)).toEqual(['corner', 'corner', 'corner', 'corner', 'inside'])
  })

  test('a key between two corners can only tie, and so can one of two equal keys', () => {
    expect(keyHull([...square, [1, 0.5]]).places[4].kind).toBe('edge')
    const { places, corners } = keyHull([...square, [1, 1]])
    expect([places[0].kind, places[4].kind]).toEqual(['twin', 'twin'])
    expect(corners).toEqual([2, 3, 0, 1])
  })

  test('of collinear keys the outer two are corners', () => {
    const { places } = keyHull([
      [0.1, 0.1],
      [0.2, 0.2],
      [0.3, 0.3],
    ])
    expect(places.map(({ kind }) => kind)).toEqual(['corner', 'edge', 'corner'])
  })

  test.prop([keyTables, fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })], RUNS)(
    'the best key of any direction is the corner of its sector',
    (keys, angle) => {
      const { corners } = keyHull(keys)
      const sector = sectors(keys, corners).find(({ from, to }) =>
        [angle, angle + 2 * Math.PI].some((a) => a >= from && a <= to),
      )
      const scores = keys.map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle))
      expect(scores[sector?.corner ?? corners[0]]).toBeCloseTo(Math.max(...scores), 12)
    },
  )

  test.prop([keyTables, fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })], RUNS)(
    'no direction has a larger margin than the best one, which has the margin it says',
    (keys, angle) => {
      for (const [i, { kind, direction, attainable }] of keyHull(keys).places.entries()) {
        const marginAlong = ([x, y]: readonly number[]) =>
          scoreMargin(
            keys.map((key) => key[0] * x + key[1] * y),
            i,
          )
        expect(marginAlong([Math.cos(angle), Math.sin(angle)])).toBeLessThanOrEqual(attainable + 1e-12)
        if (kind === 'corner') expect(marginAlong(direction)).toBeCloseTo(attainable, 12)
      }
    },
  )

  test.prop([keyTables], RUNS)('what is no corner is the mixture of others that is shown', (keys) => {
    for (const [i, { kind, combination }] of keyHull(keys).places.entries()) {
      if (kind === 'corner') continue
      const mixture = [0, 1].map((axis) => keys.reduce((sum, key, l) => sum + combination[l] * key[axis], 0))
      expect(combination[i]).toBe(0)
      expect(norm(subtract(mixture, keys[i]))).toBeLessThan(1e-11)
    }
  })
})

describe('field', () => {
  test.prop([selections], { numRuns: 50 })(
    'agrees with the attention of the query at each place',
    ({ keys, scale }) => {
      const [size, extent] = [7, 2.4]
      const { winners, weights } = weightField(keys, scale, extent, size)
      for (const place of [0, 5, 24, 48]) {
        const x = (((place % size) + 0.5) / size) * 2 * extent - extent
        const y = extent - ((Math.floor(place / size) + 0.5) / size) * 2 * extent
        const attention = modelAt({ keys, scale, query: [[x, y]] })
        expect(weights[place]).toBeCloseTo(Math.max(...attention.weights), 6)
        expect(attention.weights[winners[place]]).toBeCloseTo(Math.max(...attention.weights), 6)
      }
    },
  )

  test('is clear where all weights are equal and dense where one key has all the weight', () => {
    const keys = [
      [1, 0],
      [-1, 0],
      [0, 0],
    ]
    const colours = [
      [10, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ] as const
    const alpha = (scale: number) => fieldPixels(weightField(keys, scale, 2, 2), colours, 0.6).slice(0, 4)
    expect([...alpha(0)]).toEqual([10, 20, 30, 0])
    expect([...alpha(1000)]).toEqual([40, 50, 60, 153])
  })
})

describe('output', () => {
  test.prop([selections], RUNS)(
    'is pulled from the wanted value towards the mean of the others by the leak',
    (params) => {
      const { output, values, target, leak, othersDistance, othersMean } = selectionModel(params)
      expect(norm(subtract(output, values[target]))).toBeCloseTo(leak * othersDistance, 13)
      for (const [axis, c] of output.entries())
        expect(c).toBeCloseTo(values[target][axis] + leak * (othersMean[axis] - values[target][axis]), 13)
    },
  )

  test('is the wanted value when the margin is large, and the centre when nothing is asked', () => {
    expect(norm(modelAt({ scale: 0 }).output)).toBeCloseTo(0, 14)
    const { output, values } = modelAt({ scale: 1000 })
    expect(norm(subtract(output, values[0]))).toBeLessThan(1e-300)
  })
})

describe('moves', () => {
  test.prop([selections], RUNS)(
    'the turned query keeps its length where it can, and has the best margin',
    (params) => {
      const model = selectionModel(params)
      const turned = turnedQuery(params, model, 2)
      const [u] = turned
      const { kind, attainable } = model.places[model.target]
      if (kind !== 'corner') return
      expect(Math.max(...u.map(Math.abs))).toBeLessThanOrEqual(2)
      expect(norm(u)).toBeLessThanOrEqual((norm(params.query[0]) || 1) * (1 + 1e-12))
      expect(selectionModel({ ...params, query: turned, scale: 1 }).margin).toBeCloseTo(
        attainable * norm(u),
        11,
      )
    },
  )

  test('keys can be added up to twelve without falling on one another', () => {
    let keys: Matrix = initial.keys
    while (keys.length < 12) keys = [...keys, freePlace(keys)]
    expect(keyHull(keys).places.filter(({ kind }) => kind === 'twin')).toEqual([])
  })
})

test('presets show what they say', () => {
  const preset = (id: string) => modelAt(singleKey.presets.find((p) => p.id === id)!.params)
  const inside = preset('inside')
  expect(inside.places[inside.target].kind).toBe('inside')
  expect(preset('nearly-equal').weights[0]).toBeLessThan(0.6)
  const large = preset('large-scores')
  expect(Math.min(...large.scores)).toBeGreaterThan(1999)
  expect(Math.max(...large.weights)).toBeLessThan(0.4)
  const { scores, weights } = preset('ratio')
  expect(scores[0] / scores[1]).toBeCloseTo(200, 9)
  expect(weights[0]).toBeCloseTo(0.338, 3)
})
