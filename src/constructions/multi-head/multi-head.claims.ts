import { logistic } from '../../core/attention/logistic'
import { softmaxOfGroups } from '../../core/attention/softmax'
import { headSetting } from '../../core/heads/head-designs'
import { limitError, successProbability } from '../../core/heads/head-limit'
import { headSuccess } from '../../core/heads/head-success'
import { logNormalCdf, normalCdf } from '../../core/laws/normal'
import type { Claim } from '../construction'
import { quote, said } from '../said'
import { gainOf, type Heads, type MultiHeadModel } from './multi-head.model'

type HeadsClaim = Claim<Heads, MultiHeadModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

/** Distance from the goal at which c still counts as the average. */
const CLOSE = 0.05

const averages: HeadsClaim = {
  id: 'averages',
  name: 'c is the average',
  kind: 'stated',
  prose: '$q_1 = Q\\mu_a$ and $q_2 = Q\\mu_b$ give $c\\approx\\tfrac12(v_a+v_b)$',
  failsAt: { draw: 106 },
  check(_, { drawn }) {
    const { error } = drawn.separate
    const how = error <= CLOSE ** 2 ? 'In this draw so' : 'Not in this draw'
    return {
      error: Math.sqrt(error),
      bound: CLOSE,
      ...said`${how}: the squared error is {drawn-separate}; on average, as $\\alpha\\to0$, it is {error-separate}.`,
    }
  },
}

const values: HeadsClaim = {
  id: 'values',
  name: 'values, not queries',
  kind: 'corrected',
  prose: '“the output is still approximately $\\tfrac12(q_1+q_2)$”',
  failsAt: {},
  check(_, { queryLength }) {
    return {
      error: Math.max(0, queryLength - 1),
      bound: 0.1,
      ...said`The mean of the queries has length ${quote('length', queryLength)}; no mixture of unit values is longer than 1.`,
    }
  },
  correction: {
    prose:
      'Attention returns values: $c\\approx\\tfrac12(v_a+v_b)$, off by at most $\\sqrt2$ times the mean leak of the heads.',
    check({ heads }, { drawn, separate }) {
      const leak = separate.reduce((sum, row) => sum + row.leak, 0) / heads
      const error = Math.sqrt(drawn.separate.error)
      return {
        error,
        bound: Math.SQRT2 * leak + ROUNDING,
        ...said`In this draw off by ${quote('off', error)}, at most ${quote('most', Math.SQRT2 * leak)}.`,
      }
    },
  },
}

const dominates: HeadsClaim = {
  id: 'dominates',
  name: 'regardless of length',
  kind: 'corrected',
  prose:
    '“regardless of how big $\\|k_a\\|$ is, $k_a^{\\top}q_1$ still dominates”, so that key a has at least half of the weight of head 1',
  failsAt: { draw: 106 },
  check(_, { separate }) {
    const holds = separate[0].leak <= 0.5
    return {
      error: separate[0].leak,
      bound: 0.5,
      ...(holds
        ? said`In this draw it does: with the projection $\\gamma = $ {gamma} it has {weight-a} of it.`
        : said`Not in this draw: with the projection $\\gamma = $ {gamma} it has {weight-a} of it.`),
    }
  },
  correction: {
    prose:
      'It takes a signed $\\gamma\\ge\\ln(n-1)/Q$: $\\alpha_{1a} = \\sigma(Q\\gamma-\\ln(n-1))$ as $\\alpha\\to0$.',
    check({ n, scale }, { gamma }) {
      const [direct] = softmaxOfGroups([scale * gamma, 0], [1, n - 1]).weights
      return {
        error: Math.abs(direct - logistic(scale * gamma - Math.log(n - 1))),
        bound: ROUNDING * (1 + Math.abs(scale * gamma)),
        ...said`As $\\alpha\\to0$ it has less with probability {head-failure}.`,
      }
    },
  },
}

