import { logistic } from '../../core/attention/logistic'
import { scoreLaws } from '../../core/gaussian/gaussian-laws'
import type { Claim } from '../construction'
import { quote, said } from '../said'
import { type GaussianKeys, type GaussianModel, gaussianModel, settingOf } from './gaussian-keys.model'

type GaussianClaim = Claim<GaussianKeys, GaussianModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-13

/** Standard deviation up to which a projection counts as a fixed number. */
const NEARLY = 0.05

/** Variances of the projections of keys a and b on a mean, from the laws of the scores under μ_a and under μ_b. */
function variances(params: GaussianKeys) {
  const under = (wanted: readonly [number, number]) =>
    scoreLaws({ ...settingOf(params), queries: [{ wanted, others: 0 }] })
  const [onA, onB] = [under([1, 0]), under([0, 1])]
  return { along: onA.a.sd ** 2, aside: onB.a.sd ** 2, other: onB.b.sd ** 2 }
}

const nonrandom: GaussianClaim = {
  id: 'nonrandom',
  name: 'nearly fixed projections',
  kind: 'stated',
  prose:
    'With $\\Sigma_i=\\alpha I$ and small $\\alpha$, $k_i^\\top\\mu_j\\approx\\mu_j^\\top\\mu_i$ is “nonrandom”: $1$ for $i=j$ and $0$ otherwise',
  failsAt: { normVariance: 0, keyVariance: 0.1 },
  premise: ({ normVariance }) =>
    normVariance === 0
      ? undefined
      : {
          ...said`Key $a$ has the further variance $\\nu = ${quote('nu', normVariance)}$ along its mean: $k_a^\\top\\mu_a$ is random.`,
          changes: { normVariance: 0 },
        },
  check(params) {
    const { other } = variances(params)
    const sd = Math.sqrt(other)
    return {
      error: sd,
      bound: NEARLY,
      ...said`Each varies by $\\sqrt\\alpha = ${quote('sd', sd)}$; “$\\approx$” here allows ${quote('allowed', NEARLY)}. Times $Q$ it counts: between $a$ and $b$ the scores differ by $\\sigma_\\Delta = $ {share-sd} nats.`,
    }
  },
}

const variance: GaussianClaim = {
  id: 'variance',
  name: 'variance of a projection',
  kind: 'corrected',
  prose:
    '“$k_i^\\top\\mu_j \\sim N(\\mu_j^\\top\\mu_i,\\,\\mu_j^\\top\\Sigma_i\\mu_j) = N(\\mu_j^\\top\\mu_i,\\,\\alpha I)$”',
  failsAt: {},
  check: ({ d }) => ({
    error: d * d - 1,
    bound: 0,
    ...said`$\\alpha I$ is a table of ${quote('entries', d * d)} numbers; a dot product has one variance.`,
  }),
  correction: {
    prose:
      'A projection is a single number, of variance $\\mu_j^\\top\\Sigma_i\\mu_j$: that is $\\alpha$ where $\\Sigma_i=\\alpha I$.',
    check(params) {
      const { other } = variances(params)
      return {
        error: Math.abs(other - params.keyVariance),
        bound: ROUNDING * params.keyVariance,
        ...said`Here $\\alpha = ${quote('variance', params.keyVariance)}$, a standard deviation of ${quote('sd', Math.sqrt(other))}.`,
      }
    },
  },
}

