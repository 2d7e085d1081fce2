import { scoreLaws, shareLaw } from '../../core/gaussian-laws'
import { logistic } from '../../core/logistic'
import { logitNormalMean } from '../../core/logit-normal'
import { normalInterval } from '../../core/normal-interval'
import { number } from '../../tex/format'
import type { Claim } from '../construction'
import { errorOf } from './gaussian-keys.errors'
import { type GaussianKeys, type GaussianModel, gaussianModel, settingOf } from './gaussian-keys.model'

type GaussianClaim = Claim<GaussianKeys, GaussianModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

/** Expected squared error up to which c counts as the average: a tenth of the distance between orthonormal values. */
const NEAR = 0.01

const variance: GaussianClaim = {
  id: 'variance',
  kind: 'corrected',
  prose: '“$k_i^\\top\\mu_j \\sim N(\\mu_j^\\top\\mu_i,\\,\\alpha I)$”',
  failsAt: {},
  check: ({ d }) => ({
    error: d * d - 1,
    bound: 0,
    prose: `$\\alpha I$ is a table of ${number(d * d)} numbers; a dot product has one variance.`,
  }),
  correction: {
    prose: 'A projection is a single number: $k_i^\\top\\mu_j \\sim N(\\mu_j^\\top\\mu_i,\\,\\alpha)$.',
    check(params) {
      const { b } = scoreLaws({ ...settingOf(params), queries: [{ wanted: [0, 1], others: 0 }] })
      const error = Math.abs(b.sd ** 2 - params.keyVariance)
      return {
        error,
        bound: ROUNDING * params.keyVariance,
        prose: `Here $\\alpha = ${number(params.keyVariance)}$, a standard deviation of ${number(b.sd)}.`,
      }
    },
  },
}

const averages: GaussianClaim = {
  id: 'averages',
  kind: 'stated',
  prose: 'For small $\\alpha$ and large $Q$, $c \\approx \\tfrac12(v_a+v_b)$ again',
  failsAt: { normVariance: 0.5 },
  check(params) {
    const error = errorOf(params)
    return {
      error,
      bound: NEAR,
      prose: `For orthonormal values $E\\lVert c-\\tfrac12(v_a+v_b)\\rVert^2 = $ ${number(error, undefined, 3)}, exactly; “$\\approx$” here allows ${NEAR}. ${why(params, error)}`,
    }
  },
}

function why({ normVariance, query }: GaussianKeys, error: number): string {
  if (error <= NEAR) return ''
  if (normVariance > 0 && query !== 'others')
    return 'Key $a$ varies in length, so the larger $Q$, the more one of the two takes all.'
  return '$Q$ is outside its window, or there is none.'
}

const noise: GaussianClaim = {
  id: 'window',
  kind: 'unsaid',
  prose: '“Sufficiently large” has an end: $Q$ multiplies the noise of the keys as well',
  check(params, model) {
    const doubled = shareLaw(settingOf(params, { scale: 2 * params.scale })).sd
    return {
      error: Math.abs(doubled - 2 * model.shareSd),
      bound: ROUNDING * doubled,
      prose: windowProse(params, model),
    }
  },
}

function windowProse(
  { n, query, normVariance }: GaussianKeys,
  { windowLow: low, windowHigh: high }: GaussianModel,
): string {
  if (n === 2 && query === 'others')
    return 'With two keys this query is $0$: both weights are $\\tfrac12$ in every draw, at every $Q$, and there is no window.'
  const from =
    n === 2
      ? 'With two keys nothing leaks: the window of $Q$ has no lower end'
      : 'The window of $Q$ begins at about {window-low}, where without noise 10 % leaks'
  const until = Number.isFinite(high)
    ? 'it ends at about {window-high}, where the noise of $\\alpha$ decides between $a$ and $b$'
    : 'it has no upper end, for $\\alpha = 0$'
  const stretched =
    normVariance > 0 && query !== 'others' ? ' The varying length of key $a$ comes on top of that.' : ''
  return `${from}; ${until}.${low < high ? '' : ' So there is none.'}${stretched}`
}

