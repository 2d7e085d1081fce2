import { describe, expect, test } from 'vitest'
import { plainOf } from '../../src/checker/language/latex'
import { Names } from '../../src/checker/language/names'
import { normalised } from '../../src/checker/language/normalise'
import { textOf } from '../../src/checker/language/source'
import { tokensOf } from '../../src/checker/language/tokens'
import { isEquationStart, withWords } from '../../src/checker/language/words'
import { VOCABULARY } from './vocabulary'

const names = new Names(VOCABULARY, ['q'])
const tokens = (text: string) => tokensOf(plainOf(normalised(text)))

/** The text as it was taken: words in capitals, formulas as they are. */
const taken = (text: string) =>
  withWords(tokens(text), names)
    .map((token) => (token.kind === 'word' ? token.text.toUpperCase() : token.text))
    .join(' ')
    .replaceAll('\n', '¶')

describe('words are distinguished from names', () => {
  test.each([
    // Listed ones are words wherever they stand.
    ['Q k_a where Q', 'Q k_a WHERE Q'],
    ['for Q', 'FOR Q'],
    ['k_a + some k_b', 'k_a + SOME k_b'],
    // One letter is a name, listed or not.
    ['i k_a', 'i k_a'],
    // What cannot be read is a word beside words, over and over.
    ['wobbly k_a', 'wobbly k_a'],
    ['where wobbly bits matter', 'WHERE WOBBLY BITS MATTER'],
    ['bits matter wobbly where', 'BITS MATTER WOBBLY WHERE'],
    ['wobbly bits', 'WOBBLY BITS'],
    ['wobbly, bits', 'wobbly , bits'],
    ['wobbly + where', 'wobbly + WHERE'],
    ['Q wobbly where', 'Q WOBBLY WHERE'],
    // What can be read stays a name.
    ['where Qka is', 'WHERE Qka IS'],
    ['where lambda wobbles', 'WHERE lambda wobbles'],
    ['where va is', 'WHERE va IS'],
    // A formula that goes on keeps the name before it.
    ['so lamda (k_a + k_b)', 'SO lamda ( k_a + k_b )'],
    ['so lamda * k_a', 'SO lamda * k_a'],
    ['so lamda k_a', 'SO lamda k_a'],
    ['so lamda 2', 'SO lamda 2'],
    ['so lamda [ 1 ]', 'SO lamda [ 1 ]'],
    ['so wobbly = k_a', 'SO WOBBLY = k_a'],
    ['so wobbly, k_a', 'SO WOBBLY , k_a'],
    ['so wobbly q = k_a', 'SO WOBBLY q = k_a'],
    ['so wobbly', 'SO WOBBLY'],
    // A function before a bracket is called.
    ['where sqrt(Q) is', 'WHERE sqrt ( Q ) IS'],
    ['where sqrt is', 'WHERE SQRT IS'],
    ['so lamda sqrt(Q)', 'SO lamda sqrt ( Q )'],
    ['so wobbly sqrt is', 'SO WOBBLY SQRT IS'],
    ['so wobbly sqrt', 'SO WOBBLY SQRT'],
    // Hyphens and apostrophes join words.
    ['where wobbly-like is', 'WHERE WOBBLY - LIKE IS'],
    ["where softmax's wobble", "WHERE SOFTMAX ' s wobble"],
    ['where wobbly-fuzzy is', 'WHERE WOBBLY - FUZZY IS'],
    ['so wobbly - k_a', 'SO wobbly - k_a'],
    // A name before a colon is a label.
    ['wobbly: Q', 'WOBBLY : Q'],
    ['wobbly; Q', 'wobbly ; Q'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))
})

describe('dollar signs', () => {
  test.each([
    ['$Q k_a$', 'Q k_a'],
    ['wobbly $Q k_a$', 'WOBBLY Q k_a'],
    ['wobbly stuff. $Q k_a$ more', 'WOBBLY STUFF . Q k_a MORE'],
    ['$k_a$ and $k_b$', 'k_a AND k_b'],
    ['$k_a$ und $k_b$', 'k_a UND k_b'],
    ['$k_a$ k_b $k_b$', 'k_a k_b k_b'],
    ['$k_a$ is a Q $k_b$', 'k_a IS A Q k_b'],
    ['$k_a$ is a k_b $k_b$', 'k_a IS a k_b k_b'],
    ['$k_a$ + $k_b$', 'k_a + k_b'],
    ['$k_a$ is 2 $k_b$', 'k_a IS 2 k_b'],
    ["$k_a$ isn't (so) wobbly! $k_b$", "k_a ISN ' T ( SO ) WOBBLY ! k_b"],
    ['$k_a$, then $k_b$', 'k_a , THEN k_b'],
    ['$k_a$ \\text{so on} x $k_b$', 'k_a SO ON X k_b'],
    ['$k_a$ \\text{( so} x $k_b$', 'k_a ( SO X k_b'],
    ['$k_a$ wobble $k_b$', 'k_a WOBBLE k_b'],
    ['$k_a$ lambda $k_b$', 'k_a lambda k_b'],
    ['$k_a$ Qka $k_b$', 'k_a Qka k_b'],
    ['$k_a$ t_1 some $k_b$', 'k_a t_1 SOME k_b'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))

  test('brackets and quotes among words are words, commas and full stops end a clause', () => {
    const marked = withWords(tokens('$k_a$ (so), "some": x - y; "z". $k_b$'), names)
    const signs = marked.filter(({ kind }) => kind === 'sign').map(({ text }) => text)
    expect(signs).toEqual([',', ':', ';', '.'])
  })
})

describe('a word for a number as large as wanted', () => {
  test.each([
    ['large * (k_a + k_b)', '∞ * ( k_a + k_b )'],
    ['large (k_a + k_b)', '∞ ( k_a + k_b )'],
    ['large k_a', '∞ k_a'],
    ['big_number * k_a', '∞ * k_a'],
    ['q = large k_a', 'q = ∞ k_a'],
    ['(huge k_a)', '( ∞ k_a )'],
    ['k_a / infinity', 'k_a / ∞'],
    ['k_a * inf', 'k_a * ∞'],
    ['large / 2', '∞ / 2'],
    ['Q → infinity', 'Q → ∞'],
    ['Q\nlarge k_a', 'Q ¶ ∞ k_a'],
    ['Q = large', 'Q = LARGE'],
    ['Q large', 'Q LARGE'],
    ['Q large k_a', 'Q LARGE k_a'],
    ['large Q', 'LARGE Q'],
    ['large, k_a', 'LARGE , k_a'],
    ['large', 'LARGE'],
    ['a large (k_a)', 'A LARGE ( k_a )'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))
})

describe('two words for such a number', () => {
  test.each([
    ['large number * k_a', '∞ * k_a'],
    ['a large number times k_a', 'A ∞ * k_a'],
    ['q = a big scalar times k_a', 'q = A ∞ * k_a'],
    ['b large number times k_a', 'b ∞ * k_a'],
    ['Q k_a * large number', 'Q k_a * ∞'],
    ['Q * large number k_a', 'Q * ∞ k_a'],
    ['(large number) k_a', '( ∞ ) k_a'],
    ['(large number)(k_a)', '( ∞ ) ( k_a )'],
    ['(large number) * k_a', '( ∞ ) * k_a'],
    ['Q (large number) k_a', 'Q ( ∞ ) k_a'],
    ['(large number) + k_a', '( LARGE NUMBER ) + k_a'],
    ['(large number) 2', '( LARGE NUMBER ) 2'],
    ['(large number)', '( LARGE NUMBER )'],
    ['(the large number) k_a', '( THE LARGE NUMBER ) k_a'],
    ['(large number is) k_a', '( LARGE NUMBER IS ) k_a'],
    ['[large number) k_a', '[ LARGE NUMBER ) k_a'],
    ['large number k_a', 'LARGE NUMBER k_a'],
    ['large number', 'LARGE NUMBER'],
    ['large number timestamp', 'LARGE NUMBER TIMESTAMP'],
    ['sometimes large number', 'SOMETIMES LARGE NUMBER'],
    ['number large * k_a', 'NUMBER ∞ * k_a'],
    ['large vector * k_a', 'LARGE VECTOR * k_a'],
    ['some number * k_a', 'SOME NUMBER * k_a'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))

  test('are one sign, where both were written', () => {
    const [infinity, times] = withWords(tokens('large number times k_a'), names)
    expect(infinity).toMatchObject({ kind: 'sign', text: '∞', start: 0, end: 12 })
    expect(textOf(infinity.source)).toBe('largenumber')
    expect(times).toMatchObject({ kind: 'sign', text: '*', start: 13, end: 18 })
    expect(withWords(tokens('large * k_a'), names)[0]).toMatchObject({ kind: 'sign', start: 0, end: 5 })
  })
})

describe('a and I before a word', () => {
  test.each([
    ['alpha where', 'alpha WHERE'],
    ['a large number', 'A LARGE NUMBER'],
    ['I choose Q', 'I CHOOSE Q'],
    ['Q is a scalar', 'Q IS A SCALAR'],
    ['Q, a scalar', 'Q , A SCALAR'],
    ['Q\na scalar', 'Q ¶ A SCALAR'],
    ['(a scalar)', '( A SCALAR )'],
    ['A scalar', 'A SCALAR'],
    ['I k_a', 'I k_a'],
    ['a k_a', 'a k_a'],
    ['2 I where', '2 I WHERE'],
    ['Q + a where', 'Q + a WHERE'],
    ['C large', 'C LARGE'],
    ['a', 'a'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))
})

describe('a long dash', () => {
  test.each([
    ['Q k_a — where Q is large', 'Q k_a ; WHERE Q IS LARGE'],
    ['k_a — k_b', 'k_a - k_b'],
    ['k_a —', 'k_a -'],
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))
})

test.each([
  ['q =', true],
  ['q^* =', true],
  ["q' ≈", true],
  ['q^(1) =', true],
  ['q^2 ∝', true],
  ['q →', true],
  ['q', false],
  ['q k_a =', false],
  ['q > 0', false],
  ['2 = q', false],
  ['= q', false],
  ['q + =', false],
  ['q^(1)^2 =', false],
  ['', false],
])('an equation begins with %j: %s', (text, expected) => {
  expect(isEquationStart(tokens(text), 0)).toBe(expected)
})
