import { logistic } from '../attention/logistic'
import { normalCdf, normalQuantile } from '../laws/normal'
import { type Moments, noMoments, withValues } from '../laws/statistics'
import { expectFinite, refuse } from '../numbers/expect'
import type { DrawColumns } from './gaussian'
import type { NormalLaw } from './gaussian-laws'

/** Bins of the histogram, of equal width on {@link shareRange}. */
export const SHARE_BINS = 50

/** Where the shares of a law are: [0, 1], or nearer to σ(mean) where five standard deviations of Δ span less. */
export function shareRange({ mean, sd }: NormalLaw): readonly [low: number, high: number] {
  return sd < 1e-12 || sd > 1 ? [0, 1] : [logistic(mean - 5 * sd), logistic(mean + 5 * sd)]
}

/** What a tally knows of the draws so far. */
export interface ShareSummary {
  readonly count: number
  /** How many shares lie in each bin, the outer ones with all beyond; shape [SHARE_BINS]. */
  readonly histogram: Float64Array
  /** Of the share of a, `α_a/(α_a + α_b)`. */
  readonly share: Moments
  /** Of the squared error of c. */
  readonly error: Moments
  /** How many shares lie strictly between ¼ and ¾. */
  readonly middle: number
  /** How many draws have γ < 0. */
  readonly negative: number
  /** Quantiles of the share at {@link QUANTILES}. */
  readonly quantiles: readonly number[]
  /** Kolmogorov–Smirnov distance from the law, or −1 where that is a single point. */
  readonly distance: number
}

/** Probabilities of the quantiles that a summary holds. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Levels of the distribution function that are distinguished: a distance is exact within 1/LEVELS. */
const LEVELS = 2 ** 18

/**
 * Counts draws as they stream by, in fixed memory and without sorting: histogram, moments, quantiles and the
 * distance of the share of a from its exact law.
 *
 * Each draw is filed under its level F(Δ), F the law's distribution function, Δ = s_a − s_b. Shares that round to 0 or 1
 * keep their order that way, and as F and the sample's own function are compared at {@link LEVELS} levels, the
 * Kolmogorov–Smirnov distance is within 1/LEVELS = 4e−6 of the true one, always. So are the quantiles' levels.
 *
 * @see notes 1(c)ii
 */
export class ShareTally {
  private readonly levels = new Uint32Array(LEVELS)
  private readonly histogram = new Float64Array(SHARE_BINS)
  private share = noMoments
  private error = noMoments
  private middle = 0
  private negative = 0

  private readonly law: NormalLaw
  private readonly range: readonly [number, number]

  /**
   * @param law - of Δ; with sd 0 nothing is compared
   * @throws {RangeError} if the law's mean is not finite, or its sd not finite and ≥ 0
   */
  constructor(law: NormalLaw) {
    expectFinite('ShareTally', 'mean', law.mean)
    if (!(law.sd >= 0 && law.sd < Infinity)) refuse('ShareTally', 'a finite sd ≥ 0', law.sd)
    this.law = law
    this.range = shareRange(law)
  }

  /** Counts the draws of the first query in `columns`, of two wanted keys. */
  add(columns: DrawColumns): void {
    const shares = new Float64Array(columns.count)
    const width = columns.scores.length / columns.count
    for (let row = 0; row < columns.count; row++) {
      const difference = columns.scores[row * width] - columns.scores[row * width + 1]
      shares[row] = logistic(difference)
      this.file(difference, shares[row])
      if (columns.along[2 * row] < 0) this.negative++
    }
    this.share = withValues(this.share, shares)
    this.error = withValues(this.error, columns.errors)
  }

  /** What is known now; a snapshot that later draws leave alone. */
  summary(): ShareSummary {
    const { share, error, middle, negative } = this
    const { distance, quantiles } = this.compare()
    return {
      count: share.count,
      histogram: this.histogram.slice(),
      share,
      error,
      middle,
      negative,
      quantiles,
      distance,
    }
  }

  private file(difference: number, share: number): void {
    const [low, high] = this.range
    const bin = Math.floor(((share - low) / (high - low)) * SHARE_BINS)
    this.histogram[Math.max(0, Math.min(SHARE_BINS - 1, bin))]++
    if (share > 0.25 && share < 0.75) this.middle++
    const level = this.law.sd === 0 ? 0.5 : normalCdf((difference - this.law.mean) / this.law.sd)
    this.levels[Math.min(LEVELS - 1, Math.floor(level * LEVELS))]++
  }

  /** One pass over the levels. */
  private compare(): Pick<ShareSummary, 'distance' | 'quantiles'> {
    const { levels, law } = this
    const { count } = this.share
    if (law.sd === 0) return { distance: -1, quantiles: QUANTILES.map(() => logistic(law.mean)) }
    const quantiles: number[] = []
    let [below, distance] = [0, 0]
    for (let k = 0; k < LEVELS; k++) {
      below += levels[k]
      distance = Math.max(distance, Math.abs(below / count - (k + 1) / LEVELS))
      while (quantiles.length < QUANTILES.length && below >= QUANTILES[quantiles.length] * count)
        quantiles.push(logistic(law.mean + law.sd * normalQuantile((k + 0.5) / LEVELS)))
    }
    return { distance, quantiles }
  }
}
