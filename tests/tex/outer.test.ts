import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { add, matVec, outer, scaled, type Vector } from '../../src/core/linear/linalg'
import { drawOrthonormalBasis } from '../../src/core/linear/orthonormal'
import { numericMatrix, rationalMatrix, rationalVector } from '../../src/core/linear/rational-matrix'
import { rationalOf, toNumber } from '../../src/core/numbers/rational'
import { createRandom } from '../../src/core/random/random'
import { compositionTex, expansionLines, outerTex } from '../../src/tex/compositions'
import { applied, DIRECTIONS, expansion } from '../../src/tex/outer'
import { parseOuter } from '../../src/tex/outer-parse'
import { plainTex } from '../../src/tex/symbols'

const coefficient = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 12 })).map(([p, q]) => p / q),
)
const row = (d: number) => fc.array(coefficient, { minLength: d, maxLength: d })
const problem = fc.integer({ min: 2, max: 8 }).chain((d) =>
  fc.record({
    matrix: fc.array(row(d), { minLength: d, maxLength: d }),
    x: row(d),
    seed: fc.nat(),
    extra: fc.integer({ min: 0, max: 6 }),
    beta: fc.double({ min: 0.1, max: 30, noNaN: true }),
  }),
)

/** `Σ_r v_r u_r` in R^d. */
const embedded = (v: Vector, directions: readonly Vector[]): Vector =>
  v.map((x, r) => scaled(directions[r], x)).reduce(add)

describe('expanding symbolically and multiplying numerically', () => {
  test.prop([problem])('agree in a random rotated basis', ({ matrix, x, seed, extra, beta }) => {
    const d = x.length
    const units = drawOrthonormalBasis(d, d + extra, createRandom(seed))
    const directions = units.map((u) => scaled(u, beta))
    const map = matrix
      .flatMap((cells, r) =>
        cells.map((m, s) => outer(directions[r], directions[s]).map((line) => scaled(line, m / beta ** 2))),
      )
      .reduce((a, b) => a.map((line, i) => add(line, b[i])))
    const numeric = matVec(map, embedded(x, directions))
    const { result } = expansion(rationalMatrix(matrix), rationalVector(x))
    const symbolic = embedded(result.map(toNumber), directions)
    const size =
      beta * matrix.flat().reduce((sum, m) => sum + Math.abs(m), 0) * Math.max(1, ...x.map(Math.abs))
    for (const [i, value] of numeric.entries())
      expect(Math.abs(value - symbolic[i])).toBeLessThanOrEqual(1e-12 * size)
  })

  test.prop([problem])(
    'every product is written, and those that vanish are the orthogonal ones',
    ({ matrix, x }) => {
      const { products, result } = expansion(rationalMatrix(matrix), rationalVector(x))
      const written = matrix.flat().filter((m) => m !== 0).length * x.filter((t) => t !== 0).length
      expect(products).toHaveLength(written)
      expect(products.every(({ column, of, vanishes }) => vanishes === (column !== of))).toBe(true)
      expect(result).toEqual(applied(rationalMatrix(matrix), rationalVector(x)))
    },
  )
})

describe('typesetting', () => {
  test.prop([problem])('what is written reads back as the same matrix', ({ matrix }) => {
    const tex = outerTex(rationalMatrix(matrix), { letter: 'K', role: 'key' })
    expect(parseOuter(plainTex(tex), matrix.length)).toEqual({
      ok: true,
      coefficients: rationalMatrix(matrix),
    })
  })

  test.prop([problem], { numRuns: 25 })(
    'KaTeX takes every expansion, with and without links',
    ({ matrix, x }) => {
      const lines = expansionLines('k_1', rationalMatrix(matrix), rationalVector(x), {
        letter: 'K',
        role: 'key',
      })
      const tex = `\\begin{aligned}${lines.join('\\\\')}\\end{aligned}`
      for (const source of [tex, plainTex(tex)]) {
        expect(() =>
          katex.renderToString(source, { throwOnError: true, strict: false, trust: true }),
        ).not.toThrow()
      }
    },
  )

  test('reads as the notes do', () => {
    const V = rationalMatrix([
      [0, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, -1, 0],
      [0, 0, 0, 0],
    ])
    const name = { letter: 'V', role: 'plain' } as const
    expect(outerTex(V)).toBe('\\beta^{-2}\\bigl(u_bu_b^{\\top} - u_cu_c^{\\top}\\bigr)')
    expect(compositionTex(rationalVector([0, 1, -1 / 3, 0]))).toBe('u_b - \\tfrac{1}{3}u_c')
    expect(plainTex(expansionLines('v_2', V, rationalVector([1, 0, 0, 0]), name).join('\n'))).toContain(
      '{u_b({u_b^{\\top}u_a})}',
    )
  })
})

const NOTES_V = [
  [0, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, -1, 0],
  [0, 0, 0, 0],
]

