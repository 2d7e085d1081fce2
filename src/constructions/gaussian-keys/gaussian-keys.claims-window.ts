import { scoreLaws, shareLaw } from '../../core/gaussian/gaussian-laws'
import type { Claim } from '../construction'
import { quote, type Said, said } from '../said'
import { errorOf } from './gaussian-keys.errors'
import {
  balancedScale,
  ERROR_ALLOWED,
  errorsAlone,
  type GaussianKeys,
  type GaussianModel,
  settingOf,
} from './gaussian-keys.model'

type GaussianClaim = Claim<GaussianKeys, GaussianModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

const averages: GaussianClaim = {
  id: 'averages',
  name: 'c is the average',
  kind: 'stated',
  prose:
    'With $\\Sigma_i=\\alpha I$, for small $\\alpha$ and large $Q$, $c \\approx \\tfrac12(v_a+v_b)$ again',
  failsAt: { normVariance: 0, keyVariance: 1e-4, scale: 300 },
  premise(params) {
    const { normVariance, query } = params
    if (normVariance === 0 || query === 'others') return undefined
    return {
      ...said`Here key $a$ has the further variance $\\nu = ${quote('nu', normVariance)}$ along its mean, as in (c)ii: ${errorSaid(errorOf(params))}.`,
      changes: { normVariance: 0 },
    }
  },
  check(params) {
    const error = errorOf(params)
    return {
      error,
      bound: ERROR_ALLOWED,
      ...said`For orthonormal values ${errorSaid(error)}; “$\\approx$” here allows ${quote('allowed', ERROR_ALLOWED)}.${whySaid(params, error)}`,
    }
  },
}

const errorSaid = (error: number): Said =>
  said`$E\\lVert c-\\tfrac12(v_a+v_b)\\rVert^2 = ${quote('error', error, undefined, 3)}$, exactly`

/** What an error that is too large comes from. */
function whySaid(params: GaussianKeys, error: number): Said {
  if (error <= ERROR_ALLOWED) return said``
  const { leak, noise } = errorsAlone(params, params.scale)
  return said` At this $Q$ the leak alone makes ${quote('leak-alone', leak, undefined, 3)}, and the noise between $a$ and $b$ alone ${quote('noise-alone', noise, undefined, 3)}.`
}

const noise: GaussianClaim = {
  id: 'window',
  name: 'Q has an end',
  kind: 'unsaid',
  prose: '“Sufficiently large” has an end: $Q$ multiplies the noise of the keys as well',
  premise: ({ n, query }) =>
    n === 2 && query === 'others'
      ? {
          ...said`With two keys this query is $0$: both weights are $\\tfrac12$ in every draw, at every $Q$.`,
          changes: { query: 'pair' },
        }
      : undefined,
  check(params, model) {
    const doubled = shareLaw(settingOf(params, { scale: 2 * params.scale })).sd
    return {
      error: Math.abs(doubled - 2 * model.shareSd),
      bound: ROUNDING * doubled,
      ...said`${endsSaid(params, model)}${balanceSaid(params)}`,
    }
  },
}

function endsSaid({ n }: GaussianKeys, { windowHigh }: GaussianModel): Said {
  const allowed = quote('allowed', ERROR_ALLOWED)
  const from =
    n === 2
      ? said`With two keys nothing leaks, and no $Q$ is too small`
      : said`The leak alone errs by at most ${allowed} from {window-low} on`
  const until = Number.isFinite(windowHigh)
    ? said`the noise of $\\alpha$ between $a$ and $b$ alone${n === 2 ? said` errs by at most ${allowed}` : ''} up to {window-high}`
    : said`without $\\alpha$ there is no noise, and no $Q$ is too large`
  return said`${from}; ${until}.`
}

