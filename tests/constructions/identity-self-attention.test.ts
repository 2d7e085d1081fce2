import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { judged, paramsWith } from '../../src/constructions/construction'
import { identitySelfAttention } from '../../src/constructions/identity-self-attention/identity-self-attention'
import {
  logLeakAt,
  marginOf,
  overflowsAt,
  type Unaided,
  unaidedModel,
} from '../../src/constructions/identity-self-attention/identity-self-attention.model'
import { initialParams } from '../../src/constructions/params'
import { number } from '../../src/tex/format'
import { plainTex } from '../../src/tex/symbols'
import { expectClose, values } from '../core/reference'

const initial = initialParams(identitySelfAttention.params)
const withChanges = (changes: Partial<Unaided>): Unaided =>
  paramsWith(identitySelfAttention, initial, changes)

const share = fc.integer({ min: -60, max: 60 }).map((k) => k / 20)
const states = fc.record({ norm: fc.double({ min: 0.1, max: 50, noNaN: true }), lambda: share, kappa: share })

test.each(values.selfAttention.filter(({ matrices }) => matrices === 'identity'))(
  'agrees with 60-digit values at β = $beta',
  ({ beta, logWeights, outputCoordinates }) => {
    const model = unaidedModel(withChanges({ norm: beta }))
    for (const [i, row] of logWeights.entries()) {
      for (const [j, decimal] of row.entries()) expectClose(model.logWeights[i][j], decimal)
      for (const [r, decimal] of outputCoordinates[i].entries())
        expectClose(model.outputs[i][r], decimal, 1e-15)
    }
  },
)

describe('x₂ prefers itself', () => {
  test.prop([share, share])('by at least ¾', (lambda, kappa) => {
    expect(marginOf(lambda, kappa)).toBeGreaterThanOrEqual(0.75)
  })

  test('by exactly ¾ at its least', () => {
    expect([marginOf(0.5, 0), marginOf(0, 0.5)]).toEqual([0.75, 0.75])
  })

  test.prop([states])('and the plotted leak is the model’s', (params) => {
    expect(logLeakAt(params, params.norm)).toBeCloseTo(unaidedModel(params).logLeak, 8)
  })
})

test.prop([share, share])('naive exponentials overflow from the marked norms on', (lambda, kappa) => {
  const [{ beta: first }] = overflowsAt({ lambda, kappa })
  const largest = (norm: number) => Math.max(...unaidedModel({ norm, lambda, kappa }).scores.flat())
  expect(Math.exp(largest(first * (1 - 1e-12)))).toBeLessThan(Infinity)
  expect(Math.exp(largest(first * (1 + 1e-12)))).toBe(Infinity)
})

test('outputs that underflow keep their sign and their logarithm', () => {
  const params = withChanges({ norm: 40, lambda: -1 })
  const all = identitySelfAttention.quantities(params, unaidedModel(params))
  const { value, log } = all.find(({ id }) => id === 'output-3-d')!
  expect(value).toBe(0)
  expect(log).toBeLessThan(-1000)
  const shown = all.filter((q) => q.id.startsWith('output') && q.log !== undefined && q.log < -746)
  for (const q of shown) expect(number(q.value, q.log)).toMatch(/^−?\d\.\d\de−\d+$/)
})

describe('the derivation', () => {
  const lines = (params: Unaided) =>
    identitySelfAttention
      .derivation(params, unaidedModel(params))
      .flatMap(({ lines: short, unfolded = [] }) => [...short, ...unfolded])

  test.prop([states])('every displayed equality is true', (params) => {
    for (const { tex, equalities } of lines(params)) {
      for (const { left, right, magnitude = 0 } of equalities) {
        expect(Math.abs(left - right), tex).toBeLessThanOrEqual(
          1e-12 * Math.max(Math.abs(left), Math.abs(right), magnitude),
        )
      }
    }
  })

  test.prop([states], { numRuns: 20 })('is TeX', (params) => {
    for (const { tex } of lines(params)) {
      expect(() => katex.renderToString(plainTex(tex), { throwOnError: true, strict: false })).not.toThrow()
    }
  })
})

describe('claims', () => {
  const { claims } = identitySelfAttention

  test.each(claims.filter(({ failsAt }) => !failsAt))('$id holds everywhere that it applies', (claim) => {
    fc.assert(
      fc.property(states, (params) => {
        expect(judged(claim, params, unaidedModel(params)).isFalse).toBe(false)
      }),
    )
  })

  test.each(claims)('$id holds for the notes’ tokens', ({ check }) => {
    const { error, bound } = check(initial, unaidedModel(initial))
    expect(error).toBeLessThanOrEqual(bound)
  })

  test.each(claims.filter(({ failsAt }) => failsAt))('$id fails where it says', ({ check, failsAt }) => {
    const params = withChanges(failsAt ?? {})
    const { error, bound } = check(params, unaidedModel(params))
    expect(error).toBeGreaterThan(bound)
  })
})
