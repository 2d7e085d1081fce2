import { describe, expect, test } from 'vitest'
import { check } from '../../src/checker/verdict/check'
import { exercises } from '../../src/constructions/exercise-registry'
import type { Part, Texts } from '../../src/constructions/exercises/exercise'
import given from '../reference/answers.json'
import more from '../reference/more-answers.json'

interface Labelled {
  readonly part: string
  readonly answer: Texts
  readonly accept: boolean
  readonly note?: string
}

/** Measured answers; and more, labelled to 80 digits by scripts/reference-answers.py. */
const labelled = [...given, ...more] as unknown as readonly Labelled[]

/** The label and the verdict where they differ. */
function difference({ part, answer, accept, note }: Labelled) {
  const verdict = check(part as Part, answer)
  const isSame = verdict.accept === accept && (note === undefined || verdict.diagnosis?.id === note)
  return isSame ? [] : [{ part, answer, accept, note, got: [verdict.accept, verdict.diagnosis?.id] }]
}

describe.each(exercises.map(({ part }) => part))('part %s', (part) => {
  const ofPart = labelled.filter((entry) => entry.part === part)

  test('has right and wrong answers', () => {
    expect(ofPart.filter(({ accept }) => accept).length).toBeGreaterThan(5)
    expect(ofPart.filter(({ accept }) => !accept).length).toBeGreaterThan(9)
  })

  test('every verdict and diagnosis is as labelled', () => {
    expect(ofPart.flatMap(difference)).toEqual([])
  })
})

test('labelled answers are many, and each is there once', () => {
  expect(more.length).toBeGreaterThanOrEqual(150)
  const texts = more.map(({ part, answer }) => JSON.stringify([part, answer]))
  expect(new Set(texts).size).toBe(texts.length)
})

describe('an answer of 1(b)', () => {
  const accepted = (q: string) => check('b', { q }).accept

  test.each([
    ['a difference that tends to 0 is none', 'Q*(k_a + k_b) + k_a/Q', true],
    ['so is one that tends to 0 slowly', 'Q*(k_a + k_b) + k_a/log(Q)', true],
    ['one that stays is one, however small', 'Q*(k_a + k_b) + 0.000000001*k_a', false],
    ['so is one of a billionth of the scores', 'Q*(k_a + 1.000000001*k_b)', false],
    ['one unit is one', 'Q*k_a + (Q+1)*k_b', false],
    ['rounding is no difference', '(Q/3)*k_a + (Q/7)*k_b + Q*(2/3)*k_a + Q*(6/7)*k_b', true],
    ['nor is it after terms that cancel', '1000000*Q*k_a - 1000000*Q*k_a + Q*(k_a + k_b)', true],
    ['a slowly growing lead is enough', 'log(Q)*(k_a + k_b)', true],
    ['a lead that stays is not, however large', '5000*(k_a + k_b)', false],
    ['a lead that grows towards a bound is not', '(700 - 1/Q)*(k_a + k_b)', false],
    ['a scale that leaves float64 is judged before it does', 'exp(Q)*(k_a + k_b)', true],
    ['where nothing can be worked out, nothing is decided', 'exp(exp(Q))*(k_a + k_b)', null],
    ['nor where a number of keys makes it undefined', 'Q*(k_a + k_b)/(n - 2)', null],
  ])('%s: %s', (_, q, accept) => {
    expect(accepted(q)).toBe(accept)
  })
})

test('a thousand repeats give one verdict', () => {
  const verdict = () => JSON.stringify(check('e1', { c2: 'u_b' }))
  expect(new Set(Array.from({ length: 1000 }, verdict)).size).toBe(1)
})

