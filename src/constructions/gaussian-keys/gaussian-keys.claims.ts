import { logistic } from '../../core/attention/logistic'
import { logitNormalMean, logitNormalPdf } from '../../core/laws/logit-normal'
import { normalInterval } from '../../core/laws/normal-interval'
import type { Claim } from '../construction'
import { said } from '../said'
import { keyClaims } from './gaussian-keys.claims-keys'
import { windowClaims } from './gaussian-keys.claims-window'
import type { GaussianKeys, GaussianModel } from './gaussian-keys.model'

type GaussianClaim = Claim<GaussianKeys, GaussianModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

/** What is said of the share's law where it is a point. */
const NO_NOISE = said`Here $\\sigma_\\Delta = 0$ at every $Q$: $p = \\tfrac12$ in every draw.`

const heaps: GaussianClaim = {
  id: 'heaps',
  name: 'one heap or two',
  kind: 'unsaid',
  prose:
    'Not a mixture in the end: beyond $\\sigma_\\Delta=\\sqrt2$ the density of $p$ has two heaps, and $P(\\tfrac14<p<\\tfrac34) = 2\\Phi(\\ln 3/\\sigma_\\Delta)-1$ goes to $0$ as $\\sigma_\\Delta\\to\\infty$',
  check(_, { middle, shareSd }) {
    const bound = shareSd === 0 ? Infinity : Math.log(3) / shareSd
    const wrong = isTwoHeaps(shareSd) === shareSd > Math.SQRT2 ? 0 : 1
    return {
      error: Math.max(wrong, Math.abs(middle - normalInterval(-bound, bound))),
      bound: 1e-12,
      ...(shareSd === 0
        ? NO_NOISE
        : shareSd <= Math.SQRT2
          ? said`Here the probability is {middle}: $\\sigma_\\Delta = $ {share-sd} is not above $\\sqrt2 \\approx 1.414$, and there is one heap, about $\\tfrac12$.`
          : said`Here the probability is {middle}: $\\sigma_\\Delta = $ {share-sd} is above $\\sqrt2 \\approx 1.414$, and there are two heaps.`),
    }
  },
}

/** Near that σ the density at ½ and beside it are too much alike to be distinguished. */
const FLAT = 0.01

/** Whether the density of σ(Δ) is larger beside ½ than there. */
function isTwoHeaps(sd: number): boolean {
  if (Math.abs(sd - Math.SQRT2) < FLAT) return sd > Math.SQRT2
  if (sd === 0) return false
  const beside = Math.min(1, Math.sqrt(Math.abs(sd ** 2 - 2)) / 2)
  return logitNormalPdf(logistic(beside), 0, sd) > logitNormalPdf(0.5, 0, sd)
}

const half: GaussianClaim = {
  id: 'half',
  name: 'half on average',
  kind: 'unsaid',
  prose:
    'On average $p$ is $\\tfrac12$ at every $Q$; what grows with $\\sigma_\\Delta$ is its variance, towards $\\tfrac14$',
  check(_, { shareSd, shareVariance }) {
    const centre = Math.abs(logitNormalMean(0, shareSd) - 0.5)
    return {
      error: Math.max(centre, shareVariance - 0.25),
      bound: ROUNDING,
      ...(shareSd === 0 ? NO_NOISE : said`Now the variance is {share-variance}.`),
    }
  },
}

const { nonrandom, variance, stretched, signed, length, dimension } = keyClaims
const { averages, noise, noisyLeak, othersAlone } = windowClaims

/** What the notes say of 1(c), then what they leave out. */
export const claims: readonly GaussianClaim[] = [
  averages,
  nonrandom,
  variance,
  stretched,
  signed,
  noise,
  noisyLeak,
  heaps,
  half,
  length,
  othersAlone,
  dimension,
]
