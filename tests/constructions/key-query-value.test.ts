import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { type Claim, judged, paramsWith } from '../../src/constructions/construction'
import { keyQueryValue } from '../../src/constructions/key-query-value/key-query-value'
import { logErrorOf, rateOf } from '../../src/constructions/key-query-value/key-query-value.convergence'
import {
  allReached,
  type Design,
  type DesignModel,
  designModel,
} from '../../src/constructions/key-query-value/key-query-value.model'
import { NOTES } from '../../src/constructions/key-query-value/key-query-value.notes'
import { RIGHT_ANSWERS } from '../../src/constructions/key-query-value/key-query-value.presets'
import { AGREEMENT, embeddingOf } from '../../src/constructions/key-query-value/key-query-value.rotated'
import { initialParams } from '../../src/constructions/params'
import { selfAttention } from '../../src/core/attention/attention'
import { type Matrix, norm, scaled, subtract } from '../../src/core/linear/linalg'
import { numericMatrix } from '../../src/core/linear/rational-matrix'
import { toNumber } from '../../src/core/numbers/rational'
import { parseOuter } from '../../src/tex/outer-parse'
import { plainTex } from '../../src/tex/symbols'
import { expectClose, values } from '../core/reference'

test.each([
  ['keyMatrix', 'β⁻²(u_c u_aᵀ + u_a u_dᵀ + u_b u_cᵀ)'],
  ['queryMatrix', 'β⁻²(u_a u_aᵀ + u_b u_dᵀ + u_c u_cᵀ)'],
  ['valueMatrix', 'β⁻²(u_b u_bᵀ − u_c u_cᵀ)'],
] as const)('the notes’ %s is what they write: %s', (name, written) => {
  const parsed = parseOuter(written, 4)
  expect(parsed.ok && numericMatrix(parsed.coefficients)).toEqual(NOTES[name])
})

const initial = initialParams(keyQueryValue.params)
const withChanges = (changes: Partial<Design>): Design => paramsWith(keyQueryValue, initial, changes)

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 0, 0, 1, -1) },
  fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 5 })).map(([p, q]) => p / q),
)
const table = (rows: number, columns: number): fc.Arbitrary<Matrix> =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

/** Any state of the room with coefficients such as people type. */
const designs = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([n, d]) =>
    fc.record({
      tokens: table(n, d),
      keyMatrix: table(d, d),
      queryMatrix: table(d, d),
      valueMatrix: table(d, d),
      targets: table(n, d),
      wanted: fc.array(fc.constantFrom(0, 1), { minLength: n, maxLength: n }).map((row) => [row]),
      norm: fc.double({ min: 0.1, max: 50, noNaN: true }),
      scoreScale: fc.constantFrom(1, 0.5, 0.01, 100),
      basis: fc.constantFrom('standard' as const, 'rotated' as const),
      dimension: fc.integer({ min: 2, max: 12 }),
      seed: fc.nat({ max: 9999 }),
    }),
  )
  .map(withChanges)

interface Reference {
  readonly matrices: string
  readonly beta: number
  readonly K: Matrix
  readonly Q: Matrix
  readonly V: Matrix
  readonly scores: readonly (readonly string[])[]
  readonly logWeights: readonly (readonly string[])[]
  readonly outputCoordinates: readonly (readonly string[])[]
}

describe('against 60-digit values', () => {
  test.each(values.selfAttention as readonly Reference[])('$matrices at β = $beta', (reference) => {
    const { beta, K, Q, V } = reference
    const model = designModel(withChanges({ norm: beta, keyMatrix: K, queryMatrix: Q, valueMatrix: V }))
    for (const [i, row] of reference.scores.entries()) {
      for (const [j, decimal] of row.entries()) {
        expectClose(model.scores[i][j], decimal)
        expectClose(model.logWeights[i][j], reference.logWeights[i][j])
      }
      for (const [r, decimal] of reference.outputCoordinates[i].entries()) {
        expectClose(model.outputs[i][r], decimal, 1e-15)
      }
    }
  })
})

