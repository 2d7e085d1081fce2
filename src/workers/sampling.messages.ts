import type { GaussianSetting } from '../core/gaussian-setting'
import type { ShareSummary } from '../core/share-tally'

/** Draws to make and count. A later job replaces an earlier one that still runs. */
export interface DrawJob {
  readonly type: 'draw'
  /** Names the job in every answer; answers to an older one are late and to be ignored. */
  readonly job: number
  /** One query, two wanted keys. */
  readonly setting: GaussianSetting
  readonly seed: number
  /** ≥ 1. */
  readonly count: number
}

/** The exact expected error at several scales, one after the other. */
export interface ErrorJob {
  readonly type: 'errors'
  readonly job: number
  /** One setting for each point of the curve. */
  readonly settings: readonly GaussianSetting[]
}

/** Ends the job, if it still runs. Nothing answers. */
export interface Cancel {
  readonly type: 'cancel'
  readonly job: number
}

export type SamplingRequest = DrawJob | ErrorJob | Cancel

/** A part of a job's result. Arrays are transferred: the sender gives them away. */
export type SamplingAnswer =
  | {
      readonly type: 'drawn'
      readonly job: number
      readonly done: boolean
      readonly summary: ShareSummary
      /** Of draws not sent before, up to {@link SHOWN_DRAWS} in all: γ and k_b·μ_b, then the weights of a and b. */
      readonly shown: Float64Array
    }
  | { readonly type: 'errors'; readonly job: number; readonly done: boolean; readonly errors: Float64Array }
  | { readonly type: 'failed'; readonly job: number; readonly message: string }

/** Draws whose places are sent one by one, to be drawn as points; all others are only counted. */
export const SHOWN_DRAWS = 400

/** Numbers of one shown draw. */
export const SHOWN_WIDTH = 4

/** The buffers of an answer, to be transferred rather than copied. */
export function buffersOf(answer: SamplingAnswer): ArrayBufferLike[] {
  if (answer.type === 'drawn') return [answer.summary.histogram.buffer, answer.shown.buffer]
  return answer.type === 'errors' ? [answer.errors.buffer] : []
}
