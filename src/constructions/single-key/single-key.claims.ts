import { leakBounds } from '../../core/attention/margin'
import { logLeak as logRestOf } from '../../core/attention/softmax'
import { key, output, query, symbol, value, weight } from '../../tex/symbols'
import type { Finding } from '../construction'
import { NOTHING, quote, type Said, said } from '../said'
import { hullClaims, rounding, type SelectionClaim } from './single-key.claims-hull'
import {
  type KeyIndex,
  type Selection,
  type SelectionModel,
  turnedQuery,
  valuesOnCircle,
} from './single-key.model'
import { symbols } from './single-key.symbols'

const { margin: MARGIN, leak: LEAK, epsilon: EPSILON, count: COUNT } = symbols
const SCORE = `${key('j')}^{\\top}${query()}`
const OTHERS = `${key('i')}^{\\top}${query()}`

/** How many times as large the wanted score has to be to count as many times as large. */
const MANY = 100

const enough: SelectionClaim = {
  id: 'enough',
  name: 'the largest score',
  kind: 'stated',
  prose: `“$${SCORE}$ must dominate over all the rest”, read as: when it is the largest score, $${output()}\\approx ${value('j')}$`,
  failsAt: { scale: 1 },
  premise(params, model) {
    const { margin, target, runnerUp } = model
    if (margin > 0) return undefined
    return {
      ...said`Here it is not the largest: key ${quote('best', runnerUp + 1)} scores at least as much as key ${quote('target', target + 1)}. Turn the query, or want a key that can be selected.`,
      changes: withLead(params, model),
    }
  },
  check({ epsilon }, model) {
    return { error: model.logLeak, bound: Math.log(epsilon), ...enoughSaid(epsilon, model) }
  },
}

/** The coordinates of a point of the plane end here. */
const MOST = 2

/** Params under which a wanted key scores best: the present one if it can, else another, else keys on a circle. */
function withLead(params: Selection, model: SelectionModel): Partial<Selection> {
  const { places, target, n } = model
  const scale = params.scale > 0 ? params.scale : 1
  const isCorner = ({ kind }: SelectionModel['places'][number]) => kind === 'corner'
  const index = isCorner(places[target]) ? target : places.findIndex(isCorner)
  if (index >= 0)
    return { scale, target: index + 1, query: turnedQuery(params, { ...model, target: index }, MOST) }
  const keys = valuesOnCircle(n)
  return { scale, keys, query: [keys[target]] }
}

function enoughSaid(epsilon: number, { leak, logLeak, margin }: SelectionModel): Said {
  const lost = said`$L = ${quote('leak', leak, logLeak)}$`
  const allowed = said`$\\varepsilon = ${quote('epsilon', epsilon)}$`
  if (logLeak <= Math.log(epsilon)) return said`What goes elsewhere, ${lost}, is within ${allowed}.`
  return said`Here it is the largest, ahead by $\\Delta = ${quote('margin', margin)}$, and yet ${lost} goes elsewhere, more than ${allowed}.`
}

const needed: SelectionClaim = {
  id: 'needed',
  name: 'nothing else will do',
  kind: 'stated',
  prose: `Nothing else will do: if $${weight('j')}>\\tfrac12$, then $${SCORE}$ is larger than every other $${OTHERS}$`,
  check(_, { logWeights, logLeak, target, margin, leak, weights }) {
    return {
      error: logWeights[target] - logLeak,
      bound: margin + rounding(Math.abs(margin)),
      ...said`The odds $\\alpha_j : L$ are never above $e^{\\Delta}:1$. Here $${quote('weight', weights[target], logWeights[target])} : ${quote('leak', leak, logLeak)}$ with $\\Delta = ${quote('margin', margin)}$.`,
    }
  },
}

const ratio: SelectionClaim = {
  id: 'ratio',
  name: 'ratio or difference',
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
      ...(many
        ? said`Here it is ${quote('times', times, undefined, 3)} times as large as the others, and still $L = ${quote('leak', leak, logLeak)}$.`
        : NOTHING),
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
    ...said`Against the best other key, ${quote('best', runnerUp + 1)}: $e^{${quote('margin', margin)}} = ${quote('odds', Math.exp(margin), margin)}$.`,
  }
}

