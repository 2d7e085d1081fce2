import { dot, norm, subtract } from '../../core/linalg'
import { leakBounds } from '../../core/margin'
import { number, texNumber } from '../../tex/format'
import { key, output, query, value, weight } from '../../tex/symbols'
import type { Claim, Finding } from '../construction'
import type { KeyIndex, Selection, SelectionModel } from './single-key.model'
import { symbols } from './single-key.symbols'

type SelectionClaim = Claim<Selection, SelectionModel>

const { margin: MARGIN, leak: LEAK, epsilon: EPSILON, count: COUNT } = symbols
const SCORE = `${key('j')}^{\\top}${query()}`
const OTHERS = `${key('i')}^{\\top}${query()}`

/** How many times as large the wanted score has to be to count as many times as large. */
const MANY = 100

/** Rounding of a difference of numbers up to `size`, allowed where two computations of one number are compared. */
const rounding = (size: number) => 16 * Number.EPSILON * (1 + size)

const enough: SelectionClaim = {
  id: 'enough',
  kind: 'stated',
  prose: `When $${SCORE}$ dominates, $${output()}\\approx ${value('j')}$`,
  failsAt: { scale: 1 },
  check({ epsilon }, model) {
    return { error: model.leak, bound: epsilon, prose: enoughProse(epsilon, model) }
  },
}

function enoughProse(epsilon: number, { leak, logLeak, margin, target, runnerUp }: SelectionModel): string {
  const lost = `$L = ${texNumber(leak, logLeak)}$`
  if (leak <= epsilon)
    return `What goes elsewhere, ${lost}, is within $\\varepsilon = ${texNumber(epsilon)}$.`
  if (margin <= 0)
    return `Here it does not dominate: key ${runnerUp + 1} scores at least as much as key ${target + 1}.`
  return `Here it is the largest, ahead by $\\Delta = ${texNumber(margin)}$, and yet ${lost} goes elsewhere, more than $\\varepsilon = ${texNumber(epsilon)}$.`
}

const needed: SelectionClaim = {
  id: 'needed',
  kind: 'stated',
  prose: `Nothing else will do: if $${weight('j')}>\\tfrac12$, then $${SCORE}$ is larger than every other $${OTHERS}$`,
  check(_, { logWeights, logLeak, target, margin, leak, weights }) {
    return {
      error: logWeights[target] - logLeak,
      bound: margin + rounding(Math.abs(margin)),
      prose: `The odds $\\alpha_j : L$ are never above $e^{\\Delta}:1$. Here $${texNumber(weights[target], logWeights[target])} : ${texNumber(leak, logLeak)}$ with $\\Delta = ${texNumber(margin)}$.`,
    }
  },
}

const ratio: SelectionClaim = {
  id: 'ratio',
  kind: 'corrected',
  prose: `$${SCORE}$ “dominates over all the rest”, read as: it is many times as large`,
  failsAt: {
    keys: [
      [2, 0],
      [0.01, 1],
      [0.01, -1],
    ],
    query: [[1, 0]],
    scale: 0.01,
    target: 1,
  },
  check({ epsilon }, { scores, target, leak, logLeak }) {
    const times = ratioOf(scores, target)
    const many = times >= MANY
    return {
      error: many ? leak : 0,
      bound: epsilon,
      prose: many
        ? `Here it is ${number(times, undefined, 3)} times as large as the others, and still $L = ${texNumber(leak, logLeak)}$.`
        : '',
    }
  },
  correction: {
    prose: `The *difference* counts: $${weight('j')}/${weight('i')} = e^{s_j-s_i}$, whatever the size of the scores or their ratio`,
    check: differencesDecide,
  },
}

/** How many times as large as the largest other score, in size, the wanted score is. */
function ratioOf(scores: readonly number[], target: KeyIndex): number {
  return scores[target] / Math.max(...scores.map((s, i) => (i === target ? 0 : Math.abs(s))))
}

function differencesDecide(
  _: Selection,
  { scores, logWeights, target, runnerUp, margin }: SelectionModel,
): Finding {
  const errors = scores.map((s, i) => Math.abs(logWeights[target] - logWeights[i] - (scores[target] - s)))
  const spread = Math.max(...scores) - Math.min(...scores)
  return {
    error: Math.max(...errors),
    bound: rounding(spread),
    prose: `Against the best other key, ${runnerUp + 1}: $e^{${texNumber(margin)}} = ${texNumber(Math.exp(margin), margin)}$.`,
  }
}

const bounds: SelectionClaim = {
  id: 'bounds',
  kind: 'unsaid',
  prose: `By how much? The margin alone decides: $\\frac1{1+(${COUNT}-1)e^{-${MARGIN}}}\\le ${weight('j')}\\le\\frac1{1+e^{-${MARGIN}}}$`,
  check(
    _,
    { n, margin, logWeights, logLeak, target, weights, bounds: { lower, upper, logLower, logUpper } },
  ) {
    const logOdds = logWeights[target] - logLeak
    // In the log of the odds both bounds read Δ − ln(n−1) ≤ … ≤ Δ, and none of the three can underflow.
    const half = Math.log(n - 1) / 2
    return {
      error: Math.abs(margin - half - logOdds),
      bound: half + rounding(Math.abs(margin)),
      prose: `Here $${texNumber(lower, logLower)}\\le ${texNumber(weights[target], logWeights[target])}\\le ${texNumber(upper, logUpper)}$.`,
    }
  },
}

