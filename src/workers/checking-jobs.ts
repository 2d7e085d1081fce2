import { check, exerciseOf } from '../checker/verdict/check'
import { comparedSolutions } from '../checker/verdict/compare'
import { echoes } from '../checker/verdict/echo'
import { goalOf } from '../checker/verdict/goal'
import type { Part, Texts } from '../constructions/exercises/exercise'
import { defineJob, type Jobs } from '../core/jobs'

/** An answer to a part of the notes. */
export interface Answer {
  readonly part: Part
  readonly texts: Texts
}

/** What was read of an answer, by field. */
export const readAnswer = defineJob('check/read', ({ part, texts }: Answer) =>
  echoes(exerciseOf(part), texts),
)

/** The verdict on an answer. */
export const judgeAnswer = defineJob('check/judge', ({ part, texts }: Answer) => check(part, texts))

/** The right answers of a question, side by side. */
export const compareSolutions = defineJob('check/solutions', ({ part }: { readonly part: Part }) =>
  comparedSolutions(exerciseOf(part)),
)

/** What a question asks for. */
export const findGoal = defineJob('check/goal', ({ part }: { readonly part: Part }) =>
  goalOf(exerciseOf(part)),
)

/** All that is done with answers. */
export const jobs: Jobs = [readAnswer, judgeAnswer, compareSolutions, findGoal]
