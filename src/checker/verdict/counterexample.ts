import type {
  Exercise,
  Head,
  Instance,
  MeanHead,
  Operands,
  Showing,
  Size,
  Texts,
} from '../../constructions/exercises/exercise'
import type { Vector } from '../../core/linear/linalg'
import { createRandom } from '../../core/random/random'
import { termsOf } from '../language/expression'
import { expressionsOf, readingsOf } from './answer'
import { sizesOf } from './choices'
import { outcomesOf, SEED, type Seeded, standingOn } from './trial'
import { type AnswerAt, type Expressions, type Way, wayOf } from './way'

/** Logarithms of the error at the scales of the schedule; null where the answer leaves float64. */
export interface ErrorsAtScales {
  readonly scales: readonly number[]
  readonly logErrors: readonly (number | null)[]
}

/** What it takes to work the weights out again, in a language of one's own. */
export interface Reproduction {
  readonly expressions: Expressions
  /** What the names in the expressions stand for. */
  readonly operands: Operands
  /** What {@link Instance.script} is. */
  readonly script: Instance['script']
}

/** The smallest case found on which an answer is wrong. */
export interface Counterexample {
  readonly size: Size
  readonly labels: readonly string[]
  /** Seed of its vectors. */
  readonly seed: number
  /** The scale of `heads`, the smallest of the schedule at which the answer can be worked out. */
  readonly scale: number
  readonly heads: readonly Head[]
  readonly mean: MeanHead | undefined
  readonly values: readonly Vector[]
  readonly errors: ErrorsAtScales
  /** The same of a right answer. */
  readonly rightErrors: ErrorsAtScales
  /** The construction's room, set to this case. */
  readonly showing: Showing
  /** False where the answer misses its target by less than anything drawn or printed can show. */
  readonly isVisible: boolean
  /** Whether the room shows this very case, and there is something to see in it. */
  readonly isForRoom: boolean
  readonly reproduction: Reproduction
}

/** Natural logarithm of an error that bars and printed weights no longer show: 1e−4. */
const FAINT = -9.2

/** Draws tried of each size. */
const SEEDS = 8

/**
 * The smallest instance found on which an answer is wrong: on the plainest sizes from the smallest up, else `found`
 * itself.
 */
export function shrunk(exercise: Exercise, answer: AnswerAt, found: Seeded): Seeded {
  const candidates = exercise.smallest
    .filter(({ n }) => n <= Math.max(3, found.instance.size.n))
    .flatMap((size) => seedsFor(size).map((seed) => ({ seed, size })))
  for (const { seed, size } of candidates) {
    const instance = exercise.draw(createRandom(seed), size)
    if (standingOn(exercise, answer, instance) === 'fails') return { instance, seed }
  }
  return found
}

/** Keys along the axes are the same for every seed. */
const seedsFor = ({ kind }: Size) => Array.from({ length: kind === 'axes' ? 1 : SEEDS }, (_, i) => SEED + i)

/** Everything to be shown of the instance on which an answer is wrong. */
export function counterexampleOf(
  exercise: Exercise,
  way: Way,
  { instance, seed }: Seeded,
): Counterexample | undefined {
  const answer = way.at
  const { schedule } = exercise.scale
  const outcomes = outcomesOf(answer, instance, schedule)
  const first = outcomes.findIndex((outcome) => outcome !== undefined)
  const scale = schedule[first]
  const [outcome, answered] = [outcomes[first], first < 0 ? undefined : answer(instance, scale)]
  if (outcome === undefined || answered === undefined) return undefined
  const errors = errorsOf(exercise, answer, instance)
  const showing = instance.showing(scale, answered)
  const isVisible = errors.logErrors.some((log) => log !== null && log > FAINT)
  return {
    size: instance.size,
    labels: instance.labels,
    seed,
    scale,
    heads: outcome.heads,
    mean: outcome.mean,
    values: instance.values,
    errors,
    rightErrors: errorsOf(exercise, solutionAt(exercise), instance),
    showing,
    isVisible,
    isForRoom: isVisible && showing.isExact,
    reproduction: {
      expressions: way.expressions,
      operands: way.operands(instance, scale),
      script: instance.script,
    },
  }
}

/** The errors of `answer` on `instance` at the scales of the schedule. */
export function errorsOf({ scale }: Exercise, answer: AnswerAt, instance: Instance): ErrorsAtScales {
  const outcomes = outcomesOf(answer, instance, scale.schedule)
  return {
    scales: scale.schedule,
    logErrors: outcomes.map((outcome) => finiteOrNull(outcome?.logError)),
  }
}

const finiteOrNull = (x: number | undefined) => (x === undefined || Number.isNaN(x) ? null : x)

/** The notes' answer. */
export function solutionAt(exercise: Exercise): AnswerAt {
  return solutionWay(exercise, exercise.solutions[0].answer).at
}

/**
 * A right answer of the question's own, with its letters as large as wanted.
 *
 * @throws {RangeError} if it cannot be read
 */
export function solutionWay(exercise: Exercise, answer: Texts): Way {
  const reading = expressionsOf(exercise, readingsOf(exercise, answer))
  if ('unread' in reading)
    throw new RangeError(`solutionWay: expected a readable solution of ${exercise.part}`)
  const letters = Object.values(reading.expressions)
    .flatMap(termsOf)
    .filter(({ isFree }) => isFree)
  const [sizes] = sizesOf(new Map(letters.map(({ name }) => [name, 'large'])))
  return wayOf(reading.expressions, sizes)
}
