import { describe, expect, test } from 'vitest'
import { check } from '../../src/checker/verdict/check'
import type { Counterexample } from '../../src/checker/verdict/counterexample'
import { constructions } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { exercises } from '../../src/constructions/exercise-registry'
import type { Exercise } from '../../src/constructions/exercises/exercise'
import { initialParams, sameValue } from '../../src/constructions/params'
import { norm } from '../../src/core/linear/linalg'
import { createRandom } from '../../src/core/random/random'
import { numpyScript } from '../../src/export/numpy-script'
import { isReachable } from '../contract/instances'

test('every construction has its exercise, and no part two', () => {
  expect(constructions.map(({ asked }) => asked)).toEqual(
    exercises.map(({ part, fields }) => ({ part, fields: fields.map(({ name }) => name) })),
  )
  expect(exercises.map(({ part }) => part)).toEqual(['a', 'b', 'c', 'd', 'e1', 'e'])
})

describe.each(exercises.map((exercise) => [exercise.part, exercise] as const))(
  'exercise %s',
  (part, exercise) => {
    const construction = constructions.find(({ asked }) => asked?.part === exercise.part)!

    test('has ways to be right and to be wrong', () => {
      expect(exercise.solutions.length).toBeGreaterThanOrEqual(2)
      expect(exercise.mistakes.length).toBeGreaterThanOrEqual(5)
      expect(exercise.solutions[0].isFromNotes).toBe(true)
    })

    test('accepts every solution', () => {
      for (const { label, answer } of exercise.solutions)
        expect({ label, ...check(part, answer) }).toMatchObject({ label, accept: true, instances: 200 })
    })

    test('explains every mistake, with a question to follow and a counterexample', () => {
      for (const { answer, diagnosis } of exercise.mistakes) {
        const verdict = check(part, answer)
        expect({ answer, accept: verdict.accept, diagnosis: verdict.diagnosis?.id }).toEqual({
          answer,
          accept: false,
          diagnosis,
        })
        expect(verdict.diagnosis?.next).toMatch(/\?$/)
        if (verdict.unread.length === 0) expectTelling(exercise, verdict.counterexample, diagnosis)
      }
    })

    test('names every diagnosis that a repair or a mistake leads to, or refuses by it', () => {
      const known = [
        ...exercise.diagnoses.map(({ id }) => id),
        ...exercise.vocabulary.refusals.map(({ diagnosis }) => diagnosis),
      ]
      const used = [...exercise.repairs, ...exercise.mistakes].map(({ diagnosis }) => diagnosis)
      expect(used.filter((id) => !known.includes(id))).toEqual([])
      expect(new Set(exercise.diagnoses.map(({ id }) => id)).size).toBe(exercise.diagnoses.length)
    })

    test('shows counterexamples by params that the room can have', () => {
      for (const { answer } of exercise.mistakes) {
        const { counterexample } = check(part, answer)
        if (counterexample === undefined) continue
        const { params, isExact, note } = counterexample.showing
        const shown = paramsWith(construction, initialParams(construction.params), params)
        for (const [name, value] of Object.entries(params)) {
          expect(isReachable(construction.params[name], value), `${name}: ${JSON.stringify(value)}`).toBe(
            true,
          )
          expect(sameValue(shown[name], value), name).toBe(true)
        }
        expect(note === '').toBe(isExact)
      }
    })

    test('speaks in sentences that begin with a capital', () => {
      for (const { prose } of [...exercise.diagnoses, ...exercise.vocabulary.refusals])
        expect(prose).toMatch(/^(?:[A-Z]|\$|α )/)
    })

    test('draws 200 instances, the same every time, with an operand of the right shape for every symbol', () => {
      expect(exercise.sizes).toHaveLength(200)
      for (const size of exercise.sizes.slice(0, 30)) {
        const [one, other] = [0, 1].map(() => exercise.draw(createRandom(3), size).operands(8))
        expect(one).toEqual(other)
        for (const { name, shape } of exercise.vocabulary.terms) {
          const operand = one[name]
          if (shape === 'scalar') expect(operand).toBeTypeOf('number')
          else expect(operand).toHaveLength(size.d)
          if (shape === 'matrix') expect((operand as readonly unknown[])[0]).toHaveLength(size.d)
        }
      }
    })
  },
)

/** A counterexample whose error stays away from 0 while that of a right answer falls. */
function expectTelling(
  exercise: Exercise,
  counterexample: Counterexample | undefined,
  diagnosis: string,
): void {
  if (counterexample === undefined) throw new Error('expected a counterexample')
  const { errors, rightErrors, heads, reproduction } = counterexample
  // Where a number replaces a scale, the error may be as small as one likes: it is the same at every scale.
  if (diagnosis === 'scale-fixed') expect(new Set(errors.logErrors).size).toBe(1)
  else expect(errors.logErrors.at(-1)).toBeGreaterThan(-3)
  expect(rightErrors.logErrors.at(-1)).toBeLessThan(-100)
  expect(numpyScript(exercise, structuredClone(reproduction))).toMatch(/^import numpy as np\n/)
  for (const { weights, scores } of heads) {
    expect(weights).toHaveLength(scores.length)
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12)
  }
}