describe('what cannot be read', () => {
  test('costs no verdict', () => {
    for (const texts of [{}, { q: '' }, { q: 'k_a k_b' }, { q: 'Q*(k_a' }, { q: 'u_z' }, { q: 'Q' }]) {
      const { accept, unread, properties } = check('b', texts)
      expect(accept).toBe(null)
      expect(unread.map(({ field }) => field)).toEqual(['q'])
      expect(properties.every(({ standing }) => standing !== 'holds')).toBe(true)
    }
  })

  test('fails by its shape or its symbols, and says which line is empty', () => {
    const standings = (part: Part, texts: Texts) =>
      check(part, texts).properties.map(({ standing }) => standing)
    expect(standings('b', { q: 'Q k_a k_b' })).toEqual(['fails', 'undecided'])
    expect(standings('b', { q: 'Q*(k_a + k_z)' })).toEqual(['undecided', 'fails'])
    expect(standings('b', { q: '' })).toEqual(['undecided', 'undecided'])
    expect(check('d', { q1: 'Q*mu_a', q2: ' ' }).unread).toMatchObject([
      { field: 'q2', refused: { code: 'E_EMPTY' } },
    ])
  })

  test.each([
    ['e', { K: 'I', Q: "Q beta^-2 u_d u_a'", V: 'I' }, /^Q is the matrix itself here; for a scalar write t/],
    [
      'e',
      { K: 'I', Q: 'I', V: '[1, 2, 3; 4, 5, 6]' },
      /^V is a matrix of d × d, .*; this is a matrix of 2 × 3/,
    ],
    ['c', { q: 'Q(mu_a + mu_b)/alpha' }, /^α is the variance of the keys here, .* write another letter/],
  ] as [Part, Texts, RegExp][])('of %s: %o is said in terms of the question', (part, texts, words) => {
    const { accept, unread } = check(part, texts)
    expect(accept).toBe(null)
    expect(unread[0].refused.message).toMatch(words)
  })

  test('for a reason that the question knows is wrong for that reason', () => {
    expect(check('c', { q: 'Q*(k_a + k_b)' })).toMatchObject({
      accept: false,
      diagnosis: { id: 'sampled-key' },
    })
    expect(check('c', { q: 'Q*(v_a + v_b)' })).toMatchObject({
      accept: false,
      diagnosis: { id: 'value-in-query' },
    })
  })
})

test('properties say which one fails', () => {
  const standings = (q: string) =>
    Object.fromEntries(check('b', { q }).properties.map(({ id, standing }) => [id, standing]))
  expect(standings('Q*k_a')).toEqual({
    shape: 'holds',
    symbols: 'holds',
    alike: 'fails',
    vanish: 'holds',
    output: 'fails',
  })
  expect(standings('k_a + k_b')).toMatchObject({ alike: 'holds', vanish: 'fails', output: 'fails' })
  expect(Object.values(standings('Q*(k_a + k_b)')).every((standing) => standing === 'holds')).toBe(true)
})

test('what holds never stands beside a number that seems to deny it: its decay is shown, and why it is slow', () => {
  const measuredOf = (part: Part, texts: Texts) =>
    check(part, texts).properties.find(({ id }) => id === 'vanish')?.measured ?? ''
  const slow = measuredOf('a', { q: 'Q*k_j' })
  expect(slow).toMatch(
    /nearly equal to \$k_j\$, with .* up to \$0\.99999\d+\$, so it falls slowly, but without/,
  )
  expect(slow).not.toContain('at most')
  const decay = /at worst (0\.\d+), (0\.\d+), (0\.\d+) at/.exec(slow)?.slice(1).map(Number) ?? []
  expect(decay).toHaveLength(3)
  expect(decay).toEqual(decay.toSorted((x, y) => y - x))
  expect(measuredOf('b', { q: 'Q*(k_a + k_b)' })).toContain('at most 1.82e−3558 at the largest scale')
  // Slow because the scale hardly grows, on keys as far apart as can be.
  expect(measuredOf('b', { q: 'ln(Q)/4*(k_a + k_b)' })).toMatch(/^[^:]*: it falls slowly, but without bound/)
})
