import { logSumExp } from '../../core/attention/softmax'
import { portableHypot } from '../../core/numbers/portable'
import { toNumber } from '../../core/numbers/rational'
import type { Claim } from '../construction'
import { quote, said } from '../said'
import {
  logLeakAt,
  marginOf,
  OVERFLOWS,
  type Unaided,
  type UnaidedModel,
} from './identity-self-attention.model'

type UnaidedClaim = Claim<Unaided, UnaidedModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

/** What is missing where something is added to x₂. */
const plainToken = ({ lambda, kappa }: Unaided) =>
  lambda === 0 && kappa === 0
    ? undefined
    : {
        ...said`It is for $x_2 = u_a$; here $x_2$ has something of $u_d$ or $u_c$ as well.`,
        changes: { lambda: 0, kappa: 0 },
      }

const gramProducts: UnaidedClaim = {
  id: 'gram',
  name: 'products of the tokens',
  kind: 'stated',
  prose:
    'For $x_2=u_a$, $\\langle x_1,x_1\\rangle = \\langle x_3,x_3\\rangle = 2\\beta^2$, $\\langle x_2,x_2\\rangle = \\langle x_1,x_3\\rangle = \\beta^2$ and $\\langle x_1,x_2\\rangle = \\langle x_2,x_3\\rangle = 0$',
  premise: plainToken,
  check({ norm }, { gram }) {
    const notes = [
      [2, 0, 1],
      [0, 1, 0],
      [1, 0, 2],
    ]
    return {
      error: Math.max(...gram.flatMap((row, i) => row.map((x, j) => Math.abs(toNumber(x) - notes[i][j])))),
      bound: 0,
      ...said`Of the products of directions only $u_r^\\top u_r = \\beta^2 = ${quote('square', norm ** 2)}$ are not $0$: count the directions that two tokens share.`,
    }
  },
}

const closedForms: UnaidedClaim = {
  id: 'closed-forms',
  name: 'the closed forms',
  kind: 'stated',
  prose:
    'For $x_2=u_a$, $\\alpha_{11} = \\frac{e^{2\\beta^2}}{e^{2\\beta^2}+1+e^{\\beta^2}}$, $\\alpha_{22} = \\frac{e^{\\beta^2}}{2+e^{\\beta^2}}$, $\\alpha_{13} = \\frac{e^{\\beta^2}}{e^{2\\beta^2}+1+e^{\\beta^2}}$ and the others alike',
  premise: plainToken,
  check({ norm }, { logWeights, weights }) {
    const forms = notesLogWeights(norm)
    const misses = logWeights.flatMap((row, i) =>
      row.map((x, j) => Math.abs(x - forms[i][j]) / Math.max(1, Math.abs(x))),
    )
    return {
      error: Math.max(...misses),
      bound: ROUNDING,
      ...said`All nine agree with the softmax of the scores, in logarithms: $\\alpha_{11} = ${quote('first', weights[0][0], logWeights[0][0])}$, $\\alpha_{22} = ${quote('second', weights[1][1], logWeights[1][1])}$, $\\alpha_{13} = ${quote('third', weights[0][2], logWeights[0][2])}$.`,
    }
  },
}

/** The notes' closed forms in logarithms, with the largest exponential taken out. */
function notesLogWeights(norm: number): number[][] {
  const b = norm ** 2
  const outer = -Math.log1p(Math.exp(-2 * b) + Math.exp(-b))
  const inner = -Math.log1p(2 * Math.exp(-b))
  return [
    [outer, outer - 2 * b, outer - b],
    [inner - b, inner, inner - b],
    [outer - b, outer - 2 * b, outer],
  ]
}

const limit: UnaidedClaim = {
  id: 'limit',
  name: 'the second output',
  kind: 'stated',
  prose: '$c_2\\to u_a$ as $\\beta\\to\\infty$, and not $u_b$',
  failsAt: { lambda: 1 },
  check({ lambda, kappa }, { leak, logLeak }) {
    const error = portableHypot(lambda, kappa)
    return {
      error,
      bound: 0,
      ...(error === 0
        ? said`Now $c_2$ has weight $${quote('leak', leak, logLeak, 3)}$ on the other tokens.`
        : said`With this $x_2$ it is $c_2\\to x_2$, which is no longer $u_a$ and still not $u_b$.`),
    }
  },
}

