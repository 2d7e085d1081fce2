import { describe, expect, test } from 'vitest'
import { plainOf } from '../../src/checker/language/latex'
import { Names } from '../../src/checker/language/names'
import { normalised } from '../../src/checker/language/normalise'
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
    // Hyphens and apostrophes join words.
    ['where wobbly-like is', 'WHERE WOBBLY - LIKE IS'],
    ["where softmax's wobble", "WHERE SOFTMAX ' s wobble"],
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
  ])('%s', (text, expected) => expect(taken(text)).toBe(expected))
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

describe('a and I before a word', () => {
  test.each([
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
