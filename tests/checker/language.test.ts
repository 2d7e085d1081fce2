import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import { type Expression, partsOf, shapeOf, termsOf } from '../../src/checker/language/expression'
import { print } from '../../src/checker/language/print'
import { operands, read, VOCABULARY } from './vocabulary'

/** The blank that a text is for: the one that it names. */
const blankOf = (text: string) => /^\W*([KV])\s*=/.exec(text)?.[1] ?? 'q'

/** What is read, in one spelling. */
function reading(text: string): string {
  const result = read(text, VOCABULARY, blankOf(text))
  return 'refused' in result ? `refused: ${result.refused.message}` : print(result.expression)
}

/** The refusal, and what it points at. */
function refusal(text: string) {
  const result = read(text, VOCABULARY)
  if (!('refused' in result)) throw new Error(`${text} was read as ${print(result.expression)}`)
  const { start, end } = result.refused
  return { ...result.refused, at: text.slice(start, end) }
}

const OUTER = 'β⁻² (u_b u_bᵀ − u_c u_cᵀ)'
const AVERAGE = 'Q (k_a + k_b)'

describe('one answer in many spellings', () => {
  test.each([
    'Q*(k_a + k_b)',
    'Q(k_a+k_b)',
    'q = Q (k_a + k_b).',
    'Q·(k_a + k_b)',
    'Q × (kₐ + k_b)',
    'Q (ka + kb)',
    '\uFEFFQ\u00A0(k_a\u2009+\u2009k_b)',
    'Ｑ（ｋ_ａ＋k_b）',
    '𝑄(𝑘_𝑎 + 𝑘_𝑏)',
    '$q = Q(k_a + k_b)$',
    '\\[ q = Q \\left( \\mathbf{k}_a + \\mathbf{k}_{b} \\right). \\]',
    '\\begin{align*} q &= Q\\,\\bigl(\\boldsymbol{k_a} + \\vec k_b\\bigr) \\end{align*}',
    'Q\\left[k_a + k_b\\right]',
    '{Q}{(k_a + k_{\\mathrm{b}})}',
    'Q @ (k_a + k_b)',
  ])('%s', (text) => expect(reading(text)).toBe(AVERAGE))

  test.each([
    "beta^-2 (u_b u_b' - u_c u_c')",
    "beta^(-2)*(u_b*u_b' - u_c*u_c')",
    'beta**-2 * (outer(u_b, u_b) - outer(u_c, u_c))',
    'V = \\beta^{-2}(u_b u_b^\\top - u_c u_c^\\top)',
    '\\beta^{-2}(u_bu_b^T-u_cu_c^{T})',
    '\\beta^{-2}(u_b u^\\top_b - u_c u^{\\top}_{c})',
    'β⁻²(u_bu_bᵀ − u_cu_cᵀ)',
    'β⁻²(ub ub⊤ − uc uc⊤)',
    'β^{-2}(u_b transpose(u_b) − u_c u_c′)',
    'beta^-2 (u_b u_b.T - u_c u_c^{\\prime})',
  ])('%s', (text) => expect(reading(text)).toBe(OUTER))

  test.each([
    '-Q k_rest',
    '-Q sum_rest(k)',
    '−Q \\sum_{i \\ne a,b} k_i',
    '-Q\\sum_{i\\notin\\{a,b\\}} \\mathbf{k}_i',
    '-Q \\sum_{i \\neq a, b}^{n} k_{i}',
    '-Q ∑_{i≠a,b} k_i',
    '-Q k_{\\text{rest}}',
  ])('%s', (text) => expect(reading(text)).toBe('−Q k_rest'))

  test.each([
    ['\\frac12(k_a+k_b)', '1/2 (k_a + k_b)'],
    ['½(k_a+k_b)', '1/2 (k_a + k_b)'],
    ['\\dfrac{1}{2} \\cdot k_a', '1/2 k_a'],
    ['1/2 k_a', '1/2 k_a'],
    ['Q/2 (k_a + k_b)', 'Q/2 (k_a + k_b)'],
    ['1/2 Q k_a', '1/2 Q k_a'],
    ['1/\\beta^2 u_b', '1/β² u_b'],
    ['50% k_a', '0.5 k_a'],
    ['Q \\sum_i k_i', 'Q (k_rest + k_a + k_b)'],
    ['Q \\sum_{i \\ne a} k_i', 'Q (k_rest + k_b)'],
    ['Qtk_a', 'Q t k_a'],
    ['λμ_a', 'λ μ_a'],
    ['λμa', 'λ μ_a'],
    ['2Q^2k_a', '2 Q² k_a'],
    ['-Q^2 k_a', '−Q² k_a'],
    ["k_a'k_b", 'k_aᵀ k_b'],
    ['dot(k_a, k_b) k_a', 'k_aᵀ k_b k_a'],
    ['\\sqrt{\\beta} k_a', 'sqrt(β) k_a'],
    ['√2 k_a', 'sqrt(2) k_a'],
    ['\\left|t\\right| k_a', 'abs(t) k_a'],
    ['\\lVert k_a \\rVert^{-2} k_a', 'norm(k_a)⁻² k_a'],
    ['\\exp(t) k_a', 'exp(t) k_a'],
    ['e^{t} k_a', 'exp(t) k_a'],
    ['e^t k_a', 'exp(t) k_a'],
    ['K = I_d', 'I'],
    ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '[1, 2; 3, 4]'],
  ])('%s is %s', (text, printed) => expect(reading(text)).toBe(printed))
})

