import { describe, expect, test } from 'vitest'
import { plainOf } from '../../src/checker/language/latex'
import { normalised } from '../../src/checker/language/normalise'
import { orRefused } from '../../src/checker/language/refused'
import { textOf } from '../../src/checker/language/source'

/** The text in plain text, with one space for many. */
const plain = (text: string) => textOf(plainOf(normalised(text))).replace(/ +/g, ' ')

/** Code and sentence of the refusal, and what it points at. */
function refusal(text: string): readonly string[] {
  const result = orRefused(() => ({ plain: plain(text) }))
  if (!('refused' in result)) throw new Error(`${text} was read as ${result.plain}`)
  const { code, message, start, end } = result.refused
  return [code, message, text.slice(start, end)]
}

describe('braces', () => {
  test.each([
    ['{k_a + k_b}', '(k_a + k_b)'],
    ['{k_a}', ' k_a '],
    ['{ k }', ' k '],
    ['{k}a', ' k a'],
    ['a{k}', 'a k '],
    ['{k}_a', ' k_a'],
    ['{k}^2', ' k^2'],
    ['{k}', ' k '],
    ['Q{}k', 'Q k'],
    ['Q{ }k', 'Q k'],
    ['0{,}5', '0,5'],
    ['k_{a}b', 'k_a b'],
    ['k_ {a b}', 'k_ab '],
    ['k_\\beta', 'k_beta '],
    ['k_a b', 'k_a b'],
  ])('%s is %j', (text, expected) => expect(plain(text)).toBe(expected))

  test('nest 40 deep and no deeper, and close again', () => {
    const nested = (depth: number) => '{'.repeat(depth) + 'k' + '}'.repeat(depth)
    expect(plain(nested(40)).trim()).toBe('k')
    expect(refusal(nested(41))).toEqual(['E_DEPTH', 'Brackets nest at most 40 deep here.', '{'])
    expect(plain('{k}'.repeat(41)).match(/k/g)).toHaveLength(41)
  })

  test.each([
    ['{k', 'This “{” is never closed.', '{'],
    ['\\mathbf{k', 'This “{” is never closed.', '{'],
    ['k}', 'This “}” closes nothing.', '}'],
    ['k_{a+b}', 'This index is not a name.', '_{a+b}'],
    ['k_{+a}', 'This index is not a name.', '_{+a}'],
    ['k_{a+}', 'This index is not a name.', '_{a+}'],
    ['I_{d\\times n}', 'This index is not a name.', '_{d\\times n}'],
    ['I_{dd\\times d}', 'This index is not a name.', '_{dd\\times d}'],
    ['I_{d\\times d,1}', 'This index is not a name.', '_{d\\times d,1}'],
  ])('%s: %s', (text, message, at) => expect(refusal(text)).toEqual(['E_SYNTAX', message, at]))
})

describe('what is above and below', () => {
  test.each([
    ['Q^2', 'Q^2'],
    ['Q^{-2}k', 'Q^(-2)k'],
    ['Q^ {2}', 'Q^(2)'],
    ['k^T', "k'"],
    ['k^{T}', "k'"],
    ['k^{ \\top }_b', "k_b'"],
    ['k^\\top_{b}', "k_b '"],
    ['k^{TT}', 'k^(TT)'],
    ['k^{aT}', 'k^(aT)'],
    ['k^{Ta}', 'k^(Ta)'],
    ['k^{}_a', 'k_a'],
    ['k^*_a', 'k_a'],
    ['k^{ * }', 'k'],
    ['I_{d\\times d}', 'I_d'],
    ['I_{n,n}', 'I_n'],
    ['\\lim_{Q\\to\\infty} Q', ' lim(Q→∞) Q'],
    ['k_{\\text{the key}}', 'k the key '],
    ['\\underbrace{k_a}_{\\text{the key {a}}}Q', 'k_aQ'],
    ['\\underbrace{k_a} _{b}Q', 'k_aQ'],
    ['\\underbrace{k_a}_bQ', 'k_aQ'],
    ['\\overbrace{k_a}^{b}', 'k_a'],
    ['\\overbrace{k_a + k_b}', '(k_a + k_b)'],
    ['\\overset{!}{=} Q', '= Q'],
    ['\\overset !{=}', '='],
  ])('%s is %j', (text, expected) => expect(plain(text)).toBe(expected))
})

