import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import { expressionsOf, readingsOf } from '../../src/checker/verdict/answer'
import { check, exerciseOf } from '../../src/checker/verdict/check'
import { sizesOf } from '../../src/checker/verdict/choices'
import { counterexampleOf, shrunk } from '../../src/checker/verdict/counterexample'
import { instanceOf, SEED, standingOn } from '../../src/checker/verdict/trial'
import { type Way, wayOf } from '../../src/checker/verdict/way'
import { exercises } from '../../src/constructions/exercise-registry'
import type { Exercise, Texts } from '../../src/constructions/exercises/exercise'
import { createRandom } from '../../src/core/random/random'

/** An answer whose letters are all as large as wanted. */
function wayTo(exercise: Exercise, texts: Texts): Way {
  const reading = expressionsOf(exercise, readingsOf(exercise, texts))
  if ('unread' in reading) throw new Error(JSON.stringify(reading.unread))
  const letters = ['Q', 't', 'lambda', 'C'].map((name) => [name, 'large'] as const)
  return wayOf(reading.expressions, sizesOf(new Map(letters))[0])
}

const b = exerciseOf('b')
const seeded = (exercise: Exercise, index: number) => ({
  instance: instanceOf(exercise, index),
  seed: SEED + index,
})

describe.each(exercises.map((exercise) => [exercise.part, exercise] as const))(
  'a counterexample to a wrong answer of %s',
  (part, exercise) => {
    const cases = () =>
      exercise.mistakes.flatMap(({ answer, diagnosis }) => {
        const { counterexample } = check(part, answer)
        return counterexample && diagnosis !== 'scale-fixed' ? [{ answer, counterexample }] : []
      })

    test('is one: drawn again from its seed, the answer fails on it, and a right answer does not', () => {
      expect(cases().length).toBeGreaterThan(2)
      for (const { answer, counterexample } of cases()) {
        const instance = exercise.draw(createRandom(counterexample.seed), counterexample.size)
        expect(instance.labels).toEqual(counterexample.labels)
        expect(instance.values).toEqual(counterexample.values)
        expect(standingOn(exercise, wayTo(exercise, answer).at, instance)).toBe('fails')
        for (const solution of exercise.solutions)
          expect(standingOn(exercise, wayTo(exercise, solution.answer).at, instance)).toBe('holds')
      }
    })

    test('is the smallest: the answer does not fail on any case tried before it', () => {
      for (const { answer, counterexample } of cases()) {
        const at = exercise.smallest.findIndex((size) => size === counterexample.size)
        const way = wayTo(exercise, answer)
        for (const size of exercise.smallest.slice(0, Math.max(at, 0)))
          expect(standingOn(exercise, way.at, exercise.draw(createRandom(SEED), size))).not.toBe('fails')
      }
    })

    test('can be worked out again from what it says of itself', () => {
      for (const { answer, counterexample } of cases()) {
        const { reproduction, size, seed, scale, heads, errors } = counterexample
        const values = Object.fromEntries(
          Object.entries(reproduction.expressions).map(([field, expression]) => {
            const result = evaluate(expression, (name) => reproduction.operands[name])
            if ('refused' in result) throw new Error(result.refused.message)
            return [field, result.value]
          }),
        )
        const instance = exercise.draw(createRandom(seed), size)
        const names = wayTo(exercise, answer).at(instance, scale)!.names
        const outcome = instance.outcome(scale, { values, magnitudes: values, names })!
        expect(outcome.heads.map(({ weights }) => weights)).toEqual(heads.map(({ weights }) => weights))
        expect(reproduction.script).toEqual(instance.script)
        expect(errors.scales).toEqual(exercise.scale.schedule)
        expect(outcome.logError).toBe(errors.logErrors[errors.scales.indexOf(scale)])
      }
    })
  },
)

