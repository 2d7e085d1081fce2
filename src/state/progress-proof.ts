import type { Part, Texts } from '../constructions/exercises/exercise'
import { type Attempt, PARTS, type Progress, partProgress } from './progress'

/** An answer that stands for what has been done on a part. */
export interface StandingAnswer {
  readonly part: Part
  readonly texts: Texts
}

/** For each part that was tried, the latest right answer, or the latest where none is right. */
export function standingAnswers(progress: Progress): readonly StandingAnswer[] {
  return PARTS.flatMap((part) => {
    const { attempts } = partProgress(progress, part)
    const standing: Attempt | undefined = attempts.findLast(({ accept }) => accept) ?? attempts.at(-1)
    return standing ? [{ part, texts: standing.texts }] : []
  })
}