describe('reading', () => {
  test.each([
    String.raw`\beta^{-2}(u_b u_b^\top - u_c u_c^\top)`,
    String.raw`V = \beta^{-2}(u_b u_b^T - u_c u_c^T),`.replace(',', ''),
    String.raw`$V=\beta^{-2}\left(u_{b}u_{b}^{\top}-u_{c}u_{c}^{\top}\right)$`,
    String.raw`\frac{u_b u_b^{T} - u_c u_c^{T}}{\beta^2}`,
    String.raw`\frac{1}{\beta^{2}}\bigl(\mathbf{u}_b \mathbf{u}_b^\top-\mathbf u_c\mathbf u_c^{\mathsf T}\bigr)`,
    String.raw`\[ \beta^{-2} u_b u_b^\intercal \; - \; \beta^{-2}u_c u_c^{\intercal} \]`,
    "beta^-2 (u_b u_b' - u_c u_c')",
    "beta^(-2)*(u_b*u_b' - u_c*u_c')",
    '(ub ub.T - uc uc.T)/beta^2',
    'β⁻²(u_b u_bᵀ − u_c u_cᵀ)',
    'β⁻² · u_b × u_b′ – β⁻²·u_c·u_c⊤',
    '-β⁻²(u_c u_cᵀ − u_b u_bᵀ)',
    '1/2 β⁻²(2u_b u_bᵀ − u_c (2u_c)ᵀ)',
    '½β⁻²(2u_b u_bᵀ − u_c (2u_c)ᵀ)',
    'β⁻² (u_b u_bᵀ)ᵀ + -β⁻² u_c u_cᵀ + 0',
    'β⁻²u_b u_bᵀ β⁻²u_b u_bᵀ - β⁻⁴ u_c u_cᵀ u_c u_cᵀ',
    '(I - β⁻²u_a u_aᵀ - β⁻²u_d u_dᵀ) - 2β⁻² u_c u_cᵀ',
    '１\u200Bβˆ—２（u_b u_b’ ‐ u_c\u00AD u_c’）',
    String.raw`10\,000 β⁻²(u_b u_bᵀ − u_c u_cᵀ) / (1 000 · 1,000,000) · 100_000`,
    String.raw`\frac12 \beta^{-2}(2u_b u_b^\top) - \frac{2}{4}\beta^{-2}(u_c+u_c)u_c^\top`,
  ])('%s', (text) => {
    expect(parseOuter(text, 4)).toEqual({ ok: true, coefficients: rationalMatrix(NOTES_V) })
  })

  test('a product of sums is multiplied out', () => {
    const parsed = parseOuter('β⁻²(u_c−u_d)(u_d−u_a)ᵀ', 4)
    expect(parsed.ok && numericMatrix(parsed.coefficients).map((r) => r.map((x) => x + 0))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [-1, 0, 0, 1],
      [1, 0, 0, -1],
    ])
  })

  test.each([
    ['', 'The expression ends too early.', 0],
    ['u_b u_bᵀ', 'β⁻² is missing', 0],
    ['β⁻²(u_b u_bᵀ - u_e u_eᵀ)', 'There is no u_e here', 15],
    [String.raw`\beta^{-2} \gamma u_b u_b^\top`, '“\\gamma” has no meaning here', 11],
    ['β⁻²(u_b u_bᵀ', 'This parenthesis is not closed.', 3],
    ['β⁻² u_b u_bᵀ)', '“)” was not expected here.', 12],
    ['β⁻² u_b u_b', 'a vector times a vector has no meaning', 8],
    ['β⁻² u_b', 'This is a vector, not a matrix', 0],
    ['3', 'This is a number, not a matrix', 0],
    ['β⁻²(u_b + u_b u_bᵀ)', 'a vector and a matrix cannot be added', 10],
    ['β⁻²u_b u_bᵀ + u_c u_cᵀ', 'different powers of β', 14],
    ['1/0 β⁻²u_b u_bᵀ', 'Division by 0.', 2],
    [String.raw`\frac{u_b}{u_c}`, 'Division by a vector', 10],
    ['1e999 β⁻²u_b u_bᵀ', '1e999 is too large.', 0],
    ['β⁻²0,5 u_b u_bᵀ', 'Write 0.5, with a point.', 3],
    ['10,000 β⁻²u_b u_bᵀ', '10000 or 10.0?', 0],
    ['10{,}000 β⁻²u_b u_bᵀ', '10000 or 10.0?', 0],
    ['β⁻²(u_b u_bᵀ)^2', 'Only β and numbers', 13],
    ['β^99 u_b u_bᵀ', 'Powers go up to 9', 1],
    ['(((('.repeat(20), 'Too many parentheses', 40],
    ['x'.repeat(5000), 'Too long', 4000],
    ['alert(1)', '“alert” has no meaning', 0],
  ])('%s is refused with its place', (text, message, at) => {
    const parsed = parseOuter(text, 4)
    expect(parsed).toMatchObject({ ok: false, at })
    expect(!parsed.ok && parsed.message).toContain(message)
  })

  test.prop([
    fc.string({
      unit: fc.constantFrom(...Array.from('uabβI^-(){}\\+*/ 12⁻²ᵀ_'), '\\frac', '\\top', '\\beta', 'u_a'),
      maxLength: 60,
    }),
  ])('no text is too strange to be refused in words', (text) => {
    const parsed = parseOuter(text, 4)
    if (parsed.ok) expect(parsed.coefficients).toHaveLength(4)
    else expect(parsed.at).toBeLessThanOrEqual(text.length)
  })

  test('all directions have names', () => {
    expect(new Set(DIRECTIONS).size).toBe(8)
    expect(toNumber(rationalOf(2))).toBe(2)
  })
})
