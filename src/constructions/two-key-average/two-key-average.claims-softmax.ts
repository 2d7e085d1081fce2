import { entropy, logSumExp } from '../../core/attention/softmax'
import type { Claim } from '../construction'
import { quote, type Said, said } from '../said'
import {
  type Averaging,
  type AveragingModel,
  effectiveKeys,
  halfLeakScale,
  logLeakAt,
} from './two-key-average.model'

type AveragingClaim = Claim<Averaging, AveragingModel>

/** A step of Q for a difference quotient, and what its error may be. */
const STEP = 1e-4
const DIFFERENCE = 1e-6

const gradient: AveragingClaim = {
  id: 'gradient',
  name: 'where learning stops',
  kind: 'unsaid',
  prose:
    'A sufficiently large $Q$ cannot be learnt from there: $\\partial L/\\partial Q = -(1-\\cos\\theta)\\,L\\,(1-L)$ dies with the leak',
  check(params, { separation, weights, leak, logLeak, others }) {
    if (others === 0)
      return {
        error: 0,
        bound: 0,
        ...said`Every key is wanted: $L = 0$ at every $Q$, and so is its derivative.`,
      }
    const kept = weights.reduce((sum, w) => sum + w, 0)
    const log = Math.log(separation * kept) + logLeak
    const quotient =
      (logLeakAt(params, params.scale + STEP) - logLeakAt(params, params.scale - STEP)) / (2 * STEP)
    return {
      error: Math.abs(quotient + separation * kept),
      bound: DIFFERENCE,
      ...said`$L$ is a logistic function of $Q$, and $\\sigma' = \\sigma(1-\\sigma)$. Now the derivative is $${quote('slope', -separation * kept * leak, log)}$.${betweenSaid(weights)}`,
    }
  },
}

/** What stays, however large Q is: the gradient between wanted keys. */
function betweenSaid([first, ...more]: readonly number[]): Said {
  if (more.length === 0) return said``
  return said` Between the wanted keys it stays: $\\partial\\alpha_a/\\partial s_a = \\alpha_a(1-\\alpha_a) = ${quote('between', first * (1 - first))}$.`
}

const effective: AveragingClaim = {
  id: 'effective-keys',
  name: 'how many keys count',
  kind: 'unsaid',
  prose:
    'How many keys count? $e^H$ with the entropy $H=-\\sum_i\\alpha_i\\ln\\alpha_i$: all $n$ where the weights are equal, the wanted ones in the limit. Half of the weight has come to these at $Q_{1/2}$, for the notes’ query $\\ln\\frac{n-2}2\\approx\\ln n$',
  check(params, model) {
    const { leak, logLeak, others, shares, weights, logWeights } = model
    const { n } = params
    const count = effectiveKeys(model)
    const kept = weights.reduce((sum, w) => sum + w, 0)
    const own = entropy(shares.map((share) => Math.log(share)))
    const split =
      (others > 0 ? leak * (Math.log(others) - logLeak) : 0) + kept * (own - logSumExp(logWeights))
    return {
      error: Math.abs(Math.log(count) - split),
      bound: 1e-12 * (1 + Math.log(n)),
      ...said`$H$ is the entropy of the split by $L$ and, in those proportions, of the two parts. Now ${quote('count', count)} of ${quote('n', n)} keys count.${halfSaid(halfLeakScale(params))}`,
    }
  },
}

const halfSaid = (half: number): Said =>
  Number.isFinite(half) ? said` $Q_{1/2} = ${quote('half', half)}$.` : said``

/** What the notes leave out about the weights. */
export const softmaxClaims: readonly AveragingClaim[] = [effective, gradient]
