import { dotProductAttention } from '../../core/attention'
import { basis } from '../../core/linalg'
import { number, texNumber } from '../../tex/format'
import type { Claim } from '../construction'
import { type Averaging, type AveragingModel, keyAngle, logLeakAt } from './two-key-average.model'

type AveragingClaim = Claim<Averaging, AveragingModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

const scoreTable: AveragingClaim = {
  id: 'scores',
  kind: 'stated',
  prose: '$k_i^\\top q = Q$ for the wanted keys and $0$ for all others',
  failsAt: { angle: 75 },
  check({ scale }, { scores, scoreOther }) {
    const error = Math.max(...scores.map((s) => Math.abs(s - scale)), Math.abs(scoreOther))
    return {
      error,
      bound: ROUNDING,
      prose:
        error <= ROUNDING
          ? 'Exactly so with these keys.'
          : `Off by up to ${number(error)}: it needs orthonormal keys, one $Q$ for all, and nothing pushed away.`,
    }
  },
}

const limit: AveragingClaim = {
  id: 'limit',
  kind: 'stated',
  prose:
    'As $Q\\to\\infty$, the wanted $\\alpha_i$ reach their shares ($\\tfrac12$ each for two) and the others go to $0$',
  failsAt: { imbalance: 1 },
  check({ m }, { shares, goals, separation, others }) {
    const stuck = separation === 0 && others > 0
    const error = stuck ? others / (others + m) : largest(shares.map((share, i) => share - goals[i]))
    return { error, bound: ROUNDING, prose: limitProse(error, separation) }
  },
}

function limitProse(error: number, separation: number): string {
  if (separation === 0) return 'All keys are equal, so all weights stay equal whatever $Q$ is.'
  if (error > ROUNDING)
    return 'In the limit the shares are still not as wanted; now a weight is off by {largest-error}.'
  const factor = separation === 1 ? '$e$' : number(Math.exp(separation))
  return `Now off by at most {largest-error}. Once the leak is small, each unit of $Q$ cuts it by a factor ${factor}.`
}

const largest = (errors: readonly number[]) => Math.max(...errors.map(Math.abs))

const closedForm: AveragingClaim = {
  id: 'closed-form',
  kind: 'stated',
  prose: '$\\alpha_a = \\alpha_b = e^Q/(n-2+2e^Q)$',
  failsAt: { pushAway: 2 },
  check({ scale, n }, { logWeights }) {
    if (logWeights.length !== 2)
      return { error: 1, bound: 0, prose: 'It is about two wanted keys, no more and no fewer.' }
    const notes = -Math.log((n - 2) * Math.exp(-scale) + 2)
    const error = largest(logWeights.map((w) => w - notes))
    const agree = 'The formula and the softmax of the scores agree.'
    const differ = `The formula gives ${number(Math.exp(notes))}; the softmax of these scores gives {weight-a} and {weight-b}.`
    return { error, bound: ROUNDING, prose: error <= ROUNDING ? agree : differ }
  },
}

const howLarge: AveragingClaim = {
  id: 'how-large',
  kind: 'unsaid',
  prose:
    'How large is “sufficiently large”? For two orthonormal keys $L\\le\\varepsilon \\iff Q \\ge \\ln\\frac{(n-2)(1-\\varepsilon)}{2\\varepsilon}$',
  check(params, { scaleNeeded, leak }) {
    const finite = Number.isFinite(scaleNeeded)
    const wanted = Math.log(params.epsilon)
    const error = finite ? Math.abs(logLeakAt(params, scaleNeeded) / wanted - 1) : 0
    const so = leak <= params.epsilon ? 'is within' : 'is above'
    const need = finite
      ? 'It gets there at $Q_\\varepsilon = $ {scale-needed}.'
      : scaleNeeded < 0
        ? 'No scale is needed.'
        : 'No scale gets there.'
    return {
      error,
      bound: 1e-11,
      prose: `The leak now, {leak}, ${so} $\\varepsilon$. ${need} Type any $\\varepsilon$, or drag its line in the plot.`,
    }
  },
}

