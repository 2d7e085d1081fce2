import { exercises } from '../constructions'
import type { Diagnosis, Exercise, Part, Standing, Texts } from '../constructions/exercises/exercise'
import { type AnswerAt, answerAt, type Expressions, readAnswer, type Unread } from './answer'
import { type Counterexample, counterexampleOf, shrunk } from './counterexample'
import { diagnose } from './diagnose'
import type { RefusalCode } from './refused'
import { instanceOf, joint, overall, plainInstance, SEED, type Standings, type Trial, trialOf } from './trial'

/** How one thing that a right answer does stands. */
export interface PropertyStanding {
  readonly id: string
  /** Prose with TeX. */
  readonly prose: string
  readonly standing: Standing
  /** What its distance is, in prose; undefined where none is measured. */
  readonly distance: string | undefined
}

/** What is found of an answer. */
export interface Verdict {
  readonly part: Part
  /** Null where float64 cannot decide, or where nothing could be read: then `unread` says why. */
  readonly accept: boolean | null
  /** What is wrong with it; of a right answer, what is weak about it. */
  readonly diagnosis: Diagnosis | undefined
  /** Fields that could not be read; they cost no attempt. */
  readonly unread: readonly Unread[]
  readonly properties: readonly PropertyStanding[]
  readonly counterexample: Counterexample | undefined
  /** Where none was found: a plain instance with the answer at work. */
  readonly example: Counterexample | undefined
  readonly seed: number
  /** How many instances were tried; fewer than all where the first of them settled it. */
  readonly instances: number
  /** By property, the largest logarithm of the distance at the largest scale, over the instances tried. */
  readonly margins: Readonly<Record<string, number>>
}

/** Instances that are tried even though an earlier one has decided, so that every property has been seen at work. */
const AT_LEAST = 24

/**
 * Whether an answer does what the question of `part` asks: the same verdict every time and on every machine.
 *
 * @throws {RangeError} if there is no question of that part
 */
export function check(part: Part, texts: Texts): Verdict {
  const exercise = exerciseOf(part)
  const reading = readAnswer(exercise, texts)
  return 'unread' in reading ? unreadVerdict(exercise, reading.unread) : judged(exercise, reading.expressions)
}

/**
 * The question of `part`.
 *
 * @throws {RangeError} if there is none
 */
export function exerciseOf(part: string): Exercise {
  const exercise = exercises.find((candidate) => candidate.part === part)
  if (exercise === undefined)
    throw new RangeError(
      `check: expected a part among ${exercises.map((one) => one.part).join(', ')}, got ${part}`,
    )
  return exercise
}

function judged(exercise: Exercise, expressions: Expressions): Verdict {
  const answer = answerAt(expressions)
  const trials = trialsOf(exercise, answer)
  const standings = Object.fromEntries(
    exercise.properties.map(({ id }) => [id, joint(trials.map((trial) => trial.standings[id]))]),
  )
  const output = overall(standings)
  const failing = trials.findIndex((trial) => overall(trial.standings) === 'fails')
  const base = {
    part: exercise.part,
    unread: [],
    properties: treeOf(exercise, standings, output),
    seed: SEED,
    instances: trials.length,
    margins: marginsOf(exercise, trials),
  }
  if (failing < 0) {
    const accept = output === 'holds' ? true : null
    const example = counterexampleOf(exercise, expressions, answer, plainInstance(exercise))
    return { ...base, accept, diagnosis: remarkOn(exercise, answer), counterexample: undefined, example }
  }
  const found = shrunk(exercise, answer, { instance: instanceOf(exercise, failing), seed: SEED + failing })
  const diagnosis = diagnose(exercise, answer, found.instance, standings)
  const counterexample = counterexampleOf(exercise, expressions, answer, found)
  return {
    ...base,
    accept: false,
    diagnosis: counterexample?.isVisible === false ? withoutPicture(diagnosis) : diagnosis,
    counterexample,
    example: undefined,
  }
}

/** The prose of a fault that no finite picture shows: what is left over is fixed, and minute. */
function withoutPicture(diagnosis: Diagnosis | undefined): Diagnosis | undefined {
  if (diagnosis?.id !== 'scale-missing') return diagnosis
  return { ...diagnosis, prose: FIXED_LEAD }
}

const FIXED_LEAD =
  'The direction is right, but the lead over the other keys is a fixed number: what they keep of the weight is positive and does not fall, though no picture can show so little. “As large as wanted” needs a letter, such as $Q$ or $t$.'

/** The standings on instance after instance: all of them, unless one fails. */
function trialsOf(exercise: Exercise, answer: AnswerAt): readonly Trial[] {
  const trials: Trial[] = []
  let isDecided = false
  while (trials.length < exercise.sizes.length && !(isDecided && trials.length >= AT_LEAST)) {
    const trial = trialOf(exercise, answer, instanceOf(exercise, trials.length))
    isDecided ||= overall(trial.standings) === 'fails'
    trials.push(trial)
  }
  return trials
}

function treeOf(exercise: Exercise, standings: Standings, output: Standing): readonly PropertyStanding[] {
  return [
    ...readable('holds', 'holds'),
    ...exercise.properties.map(({ id, prose, distance }) => ({
      id,
      prose,
      distance,
      standing: standings[id],
    })),
    {
      id: 'output',
      prose: 'the output reaches the target in the limit',
      distance: undefined,
      standing: output,
    },
  ]
}

const readable = (shape: Standing, symbols: Standing): readonly PropertyStanding[] => [
  { id: 'shape', prose: 'it has the right shape', distance: undefined, standing: shape },
  {
    id: 'symbols',
    prose: 'it uses the symbols of the question only',
    distance: undefined,
    standing: symbols,
  },
]

function marginsOf({ properties }: Exercise, trials: readonly Trial[]): Record<string, number> {
  return Object.fromEntries(
    properties.map(({ id }) => [id, Math.max(...trials.map(({ margins }) => margins[id]))]),
  )
}

function remarkOn(exercise: Exercise, answer: AnswerAt): Diagnosis | undefined {
  const index = exercise.sizes.findIndex(({ n }) => n >= 3)
  const answered = answer(instanceOf(exercise, index), exercise.scale.schedule[0])
  const id = answered && exercise.remark?.(answered)
  return exercise.diagnoses.find((diagnosis) => diagnosis.id === id)
}

/** Of a text with symbols that the question has a reason to refuse: wrong. Of any other that cannot be read: none. */
function unreadVerdict(exercise: Exercise, unread: readonly Unread[]): Verdict {
  const known = unread.find(({ refused }) => refused.diagnosis !== undefined)?.refused
  const isAnyOf = (code: RefusalCode) => unread.some(({ refused }) => refused.code === code)
  return {
    part: exercise.part,
    accept: known === undefined ? null : false,
    diagnosis: known && {
      ...(exercise.diagnoses.find(({ id }) => id === known.diagnosis) ?? {
        id: String(known.diagnosis),
        prose: known.message,
        next: NEXT_OF_REFUSED,
      }),
    },
    unread,
    properties: readable(
      isAnyOf('E_SHAPE') ? 'fails' : 'undecided',
      isAnyOf('E_NAME') ? 'fails' : 'undecided',
    ),
    counterexample: undefined,
    example: undefined,
    seed: SEED,
    instances: 0,
    margins: {},
  }
}

const NEXT_OF_REFUSED = 'What is known when the query is chosen, and what is not?'
