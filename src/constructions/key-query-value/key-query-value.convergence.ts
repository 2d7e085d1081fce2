import { logSumExp } from '../../core/attention/softmax'
import { add, norm, scaled } from '../../core/linear/linalg'
import {
  exactScaled,
  exactSum,
  type RationalMatrix,
  type RationalVector,
} from '../../core/linear/rational-matrix'
import {
  equal,
  isZero,
  minus,
  plus,
  type Rational,
  rational,
  signOf,
  times,
  toNumber,
  ZERO,
} from '../../core/numbers/rational'

/** Keys of equal score, which have equal weights at every β. */
export interface KeyGroup {
  readonly keys: readonly number[]
  /** How far their score is below the largest, in units of τβ²; ≥ 0. */
  readonly gap: Rational
  /** `Σ (v_j − target)` over the group: what one unit of its weight adds to the error. Coefficients, exact. */
  readonly pull: RationalVector
}

/** How an output approaches its target: groups of keys by falling score. */
export type Convergence = readonly KeyGroup[]

/**
 * The error of one output, split by groups of equal score: `c − target = Σ_G α_G Σ_{j∈G} (v_j − target)`, so that
 * what cancels inside a group does so exactly.
 */
export function convergenceOf(
  products: RationalVector,
  values: RationalMatrix,
  target: RationalVector,
): Convergence {
  const top = products.reduce((most, p) => (signOf(minus(p, most)) > 0 ? p : most))
  const gaps = products.map((p) => minus(top, p))
  const distinct = gaps.filter((gap, j) => gaps.findIndex((other) => equal(other, gap)) === j)
  const opposite = exactScaled(target, rational(-1n))
  return distinct
    .map((gap): KeyGroup => {
      const keys = gaps.flatMap((other, j) => (equal(other, gap) ? [j] : []))
      return { keys, gap, pull: keys.map((j) => exactSum(values[j], opposite)).reduce(exactSum) }
    })
    .toSorted((a, b) => signOf(minus(a.gap, b.gap)))
}

/** The groups that contribute to the error. */
export const pulling = (groups: Convergence): Convergence =>
  groups.filter(({ pull }) => pull.some((x) => !isZero(x)))

/**
 * `ln ‖c − target‖` as a function of β and τ; −∞ where the output is the target whatever β is. Exact where weights
 * underflow: the largest exponential is taken out before anything is added.
 */
export function logErrorOf(groups: Convergence): (beta: number, scoreScale: number) => number {
  const pulls = pulling(groups).map(({ gap, pull }) => ({ gap: toNumber(gap), pull: pull.map(toNumber) }))
  if (pulls.length === 0) return () => -Infinity
  const masses = groups.map(({ gap, keys }) => ({ gap: toNumber(gap), log: Math.log(keys.length) }))
  const nearest = pulls[0].gap
  return (beta, scoreScale) => {
    const factor = scoreScale * beta ** 2
    const vector = pulls.map(({ gap, pull }) => scaled(pull, Math.exp((nearest - gap) * factor))).reduce(add)
    const total = logSumExp(masses.map(({ gap, log }) => log - gap * factor))
    return Math.log(norm(vector)) - nearest * factor - total + Math.log(beta)
  }
}

/** How fast the error falls: `ln ‖c − target‖ ≈ −rate · τβ²`; 0 where it does not fall, undefined where there is none. */
export function rateOf(groups: Convergence): Rational | undefined {
  return pulling(groups)[0]?.gap
}

/** `‖Σ (v_j − target)‖²` of a group, exact. */
export const pullSquared = ({ pull }: KeyGroup): Rational =>
  pull.reduce((sum, x) => plus(sum, times(x, x)), ZERO)