describe('sums', () => {
  test.each([
    ['sum_{i!=a} k_i', ' sum_except(k,a)'],
    ['sum_(i≠a) k_i', ' sum_except(k,a)'],
    ['sum_(i=1)^n k_i', ' sum_except(k)'],
    ['Q sum_{i≠a,b} k_i', 'Q sum_except(k,a,b)'],
    ['Q*t + sum_{i≠a,b} k_i', 'Q*t + sum_except(k,a,b)'],
    ['Q*sum_{i≠a,b} k_i', 'Q* sum_except(k,a,b)'],
    ['sum_rest(k)', 'sum_rest(k)'],
    ['\\sum_{i=1}^n k_i', ' sum_except(k)'],
    ['\\sum^n_i k_i', ' sum_except(k)'],
    ['\\sum\\limits_{i\\ne a}^{n} Q k_i', ' Q sum_except(k,a)'],
    ['\\sum\\nolimits_{i} k_i t', ' sum_except(k) t'],
    ['\\sum_i\\lambda k_i', ' lambda sum_except(k)'],
    ['\\sum_i k_{i}b', ' sum_except(k) b'],
    ['t\\sum_i Q k_i', 't Q sum_except(k)'],
    ['\\sum_i Qka k_i', ' Qka sum_except(k)'],
    ['{\\sum_i k_i}k_a', '( sum_except(k))k_a'],
    ['xsum_{i≠a} k_i', 'xsum(i≠a) k_i'],
  ])('%s is %j', (text, expected) => expect(plain(text)).toBe(expected))

  test.each([
    ['\\sum k_i', '\\sum'],
    ['\\sum_i', '\\sum_i'],
    ['\\sum_i k_a', '\\sum_i k_a'],
    ['2\\sum_i k_i2', '\\sum_i k_i2'],
    ['{\\sum_i}k_i', '\\sum_i'],
    ['Q \\sum_{i<3} k_i', '\\sum_{i<3}'],
  ])('not %s', (text, at) => {
    const [code, message, place] = refusal(text)
    const only = 'Only sums such as \\sum_{i \\ne a,b} k_i are read here; or write sum_rest(k).'
    expect([code, message, place.trim()]).toEqual(['E_SYNTAX', only, at])
  })
})

