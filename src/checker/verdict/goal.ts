import type { Exercise, Outcome } from '../../constructions/exercises/exercise'
import type { Vector } from '../../core/linear/linalg'
import { type ErrorsAtScales, errorsOf, solutionAt } from './counterexample'
import { plainInstance } from './trial'

/** What a question asks for, on one plain instance. No answer can be read off it. */
export interface Goal {
  /** Names of the keys: `a`, `b`, `3`. */
  readonly labels: readonly string[]
  /** The weights to be reached; undefined where weights are not what is asked for, or would be the answer. */
  readonly weights: { readonly tex: string; readonly wanted: Vector } | undefined
  /** The error of a right answer. */
  readonly errors: ErrorsAtScales
}

/** The goal of the question of `exercise`. */
export function goalOf(exercise: Exercise): Goal {
  const answer = solutionAt(exercise)
  const { instance } = plainInstance(exercise)
  const [scale] = exercise.scale.schedule
  const answered = answer(instance, scale)
  return {
    labels: instance.labels,
    weights: weightsOf(exercise, answered && instance.outcome(scale, answered)),
    errors: errorsOf(exercise, answer, instance),
  }
}

/** The weights that are judged; where the answer is the output itself, they would say what it is. */
function weightsOf({ fields }: Exercise, outcome: Outcome | undefined): Goal['weights'] {
  const judged = outcome?.mean ? [outcome.mean] : (outcome?.heads ?? [])
  const isAnswer = (tex: string) => fields.some(({ name }) => name === tex.replace('_', ''))
  const [weights] = judged.flatMap(({ tex, wanted }) => (wanted && !isAnswer(tex) ? [{ tex, wanted }] : []))
  return weights
}
