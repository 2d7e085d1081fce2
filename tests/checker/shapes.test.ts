import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import { type Expression, shapeOf } from '../../src/checker/language/expression'
import { isConstant } from '../../src/checker/language/formula'
import { print } from '../../src/checker/language/print'
import { OPERANDS, operands, read, VOCABULARY } from './vocabulary'

function expression(text: string): Expression {
  const result = read(text, VOCABULARY)
  if ('refused' in result) throw new Error(`${text}: ${result.refused.message}`)
  return result.expression
}

/** Code, sentence and place of a refusal; what was read where there is none. */
function refusal(text: string): readonly string[] {
  const result = read(text, VOCABULARY)
  if (!('refused' in result)) return [print(result.expression)]
  const { code, message, start, end } = result.refused
  return [code, message, text.slice(start, end)]
}

function value(text: string) {
  const result = evaluate(expression(text), operands)
  return 'value' in result ? result.value : result.refused.message
}

const row = (length: number, entry = '1') => Array.from({ length }, () => entry).join(', ')
const grid = (rows: number, columns: number) => Array.from({ length: rows }, () => row(columns)).join('; ')

describe('brackets hold', () => {
  test.each([
    ['[1; 2]', { kind: 'column', length: 2 }],
    ['[1, 2]', { kind: 'column', length: 2 }],
    ['[[1, 2]]', { kind: 'row', length: 2 }],
    ['[1, 2; 3, 4]', { kind: 'matrix', rows: 2, columns: 2 }],
    ['[1, 2, 3; 4, 5, 6]', { kind: 'matrix', rows: 2, columns: 3 }],
    ['[3]', { kind: 'scalar' }],
    ['[[3]]', { kind: 'column', length: 1 }],
    ['[[u_a]]', { kind: 'column', length: 'd' }],
    ['[u_a, u_b]', { kind: 'matrix', rows: 'd', columns: 2 }],
    ['[u_a u_b u_c]', { kind: 'matrix', rows: 'd', columns: 3 }],
    ["[u_a'; u_b']", { kind: 'matrix', rows: 2, columns: 'd' }],
    ['[u_a]', { kind: 'column', length: 'd' }],
    ["[u_a']", { kind: 'row', length: 'd' }],
    ['[M]', { kind: 'matrix', rows: 'd', columns: 'd' }],
    ['[[1; 2], [3; 4]]', { kind: 'matrix', rows: 2, columns: 2 }],
  ])('%s', (text, shape) => expect(shapeOf(expression(text))).toEqual(shape))

  test('columns side by side, and rows one below the other', () => {
    const [a, b] = [OPERANDS['u_a'], OPERANDS['u_b']] as (readonly number[])[]
    expect(value("[u_a'; u_b']")).toEqual([a, b])
    expect(value('[u_a, u_b]')).toEqual(a.map((x, i) => [x, b[i]]))
    expect(value('[u_a]')).toEqual(a)
    expect(print(expression('[u_a, u_b]'))).toBe('[u_a, u_b]')
    expect(print(expression("[u_a'; u_b']"))).toBe('[u_aᵀ; u_bᵀ]')
  })

  test('what they hold stands where it was written', () => {
    expect(expression('Q [u_a]')).toMatchObject({ right: { kind: 'term', start: 2, end: 7 } })
    expect(expression('Q [u_a, u_b]')).toMatchObject({ right: { kind: 'block', start: 2, end: 12 } })
  })

  test.each([
    [row(64), { kind: 'column', length: 64 }],
    [grid(10, 20), { kind: 'matrix', rows: 10, columns: 20 }],
  ])('at most 64 rows and columns: %s', (inside, shape) => {
    expect(shapeOf(expression(`[${inside}]`))).toEqual(shape)
  })

  test.each([[`[${row(65)}]`], [`[${Array.from({ length: 65 }, () => '1').join(';')}]`]])(
    '%s is too long',
    (text) => {
      expect(refusal(text)).toEqual(['E_SIZE', 'At most 64 rows and columns are read.', text])
    },
  )

  test.each([
    ['Q []', 'E_NODE', 'These brackets are empty.', 'Q []'],
    ['[[]]', 'E_NODE', 'These brackets are empty.', '[[]]'],
    ['[[1, 2], [3, 4], [5]]', 'E_SHAPE', 'Row 3 has length 1, row 1 has length 2.', '[[1, 2], [3, 4], [5]]'],
    ['[[1], [2, 3]]', 'E_SHAPE', 'Row 2 has length 2, row 1 has length 1.', '[[1], [2, 3]]'],
    ['[1, u_a]', 'E_SHAPE', 'u_a is a column: entries are scalars. Group with round brackets.', 'u_a'],
    ['[u_a; u_b]', 'E_SHAPE', 'u_a is a column: entries are scalars. Group with round brackets.', 'u_a'],
    ["[[u_a', u_b']]", 'E_SHAPE', 'u_aᵀ is a row: entries are scalars. Group with round brackets.', "u_a'"],
    ["[u_a, u_b']", 'E_SHAPE', 'u_a is a column: entries are scalars. Group with round brackets.', 'u_a'],
    ['[M, M]', 'E_SHAPE', 'M is a matrix: entries are scalars. Group with round brackets.', 'M'],
  ])('not %s', (text, ...refused) => expect(refusal(text)).toEqual(refused))
})