const bounds: SelectionClaim = {
  id: 'bounds',
  name: 'bounds on the weight',
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
      ...said`Here $${quote('least', lower, logLower)}\\le ${quote('weight', weights[target], logWeights[target])}\\le ${quote('most', upper, logUpper)}$.`,
    }
  },
}

const margins: SelectionClaim = {
  id: 'margins',
  name: 'margin for a tolerance',
  kind: 'unsaid',
  prose: `For $${weight('j')}\\ge 1-${EPSILON}$ a margin of $\\ln\\frac{(${COUNT}-1)(1-${EPSILON})}{${EPSILON}}$ is always enough, and less than $\\ln\\frac{1-${EPSILON}}{${EPSILON}}$ never is`,
  check({ epsilon }, model) {
    const { n, sufficient, necessary } = model
    const wanted = Math.log(epsilon)
    const error = Math.max(
      Math.abs(leakBounds(n, sufficient).logUpper - wanted),
      Math.abs(leakBounds(n, necessary).logLower - wanted),
    )
    return { error, bound: rounding(Math.abs(wanted)), ...marginsSaid(epsilon, model) }
  },
}

function marginsSaid(
  epsilon: number,
  { n, margin, sufficient, necessary, leak, logLeak }: SelectionModel,
): Said {
  const here = said`For ${quote('n', n)} keys and $\\varepsilon = ${quote('epsilon', epsilon)}$: $${quote('sufficient', sufficient)}$ and $${quote('necessary', necessary)}$.`
  const now = said`$\\Delta = ${quote('margin', margin)}$`
  if (margin >= sufficient) return said`${here} Now ${now} is enough.`
  if (margin < necessary) return said`${here} Now ${now} is too little.`
  return said`${here} Now ${now} lies between: the other scores decide, and leave $L = ${quote('leak', leak, logLeak)}$.`
}

const distance: SelectionClaim = {
  id: 'distance',
  name: 'distance of the output',
  kind: 'unsaid',
  prose: `How near is $${output()}$? $\\lVert ${output()}-${value('j')}\\rVert\\le ${LEAK}\\max_i\\lVert ${value('i')}-${value('j')}\\rVert$`,
  check(_, { othersDistance, reach, leak, logLeak }) {
    const times = (name: string, length: number) => quote(name, leak * length, logLeak + Math.log(length))
    return {
      // Both sides without their common factor L, which may be too small for float64.
      error: othersDistance,
      bound: reach + rounding(1),
      ...said`Here $${times('distance', othersDistance)}\\le ${times('most', reach)}$.`,
    }
  },
}

const saturation: SelectionClaim = {
  id: 'saturation',
  name: 'no gradient left',
  kind: 'unsaid',
  prose: `A large lead cannot be learnt from: no $\\partial ${weight('i')}/\\partial s_l = ${weight('i')}([i=l]-${symbol('weight', '\\alpha_l')})$ is larger than the weight of all keys but the leading one, be that the wanted key or not`,
  check(_, { scores, logWeights }) {
    const logRests = scores.map((_s, i) => logRestOf(scores, i))
    const leader = logRests.indexOf(Math.min(...logRests))
    // Of each row the diagonal entry αᵢ(1 − αᵢ) is the largest: no other weight exceeds 1 − αᵢ.
    const largest = Math.max(...logWeights.map((log, i) => log + logRests[i]))
    const rest = logRests[leader]
    return {
      error: largest,
      bound: rest + rounding(Math.abs(rest)),
      ...said`Each is a product of two numbers in $[0,1]$, and one of them is at most that. Here key ${quote('leader', leader + 1)} leaves $${quote('rest', Math.exp(rest), rest)}$ to the others, and the largest derivative is $${quote('largest', Math.exp(largest), largest)}$.`,
    }
  },
}

/** What the notes say of 1(a), then what they leave out. */
export const claims: readonly SelectionClaim[] = [
  enough,
  needed,
  ratio,
  bounds,
  margins,
  distance,
  saturation,
  ...hullClaims,
]
