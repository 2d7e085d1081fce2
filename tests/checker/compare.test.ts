import { describe, expect, test } from 'vitest'
import { exerciseOf } from '../../src/checker/verdict/check'
import { comparedSolutions } from '../../src/checker/verdict/compare'
import { errorsOf, solutionWay } from '../../src/checker/verdict/counterexample'
import { plainInstance } from '../../src/checker/verdict/trial'
import { exercises } from '../../src/constructions/exercise-registry'

const compared = (part: string) => comparedSolutions(exerciseOf(part))

describe.each(exercises.map((exercise) => [exercise.part, exercise] as const))(
  'the right answers of %s',
  (part, exercise) => {
    test('are all there, the one of the notes first, with what was read of each field', () => {
      const { answers } = compared(part)
      expect(answers.map(({ label, answer, isFromNotes }) => ({ label, answer, isFromNotes }))).toEqual(
        exercise.solutions,
      )
      for (const { echoes, answer } of answers) expect(Object.keys(echoes)).toEqual(Object.keys(answer))
    })

    test('have the errors that they have on the plain instance at the smallest scale', () => {
      const { scale, answers } = compared(part)
      expect(scale).toBe(exercise.scale.schedule[0])
      const { instance } = plainInstance(exercise)
      for (const { answer, logError } of answers)
        expect(logError).toBe(errorsOf(exercise, solutionWay(exercise, answer).at, instance).logErrors[0])
    })
  },
)

test.each([
  // Orthonormal keys, Q = 8: |Q(k_a + k_b)| = 8√2, and the two keys lead by Q.
  ['b', [128, 64, 192], [8, 8, 16]],
  ['c', [128, 64, 192], [8, 8, 16]],
  // Both queries together; what is asked of their mean is asked of neither.
  ['d', [128, 640, 256], [undefined, undefined, undefined]],
  // V, Q and K together, entry by entry, of orthonormal columns.
  ['e', [8, 8, 10, 11], [undefined, undefined, undefined, undefined]],
] as const)('of %s, lengths and leads are those worked out by hand', (part, squares, margins) => {
  const { answers } = compared(part)
  expect(answers).toHaveLength(squares.length)
  answers.forEach(({ norm, margin }, i) => {
    expect(norm ** 2).toBeCloseTo(squares[i], 9)
    if (margins[i] === undefined) expect(margin).toBeUndefined()
    else expect(margin).toBeCloseTo(margins[i], 12)
  })
})

test('the lead is over the best of the other keys, not over the worst', () => {
  const { instance } = plainInstance(exerciseOf('a'))
  const [first, longer] = compared('a').answers
  const outcome = instance.outcome(8, solutionWay(exerciseOf('a'), first.answer).at(instance, 8)!)!
  const [{ scores, wanted }] = outcome.heads
  const at = wanted!.indexOf(1)
  const others = scores.filter((_, i) => i !== at)
  expect(others.length).toBeGreaterThan(1)
  expect(new Set(others).size).toBe(others.length)
  expect(first.margin).toBe(scores[at] - Math.max(...others))
  // Q² in place of Q: 8 times as long, 8 times the lead.
  expect(longer.margin! / first.margin!).toBeCloseTo(8, 12)
  expect(longer.norm / first.norm).toBeCloseTo(8, 12)
})

test('an output is as long as its token, β, and that token leads by β²', () => {
  const [own] = compared('e1').answers
  expect(own.norm).toBeCloseTo(3, 12)
  expect(own.margin).toBeCloseTo(9, 12)
})

test('matrices have ranks, of scores and of values; queries and outputs have none', () => {
  expect(compared('e').answers.map(({ ranks }) => ranks)).toEqual([
    { scores: 3, values: 2 },
    { scores: 2, values: 2 },
    { scores: 1, values: 2 },
    { scores: 4, values: 2 },
  ])
  for (const part of ['a', 'b', 'c', 'd', 'e1'])
    expect(compared(part).answers.every(({ ranks }) => ranks === undefined)).toBe(true)
})

test('a solution that cannot be worked out at that scale is left out, one that cannot be read is a mistake', () => {
  const exercise = exerciseOf('b')
  const [solution] = exercise.solutions
  const late = { label: 'late', isFromNotes: false, answer: { q: 'log(Q - 20) (k_a + k_b)' } }
  const { answers } = comparedSolutions({ ...exercise, solutions: [late, solution] })
  expect(answers.map(({ label }) => label)).toEqual([solution.label])
  const unread = { ...late, answer: { q: 'Q (k_a' } }
  expect(() => comparedSolutions({ ...exercise, solutions: [unread] })).toThrow(
    new RangeError('solutionWay: expected a readable solution of b'),
  )
})
