import type { Part, Texts } from '../constructions/exercises/exercise'
import type { WrittenTask } from '../questions/task'

/** How an attempt was judged. */
export type Outcome = 'right' | 'wrong' | 'undecided'

/** One judged answer, to be read by people. */
export interface AttemptReport {
  readonly outcome: Outcome
  /** `2026-11-22 18:03 UTC`. */
  readonly when: string
  readonly texts: Texts
  /** What was wrong with it, prose with TeX; empty where nothing was named. */
  readonly finding: string
}

/** What has been done on one part, to be read by people. */
export interface PartReport {
  readonly part: Part
  readonly source: string
  readonly title: string
  /** In words: "Right after 3 attempts." */
  readonly summary: string
  /** Oldest first. */
  readonly attempts: readonly AttemptReport[]
  readonly note: string
}

/** What has been done on one written question, to be read by people. */
export interface WrittenReport {
  readonly task: WrittenTask
  /** How the prediction compares with the truth; empty where it has not been shown. */
  readonly finding: string
  readonly text: string
  readonly points: readonly { readonly prose: string; readonly isTicked: boolean }[]
}

/** What a person has done, to be read by people: in the order of the assignment, without what has not been touched. */
export interface ProgressReport {
  readonly parts: readonly PartReport[]
  readonly written: readonly WrittenReport[]
}
