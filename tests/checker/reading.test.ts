import { describe, expect, test } from 'vitest'
import { print } from '../../src/checker/language/print'
import { type FieldReading, readFields } from '../../src/checker/language/read'
import { edited } from '../../src/checker/language/refused'
import { exerciseOf } from '../../src/checker/verdict/check'
import type { Field } from '../../src/constructions/exercises/exercise'
import { read, VOCABULARY } from './vocabulary'

const column = (name: string): Field => ({ name, tex: name, shape: 'column' })

function reading(text: string): FieldReading {
  const result = read(text, VOCABULARY)
  if ('refused' in result) throw new Error(result.refused.message)
  return result
}

/** The formula that was read and the stretches that were set aside. */
function parts(text: string): readonly [string, ...string[]] {
  const { expression, setAside } = reading(text)
  return [print(expression), ...setAside.map(({ start, end }) => text.slice(start, end))]
}

const refusal = (text: string) => {
  const result = read(text, VOCABULARY)
  if (!('refused' in result)) throw new Error(`${text} was read as ${print(result.expression)}`)
  return result.refused
}

const AVERAGE = 'Q (k_a + k_b)'

describe('what is beside a formula is set aside, and seen to be', () => {
  test.each([
    ['Q(k_a+k_b), Q \\gg 0', 'Q \\gg 0'],
    ['Q(k_a+k_b) (Q large)', 'Q large'],
    ['q = Q(k_a + k_b), where Q is a large number.', 'where Q is a large number'],
    ['\\text{Choose } q = Q(k_a+k_b) \\text{ with } Q \\text{ large}', 'Choose'],
    ['Q ≫ 1, q = Q(k_a+k_b)', 'Q ≫ 1'],
    ['We choose $q = Q(k_a + k_b)$ since the softmax saturates', 'We choose'],
    ['q = Q(k_a+k_b), then c ≈ ½(v_a+v_b)', ', then c ≈ ½(v_a+v_b)'],
    ['Q(k_a+k_b)，其中 Q 很大', '，其中 Q 很大'],
    ['Q(k_a+k_b)\n\nExplanation: the others score 0.', 'Explanation: the others score 0.'],
    ['Result: Q(k_a+k_b)', 'Result'],
    ['q = Q(k_a+k_b) for large Q (e.g. Q = 1000)', 'for large Q (e.g. Q = 1000)'],
    ['q = Q(k_a+k_b), for example Q = 100', 'for example Q = 100'],
    ['for example q = Q(k_a+k_b)', 'for example'],
    ['Q(k_a+k_b) (that is, Q(k_a+k_b))', 'that is, Q(k_a+k_b)'],
    ['Q(k_a+k_b), where k_a and k_b are orthonormal', ', where k_a and k_b are orthonormal'],
    ['Q(k_a+k_b) because k_a is orthogonal to k_b', 'because k_a is orthogonal to k_b'],
    ['not k_a but Q(k_a+k_b)', 'not k_a but'],
    ['Q(k_a+k_b) since the score of k_a is large', 'since the score of k_a is large'],
  ])('%s', (text, aside) => {
    const [formula, ...asides] = parts(text)
    expect(formula).toBe(AVERAGE)
    expect(asides.join(' … ')).toContain(aside.replace(/^[,，.] ?/, ''))
  })

  test('nothing is set aside of a formula alone, or of its name', () => {
    for (const text of [
      'Q(k_a+k_b)',
      'q = Q(k_a + k_b)',
      '$\\hat q := Q(k_a+k_b)$',
      'q^\\top = Q(k_a+k_b)^\\top',
    ])
      expect(reading(text).setAside).toEqual([])
  })

  test.each([
    ['βk_a', 'beta k_a'],
    ['k_aβ', 'k_a beta'],
    ['2βk_a/γ', '2 beta k_a / gamma'],
    ['βγ(k_a + k_b)', 'beta gamma (k_a + k_b)'],
    ['𝛽𝑘_a', 'beta k_a'],
    ['βkₐ + βk_b', 'beta k_a + beta k_b'],
  ])('a Greek letter is a name of its own: %s', (text, typed) => {
    expect(print(reading(text).expression)).toBe(print(reading(typed).expression))
  })

  test.each(['= Q(k_a+k_b)', '≈ Q(k_a+k_b)', '\\approx Q(k_a+k_b)', '\\boxed{q = Q(k_a+k_b)}'])(
    'nothing is set aside of %s',
    (text) => expect(parts(text)).toEqual([AVERAGE]),
  )

  test.each([
    'a large number times (k_a + k_b)',
    'q = some large constant * (k_a + k_b)',
    '(large scalar)(k_a + k_b)',
    '\\text{large number} \\times (k_a + k_b)',
    '(k_a + k_b) * big value',
  ])('words for a number as large as wanted are one: %s', (text) => {
    const either = ['∞ (k_a + k_b)', '(k_a + k_b) ∞'].map((one) => print(reading(one).expression))
    expect(either).toContain(print(reading(text).expression))
  })

  test('words within a formula are not lost', () => {
    for (const text of [
      'Q(k_a + some k_b)',
      'Q(k_a + k_b) + some k_rest',
      'lamda(k_a + k_b)',
      'so lamda (k_a + k_b)',
    ])
      expect(refusal(text).message).toMatch(/word|no “lamda”|missing at the end|several formulas/)
  })

  test('names beside a formula may be another one', () => {
    for (const text of ['Q(k_a+k_b) or k_a', 'Q(k_a+k_b) and k_a', 'k_a and k_b', 'the sum of k_a and k_b'])
      expect(refusal(text).message).toMatch(/several formulas/)
  })

  test('a large number is that of a letter, of no vector', () => {
    for (const text of ['Q k_a for large Q', 'Q k_a with Q large'])
      expect(print(reading(text).expression)).toBe('Q k_a')
    for (const text of ['k_a for large Q', 'k_a, Q large', 'k_a with very large norm', 'k_a times a big Q'])
      expect(refusal(text).message).toMatch(/^Write a letter, such as Q, for what “(?:large|times)” says/)
  })

  test('words that say how large a name of the question is are no part of the formula', () => {
    const ofTokens = exerciseOf('e1')
    for (const text of ['u_a (since β is large)', 'u_a for large beta', 'c_2 = u_a, as β is large']) {
      const { byField } = readFields(ofTokens.fields, ofTokens.vocabulary, { c2: text })
      expect(byField['c2'], text).toHaveProperty('expression')
    }
  })

  test('nor are words that say how much is meant', () => {
    const { message, suggestion } = refusal('a large multiple of k_a + k_b')
    expect(message).toBe('Write a letter, such as Q, for what “large” says.')
    expect(edited('a large multiple of k_a + k_b', suggestion!)).toBe('a large multiple of Q*(k_a + k_b)')
  })
})