describe('shapes meet in sums, products and powers', () => {
  test.each([
    ['k_a + 0', 'k_a'],
    ['k_a - 0', 'k_a'],
    ['M + 0', 'M'],
    ['Q + 0', 'Q + 0'],
    ['abs(k_a)', 'norm(k_a)'],
    ["abs(k_a')", 'norm(k_aᵀ)'],
    ['norm(Q)', 'abs(Q)'],
    ['abs(Q)', 'abs(Q)'],
    ['norm(k_a)', 'norm(k_a)'],
    ["softmax(k_a')", 'softmax(k_aᵀ)'],
  ])('%s is read as %s', (text, printed) => expect(refusal(text)).toEqual([printed]))

  test.each([
    ['k_a + 1', 'k_a is a column, 1 is a scalar: they cannot be added.'],
    ['0 + k_a', '0 is a scalar, k_a is a column: they cannot be added.'],
    ['[1; 2] + [1; 2; 3]', 'A column of 2 × 1 and a column of 3 × 1 cannot be added.'],
    ['[1; 2] - u_a', 'A column of 2 × 1 and a column of d × 1 cannot be subtracted.'],
    ["u_a' M' + M", 'u_aᵀ Mᵀ is a row, M is a matrix: they cannot be added.'],
    ["u_a u_b' u_c u_d", 'u_a u_bᵀ u_c u_d is a column times a column; did you mean u_a u_bᵀ u_c u_dᵀ?'],
    ["u_a (u_b')'", 'u_a (u_bᵀ)ᵀ is a column times a column; did you mean u_a u_bᵀ?'],
    ["u_a' (u_b + u_c)'", 'u_aᵀ (u_b + u_c)ᵀ is a row times a row; did you mean u_a (u_b + u_c)ᵀ?'],
    ['(u_a + u_b) M', '(u_a + u_b) M is a column times a matrix; did you mean M (u_a + u_b)?'],
    ["M u_a'", 'M u_aᵀ is a matrix times a row; did you mean u_aᵀ M?'],
    ["[1, 2]' M", 'A row of 1 × 2 and a matrix of d × d cannot be multiplied.'],
    ['[1, 2, 3; 4, 5, 6]^2', 'Only square matrices have powers; this one is 2 × 3.'],
    ["k_a'^2", 'k_aᵀ is a row, which has no powers; its transpose is (k_aᵀ)ᵀ.'],
    ['(k_a + k_b)^2', 'k_a + k_b is a column, which has no powers; its transpose is (k_a + k_b)ᵀ.'],
    ['Q^M', 'An exponent is a scalar; M is a matrix.'],
    ['Q/M', 'M is a matrix: only scalars divide.'],
    ['sqrt(M)', 'sqrt wants a scalar; M is a matrix.'],
    ['norm(M)', 'norm wants a vector; M is a matrix.'],
    ['abs(M)', 'abs wants a scalar; M is a matrix.'],
  ])('%s: %s', (text, message) => expect(refusal(text).slice(0, 2)).toEqual(['E_SHAPE', message]))

  test('of a long formula only the beginning is quoted', () => {
    const long = Array.from({ length: 30 }, () => 'k_a').join(' + ')
    expect(refusal(`Q/(${long})`)[1]).toBe(`${long.slice(0, 80)}… is a column: only scalars divide.`)
  })
})

