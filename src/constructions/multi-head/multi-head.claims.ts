import { limitError, successProbability } from '../../core/head-limit'
import { headSuccess } from '../../core/head-success'
import { logistic } from '../../core/logistic'
import { normalCdf } from '../../core/normal'
import { softmaxOfGroups } from '../../core/softmax'
import { number, texNumber } from '../../tex/format'
import type { Claim } from '../construction'
import { gainOf, type Heads, type MultiHeadModel } from './multi-head.model'

type HeadsClaim = Claim<Heads, MultiHeadModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

/** Distance from the goal at which c still counts as the average. */
const CLOSE = 0.05

const averages: HeadsClaim = {
  id: 'averages',
  kind: 'stated',
  prose: '$q_1 = Q\\mu_a$ and $q_2 = Q\\mu_b$ give $c\\approx\\tfrac12(v_a+v_b)$',
  failsAt: { draw: 106 },
  check(_, { drawn }) {
    const { error } = drawn.separate
    const how = error <= CLOSE ** 2 ? 'In this draw so' : 'Not in this draw'
    return {
      error: Math.sqrt(error),
      bound: CLOSE,
      prose: `${how}: the squared error is {drawn-separate}; on average, as $\\alpha\\to0$, it is {error-separate}.`,
    }
  },
}

const values: HeadsClaim = {
  id: 'values',
  kind: 'corrected',
  prose: 'the output is still approximately $\\tfrac12(q_1+q_2)$',
  failsAt: {},
  check(_, { queryLength }) {
    return {
      error: Math.max(0, queryLength - 1),
      bound: 0.1,
      prose: `The mean of the queries has length ${number(queryLength)}; no mixture of unit values is longer than 1.`,
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
        prose: `In this draw off by ${number(error)}, at most ${number(Math.SQRT2 * leak)}.`,
      }
    },
  },
}

const dominates: HeadsClaim = {
  id: 'dominates',
  kind: 'corrected',
  prose: 'regardless of how big $\\|k_a\\|$ is, $k_a^{\\top}q_1$ still dominates',
  failsAt: { draw: 106 },
  check(_, { separate, gamma }) {
    const holds = separate[0].leak <= 0.5
    return {
      error: separate[0].leak,
      bound: 0.5,
      prose: holds
        ? 'In this draw it does, with {weight-a} of the weight at $\\gamma = $ {gamma}.'
        : `Not in this draw: $\\gamma = $ {gamma}, so a key of length ${number(Math.abs(gamma), undefined, 3)} gets {weight-a} of the weight.`,
    }
  },
  correction: {
    prose:
      'Only a signed $\\gamma\\ge\\ln(n-1)/Q$ dominates: $\\alpha_{1a} = \\sigma(Q\\gamma-\\ln(n-1))$ as $\\alpha\\to0$.',
    check({ n, scale }, { gamma }) {
      const [direct] = softmaxOfGroups([scale * gamma, 0], [1, n - 1]).weights
      return {
        error: Math.abs(direct - logistic(scale * gamma - Math.log(n - 1))),
        bound: ROUNDING * (1 + Math.abs(scale * gamma)),
        prose: 'As $\\alpha\\to0$ it fails to with probability {head-failure}.',
      }
    },
  },
}

const noCure: HeadsClaim = {
  id: 'no-cure',
  kind: 'unsaid',
  prose:
    'No $Q$ cures that: as $\\alpha\\to0$ and $Q\\to\\infty$ head 1 succeeds with probability $\\Phi(1/\\sqrt\\nu)$, $92.135\\,\\%$ for $\\nu=\\tfrac12$',
  check({ n, normVariance }, { headFailure, failureLimit }) {
    const limit = headSuccess(n, Infinity, normVariance)
    const gap = Math.abs(limit - normalCdf(1 / Math.sqrt(normVariance)))
    return {
      error: Math.max(gap, failureLimit - headFailure),
      bound: ROUNDING,
      prose:
        'As $\\alpha\\to0$ it is {head-success} now; it fails at every $Q$ with probability {failure-limit} at least, that of $\\gamma<0$.',
    }
  },
}

