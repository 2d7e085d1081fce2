import type { Diagnosis, Exercise, Instance, Repair } from '../constructions/exercises/exercise'
import type { AnswerAt } from './answer'
import { instanceOf, type Standings, standingOn } from './trial'

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
  const repair = exercise.repairs.find((candidate) => isRight(exercise, repaired(candidate, answer), failing))
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

/** Sizes up to this n are as many as it takes to tell the numbers of keys apart. */
const NUMBERS = 6

const RIGHT_FOR_SOME = 'right-only-for-these-n'

/** Whether the answer is right for all instances with some number of keys, though not for others. */
function numbersFault(exercise: Exercise, answer: AnswerAt): string | undefined {
  if (exercise.diagnoses.every(({ id }) => id !== RIGHT_FOR_SOME)) return undefined
  const numbers = Array.from({ length: NUMBERS - 1 }, (_, i) => i + 2)
  const isRightFor = (n: number) => {
    const indices = exercise.sizes.flatMap((size, i) => (size.n === n ? [i] : []))
    return indices.every((i) => standingOn(exercise, answer, instanceOf(exercise, i)) === 'holds')
  }
  return numbers.some(isRightFor) ? RIGHT_FOR_SOME : undefined
}
