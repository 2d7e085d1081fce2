import { fc, test as property } from '@fast-check/vitest'
import { all, create, type Matrix } from 'mathjs'
import { describe, expect, test } from 'vitest'
import { evaluate, FUEL } from '../../src/checker/language/evaluate'
import type { Operand } from '../../src/constructions/exercises/exercise'
import { OPERANDS, read, operands as standard, VOCABULARY } from './vocabulary'

/** What `text` comes to, or the code of its refusal. */
function result(text: string, operands = standard, fuel?: number): Operand | string {
  const reading = read(text, VOCABULARY)
  if ('refused' in reading) return reading.refused.code
  const evaluation = evaluate(reading.expression, operands, fuel)
  return 'refused' in evaluation ? evaluation.refused.code : evaluation.value
}

describe('agrees with mathjs', () => {
  const math = create(all)

  /** An expression for our interpreter; for mathjs; and what its terms come to with every sign made positive. */
  interface Written {
    readonly ours: string
    readonly theirs: string
    readonly size: string
  }
  type Kind = 'scalar' | 'column' | 'row' | 'matrix'
  type Rule = readonly [parts: readonly Kind[], write: (texts: readonly string[], isOurs: boolean) => string]

  const NAMES: Readonly<Record<Kind, readonly string[]>> = {
    scalar: ['Q', 't', 'w', 'C', 'lambda', 'beta', '2', '0.75'],
    column: ['k_a', 'k_b', 'mu_a', 'u_a', 'u_b'],
    row: ["k_a'", "u_c'", "u_d'"],
    matrix: ['I', 'M'],
  }

  const sum = (kind: Kind): Rule => [[kind, kind], ([a, b]) => `(${a} + ${b})`]
  const difference = (kind: Kind): Rule => [[kind, kind], ([a, b]) => `(${a} - ${b})`]
  const scaled = (kind: Kind): Rule => [['scalar', kind], ([a, b]) => `${a} * ${b}`]
  const opposite = (kind: Kind): Rule => [[kind], ([a]) => `(-${a})`]
  const product = (a: Kind, b: Kind): Rule => [[a, b], ([x, y]) => `(${x}) * (${y})`]
  const transposed = (kind: Kind): Rule => [[kind], ([a]) => `(${a})'`]
  const common = (kind: Kind) => [sum(kind), difference(kind), scaled(kind), opposite(kind)]

  const RULES: Readonly<Record<Kind, readonly Rule[]>> = {
    scalar: [
      ...common('scalar'),
      // Their product of a row and a column is a matrix of one entry.
      [['row', 'column'], ([a, b], isOurs) => (isOurs ? `(${a}) * (${b})` : `((${a}) * (${b}))[1, 1]`)],
      [['scalar'], ([a]) => `(${a})^2`],
      [['scalar'], ([a]) => `(abs(${a}) + 0.5)^-1`],
      [['scalar'], ([a]) => `sqrt(abs(${a}) + 1)`],
      [['column'], ([a]) => `norm(${a})`],
      [['scalar'], ([a]) => `${a}/3`],
    ],
    column: [...common('column'), product('matrix', 'column'), transposed('row')],
    row: [...common('row'), product('row', 'matrix'), transposed('column')],
    matrix: [
      ...common('matrix'),
      product('matrix', 'matrix'),
      product('column', 'row'),
      transposed('matrix'),
    ],
  }

  const positive = (text: string) => text.replaceAll('-', '+').replaceAll('^+1', '^-1')

  function written(kind: Kind, depth: number): fc.Arbitrary<Written> {
    const leaf = fc.constantFrom(...NAMES[kind]).map((name) => ({ ours: name, theirs: name, size: name }))
    if (depth === 0) return leaf
    const composed = fc.constantFrom(...RULES[kind]).chain(([parts, write]) =>
      fc.tuple(...parts.map((part) => written(part, depth - 1))).map((texts) => ({
        ours: write(
          texts.map(({ ours }) => ours),
          true,
        ),
        theirs: write(
          texts.map(({ theirs }) => theirs),
          false,
        ),
        size: positive(
          write(
            texts.map(({ size }) => size),
            false,
          ),
        ),
      })),
    )
    return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: composed })
  }

  const entry = fc.double({ min: 0.1, max: 3, noNaN: true }).chain((x) => fc.constantFrom(x, -x))
  const list = fc.array(entry, { minLength: 3, maxLength: 3 })
  const values = fc.record({
    ...Object.fromEntries(['k_a', 'k_b', 'mu_a', 'u_a', 'u_b', 'u_c', 'u_d'].map((name) => [name, list])),
    ...Object.fromEntries(['Q', 't', 'w', 'C', 'lambda', 'beta'].map((name) => [name, entry])),
    M: fc.array(list, { minLength: 3, maxLength: 3 }),
  })

  /** As mathjs has them: a column is a matrix of one column. */
  function scope(numbers: Readonly<Record<string, Operand>>, map: (x: number) => number) {
    const converted = Object.entries(numbers).map(([name, operand]) => {
      if (typeof operand === 'number') return [name, map(operand)]
      const rows = operand.map((row) => (typeof row === 'number' ? [map(row)] : row.map(map)))
      return [name, math.matrix(rows)]
    })
    return Object.fromEntries(converted)
  }

  const flat = (value: unknown): number[] =>
    math.isMatrix(value) ? (value.toArray().flat(2) as unknown as number[]) : [value].flat(2).map(Number)

  /** Sums of squares of the entries: mathjs takes the norm of a column for that of a matrix. */
  const normed = (text: string) => text.replaceAll('norm(', 'norm2(')
  math.import({ norm2: (v: Matrix) => math.norm(v.toArray().flat() as number[]) }, {})

  const kind = fc.constantFrom<Kind>('scalar', 'column', 'row', 'matrix')
  property.prop([kind.chain((k) => written(k, 4)), values], { numRuns: 1500 })(
    'to 1e−12 of the size of what is added up',
    ({ ours, theirs, size }, numbers) => {
      const every = { ...numbers, I: OPERANDS['I'] } as Readonly<Record<string, Operand>>
      const mine = result(ours, (name) => every[name])
      const wanted = flat(
        math.evaluate(
          normed(theirs),
          scope(every, (x) => x),
        ),
      )
      const unit = Math.max(...flat(math.evaluate(normed(size), scope(every, Math.abs))))
      expect(mine).not.toBeTypeOf('string')
      const found = flat(mine)
      expect(found).toHaveLength(wanted.length)
      found.forEach((x, i) => {
        expect(Math.abs(x - wanted[i])).toBeLessThanOrEqual(1e-12 * Math.max(unit, Math.abs(wanted[i])))
      })
    },
  )
})