describe('commands around something', () => {
  test.each([
    ['a~b', 'a b'],
    ['k\\ a', 'k a'],
    ['\\quad k\\,a', ' k a'],
    ['\\beta_1\\beta k', ' beta_1 beta k'],
    ['\\mathbf{k}_a', 'k_a'],
    ['\\mathbf k_a', 'k_a'],
    ['\\mathbb{1}', ' I '],
    ['\\mathbb 1', ' I '],
    ['\\mathbb{R}', 'R'],
    ['\\mathbf{1}', '1'],
    ['\\mathds{1}\\mathbbm{1}', ' I I '],
    ['\\mathbf{k_a + k_b}', '(k_a + k_b)'],
    ['\\boxed{q = Q k_a}', 'q = Q k_a'],
    ['\\boxed{q ≈ Q k_a}', 'q ≈ Q k_a'],
    ['\\hat{ t }', 't\u0302'],
    ['\\hat{t + 1}', '(t + 1)'],
    ['Q\\text{k}k', 'Q k k'],
    ['\\text{ k }_a', ' k_a'],
    ['\\text{k}^2', ' k^2'],
    ['\\text{k}', ' k '],
    ['a\\text{two words}b', 'a two words b'],
    ['k\\hspace*{1em}a', 'k a'],
    ['k\\label{eq}a', 'k a'],
    ['a \\not= b', 'a ≠ b'],
    ['a \\not{ = } b', 'a ≠ b'],
    ['a \\not\\in b', 'a ∉ b'],
    ['\\frac{Q}{2}k', '((Q)/(2))k'],
    ['\\frac12k', '((1)/(2))k'],
    ['\\frac 1\\beta', '((1)/( beta ))'],
    ['\\sqrt{2}k', ' sqrt(2)k'],
    ['\\sqrt 2', ' sqrt(2)'],
    ['\\sqrt(Q + 1)', ' sqrt(Q + 1)'],
    ['\\left( Q \\right)', '( Q )'],
    ['\\left\\{ Q \\right\\}', '( Q )'],
    ['\\left. Q \\right|', ' Q )'],
    ['Q\\left', 'Q'],
    ['Q\\right ', 'Q'],
  ])('%s is %j', (text, expected) => expect(plain(text)).toBe(expected))

  test.each([
    ['\\foo k', 'The command \\foo has no meaning here.', '\\foo'],
    ['k\\', 'A backslash at the end commands nothing.', '\\'],
    ['a \\not< b', 'This sign has no opposite here.', '\\not<'],
    ['\\frac{}{2}', 'A part of this fraction is empty.', '\\frac'],
    ['\\frac{2}{}', 'A part of this fraction is empty.', '\\frac'],
    ['\\sqrt[3]{Q}', 'Only square roots are read here.', '\\sqrt'],
    ['\\left k', '\\left wants a bracket after it.', '\\left'],
    ['\\right k', '\\right wants a bracket after it.', '\\right'],
    ['\\left) k', '\\left wants a bracket after it.', '\\left'],
    ['\\frac1', 'The text ends where a command wants more.', '1'],
    ['Q \\mathbf', 'The text ends where a command wants more.', 'f'],
    ['Q \\overset', 'The text ends where a command wants more.', 't'],
    ['Q \\underset{k}', 'The text ends where a command wants more.', '}'],
  ])('%s: %s', (text, message, at) => expect(refusal(text)).toEqual(['E_SYNTAX', message, at]))
})

test('a prose index is prose, a name in upright letters is none', () => {
  const isProse = (text: string) => plainOf(normalised(text)).some((glyph) => glyph.isProse)
  expect(isProse('\\text{two words}')).toBe(true)
  expect(isProse('k_{\\text{two words}}')).toBe(true)
  expect(isProse('\\text{k}')).toBe(false)
  expect(isProse('k_{\\text{rest}}')).toBe(false)
})

describe('environments', () => {
  test.each([
    ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '[[ 1 , 2 ],[ 3 , 4 ]]'],
    ['\\begin{array}{cc} 1 & 2 \\end{array}', '[[ 1 , 2 ]]'],
    ['\\begin {align*} a &= b \\\\ c \\end {align*}', '\n a = b \n c \n'],
    ['\\begin{alignat}{2} a \\end{alignat}', '\n a \n'],
    ['\\begin{alignat*}{2} a \\end{alignat*}', '\n a \n'],
    ['\\begin{bmatrix} a \\newline b \\end{bmatrix}', '[[ a ],[ b ]]'],
    ['\\begin{align} \\begin{matrix} a & b \\end{matrix} & c \\end{align}', '\n [[ a , b ]] c \n'],
    ['\\begin{ align } a \\end{align}', '\n a \n'],
    ['a&b \\\\ c', 'a b \n c'],
  ])('%s is %j', (text, expected) => expect(plain(text)).toBe(expected))

  test.each([
    ['\\begin{foo} a', 'The environment “foo” has no meaning here.', '\\begin{foo}'],
    ['\\begin{bigarray} a', 'The environment “bigarray” has no meaning here.', '\\begin{bigarray}'],
    ['\\begin', 'The environment “” has no meaning here.', '\\begin'],
    ['\\begin a', 'The environment “” has no meaning here.', '\\begin '],
    ['a \\end{align}', '\\end{align} ends nothing.', '\\end{align}'],
    ['\\begin{align} a \\end{matrix}', '\\end{matrix} ends nothing.', '\\end{matrix}'],
  ])('%s: %s', (text, message, at) => expect(refusal(text)).toEqual(['E_SYNTAX', message, at]))
})
