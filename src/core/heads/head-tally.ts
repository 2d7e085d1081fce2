import type { GaussianSampler } from '../gaussian/gaussian'
import { type Moments, noMoments, withValues } from '../laws/statistics'
import { DESIGNS, type Design, designMeter, type HeadParams } from './head-designs'

/** What a tally knows of one design. */
export interface DesignSummary {
  /** Of the squared error of c. */
  readonly error: Moments
  /** How many draws succeeded. */
  readonly successes: number
  /** How many errors lie in each bin of their decimal logarithm; shape [ERROR_BINS.count]. */
  readonly histogram: Float64Array
  /** Outputs of the first draws, at most {@link SHOWN_OUTPUTS}: weights of the wanted keys, then of all others; rows [H + 1]. */
  readonly outputs: Float64Array
}

/** Outputs that are kept one by one, to be drawn as points. */
export const SHOWN_OUTPUTS = 300

/** What a tally knows of the draws so far. */
export interface HeadSummary {
  readonly count: number
  readonly designs: Readonly<Record<Design, DesignSummary>>
  /** How many γ lie in each bin; shape [GAMMA_BINS.count]. */
  readonly gammas: Float64Array
  /** How many draws have γ < 0. */
  readonly negative: number
}

/** Bins of equal width; what lies outside is counted in the first and the last. */
export interface Bins {
  readonly low: number
  readonly high: number
  readonly count: number
}

/** Of the decimal logarithm of the error, whose largest value is 2. */
export const ERROR_BINS: Bins = { low: -12, high: 0.4, count: 124 }

interface Counts {
  error: Moments
  successes: number
  readonly histogram: Float64Array
  readonly outputs: number[]
}

/** Of γ. */
export const GAMMA_BINS: Bins = { low: -5, high: 7, count: 120 }

/** A design that draws are counted for; identical heads are the single one, draw by draw. */
const COUNTED = DESIGNS.filter((design) => design !== 'identical')

/**
 * Counts what the designs make of the same draws as they stream by, in fixed memory.
 *
 * @see notes 1(d)ii
 */
export class HeadTally {
  private readonly counts: readonly Counts[] = COUNTED.map(() => ({
    error: noMoments,
    successes: 0,
    histogram: emptyBins(ERROR_BINS),
    outputs: [],
  }))
  private readonly gammas = emptyBins(GAMMA_BINS)
  private readonly meters: readonly ReturnType<typeof designMeter>[]
  private negative = 0
  private kept = 0

  constructor(setting: Pick<HeadParams, 'n' | 'heads'>) {
    this.meters = COUNTED.map((design) => designMeter(design, setting))
  }

  /** Makes and counts the sampler's next `count` draws; it samples the `headSetting` of the same params. */
  add(sampler: GaussianSampler, count: number): void {
    const errors = COUNTED.map(() => new Float64Array(count))
    for (let row = 0; row < count; row++) {
      sampler.draw()
      const [gamma] = sampler.projections
      if (gamma < 0) this.negative++
      this.gammas[binOf(GAMMA_BINS, gamma)]++
      for (let i = 0; i < COUNTED.length; i++) {
        const { error, success, output, leak } = this.meters[i](sampler.weights)
        errors[i][row] = error
        if (this.kept < SHOWN_OUTPUTS) this.counts[i].outputs.push(...output, leak)
        this.counts[i].histogram[binOf(ERROR_BINS, Math.log10(error))]++
        if (success) this.counts[i].successes++
      }
      this.kept++
    }
    for (const [i, part] of this.counts.entries()) part.error = withValues(part.error, errors[i])
  }

  /** What is known now; a snapshot that later draws leave alone. */
  summary(): HeadSummary {
    const [one, separate, pushing, away] = this.counts.map(snapshot)
    const { negative, gammas } = this
    return {
      count: one.error.count,
      designs: { one, separate, identical: snapshot(this.counts[0]), pushing, away },
      gammas: gammas.slice(),
      negative,
    }
  }
}

function snapshot({ error, successes, histogram, outputs }: Counts): DesignSummary {
  return { error, successes, histogram: histogram.slice(), outputs: Float64Array.from(outputs) }
}

const emptyBins = ({ count }: Bins) => new Float64Array(count)

/** The bin of `x`; −∞, the logarithm of no error, belongs to the first. */
function binOf({ low, high, count }: Bins, x: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(((x - low) / (high - low)) * count)))
}
