import { logitNormalInterval } from '../laws/logit-normal'
import { normalInterval } from '../laws/normal-interval'
import type { Vector } from '../linear/linalg'
import { expectCount, refuse } from '../numbers/expect'
import type { NormalLaw } from './gaussian-laws'

/**
 * Probabilities of `bins` bins of equal width on [0, 1] for the share of a under one head, `α_a/(α_a + α_b) = σ(Δ)`:
 * shape [bins], exact.
 *
 * @param law - of Δ, as `shareLaw` gives it
 * @throws {RangeError} if `bins` is not a whole number ≥ 1, or the law is out of range
 * @see notes 1(c)ii
 */
export function oneHeadShareBins({ mean, sd }: NormalLaw, bins: number): Vector {
  return edgesOf('oneHeadShareBins', bins, (low, high) => logitNormalInterval(low, high, mean, sd))
}

/** Two heads, `Qμ_a` and `Qμ_b`, over keys of which only a varies, and only in its projection γ on its mean. */
export interface TwoHeads {
  /** Number of keys, ≥ 2. */
  readonly n: number
  /** Q, from above 0 to 300. */
  readonly scale: number
  /** Variance of γ, finite, above 0; ½ in the notes. */
  readonly normVariance: number
}

/**
 * Probabilities of `bins` bins of equal width on [0, 1] for the share of a in the output of two heads, the weight on
 * v_a over that on v_a and v_b: shape [bins], exact as keyVariance → 0.
 *
 * The share rises with γ, so a bin is an interval of γ, whose ends {@link lengthAtShare} gives.
 *
 * @throws {RangeError} if `bins` is not a whole number ≥ 1, or the setting is out of range
 * @see notes 1(d)ii
 */
export function twoHeadShareBins(setting: TwoHeads, bins: number): Vector {
  expectCount('twoHeadShareBins', 'number of keys', setting.n, 2)
  const { scale, normVariance } = setting
  if (!(scale > 0 && scale <= 300)) refuse('twoHeadShareBins', 'a scale from above 0 to 300', scale)
  if (!(normVariance > 0 && normVariance < Infinity))
    refuse('twoHeadShareBins', 'a finite variance above 0', normVariance)
  const standard = (share: number) => (lengthAtShare(setting, share) - 1) / Math.sqrt(normVariance)
  return edgesOf('twoHeadShareBins', bins, (low, high) => normalInterval(standard(low), standard(high)))
}

/**
 * The γ at which the share of a is `share`; −∞ below all shares that there are, +∞ above.
 *
 * With x = e^{Qγ} and y = e^Q the heads' weights are `x/(x + n − 1)` and `1/(y + n − 1)` on a, `1/(x + n − 1)` and
 * `y/(y + n − 1)` on b: that a has the share s of their sum is linear in x.
 */
function lengthAtShare({ n, scale }: TwoHeads, share: number): number {
  const rest = n - 1
  const slight = 1 / (Math.exp(scale) + rest)
  const both = (Math.exp(scale) + 1) * slight
  const above = share * (1 + rest * both) - rest * slight
  const below = 1 + slight - share * (1 + both)
  if (above <= 0) return -Infinity
  return below <= 0 ? Infinity : Math.log(above / below) / scale
}

function edgesOf(where: string, bins: number, probability: (low: number, high: number) => number): Vector {
  expectCount(where, 'number of bins', bins, 1)
  return Array.from({ length: bins }, (_, i) => probability(i / bins, (i + 1) / bins))
}

/**
 * Total variation distance `½ Σ |pᵢ − qᵢ|` of two laws on the same bins: in [0, 1], the most by which the
 * probabilities of any event differ.
 *
 * @param p - shape [bins], ≥ 0, summing to 1; so `q`
 * @throws {RangeError} if the shapes differ
 */
export function totalVariation(p: Vector, q: Vector): number {
  if (p.length !== q.length) refuse('totalVariation', `${p.length} bins`, q.length)
  return p.reduce((sum, x, i) => sum + Math.abs(x - q[i]), 0) / 2
}