/** What is missing where γ is fixed. */
const varying = (normVariance: number) =>
  normVariance > 0
    ? undefined
    : {
        ...said`Here $\\nu = 0$: as $\\alpha\\to0$ every key is its mean, and $\\gamma = 1$ in every draw.`,
        changes: { normVariance: 0.5 },
      }

const noCure: HeadsClaim = {
  id: 'no-cure',
  name: 'no Q cures it',
  kind: 'unsaid',
  prose:
    'No $Q$ cures that: as $\\alpha\\to0$ and $Q\\to\\infty$ head 1 succeeds with probability $\\Phi(1/\\sqrt\\nu)$, $92.135\\,\\%$ for $\\nu=\\tfrac12$',
  premise: ({ normVariance }) => varying(normVariance),
  check({ n, normVariance }, { headFailure, failureLimit }) {
    const limit = headSuccess(n, Infinity, normVariance)
    const gap = Math.abs(limit - normalCdf(1 / Math.sqrt(normVariance)))
    return {
      error: Math.max(gap, failureLimit - headFailure),
      bound: ROUNDING,
      ...said`As $\\alpha\\to0$ it is {head-success} now; it fails at every $Q$ with probability {failure-limit} at least, that of $\\gamma<0$.`,
    }
  },
}

const otherHead: HeadsClaim = {
  id: 'other-head',
  name: 'the head of b',
  kind: 'stated',
  prose:
    '“all the more $k_b^{\\top}q_2$ still dominates”, so that key b has at least half of the weight of head 2',
  failsAt: { scale: 1 },
  check({ n }, { separate }) {
    const { logWeights, logLeak } = separate[1]
    const holds = logWeights[1] >= logLeak
    return {
      error: logLeak - logWeights[1],
      bound: 0,
      ...said`${holds ? 'In this draw so' : 'Not in this draw'}: it has {weight-b}, and sees key a only through $k_a^{\\top}\\mu_b = $ {aside}. As $\\alpha\\to0$ it has half in every draw from $Q = \\ln(n-1) = ${quote('needed', Math.log(n - 1))}$ on, and in none below.`,
    }
  },
}

const identical: HeadsClaim = {
  id: 'identical',
  name: 'identical heads',
  kind: 'unsaid',
  prose:
    'Identical heads gain nothing over one: asking the same of the same keys, they have $c_1=c_2$, and nothing averages out',
  check(_, { drawn: { one, identical: many }, limits: { separate, one: single } }) {
    const spared = single.error <= separate.error ? ', no better here' : ''
    const apart = one.output.map((weight, i) => Math.abs(weight - many.output[i]))
    return {
      error: Math.max(...apart, Math.abs(one.error - many.error)),
      bound: 1e-15,
      ...said`In every draw their output is that of one head. With $Q\\sum_{i\\in S}\\mu_i$, as $\\alpha\\to0$, its expected error is {error-identical}, that of a head for each key {error-separate}${spared}.`,
    }
  },
}

/** Deviates of γ that a scale must tell apart for its limit to be computed. */
const LARGE = 1e9

const limits: HeadsClaim = {
  id: 'limits',
  name: 'one head or two',
  kind: 'unsaid',
  prose:
    'As $\\alpha\\to0$ and $Q\\to\\infty$ the error of one head tends to $\\tfrac12$ (two keys), that of two heads to $\\Phi(-1/\\sqrt\\nu)\\cdot\\tfrac14\\bigl(1+\\tfrac1{n-1}\\bigr)$',
  premise: ({ normVariance }) => varying(normVariance),
  check(params, { endless, limits: now }) {
    const { normVariance, n, heads } = params
    const scale = LARGE / Math.sqrt(normVariance)
    const at = (design: 'one' | 'separate') => limitError(design, { n, heads, scale, push: 0 }, normVariance)
    const gain = gainOf(now.one.error, now.separate.error)
    const so =
      gain === undefined ? '' : `; at the present $Q$, still as $\\alpha\\to0$, {gain-separate} times`
    return {
      error: Math.max(Math.abs(at('one') - endless.one), Math.abs(at('separate') - endless.separate)),
      bound: 1e-7,
      ...said`Here {endless-one} and {endless-separate}, ${quote('times', endless.one / endless.separate, undefined, 3)} times smaller${so}.`,
    }
  },
}

