import type { Exercise, Operand, Standing } from '../../constructions/exercises/exercise'
import { norm } from '../../core/linear/linalg'
import type { Direction } from '../language/conditions'
import { termsOf } from '../language/expression'
import { type Choice, choicesOf, sizesOf } from './choices'
import { shortened } from './fixed-scale'
import { instanceOf, joint, jointTrial, overall, plainInstance, standingOn, type Trial } from './trial'
import { type Expressions, type Way, wayOf } from './way'

/** An answer as it was judged: where its letters go, and what came of it, instance by instance. */
export interface Judgement {
  readonly choice: Choice
  /** The answer with its letters in sizes of which none is the larger in all of them. */
  readonly ways: readonly [Way, ...Way[]]
  readonly trials: readonly Trial[]
  readonly output: Standing
}

/** Instances that are tried even though an earlier one has decided, so that every property has been seen at work. */
const AT_LEAST = 24

/**
 * How an answer does with its letters as large as wanted; where that does not make it right and its text leaves a
 * letter open, with that letter as small as wanted.
 */
export function judge(
  exercise: Exercise,
  expressions: Expressions,
  directions: ReadonlyMap<string, Direction>,
): Judgement {
  const [large, ...others] = choicesFor(expressions, directions, offeredLetters(exercise))
  const judgement = judgementOf(exercise, expressions, large)
  if (judgement.output === 'holds' || others.length === 0) return judgement
  const right = others.find((choice) => isRight(exercise, expressions, choice))
  if (right) return judgementOf(exercise, expressions, right)
  if (judgement.output !== 'fails') return judgement
  const telling = [large, ...others].find((choice) => isGrowing(exercise, expressions, choice))
  return telling && telling !== large ? judgementOf(exercise, expressions, telling) : judgement
}

/** Whether an answer would be right with letters as small as wanted that the page offers as large ones. */
export function isRightIfSmall(
  exercise: Exercise,
  expressions: Expressions,
  directions: ReadonlyMap<string, Direction>,
): boolean {
  const [, ...others] = choicesFor(expressions, directions, [])
  return others.some((choice) => isRight(exercise, expressions, choice))
}

const offeredLetters = ({ vocabulary }: Exercise) => vocabulary.letters.map(({ name }) => name)

function choicesFor(
  expressions: Expressions,
  directions: ReadonlyMap<string, Direction>,
  fixed: readonly string[],
): readonly [Choice, ...Choice[]] {
  const letters = [...new Set(Object.values(expressions).flatMap(termsOf))].filter(({ isFree }) => isFree)
  const [first, ...rest] = choicesOf(letters, directions, fixed)
  return [first, ...rest]
}

function waysOf(expressions: Expressions, choice: Choice): readonly [Way, ...Way[]] {
  const [first, ...rest] = sizesOf(choice).map((letters) => wayOf(expressions, letters))
  return [first, ...rest]
}

function judgementOf(exercise: Exercise, expressions: Expressions, choice: Choice): Judgement {
  const ways = waysOf(expressions, choice)
  // Without a letter nothing grows: a number as large as 1e30 leaves rounding and no lead, so it is judged without.
  const tried = choice.size > 0 ? ways : ways.map((way) => ({ ...way, at: shortened(exercise, way) }))
  const trials: Trial[] = []
  let isDecided = false
  while (trials.length < exercise.sizes.length && !(isDecided && trials.length >= AT_LEAST)) {
    const trial = jointTrial(exercise, tried, instanceOf(exercise, trials.length))
    isDecided ||= overall(trial.standings) === 'fails'
    trials.push(trial)
  }
  return { choice, ways, trials, output: joint(trials.map(({ standings }) => overall(standings))) }
}

function isRight(exercise: Exercise, expressions: Expressions, choice: Choice): boolean {
  const ways = waysOf(expressions, choice)
  return exercise.sizes.every((_, i) =>
    ways.every(({ at }) => standingOn(exercise, at, instanceOf(exercise, i)) === 'holds'),
  )
}

/** Whether an answer gets longer with the scale: under such a choice it says most about what is wrong. */
function isGrowing(exercise: Exercise, expressions: Expressions, choice: Choice): boolean {
  const { instance } = plainInstance(exercise)
  const [{ at }] = waysOf(expressions, choice)
  const { schedule } = exercise.scale
  const lengths = [schedule[0], schedule[schedule.length - 1]].map((scale) => {
    const answered = at(instance, scale)
    return answered ? norm(Object.values(answered.values).flatMap(numbersIn)) : 0
  })
  return lengths[1] > lengths[0]
}

const numbersIn = (x: Operand): number[] => (typeof x === 'number' ? [x] : x.flatMap(numbersIn))
