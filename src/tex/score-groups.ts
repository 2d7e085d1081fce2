import type { RationalVector } from '../core/linear/rational-matrix'
import { equal, isZero, minus, type Rational, signOf } from '../core/numbers/rational'
import { sumTex } from './compositions'

/** Keys of equal score, which have equal weights. */
export interface ScoreGroup {
  /** The score in units of what all scores are multiples of. */
  readonly product: Rational
  readonly keys: readonly number[]
}

/** Keys by falling score, those of equal score together. */
export function scoreGroups(products: RationalVector): ScoreGroup[] {
  const first = products.filter((p, j) => products.findIndex((other) => equal(other, p)) === j)
  return first
    .toSorted((a, b) => signOf(minus(b, a)))
    .map((product) => ({ product, keys: products.flatMap((p, j) => (equal(p, product) ? [j] : [])) }))
}

/**
 * TeX of the weight of one key of group `g`: `\frac{e^{\beta^2}}{e^{\beta^2}+2}`.
 *
 * @param unit - TeX of what the scores are multiples of, as `\beta^2`
 */
export function weightTex(groups: readonly ScoreGroup[], g: number, unit: string): string {
  const total = groups.map(({ keys, product }) => countedExp(keys.length, product, unit))
  if (groups.length === 1) return `\\frac{1}{${groups[0].keys.length}}`
  return `\\frac{${countedExp(1, groups[g].product, unit)}}{${total.join('+')}}`
}

/** `p·tex`, with 1 and −1 written as signs. */
export const multipleTex = (p: Rational, tex: string): string => sumTex([[p, tex]])

/** TeX of `count·e^{product·unit}`: `2`, `e^{\beta^2}`, `2e^{-3\beta^2}`. */
function countedExp(count: number, product: Rational, unit: string): string {
  if (isZero(product)) return String(count)
  return `${count === 1 ? '' : count}e^{${multipleTex(product, unit)}}`
}