describe('values', () => {
  test.each<[string, Operand]>([
    ['2 + 3*4', 14],
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['4^0.5', 2],
    ['0^0', 1],
    ['-0', 0],
    ['50%', 0.5],
    ['6/3/2', 1],
    ['[1, 2] + [3, 4]', [4, 6]],
    ["[1, 2]'", [[1, 2]]],
    ['[[1, 2]]', [[1, 2]]],
    [
      '[1, 2; 3, 4]^2',
      [
        [7, 10],
        [15, 22],
      ],
    ],
    [
      '[1, 2; 3, 4]^0',
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ["[1, 2]' * [3, 4]", 11],
    [
      "[1, 2]*[3, 4]'",
      [
        [3, 4],
        [6, 8],
      ],
    ],
    ['norm([3, 4])', 5],
    ['softmax([-1e308, -1e308])', [0.5, 0.5]],
    ['abs(-3)', 3],
    ["t'", -2.3],
  ])('%s', (text, value) => expect(result(text)).toEqual(value))
})

describe('refusals', () => {
  test.each([
    ['1/0', 'E_DOMAIN'],
    ['0^-1', 'E_DOMAIN'],
    ['k_a/(Q - Q)', 'E_DOMAIN'],
    ['(-8)^(1/3)', 'E_DOMAIN'],
    ['sqrt(-1)', 'E_DOMAIN'],
    ['log(0)', 'E_DOMAIN'],
    ['exp(710)', 'E_DOMAIN'],
    ['1e300 * 1e300', 'E_DOMAIN'],
    ["1e200 k_a (1e200 k_a)'", 'E_DOMAIN'],
    ['9^9^9^9', 'E_DOMAIN'],
    ['2^1025', 'E_DOMAIN'],
    ['M^-1', 'E_DOMAIN'],
    ['M^0.5', 'E_DOMAIN'],
    ['(1e200 M)^2', 'E_DOMAIN'],
  ])('%s', (text, code) => expect(result(text)).toBe(code))

  test('point at what went wrong', () => {
    const text = 'k_a + log(Q - Q) k_b'
    const reading = read(text, VOCABULARY)
    const evaluation = 'refused' in reading ? reading : evaluate(reading.expression, standard)
    if (!('refused' in evaluation)) throw new Error('expected a refusal')
    expect(text.slice(evaluation.refused.start, evaluation.refused.end)).toBe('Q - Q')
  })
})

describe('fuel', () => {
  const size = 64
  const large = Array.from({ length: size }, () => Array.from({ length: size }, () => 1 / size))

  test('counts the operations of products before they are made', () => {
    // Three terms of 64², two products of 64³ and their entries.
    const cost = 3 * size ** 2 + 2 * size ** 3 + 2 * size ** 2
    expect(result('M M M', () => large, cost)).toHaveLength(size)
    expect(result('M M M', () => large, cost - 1)).toBe('E_FUEL')
  })

  test('ends what would take long', () => {
    expect(FUEL).toBe(2_000_000)
    expect(result('M^1024', () => large)).toBe('E_FUEL')
  })
})

test('operands of another shape than their term are a mistake of the question', () => {
  expect(() => result('k_a', () => 1)).toThrow('evaluate: expected operands of the shapes of their terms')
})
