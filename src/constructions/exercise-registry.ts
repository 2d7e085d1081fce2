import type { Exercise, Part } from './exercises/exercise'
import { exercise as gaussianKeys } from './gaussian-keys/gaussian-keys.exercise'
import { exercise as identitySelfAttention } from './identity-self-attention/identity-self-attention.exercise'
import { exercise as keyQueryValue } from './key-query-value/key-query-value.exercise'
import { exercise as multiHead } from './multi-head/multi-head.exercise'
import { exercise as singleKey } from './single-key/single-key.exercise'
import { exercise as twoKeyAverage } from './two-key-average/two-key-average.exercise'

/** Every question that an answer can be checked for, in the order of the notes: apart from the rooms, which do without. */
export const exercises: readonly Exercise[] = [
  singleKey,
  twoKeyAverage,
  gaussianKeys,
  multiHead,
  identitySelfAttention,
  keyQueryValue,
]

/** The question of `part`. */
export function exerciseOf(part: Part): Exercise {
  return exercises.find((exercise) => exercise.part === part) ?? exercises[0]
}