describe('what is wrong, in words and at its place', () => {
  test.each([
    ['u_b u_c', 'u_b u_c is a column times a column; did you mean u_b u_cᵀ?', 'u_b u_c'],
    ['I + β⁻² u_b u_c', 'β⁻² u_b u_c is a column times a column; did you mean β⁻² u_b u_cᵀ?', 'β⁻² u_b u_c'],
    ["u_b' u_c'", 'u_bᵀ u_cᵀ is a row times a row; did you mean u_b u_cᵀ?', "u_b' u_c'"],
    ['u_b I', 'u_b I is a column times a matrix; did you mean I u_b?', 'u_b I'],
    ['k_a + 1', 'k_a is a column, 1 is a scalar: they cannot be added.', 'k_a + 1'],
    ['Q (I - k_a)', 'I is a matrix, k_a is a column: they cannot be subtracted.', 'I - k_a'],
    ['Q/k_a', 'k_a is a column: only scalars divide.', 'k_a'],
    ['u_b^2', 'u_b is a column, which has no powers; its transpose is u_bᵀ.', 'u_b^2'],
    ['2^k_a', 'An exponent is a scalar; k_a is a column.', 'k_a'],
    ['exp(k_a)', 'exp wants a scalar; k_a is a column.', 'k_a'],
    ['softmax(Q)', 'softmax wants a vector; Q is a scalar.', 'Q'],
    ['[1,2;3,4] k_a', 'A matrix of 2 × 2 and a column of d × 1 cannot be multiplied.', '[1,2;3,4] k_a'],
    ['[1,2;3]', 'The rows of this matrix differ in length.', ']'],
    ['[[1,2],[3]]', 'Row 2 has length 1, row 1 has length 2.', '[[1,2],[3]]'],
    ['k_a [1]', 'Entries of vectors have no names here. Write * before a matrix.', 'k_a ['],
    ['[k_a, Q]', 'k_a is a column: entries are scalars. Group with round brackets.', 'k_a'],
    ['Q (v_a + v_b)', 'That is a value; a query is made of keys.', 'v_a'],
    ['Qva', 'That is a value; a query is made of keys.', 'Qva'],
    ['Q \\mathbf{v}_a', 'That is a value; a query is made of keys.', '\\mathbf{v}_a'],
    ['Q (k_a + k_b', 'This “(” is never closed.', '('],
    ['Q k_a)', 'This “)” closes nothing.', ')'],
    ['Q k_a +', 'Something is missing at the end.', '+'],
    ['Q * / k_a', '“/” was not expected here.', '/'],
    ['1/2Q k_a', 'This can be read in two ways: put brackets around what is divided by.', '1/2Q'],
    ['Q/β t k_a', 'This can be read in two ways: put brackets around what is divided by.', 'Q/β t'],
    [
      'β 2',
      'A number after a factor can be a product or a power: write * or ^ between them. Or is a sign such as ≫ missing?',
      'β 2',
    ],
    ['q k_a', 'q is what is asked for: it has no place in its own answer.', 'q'],
    ['\\foo k_a', 'The command \\foo has no meaning here.', '\\foo'],
    [
      'Q \\sum_{i<3} k_i',
      'Only sums such as \\sum_{i \\ne a,b} k_i are read here; or write sum_rest(k).',
      '\\sum_{i<3} ',
    ],
    [
      'Q \\sum_{i} (k_i + k_a)',
      'Only sums such as \\sum_{i \\ne a,b} k_i are read here; or write sum_rest(k).',
      '\\sum_{i} (k_i + k_a)',
    ],
    ['1/0 (k_a + k_b)', 'This is a division by 0.', '0'],
    ['Q k_a/(1 - 1)', 'This is a division by 0.', '(1 - 1)'],
    ['‖k_a + k_b', 'This “‖” is never closed.', '‖'],
    ['0,5 k_a', 'Write this with a point: 0.5.', '0,5'],
    [
      'Q(k_a + … + k_b)',
      'Dots leave open what is meant: write sum_rest(k) for the sum of the other keys.',
      '…',
    ],
    ['Q(k_a ± k_b)', 'An answer has one sign: write + or −.', '±'],
    ['Q k_1', 'There is no k_1 here: the keys are called k_a and k_b.', 'k_1'],
    ['Q x_1', 'x_1 belongs to part 1(e). Here the keys are called k_a and k_b.', 'x_1'],
    [
      'k_a ⊙ k_b',
      'A product entry by entry (⊙) is read with a number only; write u_a u_bᵀ for an outer product.',
      'k_a ⊙ k_b',
    ],
    ['Q аk_a', 'The character “а” (U+0430) has no meaning here.', 'а'],
    ['k_a!', 'Factorials have no meaning here.', '!'],
    ['sqrt 2', 'Write brackets after sqrt: sqrt(x).', 'sqrt'],
    ['sqrt(1, 2)', 'sqrt takes one argument, not 2.', 'sqrt'],
  ])('%s: %s', (text, message, at) => expect(refusal(text)).toMatchObject({ message, at }))

  test('an unknown name meets those that there are, and the nearest', () => {
    const { message, at } = refusal('lamda k_a')
    expect(at).toBe('lamda')
    expect(message).toMatch(
      /^There is no “lamda” in this question\. It offers k_a, .*, lambda\. Did you mean lambda\?$/,
    )
  })

  test('a refused name carries its diagnosis', () => {
    expect(refusal('v_a')).toMatchObject({ code: 'E_NAME', diagnosis: 'value-in-query' })
    expect(refusal('k_x').diagnosis).toBeUndefined()
  })

  test('nothing, too much, too deep', () => {
    expect(refusal(' \n ').code).toBe('E_EMPTY')
    expect(refusal(`Q${' '.repeat(1000)}`).code).toBe('E_LEN')
    expect(refusal(`${'('.repeat(41)}Q${')'.repeat(41)}`).code).toBe('E_DEPTH')
    expect(refusal(`${'{'.repeat(41)}Q${'}'.repeat(41)}`).code).toBe('E_DEPTH')
    expect(refusal(Array.from({ length: 301 }, () => 'Q').join('+')).code).toBe('E_SIZE')
    expect(reading(`${'('.repeat(40)}Q${')'.repeat(40)}`)).toBe('Q')
    expect(reading(Array.from({ length: 300 }, () => 'Q').join('+'))).toMatch(/^Q \+/)
  })

  test('the names of an exercise cannot reach what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])
      expect(reading(name)).toMatch(/^refused/)
  })
})

