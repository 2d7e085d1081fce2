import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'

import { paramsWith } from '../../src/constructions/construction'
import { multiHead } from '../../src/constructions/multi-head/multi-head'
import { gainAt, type Measured, offLimit } from '../../src/constructions/multi-head/multi-head.gains'
import { type Heads, multiHeadModel } from '../../src/constructions/multi-head/multi-head.model'
import { initialParams } from '../../src/constructions/params'
import { GaussianSampler } from '../../src/core/gaussian/gaussian'
import { expectedError } from '../../src/core/gaussian/gaussian-error'
import type { GaussianQuery } from '../../src/core/gaussian/gaussian-setting'
import { DESIGNS, headSetting } from '../../src/core/heads/head-designs'
import { separateError } from '../../src/core/heads/head-error'
import { HeadTally } from '../../src/core/heads/head-tally'

const initial = initialParams(multiHead.params)
const at = (changes: Partial<Heads>): Heads => paramsWith(multiHead, initial, changes)
const modelAt = (changes: Partial<Heads>) => multiHeadModel(at(changes))

const settings = fc
  .record({
    scale: fc.double({ min: -1, max: 3, noNaN: true }).map((log) => 10 ** log),
    keyVariance: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.1, noNaN: true })),
    normVariance: fc.oneof(fc.constantFrom(0, 0.5), fc.double({ min: 0, max: 2, noNaN: true })),
    n: fc.oneof(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 200 })),
    heads: fc.integer({ min: 2, max: 8 }),
    push: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 4, noNaN: true })),
    design: fc.constantFrom(...DESIGNS),
    seed: fc.nat({ max: 2 ** 32 - 1 }),
    draw: fc.nat({ max: 999_999 }),
  })
  .map(at)
const RUNS = { numRuns: 30 }
vi.setConfig({ testTimeout: 30_000 })

test('the notes’ probabilities at n = 10, Q = 10', () => {
  const model = modelAt({ n: 10, scale: 10 })
  expect(model.headSuccess).toBeCloseTo(0.8650904148275624, 14)
  expect(model.failureLimit).toBeCloseTo(0.07864960352514257, 15)
  expect(model.headSuccess + model.headFailure).toBeCloseTo(1, 14)
  expect(model.limits.separate.success).toBeCloseTo(model.headSuccess, 14)
})

describe('limits of the errors', () => {
  test('at n = 10 two heads err 23 times less than one, ½ against 0.0218', () => {
    const { one, separate } = modelAt({ n: 10 }).endless
    expect(one).toBe(0.5)
    expect(separate).toBeCloseTo(0.0218471, 7)
    expect(Math.round(one / separate)).toBe(23)
  })

  test('are approached', () => {
    const { limits, endless } = modelAt({ n: 10, scale: 1000, keyVariance: 0 })
    expect(limits.one.error).toBeCloseTo(endless.one, 2)
    expect(limits.separate.error).toBeCloseTo(endless.separate, 3)
  })
})

describe('claims', () => {
  test.prop([settings], RUNS)('theorems and corrections hold for all params', (params) => {
    const model = multiHeadModel(params)
    for (const { id, ...claim } of multiHead.claims) {
      if (claim.premise?.(params, model)) continue
      const theorems = [...(claim.failsAt ? [] : [claim]), ...(claim.correction ? [claim.correction] : [])]
      for (const { error, bound } of theorems.map((theorem) => theorem.check(params, model)))
        expect(error, id).toBeLessThanOrEqual(bound)
    }
  })

  test.each(multiHead.claims.filter((claim) => claim.failsAt))('$id fails where it says', (claim) => {
    const params = at(claim.failsAt ?? {})
    const { error, bound } = claim.check(params, multiHeadModel(params))
    expect(error).toBeGreaterThan(bound)
  })

  test('the failing draw has a long key a, behind its origin, without weight', () => {
    const { gamma, separate, drawn } = modelAt(
      multiHead.presets.find(({ id }) => id === 'behind')?.params ?? {},
    )
    expect(gamma).toBeLessThan(-1)
    expect(separate[0].weights[0]).toBeLessThan(1e-6)
    expect(drawn.separate.success).toBe(false)
  })
})

