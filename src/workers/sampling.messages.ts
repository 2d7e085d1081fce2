import type { GaussianSetting } from '../core/gaussian-setting'
import type { HeadParams } from '../core/head-designs'
import type { HeadSummary } from '../core/head-tally'
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

/** Draws to make and to count for several designs of heads at once. */
export interface HeadJob {
  readonly type: 'heads'
  readonly job: number
  readonly params: HeadParams
  readonly seed: number
  /** ≥ 1. */
  readonly count: number
}

/** Any job, as a worker hears it. */
export type SamplingJob = DrawJob | ErrorJob | HeadJob

/** Expected errors at the job's own key variance, of the designs for which they have an exact form. */
export interface ExactErrors {
  readonly one: number | undefined
  readonly separate: number
}

/** Ends the job, if it still runs. Nothing answers. */
export interface Cancel {
  readonly type: 'cancel'
  readonly job: number
}

export type SamplingRequest = SamplingJob | Cancel

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
  | {
      readonly type: 'heads'
      readonly job: number
      readonly done: boolean
      readonly summary: HeadSummary
      readonly exact: ExactErrors
    }
  | { readonly type: 'failed'; readonly job: number; readonly message: string }

/** Draws whose places are sent one by one, to be drawn as points; all others are only counted. */
export const SHOWN_DRAWS = 400

/** Numbers of one shown draw. */
export const SHOWN_WIDTH = 4

/** The buffers of an answer, to be transferred rather than copied. */
export function buffersOf(answer: SamplingAnswer): ArrayBufferLike[] {
  if (answer.type === 'drawn') return [answer.summary.histogram.buffer, answer.shown.buffer]
  if (answer.type === 'heads') return headBuffers(answer.summary)
  return answer.type === 'errors' ? [answer.errors.buffer] : []
}

const headBuffers = ({ gammas, designs }: HeadSummary) => [
  gammas.buffer,
  ...Object.values(designs).flatMap(({ histogram, outputs }) => [histogram.buffer, outputs.buffer]),
]