const stretched: GaussianClaim = {
  id: 'stretched',
  name: 'variance of key a',
  kind: 'corrected',
  prose:
    '“$k_a^\\top\\mu_j \\sim N(\\mu_j^\\top\\mu_a,\\,(\\alpha+(\\mu_j^\\top\\mu_a)^2/2)I)$, and $k_a^\\top\\mu_a\\sim N(\\lVert\\mu_a\\rVert^2,\\,(\\alpha+\\lVert\\mu_a\\rVert^4/2)I)$”',
  failsAt: {},
  check: ({ d }) => ({
    error: d * d - 1,
    bound: 0,
    ...said`Again a table of ${quote('entries', d * d)} numbers for one.`,
  }),
  correction: {
    prose:
      'One number each: $k_a^\\top\\mu_a$ has variance $\\alpha+\\nu$, with $\\nu=\\tfrac12$ in the notes, and $k_a^\\top\\mu_j$ for $j\\ne a$ has $\\alpha$.',
    check(params) {
      const { keyVariance, normVariance } = params
      const { along, aside } = variances(params)
      return {
        error: Math.max(Math.abs(along - keyVariance - normVariance), Math.abs(aside - keyVariance)),
        bound: ROUNDING * (keyVariance + normVariance),
        ...said`Here ${quote('along', along)} along $\\mu_a$ and ${quote('aside', aside)} along every other mean.`,
      }
    },
  },
}

const signed: GaussianClaim = {
  id: 'signed',
  name: 'length or projection',
  kind: 'corrected',
  prose: '“$c \\approx p\\,v_a+(1-p)\\,v_b$, and $p$ depends on $\\lVert k_a\\rVert$”',
  failsAt: { seed: 2056, draw: 0 },
  check({ query }, { gamma, coefficient, difference, share }) {
    const turned = logistic(difference - 2 * coefficient * gamma)
    return {
      error: Math.abs(turned - share),
      bound: 1e-9,
      ...(query === 'others'
        ? said`The present query does not see $\\gamma$, nor what $\\gamma$ adds to the length: neither has a part in the share {share}.`
        : said`In this draw $\\gamma = $ {gamma} and $p = $ {share}. Turned round along $\\mu_a$, with $-\\gamma$, key $a$ is exactly as long, and $p$ would be ${quote('turned', turned)}.`),
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
        ...said`$\\gamma<0$ has probability {negative}: however long, key $a$ then gets nothing as $Q\\to\\infty$ and $\\alpha\\to0$${query === 'others' ? ' under that query; the present one does not see $\\gamma$' : ''}.`,
      }
    },
  },
}

const length: GaussianClaim = {
  id: 'length',
  name: 'length in many dimensions',
  kind: 'unsaid',
  prose:
    'In many dimensions length says little: $E(\\lVert k_a\\rVert^2\\mid\\gamma)=\\gamma^2+(d-1)\\alpha$, while the projection on any other fixed direction has variance $\\alpha$ alone',
  premise: ({ keyVariance }) =>
    keyVariance > 0
      ? undefined
      : {
          ...said`Here $\\alpha = 0$: a key has no length but along its mean.`,
          changes: { keyVariance: 0.001 },
        },
  check(params, { gamma, length: long }) {
    const { aside } = variances(params)
    const across = (params.d - 1) * aside
    return {
      error: Math.abs(long ** 2 - gamma ** 2 - across),
      bound: ROUNDING * (1 + gamma ** 2 + across) * 10,
      ...said`$d-1$ coordinates of variance $\\alpha$ add up; a projection is one of them. With $\\gamma = $ {gamma} key $a$ is about {length} long, with $\\gamma = 0$ it would be ${quote('across', Math.sqrt(across))}: a projection on another mean varies by ${quote('sd', Math.sqrt(aside))} only.`,
    }
  },
}

const dimension: GaussianClaim = {
  id: 'dimension',
  name: 'the dimension',
  kind: 'unsaid',
  prose: 'The dimension plays no part: scores are projections on the few vectors that $q$ is made of',
  check(params, { scores }) {
    const other = gaussianModel({ ...params, d: params.n }).scores
    return {
      error: Math.max(...other.map((score, i) => Math.abs(score - scores[i]))),
      bound: 0,
      ...said`$d$ only has to hold ${quote('n', params.n)} orthonormal means. So a draw costs ${quote('scores', params.n)} scores, not ${quote('coordinates', params.n * params.d)} coordinates.`,
    }
  },
}

/** What the notes say of the keys in 1(c), and leave out. */
export const keyClaims = { nonrandom, variance, stretched, signed, length, dimension }