const errorVector: AveragingClaim = {
  id: 'error-vector',
  kind: 'unsaid',
  prose: 'The error is the leak times a fixed vector: $c$ moves on a straight line towards the average',
  failsAt: { imbalance: 1 },
  check(_, { weights, goals, leak }) {
    const error = Math.max(...weights.map((w, i) => Math.abs(w - goals[i] + leak * goals[i])))
    return {
      error,
      bound: ROUNDING,
      prose:
        error <= ROUNDING
          ? 'True at every $Q$, not only in the limit.'
          : `A wanted weight is ${number(error)} away from that line: the shares are not as wanted.`,
    }
  },
}

const needsScale: AveragingClaim = {
  id: 'needs-scale',
  kind: 'unsaid',
  prose:
    'A direction is not enough: with no scale, $q=\\tfrac12(k_a+k_b)$ leaves the other keys a fixed part of the weight',
  check({ n }, { halfSumWeight }) {
    const error = n > SMALL ? 0 : Math.abs(attendedHalfSum(n) - halfSumWeight)
    return {
      error,
      bound: ROUNDING,
      prose: `With ${number(n)} orthonormal keys it gives $\\alpha_a = $ {half-sum-weight}; this is the commonest answer of all.`,
    }
  },
}

/** Up to this many keys the half sum is also put through attention over explicit vectors. */
const SMALL = 60

/** Weight of key a under q = ½(k_a + k_b), by attention over n explicit orthonormal keys. */
function attendedHalfSum(n: number): number {
  const keys = Array.from({ length: n }, (_, i) => basis(i, n))
  const query = keys[0].map((_, i) => (i < 2 ? 0.5 : 0))
  return dotProductAttention(query, keys, keys, {}).weights[0]
}

const sensitivity: AveragingClaim = {
  id: 'sensitivity',
  kind: 'unsaid',
  prose:
    'Only a balanced query averages: $\\alpha_a/\\alpha_b = e^{(1-\\cos\\theta)(Q_a-Q_b)}$ whatever $Q$ is',
  check({ m }, { logWeights, logRatio, advantages }) {
    if (m < 2) return { error: 0, bound: 0, prose: 'It takes two wanted keys to compare.' }
    return {
      error: Math.abs(logWeights[0] - logWeights[1] - logRatio),
      bound: ROUNDING * (1 + Math.abs(logWeights[1]) + Math.abs(advantages[0])),
      prose: 'Here the ratio is {ratio}. Two percent of imbalance at $Q=100$ makes it $7.4 : 1$.',
    }
  },
}

const pushingAway: AveragingClaim = {
  id: 'pushing-away',
  kind: 'unsaid',
  prose: 'Pushing the others away is as good: $-R\\sum_{i\\notin S}k_i$ is worth $R$ more of $Q$',
  check(params, { logLeak }) {
    const worth = params.scale + params.pushAway
    const without = logLeakAt({ ...params, pushAway: 0 }, worth)
    const error = without === logLeak ? 0 : Math.abs(logLeak - without)
    return {
      error,
      bound: ROUNDING * (1 + Math.abs(without)),
      prose: `The leak is that of $Q = ${texNumber(worth)}$ with nothing pushed away.`,
    }
  },
}

const proportionsKept: AveragingClaim = {
  id: 'proportions',
  kind: 'unsaid',
  prose:
    'Any proportions: coefficients $Q+\\ln(m\\,p_i)$ on orthonormal keys give $\\alpha_i\\propto p_i$ at every $Q$',
  failsAt: { m: 3, proportions: [[3, 2, 1, 1, 1, 1, 1, 1]], angle: 60 },
  check({ angle }, { shares, goals }) {
    const error = Math.max(...shares.map((share, i) => Math.abs(share - goals[i])))
    const { separation } = keyAngle(angle)
    const shown = shares.map((share) => number(share, undefined, 3)).join(' : ')
    return {
      error,
      bound: ROUNDING,
      prose:
        error <= ROUNDING
          ? `The wanted keys share as ${shown}.`
          : `They share as ${shown} instead; with these keys $\\alpha_i\\propto e^{${number(separation, undefined, 3)}\\,Q_i}$.`,
    }
  },
}

/** What the notes say of 1(b), then what they leave out. */
export const claims: readonly AveragingClaim[] = [
  limit,
  scoreTable,
  closedForm,
  howLarge,
  errorVector,
  needsScale,
  sensitivity,
  pushingAway,
  proportionsKept,
]
