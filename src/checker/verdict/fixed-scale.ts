import type { Diagnosis, Exercise } from '../../constructions/exercises/exercise'
import { largestFactor } from '../language/constants'
import { type Counterexample, counterexampleOf } from './counterexample'
import { plainInstance, type Seeded } from './trial'
import type { Way } from './way'

/** The least number that is taken for a scale. */
const LEAST = 2

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