describe('where an answer leaves the numbers of a computer', () => {
  test('its case is shown at the smallest scale at which it can be worked out', () => {
    const late = counterexampleOf(b, wayTo(b, { q: 'Q*k_a + log(Q - 20)*k_b' }), seeded(b, 1))!
    expect(late.scale).toBe(32)
    expect(late.errors.logErrors.map((log) => log === null)).toEqual(b.scale.schedule.map((s) => s < 20))
    expect(late.rightErrors.logErrors).not.toContain(null)
    expect(late.reproduction.operands['Q']).toBe(32)
  })

  test('at every scale, there is no case', () => {
    expect(counterexampleOf(b, wayTo(b, { q: 'exp(exp(Q))*k_a' }), seeded(b, 1))).toBeUndefined()
  })
})

describe('smaller cases', () => {
  const sizeOf = (q: string, index: number) => {
    const found = seeded(b, index)
    const { instance, seed } = shrunk(b, wayTo(b, { q }).at, found)
    return { ...instance.size, seed, isFound: instance === found.instance }
  }

  test('are tried from the smallest up', () => {
    expect(sizeOf('Q*k_a', 7)).toEqual({ n: 2, d: 2, kind: 'axes', seed: SEED, isFound: false })
    expect(sizeOf('k_a + k_b', 7)).toMatchObject({ n: 3, d: 3, kind: 'axes' })
    expect(sizeOf('Q*(8.5 - n)*(k_a + k_b)', 7)).toMatchObject({ n: 12, d: 12, kind: 'axes' })
  })

  test('up to the size of the one that was found, or to three keys', () => {
    // Instance 0 has two keys, on which this answer is right.
    expect(sizeOf('k_a + k_b', 0)).toMatchObject({ n: 3, isFound: false })
    expect(sizeOf('Q*(3.5 - n)*(k_a + k_b)', 0)).toMatchObject({ n: 2, isFound: true })
    expect(sizeOf('Q*(3.5 - n)*(k_a + k_b)', 4)).toMatchObject({ n: 4, kind: 'axes', isFound: false })
  })

  test('leave the one that was found where the answer fails on none of them', () => {
    expect(sizeOf('Q*(20.5 - n)*(k_a + k_b)', 7)).toEqual({
      n: 64,
      d: 64,
      kind: 'axes',
      seed: SEED + 7,
      isFound: true,
    })
  })

  test('on keys that lie at random are tried with several seeds', () => {
    const a = exerciseOf('a')
    // The first key that is drawn decides: of eight seeds one at least has it on the other side.
    const only = { ...a, smallest: [{ n: 3, d: 2, kind: 'rotated' }] as const }
    const drawn: number[] = []
    const spied: Exercise = {
      ...only,
      draw: (random, size) => {
        drawn.push(size.n)
        return a.draw(random, size)
      },
    }
    const right = wayTo(a, { q: 'Q*k_j' })
    const found = seeded(a, 0)
    expect(shrunk(spied, right.at, found)).toBe(found)
    expect(drawn).toEqual(Array.from({ length: 8 }, () => 3))
  })
})

describe('what can be seen of a case', () => {
  test.each([
    ['Q*k_a', true],
    ['k_a + k_b', true],
    ['n*n*n*(k_a + k_b)', false],
    ['8.5*(k_a + k_b)', true],
    ['8.6*(k_a + k_b)', false],
  ])('%s: %s', (q, isVisible) => {
    const shown = counterexampleOf(b, wayTo(b, { q }), seeded(b, 1))!
    expect(shown.isVisible).toBe(isVisible)
    // What misses its target by less than 1/10 000 shows in no bar.
    const largest = Math.max(...shown.errors.logErrors.map((log) => log ?? -Infinity))
    expect(largest > Math.log(1.01e-4)).toBe(isVisible)
    expect(shown.isForRoom).toBe(isVisible && shown.showing.isExact)
  })

  test('a room that shows the case is offered, another is not', () => {
    const answer = { q: 'k_a + k_b' }
    expect(counterexampleOf(b, wayTo(b, answer), seeded(b, 1))).toMatchObject({
      showing: { isExact: true },
      isForRoom: true,
    })
    const wrong = check('b', { q: '-Q*(k_a + k_b)' }).counterexample
    expect(wrong).toMatchObject({ showing: { isExact: false }, isVisible: true, isForRoom: false })
  })
})
