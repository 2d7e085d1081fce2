import { describe, expect, test } from 'vitest'
import { exerciseOf } from '../../src/checker/verdict/check'
import { errorsOf, solutionWay } from '../../src/checker/verdict/counterexample'
import { goalOf } from '../../src/checker/verdict/goal'
import { plainInstance } from '../../src/checker/verdict/trial'
import { exercises } from '../../src/constructions/exercise-registry'

describe.each(exercises.map(({ part }) => part))('the goal of %s', (part) => {
  const { labels, weights, errors } = goalOf(exerciseOf(part))

  test('has weights that are shares, one for each key, or none', () => {
    // The answer to 1(e)i is the output itself, whose weights would say what it is; 1(e)ii asks for outputs.
    if (part === 'e1' || part === 'e') return expect(weights).toBeUndefined()
    if (!weights) throw new Error('expected weights, got none')
    expect(weights.wanted).toHaveLength(labels.length)
    expect(weights.wanted.reduce((sum, share) => sum + share, 0)).toBe(1)
  })

  test('has errors that fall with every doubling, to nothing that could be drawn', () => {
    const logs = errors.logErrors.map((log) => log ?? -Infinity)
    expect(logs).toEqual(logs.toSorted((a, b) => b - a))
    expect(logs.at(-1)).toBeLessThan(-800)
  })
})

test.each([
  ['a', ['j', '2', '3'], [1, 0, 0]],
  ['b', ['a', 'b', '3'], [0.5, 0.5, 0]],
  ['c', ['a', 'b', '3'], [0.5, 0.5, 0]],
  // Of two heads their mean is judged, and neither head.
  ['d', ['a', 'b', '3'], [0.5, 0.5, 0]],
] as const)(
  'the goal of %s is all of the weight on the keys that are wanted, in equal shares',
  (part, labels, wanted) => {
    expect(goalOf(exerciseOf(part))).toMatchObject({ labels, weights: { tex: 'c', wanted } })
  },
)

test('the errors are those of the solution of the notes on the same instance', () => {
  const exercise = exerciseOf('b')
  const { instance } = plainInstance(exercise)
  const [{ answer }] = exercise.solutions
  expect(goalOf(exercise).errors).toEqual(errorsOf(exercise, solutionWay(exercise, answer).at, instance))
})
