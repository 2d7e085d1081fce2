import { dotProductAttention } from '../../core/attention/attention'
import { logSumExp } from '../../core/attention/softmax'
import { basis } from '../../core/linear/linalg'
import type { Claim } from '../construction'
import { quote, type Said, said } from '../said'
import { queryClaims } from './two-key-average.claims-query'
import { softmaxClaims } from './two-key-average.claims-softmax'
import { type Averaging, type AveragingModel, logLeakAt } from './two-key-average.model'

type AveragingClaim = Claim<Averaging, AveragingModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

const scoreTable: AveragingClaim = {
  id: 'scores',
  name: 'the table of scores',
  kind: 'stated',
  prose: '$k_i^\\top q = Q$ for the wanted keys and $0$ for all others',
  failsAt: { angle: 75 },
  check({ scale }, { scores, scoreOther, others }) {
    const off = [...scores.map((s) => s - scale), ...(others > 0 ? [scoreOther] : [])]
    const error = largest(off)
    return {
      error,
      bound: ROUNDING,
      ...(error <= ROUNDING
        ? said`Exactly so with these keys.`
        : said`Off by up to ${quote('off', error)}: it needs orthonormal keys, one $Q$ for all, and nothing pushed away.`),
    }
  },
}

const limit: AveragingClaim = {
  id: 'limit',
  name: 'the limit of Q',
  kind: 'stated',
  prose:
    'As $Q\\to\\infty$, the wanted $\\alpha_i$ reach their shares ($\\tfrac12$ each for two) and the others go to $0$',
  failsAt: { imbalance: 1 },
  check({ m }, { shares, goals, separation, others }) {
    const stuck = separation === 0 && others > 0
    const error = stuck ? others / (others + m) : largest(shares.map((share, i) => share - goals[i]))
    return { error, bound: ROUNDING, ...limitSaid(error, separation, others) }
  },
}

function limitSaid(error: number, separation: number, others: number): Said {
  if (separation === 0 && others > 0)
    return said`All keys are equal, so all weights stay equal whatever $Q$ is.`
  if (error > ROUNDING)
    return said`At every $Q$ the wanted keys share in other proportions; now a weight is off by {largest-error}.`
  if (others === 0)
    return said`Every key is wanted: nothing leaks, and the weights are the shares at every $Q$.`
  const factor = separation === 1 ? '$e$' : said`${quote('factor', Math.exp(separation))}`
  return said`Now off by at most {largest-error}. Once the leak is small, each unit of $Q$ cuts it by a factor ${factor}.`
}

const largest = (errors: readonly number[]) => Math.max(...errors.map(Math.abs))

const closedForm: AveragingClaim = {
  id: 'closed-form',
  name: 'the closed form',
  kind: 'stated',
  prose: '$\\alpha_a = \\alpha_b = e^Q/(n-2+2e^Q)$',
  failsAt: { pushAway: 2 },
  premise: ({ m }) =>
    m === 2
      ? undefined
      : { ...said`It is about two wanted keys; here $m = ${quote('m', m)}$.`, changes: { m: 2 } },
  check({ scale, n }, { logWeights, logLeak }) {
    const logOthers = Math.log(n - 2)
    const total = logSumExp([scale + Math.LN2, logOthers])
    const [weight, leak] = [scale - total, logOthers - total]
    // In logarithms: α saturates at ½ where the leaks still differ by orders.
    const offLeak = leak === logLeak ? 0 : (logLeak - leak) / (1 + Math.abs(leak))
    const error = largest([...logWeights.map((w) => w - weight), offLeak])
    const agree = said`The formula and the softmax of the scores agree, and so do the leaks they leave.`
    const differ = said`The formula gives ${quote('formula', Math.exp(weight), weight)} and a leak of ${quote('formula-leak', Math.exp(leak), leak)}; the softmax of these scores gives {weight-a}, {weight-b} and {leak}.`
    return { error, bound: ROUNDING, ...(error <= ROUNDING ? agree : differ) }
  },
}

const howLarge: AveragingClaim = {
  id: 'how-large',
  name: 'sufficiently large',
  kind: 'unsaid',
  prose:
    'How large is “sufficiently large”? $L\\le\\varepsilon \\iff Q \\ge Q_\\varepsilon$; for the notes’ query over orthonormal keys $Q_\\varepsilon = \\ln\\frac{(n-2)(1-\\varepsilon)}{2\\varepsilon}$',
  check(params, { scaleNeeded, logLeak }) {
    const wanted = Math.log(params.epsilon)
    const isWithin = logLeak <= wanted
    const error = Number.isFinite(scaleNeeded) ? Math.abs(logLeakAt(params, scaleNeeded) / wanted - 1) : 0
    // Beside Q_ε the leak is too near ε for the order of the two to be a test.
    const isClear = Math.abs(logLeak - wanted) > 1e-9 * Math.abs(wanted)
    const contradicts = isClear && isWithin !== params.scale >= scaleNeeded
    return {
      error: contradicts ? Infinity : error,
      bound: 1e-11,
      ...said`The leak now, {leak}, is ${isWithin ? 'within' : 'above'} $\\varepsilon = ${quote('epsilon', params.epsilon)}$. ${neededSaid(scaleNeeded)} Type any $\\varepsilon$, or drag its line in the plot.`,
    }
  },
}

function neededSaid(scaleNeeded: number): Said {
  if (Number.isFinite(scaleNeeded))
    return said`The query shown gets there at $Q_\\varepsilon = $ {scale-needed}.`
  return scaleNeeded < 0 ? said`No scale is needed.` : said`No scale gets there.`
}

const errorVector: AveragingClaim = {
  id: 'error-vector',
  name: 'a straight line',
  kind: 'unsaid',
  prose: 'The error is the leak times a fixed vector: $c$ moves on a straight line towards the average',
  failsAt: { imbalance: 1 },
  check(_, { weights, shares, goals, leak }) {
    const away = largest(weights.map((w, i) => w - goals[i] + leak * goals[i]))
    // αᵢ − (1 − L)wᵢ = (1 − L)(rᵢ − wᵢ): decided without the factor, which may hide what is off.
    const error = largest(shares.map((share, i) => share - goals[i]))
    return {
      error,
      bound: ROUNDING,
      ...(error <= ROUNDING
        ? said`True at every $Q$, not only in the limit.`
        : said`A wanted weight is ${quote('away', away)} away from that line: the shares are not as wanted.`),
    }
  },
}

const needsScale: AveragingClaim = {
  id: 'needs-scale',
  name: 'direction without scale',
  kind: 'unsaid',
  prose:
    'A direction is not enough: with no scale, $q=\\tfrac12(k_a+k_b)$ leaves the other keys a fixed part of the weight',
  premise: ({ n }) =>
    n > 2
      ? undefined
      : { ...said`With two keys there is no other key for weight to go to.`, changes: { n: 10 } },
  check({ n }, { halfSumWeight }) {
    const error = n > SMALL ? 0 : Math.abs(attendedHalfSum(n) - halfSumWeight)
    return {
      error,
      bound: ROUNDING,
      ...said`With ${quote('n', n)} orthonormal keys it gives $\\alpha_a = $ {half-sum-weight} and $\\alpha_b$ the same, not $\\tfrac12$.`,
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

/** What the notes say of 1(b), then what they leave out. */
export const claims: readonly AveragingClaim[] = [
  limit,
  scoreTable,
  closedForm,
  howLarge,
  errorVector,
  needsScale,
  ...queryClaims,
  ...softmaxClaims,
]
