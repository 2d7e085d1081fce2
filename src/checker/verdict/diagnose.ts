import type { Diagnosis, Exercise, Instance, Repair } from '../../constructions/exercises/exercise'
import { instanceOf, type Standings, standingOn } from './trial'
import type { AnswerAt } from './way'

/** Instances on which a repaired answer must be right, beside the one on which the answer was wrong. */
const CONFIRMING = 16

/**
 * What is wrong with a wrong answer: the first repair that makes it right on every instance tried, else that it is
 * right for some numbers of keys, else what the properties say.
 *
 * @param failing - an instance on which it is wrong
 */
export function diagnose(
  exercise: Exercise,
  answer: AnswerAt,
  failing: Instance,
  standings: Standings,
): Diagnosis | undefined {
  const answers = exercise.scale.schedule.flatMap((scale) => answer(failing, scale) ?? [])
  const repair = exercise.repairs.find(
    (candidate) =>
      candidate.isAbout?.(answers) !== false && isRight(exercise, repaired(candidate, answer), failing),
  )
  const id = repair?.diagnosis ?? numbersFault(exercise, answer) ?? exercise.otherwise(standings)
  const diagnosis = exercise.diagnoses.find((one) => one.id === id)
  return diagnosis && { ...diagnosis, next: repair?.next ?? diagnosis.next }
}

function isRight(exercise: Exercise, answer: AnswerAt, failing: Instance): boolean {
  const holds = (instance: Instance) => standingOn(exercise, answer, instance) === 'holds'
  if (!holds(failing)) return false
  return Array.from({ length: CONFIRMING }, (_, i) => i).every((i) => holds(instanceOf(exercise, i)))
}

function repaired({ apply }: Repair, answer: AnswerAt): AnswerAt {
  return (instance, scale) => {
    const answered = answer(instance, scale)
    return answered && apply(answered, instance.operands(scale), scale)
  }
}

/** How many numbers of keys are tried on their own. */
const NUMBERS = 5

/** Whether the answer is right for all instances with some number of keys, though not for others. */
function numbersFault(exercise: Exercise, answer: AnswerAt): string | undefined {
  const { fewestKeys } = exercise
  if (fewestKeys === undefined) return undefined
  const numbers = Array.from({ length: NUMBERS }, (_, i) => i + fewestKeys)
  const isRightFor = (n: number) => {
    const indices = exercise.sizes.flatMap((size, i) => (size.n === n ? [i] : []))
    return indices.every((i) => standingOn(exercise, answer, instanceOf(exercise, i)) === 'holds')
  }
  return numbers.some(isRightFor) ? 'right-only-for-these-n' : undefined
}
