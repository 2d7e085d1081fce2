import type { ErrorsAtScales } from '../../checker/verdict/counterexample'
import { number } from '../../tex/format'
import type { Ink } from '../plot/inks'
import type { LabelSpec } from '../plot/Label'
import type { Points } from '../plot/Line'
import { linear } from '../plot/scales'

/** Below this many decimal orders a curve leaves the plot: what falls without bound is seen to. */
const LOWEST = -24

/** Decimal orders below which nothing is drawn, in a plot that shows an error which stays. */
const DEEPEST = -4000

/** Room right of the last scale, for the names of curves. */
const AFTER = 0.9

/** Decimal orders by number of doublings; an error of nothing leaves the plot at the bottom. */
export function pointsOf({ logErrors }: ErrorsAtScales): Points {
  return logErrors.flatMap((log, i) =>
    log === null ? [] : [[i, Math.max(log / Math.LN10, DEEPEST)] as const],
  )
}

/** The axis of scales, one doubling after the other. */
export function scaleAxis({ scales }: ErrorsAtScales) {
  const last = scales.length - 1
  return linear([0, last + AFTER], (i) => (Number.isInteger(i) && i <= last ? number(scales[i]) : ''))
}

/** The right end of {@link scaleAxis}. */
export const endOf = ({ scales }: ErrorsAtScales) => scales.length - 1 + AFTER

/**
 * Where the plot ends: a little below an error that stays where it is while that of a right answer falls past it, which
 * is what there is to see; else where curves that go on falling may leave it.
 */
export function lowest(yours: Points, right: Points): number {
  const [mine, best] = [yours, right].map((points) => points.map(([, y]) => y))
  const isFixed = new Set(mine).size === 1 && mine[0] < LOWEST && Math.min(...best) < mine[0]
  return isFixed ? 1.2 * mine[0] : Math.max(LOWEST, Math.min(-4, ...mine, ...best))
}

/** An error too small to be drawn is at least named; that it stays is what is wrong with it. */
export function inTheEnd({ logErrors }: ErrorsAtScales): string {
  const last = logErrors.findLast((log) => log !== null)
  return last == null ? 'beyond float64' : number(Math.exp(last), last, 3)
}

interface Named {
  readonly points: Points
  readonly low: number
  readonly ink: Ink
  readonly text: string
  /** Where along the axis there is room at the foot of the plot. */
  readonly end: number
}

/** The name of a curve at one of its points in sight, the last if it can be, or at the foot, below which all of it lies. */
export function nameOf({ points, low, ink, text, end }: Named, beyond: string): LabelSpec | undefined {
  if (points.length === 0) return undefined
  const seen = points.filter(([, y]) => y >= low).toReversed()
  if (seen.length > 0) return { text, ink, at: seen, sides: ['se', 'ne', 'sw', 'nw', 'n', 's'], gap: 8 }
  return { text: beyond, ink, at: [end, low], sides: [end === 0 ? 'ne' : 'nw'], gap: 9 }
}

/** An error in a table. */
export const errorText = (log: number | null) =>
  log === null ? 'beyond float64' : number(Math.exp(log), log, 4)
