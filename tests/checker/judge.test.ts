import { describe, expect, test } from 'vitest'
import { expressionsOf, readingsOf } from '../../src/checker/verdict/answer'
import { check, exerciseOf } from '../../src/checker/verdict/check'
import { isRightIfSmall, judge } from '../../src/checker/verdict/judge'
import type { Exercise, Texts } from '../../src/constructions/exercises/exercise'
import { createRandom } from '../../src/core/random/random'

const b = exerciseOf('b')

/** The same question on a few small instances. */
const few: Exercise = { ...b, sizes: b.sizes.filter(({ n, d }) => n < 6 && d < 8).slice(0, 16) }

function read(exercise: Exercise, texts: Texts) {
  const readings = readingsOf(exercise, texts)
  const reading = expressionsOf(exercise, readings)
  if ('unread' in reading) throw new Error(JSON.stringify(reading.unread))
  return [exercise, reading.expressions, readings.directions] as const
}

/** Where the letters of an answer went, and what came of it. */
function judged(q: string) {
  const { choice, output } = judge(...read(few, { q }))
  return { ...Object.fromEntries(choice), output }
}

describe('a letter is judged as large as wanted, and where that fails as small', () => {
  test.each([
    ['z(k_a + k_b)', { z: 'large', output: 'holds' }],
    ['(k_a + k_b)/z', { z: 'small', output: 'holds' }],
    ['y(k_a + k_b)/z', { y: 'large', z: 'small', output: 'holds' }],
    ['(k_a + k_b)/(y z)', { y: 'small', z: 'small', output: 'holds' }],
    // Right with both large only where y is the larger of the two.
    ['(y - z)(k_a + k_b)', { y: 'large', z: 'small', output: 'holds' }],
    ['Q(k_a + k_b)/z', { Q: 'large', z: 'small', output: 'holds' }],
  ])('%s', (q, expected) => expect(judged(q)).toEqual(expected))

  test.each([
    ['(k_a + k_b)/z, z → ∞', { z: 'large', output: 'fails' }],
    ['z(k_a + k_b), z → 0', { z: 'small', output: 'fails' }],
    ['-z(k_a + k_b), z → -∞', { z: 'negative', output: 'holds' }],
    ['z(k_a + k_b)/y, y → ∞', { z: 'large', y: 'large', output: 'fails' }],
  ])('unless the text says which: %s', (q, expected) => expect(judged(q)).toEqual(expected))

  test('unless the page itself calls it large', () => {
    expect(judged('(k_a + k_b)/Q')).toEqual({ Q: 'large', output: 'fails' })
  })

  test.each([
    ['k_a/z', { z: 'small', output: 'fails' }],
    ['z k_a', { z: 'large', output: 'fails' }],
    ['-(k_a + k_b)/z', { z: 'small', output: 'fails' }],
    ['-z(k_a + k_b)', { z: 'large', output: 'fails' }],
    ['y k_a/z', { y: 'large', z: 'small', output: 'fails' }],
  ])('of %s, which is wrong either way, the way that makes it longer is shown', (q, expected) => {
    expect(judged(q)).toEqual(expected)
  })

  test.each(['exp(exp(z)) (k_a + k_b)', 'exp(exp(z)) k_a'])(
    'what cannot be decided stays so where no other way makes it right: %s',
    (q) => expect(judged(q)).toEqual({ z: 'large', output: 'undecided' }),
  )
})

test('an answer that would be right with a small letter where the page has a large one is known', () => {
  const isSoIn = (q: string) => isRightIfSmall(...read(few, { q }))
  expect(isSoIn('(k_a + k_b)/Q')).toBe(true)
  expect(isSoIn('t(k_a + k_b)/Q')).toBe(true)
  expect(isSoIn('Q(k_a + k_b)')).toBe(false)
  expect(isSoIn('k_a/Q')).toBe(false)
  expect(isSoIn('(k_a + k_b)/Q, Q → ∞')).toBe(false)
  expect(isSoIn('k_a + k_b')).toBe(false)
})