describe('a formula that no numbers can save is refused as it is read', () => {
  test.each([
    ['k_a/(2 - 2)', '(2 - 2)'],
    ['Q^(1/0) k_a', '0'],
    ['sqrt(1 - 2) k_a', '1 - 2'],
    ['log(0) k_a + k_b', '0'],
    ['[1/0, Q]', '0'],
    ['exp(Q/0) k_a', '0'],
  ])('%s at %s', (text, at) => {
    const [code, , place] = refusal(text)
    expect([code, place]).toEqual(['E_DOMAIN', at])
  })

  test.each(['k_a/(Q - Q)', 'sqrt(-Q) k_a', 'log(Q - Q) k_a'])('%s is read: it depends on a name', (text) => {
    expect(refusal(text)).toHaveLength(1)
  })

  test('one of numbers alone is distinguished from one with names', () => {
    for (const text of ['2', '1 + 2*3', '[1, 2]', 'exp(2)^-1'])
      expect(isConstant(expression(text))).toBe(true)
    for (const text of ['Q', '1 + Q', '[1, Q]', 'exp(Q)^2', "2 k_a'k_a"])
      expect(isConstant(expression(text))).toBe(false)
  })
})

describe('signs that have no meaning in a formula', () => {
  test.each([
    ['Q "k_a"', 'Quotation marks have no meaning here.', '"'],
    ['Q _ k_a', 'An index stands after a name.', '_'],
    ['Q | k_a', 'This “|” is never closed.', '|'],
    ['Q k_a]', 'This “]” closes nothing.', ']'],
    ['(Q k_a]', 'This “]” closes nothing.', ']'],
    ['[Q k_a)', 'This “)” closes nothing.', ')'],
    ['Q (k_a + [1, 2]', 'This “(” is never closed.', '('],
    ['Q (k_a + k_b), [', 'This “[” is never closed.', '['],
    ['* k_a', '“*” was not expected here.', '*'],
    ['k_a + * k_b', '“*” was not expected here.', '*'],
    ['Q k_a *', 'Something is missing at the end.', '*'],
    ['Q ()', '“)” was not expected here.', ')'],
  ])('%s: %s', (text, message, at) => expect(refusal(text).slice(1)).toEqual([message, at]))
})

describe('what is too deep or too long says by how much', () => {
  const deep = (depth: number) => `${'('.repeat(depth)}k_a${')'.repeat(depth)}`
  const sum = (terms: number) => Array.from({ length: terms }, () => 'Q').join('+')

  test('brackets', () => {
    expect(refusal(deep(40))).toEqual(['k_a'])
    expect(refusal(deep(41))).toEqual(['E_DEPTH', 'Brackets nest at most 40 deep here.', '('])
  })

  test('parts', () => {
    // 300 letters and 299 signs.
    expect(refusal(sum(300))).toHaveLength(1)
    expect(refusal(sum(301))).toEqual(['E_SIZE', 'This has 601 parts; at most 600 are read.', sum(301)])
  })
})
