import type { GaussianSetting } from '../../core/gaussian/gaussian-setting'
import type { ShareSummary } from '../../core/gaussian/share-tally'

/** What is to be drawn. */
export interface DrawTask {
  /** One query, two wanted keys. */
  readonly setting: GaussianSetting
  readonly seed: number
  /** ≥ 1. */
  readonly count: number
}

/** The draws made so far of one task. */
export interface Drawn {
  readonly summary: ShareSummary
  /** γ and k_b·μ_b, then the weights of a and b, of the first {@link SHOWN_DRAWS} draws, one after the other. */
  readonly shown: Float64Array
}

/** Draws whose places are kept one by one, to be drawn as points; all others are only counted. */
export const SHOWN_DRAWS = 400

/** Numbers of one shown draw. */
export const SHOWN_WIDTH = 4

/** What is known after `part`, in which `shown` has only the draws that `before` has not. */
export function withDraws(before: Drawn | undefined, part: Drawn): Drawn {
  // The same array as long as nothing was added: figures of it need not be drawn again.
  const shown =
    before && part.shown.length === 0
      ? before.shown
      : Float64Array.from([...(before?.shown ?? []), ...part.shown])
  return { summary: part.summary, shown }
}