const noHelp: UnaidedClaim = {
  id: 'no-help',
  name: 'additions to token two',
  kind: 'stated',
  prose:
    '“Adding $u_d$ or $u_c$ to $x_2$ won’t help to approximate $u_b$ with $c_2$”: not as $\\beta\\to\\infty$',
  check(params, { gram, leak, logLeak }) {
    const [first, own, third] = gram[1].map(toNumber)
    const bare = logLeakAt({ ...params, lambda: 0, kappa: 0 }, params.norm)
    const isAdded = params.lambda !== 0 || params.kappa !== 0
    const now = said`At this $\\beta$ its coefficient in $c_2$ is $${quote('leak', leak, logLeak, 3)}$`
    return {
      error: Math.max(first, third),
      bound: own,
      ...said`In the limit $x_2$ attends to itself alone, whatever is added, and has nothing of $u_b$. ${isAdded ? said`${now}; with nothing added it would be $${quote('bare', Math.exp(bare), bare, 3)}$.` : said`${now}.`}`,
    }
  },
}

const threeQuarters: UnaidedClaim = {
  id: 'three-quarters',
  name: 'the least margin',
  kind: 'unsaid',
  prose:
    'By how much? The margin is at least $\\tfrac34\\beta^2$, for every $\\lambda$ and $\\kappa$; it is that at $\\lambda = \\tfrac12$, $\\kappa = 0$ and the other way round',
  check(_, { margin }) {
    return {
      error: Math.max(0.75, marginOf(0.5, 0)),
      bound: margin * (1 + ROUNDING),
      ...said`Now $\\Delta_2 = ${quote('margin', margin)}\\,\\beta^2$.`,
    }
  },
}

const bounded: UnaidedClaim = {
  id: 'bounded',
  name: 'bound at every β',
  kind: 'unsaid',
  prose: 'So at every $\\beta$ the coefficient of $u_b$ in $c_2$ is at most $2/(2+e^{\\frac34\\beta^2})$',
  check({ norm }, { leak, logLeak }) {
    const b = 0.75 * norm ** 2
    const logBound = Math.log(2) - b - Math.log1p(2 * Math.exp(-b))
    return {
      error: logLeak,
      bound: logBound + ROUNDING * Math.max(1, b),
      ...said`Now $${quote('leak', leak, logLeak, 4)}\\le ${quote('most', Math.exp(logBound), logBound, 4)}$.`,
    }
  },
}

const residual: UnaidedClaim = {
  id: 'residual',
  name: 'a residual connection',
  kind: 'unsaid',
  prose:
    'A residual connection does not help either: $x_2+c_2\\to 2x_2$ as $\\beta\\to\\infty$, and its coefficient of $u_b$ is that of $c_2$ at every $\\beta$',
  check(_, { tokens, outputs, weights, logLeak, logWeights, leak }) {
    const sum = outputs[1].map((x, r) => x + tokens[1][r])
    const own = 1 + weights[1][1]
    return {
      error: Math.max(
        Math.abs(sum[1] - leak),
        Math.abs(sum[0] - own),
        Math.abs(logLeak - logSumExp([logWeights[1][0], logWeights[1][2]])) / Math.max(1, -logLeak),
      ),
      bound: ROUNDING,
      ...said`$x_2$ has nothing of $u_b$ to add. Now $x_2+c_2$ has $${quote('leak', leak, logLeak, 3)}$ of $u_b$ beside $${quote('own', own)}$ of $u_a$.`,
    }
  },
}

const overflow: UnaidedClaim = {
  id: 'overflow',
  name: 'where float64 ends',
  kind: 'unsaid',
  prose: `Typed in as they stand, the closed forms end early: in float64 $e^{2\\beta^2}$ overflows at $\\beta = ${OVERFLOWS[0].beta.toFixed(2)}$ and $e^{\\beta^2}$ at $${OVERFLOWS[1].beta.toFixed(2)}$`,
  check({ norm }, { weights }) {
    const naive = Math.exp(2 * norm ** 2) / (Math.exp(2 * norm ** 2) + 1 + Math.exp(norm ** 2))
    const fails = Number.isNaN(naive)
    return {
      error: Number(fails !== norm > OVERFLOWS[0].beta),
      bound: 0,
      ...(fails
        ? said`Here the formula for $\\alpha_{11}$ gives “not a number”; softmax of the differences gives $${quote('first', weights[0][0])}$.`
        : said`Not yet at this $\\beta$.`),
    }
  },
}

/** What the notes say of 1(e)i, then what they leave out. */
export const claims: readonly UnaidedClaim[] = [
  gramProducts,
  closedForms,
  limit,
  noHelp,
  threeQuarters,
  bounded,
  residual,
  overflow,
]
