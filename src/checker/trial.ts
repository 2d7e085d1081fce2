import type { Exercise, Instance, Outcome, Standing } from '../constructions/exercise'
import { createRandom } from '../core/random'
import type { AnswerAt } from './answer'
import { limitOf } from './limit'

/** Seed of the first instance; the others follow it. */
export const SEED = 20_210_201

/** Scales that a clear case needs: the largest ones. */
const LAST = 4

/** How an answer stands, property by property. */
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

/** How an answer stands on one instance: on the largest scales, and on all of them where those decide nothing. */
export function trialOf({ properties, scale }: Exercise, answer: AnswerAt, instance: Instance): Standings {
  const clear = standingsOf(outcomesOf(answer, instance, scale.schedule.slice(-LAST)))
  const isClear = properties.every(({ id }) => clear[id] === 'holds' || clear[id] === 'fails')
  return isClear ? clear : standingsOf(outcomesOf(answer, instance, scale.schedule))

  function standingsOf(outcomes: readonly (Outcome | undefined)[]): Standings {
    const known = outcomes.filter((outcome) => outcome !== undefined)
    return Object.fromEntries(
      properties.map(({ id }) => [id, limitOf(known.map(({ distances }) => distances[id]))]),
    )
  }
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

/** Whether an answer stands on an instance in every respect. */
export function overall(standings: Standings): Standing {
  return joint(Object.values(standings))
}