const otherHead: HeadsClaim = {
  id: 'other-head',
  kind: 'stated',
  prose: 'all the more, $k_b^{\\top}q_2$ dominates: the head of b always succeeds',
  failsAt: { scale: 1 },
  check({ n, scale }) {
    const [weight] = softmaxOfGroups([scale, 0], [1, n - 1]).weights
    const enough = 'Right as $\\alpha\\to0$: it sees key a only through $k_a^{\\top}\\mu_b = $ {aside}.'
    return {
      error: 0.5 - weight,
      bound: 0,
      prose:
        weight >= 0.5
          ? enough
          : `Not with so small a $Q$: it needs $Q\\ge\\ln(n-1) = ${texNumber(Math.log(n - 1))}$.`,
    }
  },
}

const identical: HeadsClaim = {
  id: 'identical',
  kind: 'unsaid',
  prose: 'Identical heads gain nothing: they see the same keys, so $c_1=c_2$ and nothing averages out',
  check(_, { drawn: { one, identical: many }, limits: { separate, one: single } }) {
    const spared = single.error <= separate.error ? ', no better here' : ''
    const apart = one.output.map((weight, i) => Math.abs(weight - many.output[i]))
    return {
      error: Math.max(...apart, Math.abs(one.error - many.error)),
      bound: 1e-15,
      prose: `In every draw their output is that of one head. As $\\alpha\\to0$ its expected error is {error-identical}, that of a head for each key {error-separate}${spared}.`,
    }
  },
}

/** Deviates of γ that a scale must tell apart for its limit to be computed. */
const LARGE = 1e9

const limits: HeadsClaim = {
  id: 'limits',
  kind: 'unsaid',
  prose:
    'As $\\alpha\\to0$ and $Q\\to\\infty$ the error of one head tends to $\\tfrac12$ (two keys), that of two heads to $\\Phi(-1/\\sqrt\\nu)\\cdot\\tfrac14\\bigl(1+\\tfrac1{n-1}\\bigr)$',
  check(params, { endless, limits: now }) {
    const { normVariance, n, heads } = params
    if (normVariance < 1e-6) return { error: 0, bound: 0, prose: 'It takes a $\\gamma$ that varies.' }
    const scale = LARGE / Math.sqrt(normVariance)
    const at = (design: 'one' | 'separate') => limitError(design, { n, heads, scale, push: 0 }, normVariance)
    const gain = gainOf(now.one.error, now.separate.error)
    const so =
      gain === undefined ? '' : `; at the present $Q$, still as $\\alpha\\to0$, {gain-separate} times`
    return {
      error: Math.max(Math.abs(at('one') - endless.one), Math.abs(at('separate') - endless.separate)),
      bound: 1e-7,
      prose: `Here {endless-one} and {endless-separate}, ${number(endless.one / endless.separate, undefined, 3)} times smaller${so}.`,
    }
  },
}

const pushing: HeadsClaim = {
  id: 'pushing',
  kind: 'unsaid',
  prose:
    'Heads that push, $q_i = Q(\\mu_i-\\lambda\\sum_{j\\ne i}\\mu_j)$, fail more rarely, and most rarely at $\\lambda=1$: as $\\alpha\\to0$ and $Q\\to\\infty$ success tends to $\\Phi\\bigl((1+\\min(\\lambda,1/\\lambda))/\\sqrt\\nu\\bigr)$',
  check(params) {
    const { push, normVariance, n, heads } = params
    const limit = normalCdf((1 + Math.min(push, 1 / push)) / Math.sqrt(normVariance))
    const far = successProbability('pushing', { n, heads, push, scale: 1e200 }, normVariance)
    const why = push > 1 ? `, because a key a with $\\gamma<-1/\\lambda$ draws head 2 away from b` : ''
    return {
      error: Math.abs(far - limit),
      bound: ROUNDING,
      prose: `With $\\lambda = ${texNumber(push)}$ it fails with probability ${number(normalCdf(-(1 + Math.min(push, 1 / push)) / Math.sqrt(normVariance)))} in the limit${why}; at the present $Q$, as $\\alpha\\to0$, it succeeds with probability {success-pushing}.`,
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
  pushing,
]
