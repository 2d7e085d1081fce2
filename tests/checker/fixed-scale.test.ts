import { describe, expect, test } from 'vitest'
import { expressionsOf, readingsOf } from '../../src/checker/verdict/answer'
import { check, exerciseOf } from '../../src/checker/verdict/check'
import { fixedScale, isFixed, shortened } from '../../src/checker/verdict/fixed-scale'
import { plainInstance } from '../../src/checker/verdict/trial'
import { type Way, wayOf } from '../../src/checker/verdict/way'
import type { Exercise, Part, Texts } from '../../src/constructions/exercises/exercise'
import { norm } from '../../src/core/linear/linalg'

function wayTo(exercise: Exercise, texts: Texts): Way {
  const reading = expressionsOf(exercise, readingsOf(exercise, texts))
  if ('unread' in reading) throw new Error(JSON.stringify(reading.unread))
  return wayOf(reading.expressions, () => ({}))
}

const b = exerciseOf('b')
/** The same question, of which nothing is known of the scale that is not enough. */
const { gap: _, ...gapless } = b

describe('a number is taken for a scale', () => {
  test.each([
    ['b', { q: '2*(k_a + k_b)' }, true],
    ['b', { q: '1.9*(k_a + k_b)' }, false],
    ['b', { q: '(k_a + k_b)/0.01' }, true],
    ['b', { q: 'k_a + k_b' }, false],
    // One of two queries is enough.
    ['d', { q1: '3*mu_a', q2: 'mu_b' }, true],
    ['d', { q1: 'mu_a', q2: '3*mu_b' }, true],
    ['d', { q1: 'mu_a', q2: 'mu_b' }, false],
  ] as [Part, Texts, boolean][])('of %s: %o is %s', (part, texts, is) => {
    expect(isFixed(wayTo(exerciseOf(part), texts))).toBe(is)
    expect(check(part, texts).diagnosis?.id).toBe(is ? 'scale-fixed' : 'scale-missing')
  })
})

describe('of a number that is not enough, a case says so', () => {
  test.each([
    // 2 + 2eˡ for the lead l: 16.8, 298.8, and 7.4 for the shorter of two queries.
    ['b', { q: '2*(k_a + k_b)' }, 17, { n: 17, scale: 2 }],
    ['c', { q: '5*(mu_a + mu_b)' }, 299, { n: 299, scale: 5 }],
    ['d', { q1: '3*mu_a', q2: 'mu_b' }, 8, { n: 8, scale: 1 }],
  ] as [Part, Texts, number, object][])('in the room of %s: %o', (part, texts, n, params) => {
    const { diagnosis, counterexample } = check(part, texts)
    expect(diagnosis?.prose).toMatch(/^A number stands where the scale should/)
    expect(diagnosis?.prose).toContain(
      ` With $n = ${n}$ keys, half of the weight lies on those that are not wanted.`,
    )
    expect(counterexample).toMatchObject({ showing: { params, isExact: true }, isForRoom: true })
  })

  test('with as many keys as rooms have, where more are needed', () => {
    const { diagnosis, counterexample } = check('b', { q: '30*(k_a + k_b)' })
    expect(diagnosis?.prose).toContain('Each other key keeps $e^{-30}$ of the weight')
    expect(counterexample?.showing.params).toMatchObject({ n: 1_000_000, scale: 30 })
  })

  test('of one key, with another drawn as near to it as it takes', () => {
    const { diagnosis, counterexample } = check('a', { q: '50*k_j' })
    expect(diagnosis?.prose).toContain('keeps more than a third of the weight')
    expect(counterexample).toMatchObject({
      size: { n: 3, d: 2, kind: 'nearly-dependent' },
      seed: plainInstance(exerciseOf('a')).seed,
      values: [
        [1, 0],
        [0, 1],
        [-1, -1],
      ],
    })
    const [, near] = counterexample!.heads[0].weights
    expect(near).toBeGreaterThan(1 / 3)
  })

  const way = wayTo(b, { q: '2*(k_a + k_b)' })
  const found = plainInstance(b)
  const fixed = b.diagnoses.find(({ id }) => id === 'scale-fixed')

  test('but not where the question knows none, or the answer has left float64', () => {
    expect(fixedScale(gapless, way, found, undefined)).toEqual({
      diagnosis: fixed,
      counterexample: undefined,
    })
    const nowhere = { ...way, at: () => undefined }
    expect(fixedScale(b, nowhere, found, undefined)).toEqual({ diagnosis: fixed, counterexample: undefined })
  })

  test('nor is a case made up where there was none', () => {
    const { diagnosis, counterexample } = fixedScale(b, way, found, undefined)
    expect(diagnosis?.prose).toBe(
      `${fixed?.prose} With $n = 17$ keys, half of the weight lies on those that are not wanted.`,
    )
    expect(counterexample).toBeUndefined()
  })

  test('nor a diagnosis that the question does not have', () => {
    const { counterexample } = check('b', { q: '2*(k_a + k_b)' })
    expect(fixedScale({ ...b, diagnoses: [] }, way, found, counterexample)).toEqual({
      diagnosis: undefined,
      counterexample,
    })
  })
})

describe('a query is judged without a number that is too large to be scaled further', () => {
  const lengths = (exercise: Exercise, texts: Texts) => {
    const answered = shortened(exercise, wayTo(exercise, texts))(plainInstance(exercise).instance, 8)!
    const of = (record: object) => Object.values(record).map((value) => norm(value as number[]))
    return [...of(answered.values), ...of(answered.magnitudes)]
  }

  test.each([
    ['1000001*(k_a + k_b)', 1],
    ['1000000*(k_a + k_b)', 1e6],
    ['7*(k_a + k_b)', 7],
    ['0.5*(k_a + k_b)', 0.5],
    ['5e6*(k_a + k_b)/1000', 1e-3],
  ])('%s', (q, factor) => {
    for (const length of lengths(b, { q })) expect(length / Math.SQRT2).toBeCloseTo(factor, 9)
  })

  test('and both of two queries without the larger one', () => {
    const texts = { q1: '1e8*mu_a', q2: '4*mu_b' }
    const [first, second] = lengths(exerciseOf('d'), texts)
    expect(first).toBeCloseTo(1, 12)
    expect(second).toBeCloseTo(4e-8, 18)
  })

  test('unless its length is what is asked for', () => {
    for (const length of lengths(gapless, { q: '1e9*(k_a + k_b)' }))
      expect(length / Math.SQRT2).toBeCloseTo(1e9, 3)
  })

  test('and is nothing where it has left float64', () => {
    const way = { ...wayTo(b, { q: '1e9*(k_a + k_b)' }), at: () => undefined }
    expect(shortened(b, way)(plainInstance(b).instance, 8)).toBeUndefined()
  })
})
