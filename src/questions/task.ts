import type { ConstructionId } from '../constructions/declared'
import type { ParamValue } from '../constructions/params'
import type { Vector } from '../core/linear/linalg'

/** One thing that a full answer says. */
export interface Point {
  readonly id: string
  /** Prose with TeX; a true statement. */
  readonly prose: string
}

/** A histogram to draw before the true one is shown. */
export interface HistogramTask {
  readonly kind: 'histogram'
  /** What is to be drawn; prose with TeX. */
  readonly ask: string
  /** What the bins are of, in words: "share of a". */
  readonly quantity: string
  /** Probabilities of bins of equal width on [0, 1]. */
  readonly truth: Vector
  /** How the truth is known; prose with TeX. */
  readonly source: string
  /** What to look for in it; prose with TeX. */
  readonly notice: string
}

/** A number to guess before the true one is shown. */
export interface CountTask {
  readonly kind: 'count'
  readonly ask: string
  readonly quantity: string
  /** The guess is a whole number from 0 to this. */
  readonly of: number
  readonly truth: number
  readonly source: string
  readonly notice: string
}

/** What to predict before answering. */
export type PredictionTask = HistogramTask | CountTask

/** A question that is answered in words: no machine judges the answer, a checklist lets its writer do so. */
export interface WrittenTask {
  readonly id: string
  /** Its number in the assignment of 2021. */
  readonly source: string
  readonly title: string
  /** Prose with TeX. */
  readonly question: string
  readonly prediction: PredictionTask
  readonly points: readonly Point[]
  /** The room in which it can be seen. */
  readonly room?: {
    readonly construction: ConstructionId
    readonly params: Readonly<Record<string, ParamValue>>
    readonly label: string
  }
}