describe('letters that the question does not use are numbers', () => {
  test.each([
    ['β', 'β'],
    ['A', 'A'],
    ['c', 'c'],
    ['x', 'x'],
    ['N', 'N'],
    ['C_1', 'C_1'],
    ['\\lambda_1', 'λ_1'],
    ['\\hat t', 't_hat'],
    ['\\Lambda', 'Λ'],
    ['t_{\\max}', 't_max'],
    ['\\varepsilon', 'ε'],
  ])('%s', (letter, name) => {
    const vocabulary = { ...VOCABULARY, terms: VOCABULARY.terms.filter((term) => term.name !== 'beta') }
    const result = read(`${letter} (k_a + k_b)`, vocabulary)
    expect('refused' in result ? result.refused.message : print(result.expression)).toBe(
      `${name} (k_a + k_b)`,
    )
  })

  test('a vector keeps its name under a hat, a number becomes another', () => {
    expect(print(reading('\\hat t \\hat k_a + t k_b').expression)).toBe('t_hat k_a + t k_b')
  })

  test('no letter is free where the question fixes everything', () => {
    const result = read('z k_a', { ...VOCABULARY, closed: 'Nothing is free here.' })
    expect('refused' in result && result.refused.message).toBe('Nothing is free here.')
  })
})

describe('where a letter goes', () => {
  const directions = (text: string) =>
    Object.fromEntries(
      [...readFields([column('q')], VOCABULARY, { q: text }).directions].filter(
        ([name]) => name !== 'infinity',
      ),
    )

  test.each([
    ['z k_a, z \\gg 0', { z: 'large' }],
    ['z k_a, 0 << z', { z: 'large' }],
    ['z k_a, z → +∞', { z: 'large' }],
    ['\\lim_{z\\to\\infty} z k_a', { z: 'large' }],
    ['z k_a where z is very large', { z: 'large' }],
    ['k_a/z, z → 0', { z: 'small' }],
    ['k_a/z, z \\ll 1', { z: 'small' }],
    ['k_a/z for small z', { z: 'small' }],
    ['y k_a/z with y large and z small', { y: 'large', z: 'small' }],
    ['z k_a, z → -∞', { z: 'negative' }],
    ['z k_a, z < 0', { z: 'negative' }],
    ['z k_a, 0 < z < 1', { z: 'bounded' }],
    ['z k_a, z ∈ [0, 1]', { z: 'bounded' }],
    ['z k_a, z → 0, z → ∞', { z: 'bounded' }],
    ['z k_a, z > 0', {}],
    ['z k_a, z ∈ \\mathbb{R}^+', {}],
    ['z k_a', {}],
  ])('%s', (text, expected) => expect(directions(text)).toEqual(expected))

  test('within bounds it is as good as a number, and that is said', () => {
    expect(refusal('z k_a, 0 < z < 1').message).toMatch(/z stays within bounds/)
    expect(parts('Q k_a, 0 < z < 1')[0]).toBe('Q k_a')
  })
})

