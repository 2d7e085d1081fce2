import { DESIGNS, type Design } from '../../core/heads/head-designs'
import type { HeadSummary } from '../../core/heads/head-tally'
import { proportionInterval } from '../../core/laws/confidence'
import { gainOf } from './multi-head.model'

/** What draws at the current α say of the designs, and exact expected errors at that α where there are any. */
export interface Measured {
  readonly summary: Pick<HeadSummary, 'count' | 'designs'>
  readonly exact: {
    readonly one: number | undefined
    readonly separate: number
    readonly away: number | undefined
  }
}

/** How many times smaller a design's error is than that of one head, at the current α. */
export interface Gain {
  /** Undefined where both errors are too small to compare. */
  readonly value: number | undefined
  /** Whether it is the ratio of two means of the same draws, for want of exact errors. */
  readonly isSampled: boolean
}

/** Exact errors are good to 1e−11 (absolute); a smaller one than this makes no ratio. */
const SMALLEST_EXACT = 1e-9

/** The gain of a design at the current α: from exact errors where both are known, else from the draws. */
export function gainAt(design: Design, { exact, summary: { designs } }: Measured): Gain {
  if (design === 'one' || design === 'identical') return { value: 1, isSampled: false }
  const own = design === 'pushing' ? undefined : exact[design]
  if (exact.one !== undefined && own !== undefined && Math.min(exact.one, own) >= SMALLEST_EXACT)
    return { value: exact.one / own, isSampled: false }
  return { value: gainOf(designs.one.error.mean, designs[design].error.mean), isSampled: true }
}

/** So sure a contradiction must be, for five designs and every setting that a reader may try. */
const SURE = 0.9999

/** Designs that succeed, at the current α, with another probability than their limit as α → 0: chance cannot explain the draws. */
export function offLimit(
  { count, designs }: Measured['summary'],
  limits: Readonly<Record<Design, { readonly success: number }>>,
): Design[] {
  return DESIGNS.filter((design) => {
    const { low, high } = proportionInterval(designs[design].successes, count, SURE)
    // A limit of 0 or 1 may be rounded.
    return limits[design].success < low - 1e-12 || limits[design].success > high + 1e-12
  })
}