const margins: SelectionClaim = {
  id: 'margins',
  kind: 'unsaid',
  prose: `For $${weight('j')}\\ge 1-${EPSILON}$ a margin of $\\ln\\frac{(${COUNT}-1)(1-${EPSILON})}{${EPSILON}}$ is always enough, and less than $\\ln\\frac{1-${EPSILON}}{${EPSILON}}$ never is`,
  check({ epsilon }, model) {
    const { n, sufficient, necessary } = model
    const wanted = Math.log(epsilon)
    const error = Math.max(
      Math.abs(leakBounds(n, sufficient).logUpper - wanted),
      Math.abs(leakBounds(n, necessary).logLower - wanted),
    )
    return { error, bound: rounding(Math.abs(wanted)), prose: marginsProse(epsilon, model) }
  },
}

function marginsProse(
  epsilon: number,
  { n, margin, sufficient, necessary, leak, logLeak }: SelectionModel,
): string {
  const here = `For ${n} keys and $\\varepsilon = ${texNumber(epsilon)}$: $${texNumber(sufficient)}$ and $${texNumber(necessary)}$.`
  const now = `$\\Delta = ${texNumber(margin)}$`
  if (margin >= sufficient) return `${here} Now ${now} is enough.`
  if (margin < necessary) return `${here} Now ${now} is too little.`
  return `${here} Now ${now} lies between: the other scores decide, and leave $L = ${texNumber(leak, logLeak)}$.`
}

const distance: SelectionClaim = {
  id: 'distance',
  kind: 'unsaid',
  prose: `How near is $${output()}$? $\\lVert ${output()}-${value('j')}\\rVert\\le ${LEAK}\\max_i\\lVert ${value('i')}-${value('j')}\\rVert$`,
  check(_, { othersDistance, reach, leak, logLeak }) {
    const times = (length: number) => texNumber(leak * length, logLeak + Math.log(length))
    return {
      // Both sides without their common factor L, which may be too small for float64.
      error: othersDistance,
      bound: reach + rounding(1),
      prose: `Here $${times(othersDistance)}\\le ${times(reach)}$.`,
    }
  },
}

const corners: SelectionClaim = {
  id: 'corners',
  kind: 'unsaid',
  prose: `Not every key can be selected: $${weight('j')}$ can come near $1$ exactly when $${key('j')}$ is a corner of the hull of the keys and no other key is the same point`,
  check(params, model) {
    return model.places[model.target].kind === 'corner'
      ? selected(params, model)
      : neverSelected(params, model)
  },
}

/** A query in the best direction, just long enough, reaches the margin that is always enough. */
function selected({ keys, epsilon }: Selection, { places, target, sufficient }: SelectionModel): Finding {
  const { direction, attainable } = places[target]
  const length = sufficient / attainable
  const differences = keys.flatMap((other, i) => (i === target ? [] : [subtract(keys[target], other)]))
  const reached = Math.min(...differences.map((difference) => length * dot(difference, direction)))
  return {
    error: sufficient - reached,
    bound: rounding(length * Math.max(...differences.map(norm))),
    prose: `Key ${target + 1} is a corner: a query of length ${number(length, undefined, 3)} in its best direction is enough for $\\varepsilon = ${texNumber(epsilon)}$.`,
  }
}

/** The others' mixture that equals the wanted key: some other score is at least as large, so α_j ≤ ½. */
function neverSelected(
  { keys }: Selection,
  { places, target, weights, logWeights }: SelectionModel,
): Finding {
  const { combination } = places[target]
  const mixture = [0, 1].map((axis) => keys.reduce((sum, k, i) => sum + combination[i] * k[axis], 0))
  const off = norm(subtract(mixture, keys[target]))
  return {
    error: Math.max(off, weights[target] - 0.5),
    bound: 1e-11,
    prose: `Key ${target + 1} is a mixture of other keys, so its score is the same mixture of theirs: one of them is at least as large, and $\\alpha_j\\le\\tfrac12$ for every $q$. Here $\\alpha_j = ${texNumber(weights[target], logWeights[target])}$.`,
  }
}

const bestDirection: SelectionClaim = {
  id: 'best-direction',
  kind: 'unsaid',
  prose: `Where to point $${query()}$? Along the shortest vector from the hull of the other keys to $${key('j')}$; no $${query()}$ has a margin above $\\lVert ${query()}\\rVert$ times its length`,
  check(_, { places, target, query: q, margin, scores }) {
    const { kind, attainable } = places[target]
    const most = norm(q) * attainable
    return {
      error: margin,
      bound: most + rounding(Math.max(...scores.map(Math.abs))) + 2e-12 * norm(q),
      prose:
        kind === 'corner'
          ? directionProse(margin, most)
          : `For key ${target + 1} that length is 0: no query puts it ahead. Now $\\Delta = ${texNumber(margin)}$.`,
    }
  },
}

function directionProse(margin: number, most: number): string {
  const share = margin / most
  if (most === 0) return 'A query of length 0 has no direction: all weights are equal.'
  const now = `Now $\\Delta = ${texNumber(margin)}$ of at most $${texNumber(most)}$`
  return share > 1 - 1e-9 ? `${now}: this is the best direction.` : `${now} at this length.`
}

/** What the notes say of 1(a), then what they leave out. */
export const claims: readonly SelectionClaim[] = [
  enough,
  needed,
  ratio,
  bounds,
  margins,
  distance,
  corners,
  bestDirection,
]
