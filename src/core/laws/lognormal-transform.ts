import type { NormalLaw } from '../gaussian/gaussian-laws'
import { portableHypot } from '../numbers/portable'
import { normalCdf } from './normal'

/**
 * What a lognormal `X = e^S` contributes at t = e^τ to `∫ t E(…e^{−tD}) dt`, D a sum that X belongs to. With
 * y = τ + S, so that `e^y = tX`, and `unit = e^{τ + E S}`:
 */
export interface LognormalTerms {
  /** `E exp(−e^y)`, in [0, 1]: the Laplace transform of X at t. */
  zeroth: number
  /** `E e^y exp(−e^y)`, in [0, 1/e]. */
  first: number
  /** `E e^{2y} exp(−e^y)`, in [0, 4/e²]. */
  second: number
  /** `E (e^y − unit) exp(−e^y)`. */
  offset: number
  /** `E (e^y − unit)² exp(−e^y)`; keeps its digits where S hardly varies. */
  spread: number
}

/**
 * The terms of `X = e^S`, S normal, as a function of τ that writes them into one record, each within 1e−14.
 *
 * The trapezoidal rule: the integrands are analytic in a strip, so that it converges geometrically. For sd ≤ 1 it
 * runs over the normal deviate of S; beyond, where the bell is the flatter factor, over y.
 *
 * @param law - of S
 */
export function lognormalTerms(law: NormalLaw): (tau: number) => LognormalTerms {
  return isNarrow(law) ? overDeviates(law) : overScores(law)
}

/** Whether S varies so little that the rule runs over its deviate. */
export const isNarrow = ({ sd }: NormalLaw) => sd <= 1

const STEP = 0.25

/** Normal deviates from −9 to 9, and STEP times the density there. */
const DEVIATES = Float64Array.from({ length: 73 }, (_, i) => (i - 36) * STEP)
const MASSES = DEVIATES.map((z) => (STEP * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI))

function overDeviates({ mean, sd }: NormalLaw): (tau: number) => LognormalTerms {
  const offsets = DEVIATES.map((z) => Math.expm1(sd * z))
  const terms: LognormalTerms = { zeroth: 0, first: 0, second: 0, offset: 0, spread: 0 }
  return (tau) => {
    const unit = Math.exp(tau + mean)
    let [zeroth, offset, spread] = [0, 0, 0]
    for (let i = 0; i < offsets.length; i++) {
      const mass = MASSES[i] * Math.exp(-unit * (1 + offsets[i]))
      zeroth += mass
      offset += mass * offsets[i]
      spread += mass * offsets[i] * offsets[i]
    }
    terms.zeroth = zeroth
    terms.offset = unit * offset
    terms.spread = unit * unit * spread
    terms.first = unit * zeroth + terms.offset
    terms.second = unit * (unit * zeroth + 2 * terms.offset) + terms.spread
    return terms
  }
}

/** y from −38 to 9: outside, what is summed is below 1e−16. */
const POINTS = Float64Array.from({ length: 189 }, (_, i) => -38 + i * STEP)
const FIRST = POINTS.map((y) => STEP * Math.exp(y - Math.exp(y)))
const SECOND = POINTS.map((y) => STEP * Math.exp(2 * y - Math.exp(y)))
/** exp(−e^y) less the step Φ(−y), whose expectation has a closed form: what is left vanishes on both sides. */
const BEYOND_STEP = POINTS.map((y) => STEP * (Math.expm1(-Math.exp(y)) + normalCdf(y)))

function overScores({ mean, sd }: NormalLaw): (tau: number) => LognormalTerms {
  const terms: LognormalTerms = { zeroth: 0, first: 0, second: 0, offset: 0, spread: 0 }
  const root = portableHypot(1, sd)
  const height = 1 / (sd * Math.sqrt(2 * Math.PI))
  return (tau) => {
    const x = tau + mean
    let [beyond, first, second] = [0, 0, 0]
    for (let i = 0; i < POINTS.length; i++) {
      const z = (POINTS[i] - x) / sd
      const density = Math.exp((-z * z) / 2)
      beyond += density * BEYOND_STEP[i]
      first += density * FIRST[i]
      second += density * SECOND[i]
    }
    const unit = Math.exp(x)
    terms.zeroth = Math.max(0, beyond * height + normalCdf(-x / root))
    terms.first = first * height
    terms.second = second * height
    terms.offset = terms.first - unit * terms.zeroth
    terms.spread = terms.second - unit * (terms.first + terms.offset)
    return terms
  }
}
