import { number } from '../../../tex/format'
import type { GaussianKeys, GaussianModel } from '../gaussian-keys.model'

/** A scale and the expected error there. */
export type CurvePoint = readonly [scale: number, error: number]

/**
 * The smallest error on the curve and where it is: the vertex of the parabola, in logarithms, through the lowest point and
 * its neighbours; the lowest point itself at an end of the curve. Undefined without points.
 */
export function bestOf(points: readonly CurvePoint[]): CurvePoint | undefined {
  const lowest = points.reduce((best, [, error], i) => (error < points[best][1] ? i : best), 0)
  const three = points.slice(Math.max(0, lowest - 1), lowest + 2)
  if (lowest === 0 || three.length < 3) return points[lowest]
  const [[x0, y0], [x1, y1], [x2, y2]] = three.map((point) => point.map(Math.log))
  const [left, right] = [(y1 - y0) / (x1 - x0), (y2 - y1) / (x2 - x1)]
  const bend = (right - left) / (x2 - x0)
  if (!(bend > 0)) return points[lowest]
  const x = (x0 + x1) / 2 - left / (2 * bend)
  return [Math.exp(x), Math.exp(y1 + (x - x1) * (left + bend * (x - x0)))]
}

/** The two ends of the window of Q in the words of its plot; undefined where there is no such end. */
export function endLabels(
  { n }: Pick<GaussianKeys, 'n'>,
  { windowLow, windowHigh }: Pick<GaussianModel, 'windowLow' | 'windowHigh'>,
): { readonly low: string | undefined; readonly high: string | undefined } {
  return {
    low: n === 2 ? undefined : `leak: Q ≥ ${number(windowLow, undefined, 3)}`,
    high: Number.isFinite(windowHigh) ? `noise: Q ≤ ${number(windowHigh, undefined, 3)}` : undefined,
  }
}
