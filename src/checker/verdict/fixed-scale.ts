import type { Diagnosis, Exercise, Operands } from '../../constructions/exercises/exercise'
import { times } from '../../constructions/exercises/repairs'
import { largestFactor } from '../language/constants'
import { type Counterexample, counterexampleOf } from './counterexample'
import { plainInstance, type Seeded } from './trial'
import type { AnswerAt, Way } from './way'

/** The least number that is taken for a scale. */
const LEAST = 2

/** The largest number by which a query is judged as it is: of `1e9 (k_a + k_b)` times a scale, rounding would decide. */
const LARGEST = 1e6

/** `way`, its queries divided by the number that stands for their scale where that is too large to be scaled further. */
export function shortened(exercise: Exercise, { expressions, at }: Way): AnswerAt {
  const factor = Math.max(...Object.values(expressions).map(largestFactor))
  if (!exercise.gap || factor <= LARGEST) return at
  const divided = (operands: Operands): Operands =>
    Object.fromEntries(Object.entries(operands).map(([field, value]) => [field, times(value, 1 / factor)]))
  return (instance, scale) => {
    const answered = at(instance, scale)
    return (
      answered && {
        ...answered,
        values: divided(answered.values),
        magnitudes: divided(answered.magnitudes),
      }
    )
  }
}

/** Whether an answer has a number where a scale should be. */
export const isFixed = ({ expressions }: Way) =>
  Object.values(expressions).some((one) => largestFactor(one) >= LEAST)

/** What is wrong with `1000 (k_a + k_b)`, with a case on which 1000 is not enough. */
export function fixedScale(
  exercise: Exercise,
  way: Way,
  found: Seeded,
  counterexample: Counterexample | undefined,
): { readonly diagnosis: Diagnosis | undefined; readonly counterexample: Counterexample | undefined } {
  const diagnosis = exercise.diagnoses.find(({ id }) => id === 'scale-fixed')
  const plain = plainInstance(exercise).instance
  const answered = way.at(plain, exercise.scale.schedule[0])
  const gap = answered && exercise.gap?.(answered, plain)
  if (!gap || !diagnosis) return { diagnosis, counterexample }
  const shown = gap.instance
    ? counterexampleOf(exercise, way, { instance: gap.instance, seed: found.seed })
    : counterexample
  return {
    diagnosis: { ...diagnosis, prose: `${diagnosis.prose} ${gap.prose}` },
    counterexample: shown && {
      ...shown,
      ...(gap.showing ? { showing: gap.showing, isForRoom: gap.showing.isExact } : {}),
    },
  }
}