const signed: GaussianClaim = {
  id: 'signed',
  kind: 'corrected',
  prose: '“$c \\approx p\\,v_a+(1-p)\\,v_b$, and $p$ depends on $\\lVert k_a\\rVert$”',
  failsAt: { seed: 2056, draw: 0 },
  check({ query }, model) {
    const { gamma, coefficient, difference, share } = model
    const byLength = logistic(difference + coefficient * (Math.abs(gamma) - gamma))
    return {
      error: Math.abs(byLength - share),
      bound: 1e-9,
      prose:
        query === 'others'
          ? 'The present query does not see $\\gamma$, nor what $\\gamma$ adds to the length: neither has a part in the share {share}.'
          : gamma < 0
            ? `In this draw $\\gamma = $ {gamma}: key $a$ is at least ${number(-gamma, undefined, 3)} long and gets {share} of the pair’s weight; its length alone would give it ${number(byLength)}.`
            : 'In this draw $\\gamma$ is positive, and length and projection say the same.',
    }
  },
  correction: {
    prose:
      'Under the notes’ query $p=\\sigma(Q(\\gamma-1)+\\text{noise})$ depends on the *signed* projection $\\gamma=k_a^\\top\\mu_a$.',
    check({ n, query }, model) {
      const { coefficient, gamma, aAlongB, bAlongA, bAlongB, otherCoefficient } = model
      const apart = model.aAlongOthers - model.bAlongOthers
      const others = otherCoefficient * Math.sqrt(n - 2) * apart
      const rebuilt = logistic(coefficient * (gamma - 1 + aAlongB - bAlongA - (bAlongB - 1)) + others)
      const size = Math.abs(model.scoreA) + Math.abs(model.scoreB) + Math.abs(coefficient) + Math.abs(others)
      return {
        error: Math.abs(rebuilt - model.share),
        bound: ROUNDING * (1 + size),
        prose: `$\\gamma<0$ has probability {negative}: however long, key $a$ then gets nothing as $Q\\to\\infty$ and $\\alpha\\to0$${query === 'others' ? ' under that query; the present one does not see $\\gamma$' : ''}.`,
      }
    },
  },
}

/** What is said of the share's law where it is a point. */
const NO_NOISE = 'Here $\\sigma_\\Delta = 0$ at every $Q$: $p = \\tfrac12$ in every draw.'

const heaps: GaussianClaim = {
  id: 'heaps',
  kind: 'unsaid',
  prose:
    'Two heaps, not a mixture: $P(\\tfrac14<p<\\tfrac34) = 2\\Phi(\\ln 3/\\sigma_\\Delta)-1$, which goes to $0$ as $\\sigma_\\Delta\\to\\infty$',
  check(_, { middle, shareSd }) {
    const bound = shareSd === 0 ? Infinity : Math.log(3) / shareSd
    return {
      error: Math.abs(middle - normalInterval(-bound, bound)),
      bound: 1e-12,
      prose:
        shareSd === 0
          ? NO_NOISE
          : shareSd < Math.SQRT2
            ? 'Here it is {middle}: with $\\sigma_\\Delta = $ {share-sd}, below $\\sqrt2$, there is still one heap.'
            : 'Here it is {middle}, with $\\sigma_\\Delta = $ {share-sd}: from draw to draw $c$ jumps.',
    }
  },
}

const half: GaussianClaim = {
  id: 'half',
  kind: 'unsaid',
  prose:
    'On average $p$ is $\\tfrac12$ at every $Q$; what grows with $\\sigma_\\Delta$ is its variance, towards $\\tfrac14$',
  check(_, { shareSd, shareVariance }) {
    const centre = Math.abs(logitNormalMean(0, shareSd) - 0.5)
    return {
      error: Math.max(centre, shareVariance - 0.25),
      bound: ROUNDING,
      prose: shareSd === 0 ? NO_NOISE : 'Now the variance is {share-variance}.',
    }
  },
}

const othersAlone: GaussianClaim = {
  id: 'others-alone',
  kind: 'unsaid',
  prose: 'Not every single query breaks: $q=-Q\\sum_{i\\ne a,b}\\mu_i$ does not see $\\gamma$ at all',
  check(params) {
    const of = (changes: Partial<GaussianKeys>) => shareLaw(settingOf(params, changes)).sd
    const sd = (normVariance: number) => of({ query: 'others', normVariance })
    return {
      error: Math.abs(sd(params.normVariance) - sd(0)),
      bound: 0,
      prose: othersProse(
        params,
        number(sd(params.normVariance), undefined, 3),
        number(of({ query: 'pair' })),
      ),
    }
  },
}

function othersProse({ n, query }: GaussianKeys, alone: string, pair: string): string {
  if (n === 2) return 'With two keys there are no others, and it is $0$.'
  const price = 'Its price: the noise of all the others.'
  return query === 'others'
    ? `It is the present one: $\\sigma_\\Delta$ is {share-sd}, under the notes’ query ${pair}. ${price}`
    : `With it $\\sigma_\\Delta$ is ${alone}, instead of {share-sd} now. ${price}`
}

const dimension: GaussianClaim = {
  id: 'dimension',
  kind: 'unsaid',
  prose: 'The dimension plays no part: scores are projections on the few vectors that $q$ is made of',
  check(params, { scores }) {
    const other = gaussianModel({ ...params, d: params.n }).scores
    return {
      error: Math.max(...other.map((score, i) => Math.abs(score - scores[i]))),
      bound: 0,
      prose: `$d$ only has to hold ${number(params.n)} orthonormal means. So a draw costs ${number(params.n)} scores, not ${number(params.n * params.d)} coordinates.`,
    }
  },
}

/** What the notes say of 1(c), then what they leave out. */
export const claims: readonly GaussianClaim[] = [
  averages,
  variance,
  signed,
  noise,
  heaps,
  half,
  othersAlone,
  dimension,
]