test('a number in place of a scale meets the case for which it is too small', () => {
  const shown = (part: 'a' | 'b' | 'c', q: string) => {
    const { accept, diagnosis, counterexample } = check(part, { q })
    expect(accept).toBe(false)
    expect(diagnosis?.id).toBe('scale-fixed')
    return { prose: diagnosis?.prose, ...counterexample! }
  }
  // 2 + 2e¹⁰ keys for the half of the weight; more than rooms have for a million.
  expect(shown('b', '10*(k_a + k_b)')).toMatchObject({
    prose: expect.stringMatching(/With \$n = 44055\$ keys, half/),
    showing: { isExact: true, params: { n: 44055, scale: 10 } },
  })
  expect(shown('b', '10^6*(k_a + k_b)')).toMatchObject({
    prose: expect.stringMatching(/does not fall/),
    isVisible: false,
    showing: { isExact: false },
  })
  expect(shown('c', '5*(mu_a + mu_b)').showing).toMatchObject({ isExact: true, params: { n: 299, scale: 5 } })
  const [weights] = shown('a', '1000*k_j').heads.map((head) => head.weights)
  expect(weights[1]).toBeGreaterThan(1 / 3)
})

test('an answer whose fault is too small for a picture says so', () => {
  const { diagnosis, counterexample } = check('b', { q: 'n*n*n*(k_a + k_b)' })
  expect([diagnosis?.id, counterexample?.isVisible]).toEqual(['scale-missing', false])
  expect(diagnosis?.prose).toMatch(/needs a letter/)
  expect(check('b', { q: 'k_a + k_b' })).toMatchObject({
    diagnosis: { prose: expect.stringMatching(/fixed share/) },
    counterexample: { isVisible: true },
  })
})

test('a room that cannot show a case says so', () => {
  for (const [part, answer] of [
    ['b', { q: '-Q*(k_a + k_b)' }],
    ['c', { q: 'Q*mu_a' }],
    ['d', { q1: 'Q*mu_a', q2: 'Q*mu_a' }],
  ] as const) {
    const showing = check(part, answer).counterexample?.showing
    expect(showing).toMatchObject({ isExact: false, note: expect.stringMatching(/cannot show/) })
  }
})

test('of the outputs of 1(e)ii the third is free', () => {
  const { example } = check('e', exercises[5].solutions[0].answer)
  expect(example?.heads.map(({ isFree }) => isFree)).toEqual([false, false, true])
})

test('every property says what its distance is', () => {
  for (const { part, properties, solutions } of exercises) {
    expect(properties.every(({ distance }) => distance.length > 0)).toBe(true)
    const judged = check(part, solutions[0].answer).properties.filter(
      ({ measured }) => measured !== undefined,
    )
    const always = properties.filter(({ onlyWith }) => onlyWith === undefined)
    expect(judged.map(({ id }) => id)).toEqual(always.map(({ id }) => id))
  }
})

test('counterexamples are small', () => {
  const sizeOf = (q: string) => check('b', { q }).counterexample?.size
  expect(sizeOf('Q*k_a')).toMatchObject({ n: 2, d: 2, kind: 'axes' })
  expect(sizeOf('k_a + k_b')).toMatchObject({ n: 3, d: 3, kind: 'axes' })
  expect(sizeOf('Q*(4.5 - n)*(k_a + k_b)')).toMatchObject({ n: 5, d: 5, kind: 'axes' })
})

test('unit keys of 1(a) are of length 1 and not alike', () => {
  const exercise = exercises[0]
  for (const [i, size] of exercise.sizes.slice(0, 40).entries()) {
    const key = exercise.draw(createRandom(i), size).operands(1)['k_j']
    expect(norm(key as readonly number[])).toBeCloseTo(1, 14)
  }
})

test('weights are wanted where the question fixes them: of the mean of two heads, not of each; of no matrices', () => {
  const shown = (part: 'b' | 'd' | 'e1' | 'e') => {
    const { answer } = exercises.find((exercise) => exercise.part === part)!.solutions[0]
    return check(part, answer).example!
  }
  const wanted = (part: 'b' | 'd' | 'e1' | 'e') => shown(part).heads.map((head) => head.wanted)
  expect(wanted('b')).toEqual([[0.5, 0.5, 0]])
  expect(wanted('e1')).toEqual([[0, 1, 0]])
  expect(wanted('e')).toEqual([undefined, undefined, undefined])
  expect(wanted('d')).toEqual([undefined, undefined])
  const { mean, heads } = shown('d')
  expect(mean?.wanted).toEqual([0.5, 0.5, 0])
  mean!.weights.forEach((weight, i) => {
    expect(weight).toBe((heads[0].weights[i] + heads[1].weights[i]) / 2)
  })
  expect(shown('b').mean).toBe(undefined)
})
