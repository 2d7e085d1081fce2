import { describe, expect, test } from 'vitest'
import { exerciseOf } from '../../src/checker/verdict/check'
import { goalOf } from '../../src/checker/verdict/goal'
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

test('the goal of the average is a half on each of the two keys', () => {
  expect(goalOf(exerciseOf('b'))).toMatchObject({
    labels: ['a', 'b', '3'],
    weights: { tex: 'c', wanted: [0.5, 0.5, 0] },
  })
})
