import type { Exercise, Head, Instance, MeanHead, Showing, Size } from '../constructions/exercises/exercise'
import type { Vector } from '../core/linalg'
import { createRandom } from '../core/random'
import { type AnswerAt, answerAt, type Expressions, readAnswer } from './answer'
import { numpyScript } from './numpy-script'
import { outcomesOf, SEED, type Seeded, standingOn } from './trial'

/** Logarithms of the error at the scales of the schedule; null where the answer leaves float64. */
export interface ErrorsAtScales {
  readonly scales: readonly number[]
  readonly logErrors: readonly (number | null)[]
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
  /** Python that reproduces the weights. */
  readonly numpy: string
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
  expressions: Expressions,
  answer: AnswerAt,
  { instance, seed }: Seeded,
): Counterexample | undefined {
  const { schedule } = exercise.scale
  const outcomes = outcomesOf(answer, instance, schedule)
  const first = outcomes.findIndex((outcome) => outcome !== undefined)
  const scale = schedule[first]
  const [outcome, answered] = [outcomes[first], first < 0 ? undefined : answer(instance, scale)]
  if (outcome === undefined || answered === undefined) return undefined
  const errors = errorsOf(exercise, answer, instance)
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
    showing: instance.showing(scale, answered),
    isVisible: errors.logErrors.some((log) => log !== null && log > FAINT),
    numpy: numpyScript(exercise, expressions, instance, scale),
  }
}

function errorsOf({ scale }: Exercise, answer: AnswerAt, instance: Instance): ErrorsAtScales {
  const outcomes = outcomesOf(answer, instance, scale.schedule)
  return {
    scales: scale.schedule,
    logErrors: outcomes.map((outcome) => finiteOrNull(outcome?.logError)),
  }
}

const finiteOrNull = (x: number | undefined) => (x === undefined || Number.isNaN(x) ? null : x)

/** The notes' answer. */
function solutionAt(exercise: Exercise): AnswerAt {
  const reading = readAnswer(exercise, exercise.solutions[0].answer)
  if ('unread' in reading)
    throw new RangeError(`solutionAt: expected a readable solution of ${exercise.part}`)
  return answerAt(reading.expressions)
}