describe('instances are tried', () => {
  const two = { n: 2, d: 2, kind: 'axes' } as const
  const three = { n: 3, d: 3, kind: 'axes' } as const
  const sizes = (before: number, after: number) => ({
    ...b,
    sizes: [...Array.from({ length: before }, () => two), ...Array.from({ length: after }, () => three)],
  })
  /** Right with two keys, wrong with three. */
  const tried = (exercise: Exercise) => judge(...read(exercise, { q: 'k_a + k_b' }))

  test('all of them where none fails', () => {
    const { trials, output, ways } = judge(...read(b, { q: 'Q(k_a + k_b)' }))
    expect([trials.length, output, ways.length]).toEqual([200, 'holds', 1])
    expect(tried(sizes(30, 0))).toMatchObject({ output: 'holds', trials: { length: 30 } })
  })

  test('up to the first that fails, but 24 at least if there are so many', () => {
    expect(tried(sizes(40, 40))).toMatchObject({ output: 'fails', trials: { length: 41 } })
    expect(tried(sizes(3, 40))).toMatchObject({ output: 'fails', trials: { length: 24 } })
    expect(tried(sizes(3, 9))).toMatchObject({ output: 'fails', trials: { length: 12 } })
    // The one that fails may be the last of all.
    expect(tried(sizes(30, 1))).toMatchObject({ output: 'fails', trials: { length: 31 } })
  })

  test('each in every order of size that the letters may have', () => {
    const { ways, trials } = judge(...read(b, { q: 'y k_a + z k_b' }))
    expect(ways).toHaveLength(2)
    expect(trials[0].standings).toMatchObject({ alike: 'fails' })
    const larger = ways.map(({ at }) => {
      const { values } = at(b.draw(createRandom(1), two), 8)!
      const [x, y] = values['q'] as readonly number[]
      return Math.sign(x - y)
    })
    expect(larger.toSorted((one, other) => one - other)).toEqual([-1, 1])
  })

  test('a small letter must make it right on all of them', () => {
    // (4.5 − n)/z changes its sign from four keys to five.
    expect(judged('(4.5 - n)(k_a + k_b)/z')).toMatchObject({ output: 'fails' })
    expect(isRightIfSmall(...read(few, { q: '(4.5 - n)(k_a + k_b)/Q' }))).toBe(false)
  })
})

describe('an answer in several ways', () => {
  const refusal = (part: 'b' | 'e1', texts: Texts) => {
    const [text] = Object.values(texts)
    return check(part, texts).unread.map(({ refused }) => ({
      code: refused.code,
      message: refused.message,
      at: text.slice(refused.start, refused.end),
    }))
  }
  const DIFFER =
    'The two sides of this equation differ. Which of them is the answer? Leave the other one out.'

  test.each([
    'q = Q(k_a + k_b) = Q k_a + Q k_b',
    'q = (Q/3 + Q/7)(k_a + k_b) = Q/3 k_a + Q/7 k_a + (10/21) Q k_b',
    'q = z(k_a + k_b) = z k_b + z k_a',
    // Where one side leaves the numbers of a computer, nothing speaks against it.
    'q = Q(k_a + k_b) = exp(exp(Q))(k_a + k_b)',
  ])('is one: %s', (q) => expect(refusal('b', { q })).toEqual([]))

  test.each([
    ['q = Q(k_a + k_b) = Q k_a', 'Q k_a'],
    ['q = Q(k_a + k_b) = Q k_a + Q k_b = Q k_b', 'Q k_b'],
    ['q = z(k_a + k_b) = y(k_a + k_b)', 'y(k_a + k_b)'],
    ['q = Q(k_a + k_b) = Q(k_a + k_b) + 0.000001 k_a', 'Q(k_a + k_b) + 0.000001 k_a'],
    // The same with two keys, or at the smallest scale.
    ['q = Q(k_a + k_b) = Q(k_a + k_b) + (n - 2) k_a', 'Q(k_a + k_b) + (n - 2) k_a'],
    ['q = Q(k_a + k_b) = 8(k_a + k_b)', '8(k_a + k_b)'],
    ['q = Q(k_a + k_b) = Q', 'Q'],
  ])('is none where they differ: %s', (q, at) => {
    expect(refusal('b', { q })).toEqual([{ code: 'E_NODE', message: DIFFER, at }])
  })

  test('may say again what the question says, and nothing else of it', () => {
    expect(refusal('e1', { c2: 'c_2 = u_a, beta = norm(u_a)' })).toEqual([])
    expect(refusal('b', { q: 'Q(k_a + k_b), n = n' })).toEqual([])
    for (const said of ['5', '2', '3', 'k_a', 'n + 1'])
      expect(refusal('b', { q: `Q(k_a + k_b), n = ${said}` })).toEqual([
        {
          code: 'E_NODE',
          message: 'n is given by the question, which says something else of it.',
          at: said,
        },
      ])
    expect(refusal('b', { q: 'Q(k_a + k_b), k_a = k_b' })).toMatchObject([{ at: 'k_b' }])
  })
})