const pushing: HeadsClaim = {
  id: 'pushing',
  name: 'heads that push',
  kind: 'unsaid',
  prose:
    'As $\\alpha\\to0$ and $Q\\to\\infty$, heads that push, $q_i = Q(\\mu_i-\\lambda\\sum_{j\\ne i}\\mu_j)$, fail more rarely, and most rarely at $\\lambda=1$: success tends to $\\Phi\\bigl((1+\\min(\\lambda,1/\\lambda))/\\sqrt\\nu\\bigr)$',
  premise: ({ push, normVariance }) =>
    push > 0
      ? varying(normVariance)
      : {
          ...said`At $\\lambda = 0$ these are the notes’ heads: nothing is pushed.`,
          changes: { push: 1, ...(normVariance > 0 ? {} : { normVariance: 0.5 }) },
        },
  check(params) {
    const { push, normVariance, n, heads } = params
    const failing = -(1 + Math.min(push, 1 / push)) / Math.sqrt(normVariance)
    const limit = normalCdf((1 + Math.min(push, 1 / push)) / Math.sqrt(normVariance))
    const far = successProbability('pushing', { n, heads, push, scale: 1e200 }, normVariance)
    const why = push > 1 ? `, because a key a with $\\gamma<-1/\\lambda$ draws head 2 away from b` : ''
    return {
      error: Math.abs(far - limit),
      bound: ROUNDING,
      ...said`With $\\lambda = ${quote('push', push)}$ it fails with probability ${quote('failure', normalCdf(failing), logNormalCdf(failing))} in the limit${why}; at the present $Q$, as $\\alpha\\to0$, it succeeds with probability {success-pushing}.`,
    }
  },
}

const blind: HeadsClaim = {
  id: 'away',
  name: 'one head suffices',
  kind: 'unsaid',
  prose:
    'One head is not the obstacle, its query is: $-Q\\sum_{i\\notin S}\\mu_i$ gives every wanted key the score $0$ as $\\alpha\\to0$, whatever $\\gamma$ is, and what leaks falls like $e^{-Q}$',
  premise: ({ n, heads }) =>
    n > heads
      ? undefined
      : {
          ...said`Every key is wanted: there are no others, and that query is $0$.`,
          changes: { n: Math.max(10, heads + 1) },
        },
  check(params, { limits: now }) {
    const { n, heads } = params
    const others = n - heads
    const [{ wanted, others: far }] = headSetting(params).queries.slice(-1)
    const errors = [-3, 0, 2].map((gamma) => {
      const scores = [gamma * wanted[0], wanted[1], far]
      const [a, b, o] = softmaxOfGroups(scores, [1, heads - 1, others]).weights
      const mean = (a + (heads - 1) * b) / heads
      return (a - mean) ** 2 + (heads - 1) * (b - mean) ** 2 + others * o ** 2 * (1 + others / heads)
    })
    return {
      error: Math.max(...errors.map((error) => Math.abs(error - now.away.error))),
      bound: ROUNDING,
      ...said`At this $Q$ its error is {error-away} as $\\alpha\\to0$, that of a head for each key {error-separate}. Its price is the noise of the $n-H = ${quote('others', others)}$ others: in this draw it errs by {drawn-away}, they by {drawn-separate}.`,
    }
  },
}

/** What the notes say of 1(d), then what they leave out. */
export const claims: readonly HeadsClaim[] = [
  values,
  dominates,
  averages,
  otherHead,
  noCure,
  identical,
  limits,
  blind,
  pushing,
]
