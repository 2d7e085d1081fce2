import { toNumber } from '../../core/rational'
import { number, texNumber } from '../../tex/format'
import type { Claim } from '../construction'
import { marginOf, OVERFLOWS, type Unaided, type UnaidedModel } from './identity-self-attention.model'

type UnaidedClaim = Claim<Unaided, UnaidedModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

const closedForms: UnaidedClaim = {
  id: 'closed-forms',
  kind: 'stated',
  prose:
    '$\\alpha_{11} = \\frac{e^{2\\beta^2}}{e^{2\\beta^2}+1+e^{\\beta^2}}$, $\\alpha_{22} = \\frac{e^{\\beta^2}}{2+e^{\\beta^2}}$, $\\alpha_{13} = \\frac{e^{\\beta^2}}{e^{2\\beta^2}+1+e^{\\beta^2}}$ and the others alike',
  failsAt: { lambda: 1 },
  check({ norm, lambda, kappa }, { logWeights }) {
    const forms = notesLogWeights(norm)
    const misses = logWeights.flatMap((row, i) =>
      row.map((x, j) => Math.abs(x - forms[i][j]) / Math.max(1, Math.abs(x))),
    )
    const error = Math.max(...misses)
    const changed = lambda !== 0 || kappa !== 0
    return {
      error,
      bound: ROUNDING,
      prose: changed
        ? 'They are for $x_2 = u_a$; with $\\lambda$ or $\\kappa$ the weights change with the scores.'
        : `All nine agree with the softmax of the scores, in logarithms, to ${number(error, undefined, 2)}.`,
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
  kind: 'stated',
  prose: '$c_2\\approx u_a$ for large $\\beta$, not $u_b$',
  failsAt: { lambda: 1 },
  check({ lambda, kappa }, { leak, logLeak }) {
    const error = Math.hypot(lambda, kappa)
    return {
      error,
      bound: 0,
      prose:
        error === 0
          ? `In the limit exactly; now $c_2$ has weight $${texNumber(leak, logLeak, 3)}$ on the other tokens.`
          : 'With this $x_2$ it is $c_2\\to x_2$, which is no longer $u_a$ and still not $u_b$.',
    }
  },
}

const noHelp: UnaidedClaim = {
  id: 'no-help',
  kind: 'stated',
  prose: '“Adding $u_d$ or $u_c$ to $x_2$ won’t help to approximate $u_b$ with $c_2$”',
  check(_, { gram }) {
    const [first, own, third] = gram[1].map(toNumber)
    return {
      error: Math.max(first, third),
      bound: own,
      prose: 'A theorem, proved above: $x_2$ attends to itself, and $x_2$ has nothing of $u_b$.',
    }
  },
}

const threeQuarters: UnaidedClaim = {
  id: 'three-quarters',
  kind: 'unsaid',
  prose:
    'By how much? The margin is at least $\\tfrac34\\beta^2$, for every $\\lambda$ and $\\kappa$; it is that at $\\lambda = \\tfrac12$, $\\kappa = 0$ and the other way round',
  check(_, { margin }) {
    return {
      error: Math.max(0.75, marginOf(0.5, 0)),
      bound: margin * (1 + ROUNDING),
      prose: `Now $\\Delta_2 = ${texNumber(margin)}\\,\\beta^2$.`,
    }
  },
}

const bounded: UnaidedClaim = {
  id: 'bounded',
  kind: 'unsaid',
  prose: 'So at every $\\beta$ the coefficient of $u_b$ in $c_2$ is at most $2/(2+e^{\\frac34\\beta^2})$',
  check({ norm }, { leak, logLeak }) {
    const b = 0.75 * norm ** 2
    const logBound = Math.log(2) - b - Math.log1p(2 * Math.exp(-b))
    return {
      error: logLeak,
      bound: logBound + ROUNDING * Math.max(1, b),
      prose: `Now $${texNumber(leak, logLeak, 4)}\\le ${texNumber(Math.exp(logBound), logBound, 4)}$.`,
    }
  },
}

const overflow: UnaidedClaim = {
  id: 'overflow',
  kind: 'unsaid',
  prose: `Typed in as they stand, the closed forms end early: in float64 $e^{2\\beta^2}$ overflows at $\\beta = ${OVERFLOWS[0].beta.toFixed(2)}$ and $e^{\\beta^2}$ at $${OVERFLOWS[1].beta.toFixed(2)}$`,
  check({ norm }, { weights }) {
    const naive = Math.exp(2 * norm ** 2) / (Math.exp(2 * norm ** 2) + 1 + Math.exp(norm ** 2))
    const fails = Number.isNaN(naive)
    return {
      error: Number(fails !== norm > OVERFLOWS[0].beta),
      bound: 0,
      prose: fails
        ? `Here the formula for $\\alpha_{11}$ gives “not a number”; softmax of the differences gives $${texNumber(weights[0][0])}$.`
        : 'Not yet at this $\\beta$.',
    }
  },
}

/** What the notes say of 1(e)i, then what they leave out. */
export const claims: readonly UnaidedClaim[] = [closedForms, limit, noHelp, threeQuarters, bounded, overflow]