/** The error where both causes weigh alike, and so are nearly at their least together. */
function balanceSaid(params: GaussianKeys): Said {
  const scale = balancedScale(params)
  if (scale === undefined) return said``
  const varies = params.normVariance > 0 && params.query !== 'others'
  const error = errorOf(params, { scale, normVariance: 0 })
  return said` Where the two weigh alike, at $Q = ${quote('balanced', scale)}$, they make ${quote('least', error, undefined, 3)} together${varies ? ', and the varying projection of key $a$ comes on top of that' : ''}.`
}

const noisyLeak: GaussianClaim = {
  id: 'noisy-leak',
  name: 'noise leaks too',
  kind: 'unsaid',
  prose:
    'Noise raises the leak too. Under the notes’ query $E\\,e^{s_i}=e^{\\alpha Q^2}$ for every other key: the lead of $a$ and $b$ over their sum is $Q-\\alpha Q^2-\\ln(n-2)$ instead of $Q-\\ln(n-2)$, never above $\\frac1{4\\alpha}-\\ln(n-2)$. Near $4\\alpha\\ln n=1$ the window closes',
  premise: ({ n, keyVariance }) =>
    n > 2 && keyVariance > 0
      ? undefined
      : {
          ...(n === 2
            ? said`With two keys there are no others.`
            : said`Here $\\alpha = 0$: there is no noise.`),
          changes: {
            n: Math.max(3, n),
            ...(n === 2 ? { d: 1024 } : {}),
            ...(keyVariance === 0 ? { keyVariance: 0.001 } : {}),
          },
        },
  check(params) {
    const { n, scale, keyVariance } = params
    const { other } = scoreLaws(settingOf(params, { query: 'pair' }))
    const extra = keyVariance * scale ** 2
    const lead = scale - extra - Math.log(n - 2)
    const most = 1 / (4 * keyVariance) - Math.log(n - 2)
    return {
      // A lognormal’s mean has half of the variance in its exponent.
      error: Math.max(Math.abs(other.sd ** 2 / 2 - extra), lead - most),
      bound: ROUNDING * (1 + extra + Math.abs(most)) * 10,
      ...said`$s_i\\sim N(0,2\\alpha Q^2)$, and $E\\,e^s=e^{\\operatorname{Var}(s)/2}$ about $0$. Now $\\alpha Q^2 = ${quote('extra', extra)}$: the lead is ${quote('lead', lead)} nats, and at most ${quote('most', most)}, at $Q = \\frac1{2\\alpha} = ${quote('at', 1 / (2 * keyVariance))}$.`,
    }
  },
}

const othersAlone: GaussianClaim = {
  id: 'others-alone',
  name: 'blind to γ',
  kind: 'unsaid',
  prose: 'Not every single query breaks: $q=-Q\\sum_{i\\ne a,b}\\mu_i$ does not see $\\gamma$ at all',
  premise: ({ n }) =>
    n > 2
      ? undefined
      : { ...said`With two keys there are no others, and that query is $0$.`, changes: { n: 10, d: 1024 } },
  check(params) {
    const of = (changes: Partial<GaussianKeys>) => shareLaw(settingOf(params, changes)).sd
    const sd = (normVariance: number) => of({ query: 'others', normVariance })
    return {
      error: Math.abs(sd(params.normVariance) - sd(0)),
      bound: 0,
      ...othersSaid(params, sd(params.normVariance), of({ query: 'pair' })),
    }
  },
}

function othersSaid({ query }: GaussianKeys, alone: number, pair: number): Said {
  const price = 'Its price: the noise of all the others.'
  return query === 'others'
    ? said`It is the present one: $\\sigma_\\Delta$ is {share-sd}, under the notes’ query ${quote('pair', pair)}. ${price}`
    : said`With it $\\sigma_\\Delta$ is ${quote('alone', alone, undefined, 3)}, instead of {share-sd} now. ${price}`
}

/** What the notes say of the average in 1(c), and leave out. */
export const windowClaims = { averages, noise, noisyLeak, othersAlone }
