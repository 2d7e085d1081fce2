import type { Exercise, Instance, Outcome, Standing } from '../../constructions/exercises/exercise'
import { createRandom } from '../../core/random/random'
import { limitOf } from './limit'
import type { AnswerAt, Way } from './way'

/** Seed of the first instance; the others follow it. */
export const SEED = 20_210_201

/** Scales that a clear case needs: the largest ones. */
const LAST = 3

/** An instance with its seed. */
export interface Seeded {
  readonly instance: Instance
  readonly seed: number
}

/** How an answer does, property by property. */
export type Standings = Readonly<Record<string, Standing>>

const drawn = new WeakMap<Exercise, Map<number, Instance>>()

/** Instance `index` of an exercise: the same every time, and drawn once. */
export function instanceOf(exercise: Exercise, index: number): Instance {
  const known = drawn.get(exercise) ?? new Map<number, Instance>()
  drawn.set(exercise, known)
  const instance = known.get(index) ?? exercise.draw(createRandom(SEED + index), exercise.sizes[index])
  known.set(index, instance)
  return instance
}

/** A small instance with keys beside the wanted ones, for an answer to be shown on. */
export function plainInstance({ smallest, draw }: Exercise): Seeded {
  const size = smallest.find(({ n }) => n >= 3) ?? smallest[0]
  return { seed: SEED, instance: draw(createRandom(SEED), size) }
}

/** What came of trying an answer on one instance. */
export interface Trial {
  readonly standings: Standings
  /** By property, the logarithm of the distance at the largest scale; −∞ where the answer leaves float64. */
  readonly margins: Readonly<Record<string, number>>
}

/** How an answer does on one instance: on the largest scales, and on all of them where those decide nothing. */
export function trialOf({ properties, scale }: Exercise, answer: AnswerAt, instance: Instance): Trial {
  const ids = properties.map(({ id }) => id)
  const clear = trialAt(ids, outcomesOf(answer, instance, scale.schedule.slice(-LAST)))
  if (ids.every((id) => clear.standings[id] !== 'undecided')) return clear
  return trialAt(ids, outcomesOf(answer, instance, scale.schedule))
}

/** How an answer does on one instance whichever of its letters is the larger. */
export function jointTrial(exercise: Exercise, ways: readonly Way[], instance: Instance): Trial {
  const trials = ways.map(({ at }) => trialOf(exercise, at, instance))
  if (trials.length === 1) return trials[0]
  const ids = exercise.properties.map(({ id }) => id)
  return {
    standings: Object.fromEntries(ids.map((id) => [id, joint(trials.map(({ standings }) => standings[id]))])),
    margins: Object.fromEntries(ids.map((id) => [id, Math.max(...trials.map(({ margins }) => margins[id]))])),
  }
}

function trialAt(ids: readonly string[], outcomes: readonly (Outcome | undefined)[]): Trial {
  const known = outcomes.filter((outcome) => outcome !== undefined)
  const last = known.at(-1)
  return {
    standings: Object.fromEntries(
      ids.map((id) => [id, limitOf(known.map(({ distances }) => distances[id]))]),
    ),
    margins: Object.fromEntries(ids.map((id) => [id, last?.distances[id].log ?? -Infinity])),
  }
}

/** How an answer does on an instance as a whole. */
export function standingOn(exercise: Exercise, answer: AnswerAt, instance: Instance): Standing {
  return overall(trialOf(exercise, answer, instance).standings)
}

/** What an answer makes of an instance at each of `scales`. */
export function outcomesOf(
  answer: AnswerAt,
  instance: Instance,
  scales: readonly number[],
): readonly (Outcome | undefined)[] {
  return scales.map((scale) => {
    const answered = answer(instance, scale)
    return answered && instance.outcome(scale, answered)
  })
}

/** Of several standings that must all hold: one that fails decides, then one that is undecided. */
export function joint(standings: readonly Standing[]): Standing {
  if (standings.includes('fails')) return 'fails'
  return standings.includes('undecided') ? 'undecided' : 'holds'
}

/** Whether an answer is right on an instance in every respect. */
export function overall(standings: Standings): Standing {
  return joint(Object.values(standings))
}