describe('a draw', () => {
  test.prop([settings], RUNS)('is the same for every design shown', (params) => {
    const models = DESIGNS.map((design) => multiHeadModel({ ...params, design }))
    for (const { gamma, drawn } of models) {
      expect(gamma).toBe(models[0].gamma)
      expect(drawn).toEqual(models[0].drawn)
    }
  })

  test.prop([settings], RUNS)('has weights that make up its heads’ outputs', (params) => {
    const { separate, drawn } = multiHeadModel(params)
    for (const [i, weight] of drawn.separate.output.entries()) {
      const mean = separate.reduce((sum, row) => sum + row.weights[i], 0) / params.heads
      expect(weight).toBeCloseTo(mean, 14)
    }
  })
})

describe('bad input', () => {
  test('there are never more heads than keys', () => {
    expect(at({ n: 2, heads: 8 }).heads).toBe(2)
  })

  test.each([
    { n: 2, scale: 0.1, keyVariance: 0, normVariance: 0 },
    { n: 2, heads: 2, scale: 1000, push: 4, keyVariance: 0.1, normVariance: 2 },
    { n: 8, heads: 8, scale: 0.1, push: 0 },
    { n: 1000, heads: 8, scale: 1000, push: 4, keyVariance: 0.1 },
  ])('%o gives probabilities and errors', (changes) => {
    const { limits, drawn } = modelAt(changes)
    for (const design of DESIGNS) {
      expect(limits[design].success).toBeGreaterThanOrEqual(0)
      expect(limits[design].success).toBeLessThanOrEqual(1)
      for (const { error } of [limits[design], drawn[design]]) {
        expect(error).toBeGreaterThanOrEqual(0)
        expect(error).toBeLessThanOrEqual(2)
      }
    }
  })
})

describe('at the current α', () => {
  /** Draws in Node, with the exact errors that a worker sends beside them. */
  function measured(params: Heads, count = 20_000): Measured {
    const tally = new HeadTally(params)
    tally.add(new GaussianSampler(headSetting(params), params.seed), count)
    const { n, scale, keyVariance, normVariance } = params
    const pair = { wanted: [scale, scale], others: 0 }
    const errorOf = (query: GaussianQuery) =>
      expectedError({ n, keyVariance, normVariance, queries: [query] })
    const [one, away] = [errorOf(pair), errorOf({ wanted: [0, 0], others: -scale })]
    return { summary: tally.summary(), exact: { one, separate: separateError(params), away } }
  }

  test('two heads gain from a variance that their limit knows nothing of', () => {
    const params = at({ normVariance: 0 })
    const drawn = measured(params)
    expect(multiHeadModel(params).limits.separate.error).toBeGreaterThan(
      multiHeadModel(params).limits.one.error,
    )
    expect(gainAt('separate', drawn)).toEqual({
      value: drawn.exact.one! / drawn.exact.separate,
      isSampled: false,
    })
    expect(gainAt('separate', drawn).value).toBeGreaterThan(10_000)
    expect(gainAt('identical', drawn).value).toBe(1)
  })

  test('one head off the others errs as little as its leak and the noise of the others', () => {
    const params = at({ design: 'away' })
    const drawn = measured(params)
    const gain = gainAt('away', drawn)
    expect(gain).toEqual({ value: drawn.exact.one! / drawn.exact.away!, isSampled: false })
    expect(gain.value).toBeGreaterThan(10)
    const { mean, count } = drawn.summary.designs.away.error
    expect(count).toBe(20_000)
    expect(Math.abs(mean / drawn.exact.away! - 1)).toBeLessThan(0.05)
  })

  test('heads that push lose where the keys’ noise decides, and the limit is said to be off', () => {
    const params = at({ keyVariance: 0.1, scale: 1000, n: 1000 })
    const drawn = measured(params, 400)
    const { value, isSampled } = gainAt('pushing', drawn)
    expect(isSampled).toBe(true)
    expect(value).toBeLessThan(1)
    expect(offLimit(drawn.summary, multiHeadModel(params).limits)).toContain('pushing')
  })

  test.prop([settings], RUNS)('nothing is off in the limit itself', (params) => {
    const still = { ...params, keyVariance: 0 }
    const tally = new HeadTally(still)
    tally.add(new GaussianSampler(headSetting(still), still.seed), 2000)
    expect(offLimit(tally.summary(), multiHeadModel(still).limits)).toEqual([])
  })

  test('an exact error below its own precision makes no ratio', () => {
    const drawn = measured(at({ normVariance: 0, keyVariance: 1e-9, scale: 30 }), 100)
    expect(gainAt('separate', drawn).isSampled).toBe(true)
  })
})
