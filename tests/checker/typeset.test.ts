import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import type { Expression } from '../../src/checker/language/expression'
import { texOf } from '../../src/checker/language/typeset'
import { numpyName, numpyOf } from '../../src/export/numpy'
import { plainTex } from '../../src/tex/symbols'
import { texProblem } from '../contract/typeset'
import { operands, read, VOCABULARY } from './vocabulary'

function expression(text: string): Expression {
  const reading = read(text, VOCABULARY)
  if ('refused' in reading) throw new Error(`${text}: ${reading.refused.message}`)
  return reading.expression
}

/** Random text of a shape; what leaves the range of numbers is left out by the test. */
const text = fc.letrec<{ scalar: string; column: string; matrix: string }>((tie) => ({
  scalar: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('Q', 't', 'lambda', '2', '0.5', '1e-9', '3e25'),
    fc
      .tuple(tie('scalar'), fc.constantFrom('+', '-', '*', '/'), tie('scalar'))
      .map(([a, op, b]) => `(${a})${op}(${b})`),
    fc.tuple(tie('scalar'), fc.constantFrom('2', '-2', '0.5')).map(([a, n]) => `(${a})^(${n})`),
    fc.tuple(fc.constantFrom('-', 'sqrt', 'exp', 'log', 'abs'), tie('scalar')).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie('column'), tie('column')).map(([a, b]) => `(${a})'(${b})`),
    tie('column').map((a) => `norm(${a})`),
  ),
  column: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('k_a', 'k_rest', 'mu_b', 'u_c'),
    fc
      .tuple(tie('column'), fc.constantFrom('+', '-'), tie('column'))
      .map(([a, op, b]) => `(${a})${op}(${b})`),
    fc.tuple(tie('scalar'), tie('column')).map(([a, b]) => `(${a})(${b})`),
    fc.tuple(tie('column'), tie('scalar')).map(([a, b]) => `(${a})/(${b})`),
    fc.tuple(tie('matrix'), tie('column')).map(([a, b]) => `(${a})(${b})`),
    tie('column').map((a) => `-(${a})`),
    tie('column').map((a) => `softmax(${a})`),
  ),
  matrix: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('I', 'M', "u_a u_b'"),
    fc
      .tuple(tie('matrix'), fc.constantFrom('+', '-', '*'), tie('matrix'))
      .map(([a, op, b]) => `(${a})${op}(${b})`),
    fc.tuple(tie('scalar'), tie('matrix')).map(([a, b]) => `(${a})(${b})`),
    fc.tuple(tie('column'), tie('column')).map(([a, b]) => `(${a})(${b})'`),
    tie('matrix').map((a) => `(${a})'`),
    tie('matrix').map((a) => `(${a})^2`),
  ),
}))
const short = fc
  .oneof(text.scalar, text.column, text.matrix)
  .filter((written) => written.length <= 300 && isInDomain(written))

/** Whether every number in it is one: a constant such as 1/0 is refused when it is read. */
function isInDomain(written: string): boolean {
  const reading = read(written, VOCABULARY)
  return !('refused' in reading && reading.refused.code === 'E_DOMAIN')
}

describe('TeX', () => {
  property.prop([short], { numRuns: 400 })('compiles in KaTeX under our own policy', (written) => {
    expect(texProblem(texOf(expression(written)))).toBeUndefined()
  })

  property.prop([short], { numRuns: 2000 })('says what was read', (written) => {
    const first = expression(written)
    const tex = plainTex(texOf(first))
    const second = read(tex, VOCABULARY)
    // LaTeX is longer than what people type.
    if ('refused' in second) return expect({ tex, code: second.refused.code }).toEqual({ tex, code: 'E_LEN' })
    expect(close(evaluate(second.expression, operands), evaluate(first, operands))).toBe(true)
  })

  test.each([
    ['Q(k_a + k_b)', '{Q} \\, \\left(\\htmlClass{role-key}{k_{a}} + \\htmlClass{role-key}{k_{b}}\\right)'],
    ['2*3', '2 \\cdot 3'],
    ['-(Q - t)', '-\\left({Q} - {t}\\right)'],
    ['Q - -t', '{Q} - \\left(-{t}\\right)'],
    ['lambda^-2', '{\\lambda}^{-2}'],
    ['1e-9', '1 \\cdot 10^{-9}'],
    ['(Q/t)^2', '\\left(\\frac{{Q}}{{t}}\\right)^{2}'],
    ['[1, 2; 3, 4]', '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}'],
  ])('%s', (written, tex) => expect(texOf(expression(written))).toBe(tex))
})

describe('NumPy', () => {
  test.each([
    ["beta^-2 (u_b u_b' - u_c u_c')", 'beta ** (-2) * (np.outer(u_b, u_b) - np.outer(u_c, u_c))'],
    ["(u_a + u_b)'(u_c + u_d)", '(u_a + u_b) @ (u_c + u_d)'],
    ["u_a (u_b + u_c)'", 'np.outer(u_a, u_b + u_c)'],
    ["M' u_a / 2", 'M.T @ u_a / 2'],
    ["u_a' M", 'u_a @ M'],
    ['M^3', 'np.linalg.matrix_power(M, 3)'],
    ['lambda k_a - (k_b - k_rest)', 'lambda_ * k_a - (k_b - k_rest)'],
    ['sqrt(abs(t)) exp(log(2)) norm(u_a)', 'np.sqrt(np.abs(t)) * np.exp(np.log(2)) * np.linalg.norm(u_a)'],
    ['[1, 2] + [[3], [4]]', 'np.array([1, 2]) + np.array([3, 4])'],
    ['[1, 2; 3, 4]', 'np.array([[1, 2], [3, 4]])'],
  ])('%s', (written, python) => expect(numpyOf(expression(written))).toBe(python))

  test('a word of Python is no name', () => {
    expect([numpyName('lambda'), numpyName('k_a')]).toEqual(['lambda_', 'k_a'])
  })
})

type Evaluated = ReturnType<typeof evaluate>

/** The same but for the rounding of numbers such as 1e−9, which LaTeX writes as a product. */
function close(a: Evaluated, b: Evaluated): boolean {
  if ('refused' in a || 'refused' in b) return 'refused' in a && 'refused' in b
  const [x, y] = [a.value, b.value].map((value) => [value].flat(2))
  const size = Math.max(...y.map(Math.abs))
  return x.length === y.length && x.every((entry, i) => Math.abs(entry - y[i]) <= 1e-9 * size)
}
