import { softmaxOfGroups } from '../../core/attention/softmax'
import type { Claim } from '../construction'
import { quote, type Said, said } from '../said'
import {
  type Averaging,
  type AveragingModel,
  averagingModel,
  LETTERS,
  logLeakAt,
  meanCoefficient,
  queryLength,
} from './two-key-average.model'

type AveragingClaim = Claim<Averaging, AveragingModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

const sensitivity: AveragingClaim = {
  id: 'sensitivity',
  name: 'balance of the two',
  kind: 'unsaid',
  prose:
    'Only a balanced query averages: with $Q_a$ and $Q_b$ in front of $k_a$ and $k_b$, $\\alpha_a/\\alpha_b = e^{(1-\\cos\\theta)(Q_a-Q_b)}$ whatever $Q$ is',
  premise: ({ m }) =>
    m >= 2 ? undefined : { ...said`It takes two wanted keys to compare.`, changes: { m: 2 } },
  check(_, { logWeights, logRatio, advantages, separation }) {
    // Two percent of 100.
    const logOdds = 2 * separation
    return {
      error: Math.abs(logWeights[0] - logWeights[1] - logRatio),
      bound: ROUNDING * (1 + Math.abs(logWeights[1]) + Math.abs(advantages[0])),
      ...said`Here the ratio is {ratio}. With these keys a $Q_a$ two percent above $Q_b = 100$ makes it $${quote('two-percent', Math.exp(logOdds), logOdds, 3)} : 1$.`,
    }
  },
}

const pushingAway: AveragingClaim = {
  id: 'pushing-away',
  name: 'pushing others away',
  kind: 'unsaid',
  prose:
    'Pushing the others away is as good: $-R\\sum_{i\\notin S}k_i$ is worth $R$ more of $Q$. Its price is length, $\\lVert q\\rVert^2 = 2Q^2+(n-2)R^2$ for two of $n$ orthonormal keys',
  premise: ({ n, m }) =>
    n > m
      ? undefined
      : { ...said`Every key is wanted: there is none to push away.`, changes: { n: Math.max(10, m + 1) } },
  check(params, { logLeak }) {
    const worth = params.scale + params.pushAway
    const alone = { ...params, scale: worth, pushAway: 0 }
    const without = logLeakAt(alone, worth)
    return {
      error: without === logLeak ? 0 : Math.abs(logLeak - without),
      bound: ROUNDING * (1 + Math.abs(without)),
      ...said`The leak is that of $Q = ${quote('worth', worth)}$ with nothing pushed away; $q$ is ${quote('length', queryLength(params), undefined, 4)} long, that one ${quote('length-alone', queryLength(alone), undefined, 4)}.`,
    }
  },
}

const proportionsKept: AveragingClaim = {
  id: 'proportions',
  name: 'any proportions',
  kind: 'unsaid',
  prose:
    'Any proportions: for wanted weights $w_i$, coefficients $Q+\\ln(m\\,w_i)$ on orthonormal keys give $\\alpha_i\\propto w_i$ at every $Q$',
  premise({ angle, imbalance }, { shares, separation }) {
    if (angle === 90 && imbalance === 0) return undefined
    const why =
      angle === 90
        ? said`An imbalance is added to the coefficients`
        : said`These keys are not orthonormal: there $\\alpha_i\\propto e^{${quote('separation', separation, undefined, 3)}\\,Q_i}$`
    return {
      ...said`${why}; the wanted keys share as ${ratio(shares)}.`,
      changes: { angle: 90, imbalance: 0 },
    }
  },
  check: (_, { shares, goals }) => ({
    error: Math.max(...shares.map((share, i) => Math.abs(share - goals[i]))),
    bound: ROUNDING,
    ...said`The wanted keys share as ${ratio(shares)}.`,
  }),
}

/** `0.5 : 0.333 : 0.167`. */
const ratio = (shares: readonly number[]): Said =>
  shares
    .map((share, i) => said`${quote(`share-${LETTERS[i]}`, share, undefined, 3)}`)
    .reduce((all, share) => said`${all} : ${share}`)

const shortest: AveragingClaim = {
  id: 'shortest',
  name: 'the shortest query',
  kind: 'unsaid',
  prose:
    'Softmax ignores what all scores share. Less the mean of all $n$ coefficients in front of every key, $q$ has the same weights and is the shortest that has them: $Q(k_a+k_b)$ is as good as $Q\\bigl(k_a+k_b-\\tfrac2n\\sum_i k_i\\bigr)$',
  check(params, model) {
    const mean = meanCoefficient(params)
    const shifted = { ...params, scale: params.scale - mean, pushAway: params.pushAway + mean }
    const { logWeights } = averagingModel(shifted)
    const [now, least] = [queryLength(params), queryLength(shifted)]
    const misses = logWeights.map((w, i) => Math.abs(w - model.logWeights[i]))
    return {
      error: Math.max(...misses, least - now),
      bound: ROUNDING * (1 + params.scale + params.pushAway + Math.abs(model.logWeights[0])) * 8,
      ...said`A number taken from every coefficient changes every score alike, and of all such numbers their mean leaves the least sum of squares. Here $q$ is ${quote('length', now, undefined, 4)} long, the shortest ${quote('least', least, undefined, 4)}.`,
    }
  },
}

const transformer: AveragingClaim = {
  id: 'root-d',
  name: 'the Transformer’s √d',
  kind: 'unsaid',
  prose:
    'A Transformer divides scores by $\\sqrt d$: the same weights then take $\\sqrt d$ times the scale, and $n$ orthonormal keys need $d\\ge n$',
  check({ n, scale }, { advantages, logWeights, others }) {
    const root = Math.sqrt(n)
    const scores = [...advantages, 0].map((x) => (root * x) / root)
    const divided = softmaxOfGroups(scores, [...advantages.map(() => 1), others]).logWeights
    return {
      error: Math.max(...logWeights.map((w, i) => Math.abs(w - divided[i]))),
      bound: ROUNDING * (1 + Math.max(...advantages.map(Math.abs))),
      ...said`With $d = n = ${quote('n', n)}$, the least, the weights of now take $\\sqrt d\\,Q = ${quote('scale', root * scale)}$.`,
    }
  },
}

/** What the notes leave out about the query. */
export const queryClaims: readonly AveragingClaim[] = [
  sensitivity,
  pushingAway,
  shortest,
  proportionsKept,
  transformer,
]