test.each([
  'Q*(k_a + k_b)',
  "beta^-2 (u_b u_b' - u_c u_c') - M^2",
  '\\beta^{-2}(u_b u_b^\\top - u_c u_c^{T})',
  'q = \\frac12 Q \\left( \\mathbf{k}_a + \\mathbf{k}_{\\mathrm{b}} \\right)',
  '\\frac{Q + t}{\\sqrt{\\beta}} k_{\\text{rest}} - sqrt(Q)(-k_a)/2',
  'Qk_a - μ_a·λ',
  "exp(-t)*([1, 2]' * [3; 4]) k_a",
])('every part of %s stands where it says', (text) => {
  const check = (part: Expression) => {
    const alone = text.slice(part.start, part.end)
    expect({ alone, reading: reading(alone) }).toEqual({ alone, reading: print(part) })
    partsOf(part).forEach(check)
  }
  const result = read(text, VOCABULARY)
  if ('refused' in result) throw new Error(result.refused.message)
  check(result.expression)
})

test('shapes are known with d left open', () => {
  const shape = (text: string) => {
    const result = read(text, VOCABULARY)
    return 'refused' in result ? undefined : shapeOf(result.expression)
  }
  expect(shape("k_a'k_b")).toEqual({ kind: 'scalar' })
  expect(shape('Q k_a')).toEqual({ kind: 'column', length: 'd' })
  expect(shape("u_a'M")).toEqual({ kind: 'row', length: 'd' })
  expect(shape("u_a u_b'")).toEqual({ kind: 'matrix', rows: 'd', columns: 'd' })
  expect(shape("u_a * [1; 2]'")).toEqual({ kind: 'matrix', rows: 'd', columns: 2 })
})

test('an expression lists its terms once each', () => {
  const result = read('Q (k_a + Q k_b) + t k_a', VOCABULARY)
  if ('refused' in result) throw new Error(result.refused.message)
  expect(termsOf(result.expression).map(({ name }) => name)).toEqual(['Q', 'k_a', 'k_b', 't'])
})

test('what is printed is read as the same', () => {
  for (const text of ["-(Q k_a)'(k_b - -k_a) u_d", '2*3', "(u_a u_b')' M^3 u_c/(Q/t)", '(-t)^2 - (2^Q)^0']) {
    const first = read(text, VOCABULARY)
    if ('refused' in first) throw new Error(first.refused.message)
    const second = read(print(first.expression), VOCABULARY)
    if ('refused' in second) throw new Error(second.refused.message)
    expect(evaluate(second.expression, operands)).toEqual(evaluate(first.expression, operands))
  }
})