describe('names that a text defines', () => {
  test.each([
    ['q = Q m, m = k_a + k_b', AVERAGE],
    ['Let $s = k_a + k_b$. Then $q = Q s$.', AVERAGE],
    ['Q r, where r = 2 s and s = k_a', 'Q (2 k_a)'],
    ['Q(k_a + k_b), Q = 1000', '1000 (k_a + k_b)'],
  ])('%s', (text, printed) => expect(print(reading(text).expression)).toBe(printed))

  test('lead neither in a circle nor to more than is read', () => {
    expect(refusal('q = Q a, a = b, b = a').message).toMatch(/is defined by itself/)
    const doubling = Array.from({ length: 12 }, (_, i) => `s_${i + 1} = s_${i} + s_${i}`).join(', ')
    expect(refusal(`q = s_12, s_0 = k_a, ${doubling}`)).toMatchObject({ code: 'E_SIZE' })
    expect(refusal('e = k_a, q = e').message).toBe('e has a meaning already.')
  })
})

describe('several blanks', () => {
  const fields = [column('q1'), column('q2')]
  const both = (q1: string, q2: string) =>
    Object.fromEntries(
      Object.entries(readFields(fields, VOCABULARY, { q1, q2 }).byField).map(([name, result]) => [
        name,
        'refused' in result ? result.refused.message : [print(result.expression), result.from],
      ]),
    )

  test('are filled from one text', () => {
    expect(both('q_1 = Q k_a, q_2 = Q k_b', '')).toEqual({ q1: ['Q k_a', undefined], q2: ['Q k_b', 'q1'] })
    expect(both('', 'q_1 = q_2 = Q k_a')).toEqual({ q1: ['Q k_a', 'q2'], q2: ['Q k_a', undefined] })
  })

  test('share letters and names', () => {
    expect(both('Q m, m = k_a', 'Q m')).toEqual({ q1: ['Q k_a', undefined], q2: ['Q k_a', undefined] })
  })

  test('say which one is missing', () => {
    expect(both('q_1 = Q k_a', '')).toEqual({ q1: ['Q k_a', undefined] })
    expect(both('q_2 = Q k_b', '')).toMatchObject({ q1: expect.stringMatching(/No formula/) })
  })
})

describe('what is offered instead', () => {
  test('a letter for ∞', () => {
    const text = '\\infty (k_a + k_b) - ∞ k_rest'
    const [note] = reading(text).notes
    expect(note.message).toMatch(/^∞ is no number/)
    expect(edited(text, note.suggestion!).replace(/\s+/g, ' ')).toBe('Q (k_a + k_b) - Q k_rest')
  })

  test('one that the answer does not use yet', () => {
    expect(reading('Q k_a + ∞ k_b').notes[0].suggestion?.label).toBe('Write t')
  })

  test('a scale for what is only proportional', () => {
    const text = 'q ∝ k_a + k_b'
    expect(edited(text, refusal(text).suggestion!)).toBe('q = Q*(k_a + k_b)')
  })

  test('a name for one that is nearly it, or of another question', () => {
    expect(edited('lamda k_a', refusal('lamda k_a').suggestion!)).toBe('lambda k_a')
    const { suggestion } = refusal('Q x_a')
    expect(suggestion && edited('Q x_a', suggestion)).toBe('Q k_a')
  })
})