describe('the model', () => {
  test.prop([designs])('is self-attention on coefficients', (params) => {
    const model = designModel(params)
    const core = selfAttention(params.tokens, { ...params, scale: model.factor })
    const size = Math.max(1, ...model.scores.flat().map(Math.abs))
    for (const [i, row] of model.scores.entries()) {
      for (const [j, s] of row.entries())
        expect(Math.abs(s - core.scores[i][j])).toBeLessThanOrEqual(1e-12 * size)
    }
  })

  test.prop([designs])('agrees with vectors of R^d in any basis', (params) => {
    const { scoreDifference, outputDifference } = embeddingOf(params, designModel(params))
    expect(scoreDifference).toBeLessThanOrEqual(AGREEMENT)
    expect(outputDifference).toBeLessThanOrEqual(AGREEMENT)
  })

  test.prop([designs])('errors are those of the outputs, where float64 can hold them', (params) => {
    const { outcomes, outputs, values: rows } = designModel(params)
    const size =
      params.norm *
      Math.max(1, ...rows.flat().map((x) => Math.abs(toNumber(x))), ...params.targets.flat().map(Math.abs))
    for (const [i, { target, error }] of outcomes.entries()) {
      const direct = target ? norm(scaled(subtract(outputs[i], params.targets[i]), params.norm)) : 0
      expect(Math.abs(error - direct)).toBeLessThanOrEqual(1e-11 * size)
    }
  })

  test.prop([designs])(
    'an output is said to reach its target when its error vanishes, and at the rate said',
    (params) => {
      for (const { target, reached, convergence } of designModel(params).outcomes) {
        if (!target || !convergence) continue
        const rate = rateOf(convergence)
        expect(reached).toBe(rate === undefined || toNumber(rate) > 0)
        if (!rate) continue
        // Far out, where nothing but the slowest group is left.
        const [near, far] = [3000, 3001].map((beta) => logErrorOf(convergence)(beta, 1) - Math.log(beta))
        expect((near - far) / (3001 ** 2 - 3000 ** 2)).toBeCloseTo(toNumber(rate), 6)
      }
    },
  )

  test.each(RIGHT_ANSWERS)('$label reaches both outputs', ({ params }) => {
    expect(allReached(designModel(withChanges(params)))).toBe(true)
  })

  test('ranks and margins of the right answers', () => {
    const found = RIGHT_ANSWERS.map(({ params }) => designModel(withChanges(params)))
    expect(found.map(({ scoreRank }) => scoreRank)).toEqual([3, 2, 1, 4])
    expect(found.map(({ valueRank }) => valueRank)).toEqual([2, 2, 2, 2])
  })

  test.each([2, 3, 7, 30, 50])('the errors are √5 εβ and √2 εβ at β = %d', (beta) => {
    const { outcomes } = designModel(withChanges({ norm: beta }))
    const logEpsilon = -(beta ** 2) - Math.log1p(2 * Math.exp(-(beta ** 2)))
    expect(outcomes[0].logError).toBeCloseTo(Math.log(Math.sqrt(5)) + logEpsilon + Math.log(beta), 9)
    expect(outcomes[1].logError).toBeCloseTo(Math.log(Math.sqrt(2)) + logEpsilon + Math.log(beta), 9)
  })
})

describe('the derivation', () => {
  const lines = (params: Design) =>
    keyQueryValue
      .derivation(params, designModel(params))
      .flatMap(({ lines: short, unfolded = [] }) => [...short, ...unfolded])

  test.prop([designs])('every displayed equality is true', (params) => {
    for (const { tex, equalities } of lines(params)) {
      for (const { left, right, magnitude = 0 } of equalities) {
        if (Object.is(left, right)) continue
        expect(Math.abs(left - right), tex).toBeLessThanOrEqual(
          1e-12 * Math.max(Math.abs(left), Math.abs(right), magnitude),
        )
      }
    }
  })

  const compiles = (params: Design) => {
    for (const { tex } of lines(params)) {
      for (const source of [tex, plainTex(tex)]) {
        expect(
          () =>
            katex.renderToString(source, { throwOnError: true, strict: false, trust: true, maxExpand: 100 }),
          source,
        ).not.toThrow()
      }
    }
  }

  test.each(keyQueryValue.presets)('of “$label” is TeX', ({ params }) => compiles(withChanges(params)))

  test.prop([designs], { numRuns: 40 })('of any matrices is TeX', compiles, 60_000)

  test('is the notes’, word by word', () => {
    const [, queries] = keyQueryValue.derivation(initial, designModel(initial))
    const tex = plainTex(queries.unfolded?.[0].tex ?? '').replaceAll(/[{}\s]/g, '')
    expect(tex).toContain('u_a(u_a^\\topu_b)+u_b(u_d^\\topu_b)+u_c(u_c^\\topu_b)')
    expect(tex).toContain('+u_b(u_d^\\topu_d)+')
    expect(tex.endsWith('&=u_b\\endaligned')).toBe(true)
  })
})

describe('claims', () => {
  const theorems = keyQueryValue.claims.filter(({ failsAt }) => failsAt === undefined)

  test.each(theorems)('$id holds everywhere that it applies', (claim: Claim<Design, DesignModel>) => {
    fc.assert(
      fc.property(designs, (params) => {
        expect(judged(claim, params, designModel(params)).isFalse).toBe(false)
      }),
    )
  })

  test.each(keyQueryValue.claims)(
    '$id holds for the notes’ matrices',
    ({ check }: Claim<Design, DesignModel>) => {
      const { error, bound } = check(initial, designModel(initial))
      expect(error).toBeLessThanOrEqual(bound)
    },
  )

  test.each(keyQueryValue.claims.filter(({ failsAt }) => failsAt))(
    '$id fails where it says',
    ({ check, failsAt }) => {
      const params = withChanges(failsAt ?? {})
      const { error, bound } = check(params, designModel(params))
      expect(error).toBeGreaterThan(bound)
    },
  )
})

describe('sizes', () => {
  test.prop([designs])('follow the tokens, and stay', (params) => {
    expect(withChanges(params)).toEqual(params)
    const [n, d] = [params.tokens.length, params.tokens[0].length]
    expect([params.keyMatrix.length, params.targets.length, params.wanted[0].length]).toEqual([d, n, n])
  })
})
