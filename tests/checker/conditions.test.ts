import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../src/checker/language/clauses'
import { type Condition, conditionInWords, conditionOf } from '../../src/checker/language/conditions'
import { plainOf } from '../../src/checker/language/latex'
import { Names } from '../../src/checker/language/names'
import { normalised } from '../../src/checker/language/normalise'
import { type Token, tokensOf } from '../../src/checker/language/tokens'
import { withWords } from '../../src/checker/language/words'
import { VOCABULARY } from './vocabulary'

const tokens = (text: string) => withWords(tokensOf(plainOf(normalised(text))), new Names(VOCABULARY, ['q']))

const summary = (condition: Condition | undefined) =>
  condition && `${condition.letter} ${condition.direction}`

describe('a relation says where a letter goes', () => {
  test.each([
    ['z ≫ 0', 'z large'],
    ['0 ≪ z', 'z large'],
    ['1 ≪ z', 'z large'],
    ['z ≪ 1', 'z small'],
    ['1 ≫ z', 'z small'],
    ['z ≪ 0', 'z negative'],
    ['0 ≫ z', 'z negative'],
    ['z < 0', 'z negative'],
    ['z ≤ 0', 'z negative'],
    ['0 > z', 'z negative'],
    ['0 ≥ z', 'z negative'],
    ['z < 1', 'z bounded'],
    ['z ≤ 1', 'z bounded'],
    ['1 ≥ z', 'z bounded'],
    ['0 < z < 1', 'z bounded'],
    ['0 > 1 > z', 'z bounded'],
    ['|z| ≫ 1', 'z large'],
    ['|z| < 1', 'z bounded'],
    ['z = ∞', 'z large'],
    ['z = 5', 'z bounded'],
    ['z ≈ ∞', 'z large'],
    ['z ≈ 5', 'z bounded'],
    ['z ∈ [0,1]', 'z bounded'],
    ['z ∈ (0, 10)', 'z bounded'],
    ['z ∈ [-1.5, 20)', 'z bounded'],
    ['z ∈ [-10, -1.5]', 'z bounded'],
  ])('%s: %s', (text, expected) => expect(summary(conditionOf(tokens(text)))).toBe(expected))

  test.each([
    ['z → ∞', 'z large'],
    ['z → +∞', 'z large'],
    ['z → {+\\infty}', 'z large'],
    ['z → -∞', 'z negative'],
    ['z → -(∞)', 'z negative'],
    ['z → {-\\infty}', 'z negative'],
    ['z → 0', 'z small'],
    ['z → 0+', 'z small'],
    ['z → 0^+', 'z small'],
    ['z → 0^{+}', 'z small'],
    ['z → 10', 'z bounded'],
    ['z → 0.5', 'z bounded'],
    ['z → 2^0', 'z bounded'],
    ['z → ∞ t', 'z bounded'],
    ['z → 2 - ∞', 'z bounded'],
    ['z → 2∞', 'z bounded'],
  ])('a limit does: %s: %s', (text, expected) => expect(summary(conditionOf(tokens(text)))).toBe(expected))

  test.each([
    'z > 0',
    '0 < z',
    'z < ∞',
    'z ≤ ∞',
    '∞ > z',
    'z ∈ (0,∞)',
    'z ∈ ℝ',
    'z ∈ 2[0,1]',
    'z ∈ [0,1]k',
    'z ∝ 1',
    'z ≠ 0',
    '1 = z',
    '0 → z',
    '2z ≫ 1',
    't z ≫ 1',
    '2 < 3',
  ])('%s says nothing of it', (text) => expect(conditionOf(tokens(text))).toBeUndefined())

  test('and stands where it was written', () => {
    expect(conditionOf(tokens('  0 < |z| < 1'))).toMatchObject({ start: 2, end: 13 })
  })
})

describe('words beside a letter say where it goes', () => {
  test.each([
    ['z large', ['z large']],
    ['large z', ['z large']],
    ['z = large', ['z large']],
    ['z is very large', ['z large']],
    ['small z large', ['z small']],
    ['a small one but z is large', ['z large']],
    ['z small or large', ['z small']],
    ['large and small z', ['z small']],
    ['big z small w', ['z large', 'w small']],
    ['let z be large and w small', ['z large', 'w small']],
    ['z > large', []],
    ['z t large', []],
    ['2 large', []],
    ['z = 2 large', []],
    ['z', []],
    ['let z be', []],
  ])('%s: %j', (text, expected) => {
    expect(clausesOf(tokens(text)).flatMap((clause) => summary(conditionInWords(clause)) ?? [])).toEqual(
      expected,
    )
  })

  test('and it is the letter that is pointed at', () => {
    const [clause] = clausesOf(tokens('where z is large'))
    expect(conditionInWords(clause)).toMatchObject({ start: 6, end: 7 })
  })
})

describe('a text falls into clauses, with the words before and after each', () => {
  const joined = (all: readonly Token[]) => all.map(({ text }) => text).join(' ')

  test.each([
    ['Q k_a where z is large', ['- | Q k_a | where', 'where | z | is large']],
    ['Q k_a, where z is large', ['- | Q k_a | -', 'where | z | is large']],
    ['for z large and t small, w', ['for | z | large and', 'large and | t | small', '- | w | -']],
    ['a; b: c. d ⇒ e', ['- | a | -', '- | b | -', '- | c | -', '- | d | -', '- | e | -']],
    ['Q k_a +\nk_b', ['- | Q k_a + k_b | -']],
    ['Q k_a\nwhere z', ['- | Q k_a | -', 'where | z | -']],
    ['Q k_a\nq = k_b', ['- | Q k_a | -', '- | q = k_b | -']],
    ['where\nz', ['where | z | -']],
    ['Q k_a\n', ['- | Q k_a | -']],
    ['(k_a, k_b)', ['- | ( k_a , k_b ) | -']],
    ['[k_a, k_b], Q', ['- | [ k_a , k_b ] | -', '- | Q | -']],
    ['Q k_a (z large)', ['- | Q k_a | -', '- | z | large']],
    ['[k_a (z large) k_b]', ['- | [ k_a k_b ] | -', '- | z | large']],
    ['(k_a (z = 1) k_b)', ['- | ( k_a k_b ) | -', '- | z = 1 | -']],
    ['(k_a) ((z = 1), t)', ['- | ( k_a ) ( , t ) | -', '- | z = 1 | -']],
  ])('%j', (text, expected) => {
    const clauses = clausesOf(tokens(text)).map(({ before, tokens: own, after }) =>
      [before, own, after].map((part) => joined(part) || '-').join(' | '),
    )
    expect(clauses).toEqual(expected)
  })

  test('prose in signs is words, not punctuation', () => {
    expect(clausesOf(tokens('k_a \\text{: ( and} k_b'))).toHaveLength(2)
    expect(clausesOf(tokens('k_a \\text{, = ...} k_b'))).toHaveLength(2)
  })
})
