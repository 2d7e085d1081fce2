import { exercises } from '../../constructions/exercise-registry'
import type { Diagnosis, Exercise, Part, Texts } from '../../constructions/exercises/exercise'
import type { Direction } from '../language/conditions'
import { termsOf, usesOf } from '../language/expression'
import type { Readings } from '../language/read'
import type { RefusalCode } from '../language/refused'
import { expressionsOf, readingsOf, type Unread } from './answer'
import type { Choice } from './choices'
import { type Counterexample, counterexampleOf, shrunk } from './counterexample'
import { diagnose } from './diagnose'
import { fixedScale, isFixed, shortened } from './fixed-scale'
import { isRightIfSmall, type Judgement, judge } from './judge'
import { type PropertyStanding, readable, treeOf } from './property-tree'
import {
  instanceOf,
  joint,
  overall,
  plainInstance,
  SEED,
  type Standings,
  standingOn,
  type Trial,
} from './trial'
import type { Expressions, Way } from './way'

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
  /** Where the letters of the answer went when it was judged. */
  readonly letters: readonly {
    readonly name: string
    readonly tex: string
    readonly direction: Exclude<Direction, 'bounded'>
  }[]
  /** What is beside the formulas in the texts, by field; fields without are left out. */
  readonly setAside: Readonly<Record<string, readonly string[]>>
  readonly counterexample: Counterexample | undefined
  /** Where none was found: a plain instance with the answer at work. */
  readonly example: Counterexample | undefined
  readonly seed: number
  /** How many instances were tried; fewer than all where the first of them settled it. */
  readonly instances: number
  /** By property, the largest logarithm of the distance at the largest scale, over the instances tried. */
  readonly margins: Readonly<Record<string, number>>
}

/**
 * Whether an answer does what the question of `part` asks: the same verdict every time and on every machine.
 *
 * @throws {RangeError} if there is no question of that part
 */
export function check(part: Part, texts: Texts): Verdict {
  const exercise = exerciseOf(part)
  const readings = readingsOf(exercise, texts)
  const reading = expressionsOf(exercise, readings)
  if ('unread' in reading) return unreadVerdict(exercise, reading.unread)
  const verdict = judged(exercise, reading.expressions, readings.directions)
  const mistaken = verdict.accept === true ? undefined : mistakenIn(reading.expressions)
  return mistaken
    ? unreadVerdict(exercise, [mistaken])
    : { ...verdict, setAside: setAsideIn(readings, texts) }
}

function setAsideIn({ byField }: Readings, texts: Texts): Verdict['setAside'] {
  const entries = Object.entries(byField).flatMap(([name, reading]) => {
    if ('refused' in reading || reading.setAside.length === 0) return []
    return [[name, reading.setAside.map(({ start, end }) => texts[name].slice(start, end))] as const]
  })
  return Object.fromEntries(entries)
}

/** The first letter that the question uses and that is often taken for another, as of a text that was not read. */
function mistakenIn(expressions: Expressions): Unread | undefined {
  const found = Object.entries(expressions).flatMap(([field, expression]) =>
    usesOf(expression).map((part) => ({ field, part })),
  )
  const first = found.find(({ part }) => part.term.mistaken !== undefined)
  if (!first) return undefined
  const { field, part } = first
  const { start, end } = part
  return { field, refused: { code: 'E_NAME', message: part.term.mistaken ?? '', start, end } }
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

function judged(
  exercise: Exercise,
  expressions: Expressions,
  directions: ReadonlyMap<string, Direction>,
): Verdict {
  const judgement = judge(exercise, expressions, directions)
  const { ways, trials, output, choice } = judgement
  const standings = Object.fromEntries(
    exercise.properties.map(({ id }) => [id, joint(trials.map((trial) => trial.standings[id]))]),
  )
  const base = {
    part: exercise.part,
    unread: [],
    properties: treeOf(exercise, judgement, standings),
    letters: lettersOf(expressions, choice),
    setAside: {},
    seed: SEED,
    instances: trials.length,
    margins: marginsOf(exercise, trials),
    counterexample: undefined,
    example: undefined,
  }
  if (output !== 'fails') {
    const accept = output === 'holds' ? true : null
    const example = counterexampleOf(exercise, ways[0], plainInstance(exercise))
    return { ...base, accept, diagnosis: remarkOn(exercise, ways[0]), example }
  }
  return { ...base, accept: false, ...faultOf(exercise, judgement, standings, directions) }
}

/** What is wrong with a wrong answer, and the smallest case that shows it. */
function faultOf(
  exercise: Exercise,
  { ways, trials }: Judgement,
  standings: Standings,
  directions: ReadonlyMap<string, Direction>,
): Pick<Verdict, 'diagnosis' | 'counterexample'> {
  const failing = trials.findIndex((trial) => overall(trial.standings) === 'fails')
  const instance = instanceOf(exercise, failing)
  const way = ways.find(({ at }) => standingOn(exercise, at, instance) === 'fails') ?? ways[0]
  const found = shrunk(exercise, way.at, { instance, seed: SEED + failing })
  const diagnosis = diagnose(exercise, shortened(exercise, way), found.instance, standings)
  const counterexample = counterexampleOf(exercise, way, found)
  if (diagnosis?.id === 'scale-missing' && isFixed(way))
    return fixedScale(exercise, way, found, counterexample)
  if (diagnosis?.id === 'scale-wrong' && isRightIfSmall(exercise, way.expressions, directions))
    return { diagnosis: { ...diagnosis, ...SMALL_LETTER }, counterexample }
  if (diagnosis?.id === 'scale-missing' && counterexample?.isVisible === false)
    return { diagnosis: { ...diagnosis, prose: FIXED_LEAD }, counterexample }
  return { diagnosis, counterexample }
}

/** Said where what is left over is fixed, and minute. */
const FIXED_LEAD =
  'The direction is right, but the lead over the other keys is a fixed number: what they keep of the weight is positive and does not fall, though no picture can show so little. “As large as wanted” needs a letter, such as $Q$ or $t$.'

/** Said of `(k_a + k_b)/Q`, where the page calls Q large. */
const SMALL_LETTER = {
  prose:
    'With its letter as large as wanted, as the page has it, this query gets shorter and shorter. A small letter would make it right.',
  next: 'Is your letter meant to be large or small? If small, can you say so, as in “, $t \\to 0$”, or write another one, such as $\\epsilon$?',
}

/** Where each letter goes that is not simply as large as wanted. */
function lettersOf(expressions: Expressions, choice: Choice): Verdict['letters'] {
  const terms = new Set(Object.values(expressions).flatMap(termsOf))
  return [...terms].flatMap(({ name, tex }) => {
    const direction = choice.get(name)
    return direction === undefined ? [] : [{ name, tex, direction }]
  })
}

function marginsOf({ properties }: Exercise, trials: readonly Trial[]): Record<string, number> {
  return Object.fromEntries(
    properties.map(({ id }) => [id, Math.max(...trials.map(({ margins }) => margins[id]))]),
  )
}

function remarkOn(exercise: Exercise, { at: answer }: Way): Diagnosis | undefined {
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
    letters: [],
    setAside: {},
    instances: 0,
    margins: {},
  }
}

const NEXT_OF_REFUSED = 'What is known when the query is chosen, and what is not?'
