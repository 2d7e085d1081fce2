import { logSoftmax, softmax } from '../../core/attention/softmax'
import { dot } from '../../core/linear/linalg'
import { dualBasis, numericMatrix, rank, rationalMatrix } from '../../core/linear/rational-matrix'
import { toNumber } from '../../core/numbers/rational'
import type { Claim } from '../construction'
import { quote, quoteVector, type Said, said } from '../said'
import {
  allReached,
  type Design,
  type DesignModel,
  designModel,
  leastMargin,
  worstError,
} from './key-query-value.model'
import { NOTES_TARGETS, NOTES_TOKENS } from './key-query-value.notes'
import { RIGHT_ANSWERS } from './key-query-value.presets'
import { AGREEMENT, embeddingOf } from './key-query-value.rotated'

type DesignClaim = Claim<Design, DesignModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

const rankOne: DesignClaim = {
  id: 'rank-one',
  name: 'rank one suffices',
  kind: 'unsaid',
  prose: 'Rank 1 is enough for the scores: $K = I$, $Q = \\beta^{-2}(u_c-u_d)(u_d-u_a)^\\top$',
  check(params, { scoreRank }) {
    const answer = designModel({
      ...params,
      ...RIGHT_ANSWERS[2].params,
      tokens: NOTES_TOKENS,
      targets: NOTES_TARGETS,
      wanted: [[1, 1, 0]],
    })
    const { error, logError } = worstError(answer)
    return {
      error: allReached(answer) ? answer.scoreRank : Infinity,
      bound: 1,
      ...said`Query 1 scores $(-1,0,1)$, query 2 $(1,0,-1)$ times $\\tau\\beta^2$; for the notes’ tokens the larger error is now $${quote('error', error, logError, 3)}$. The matrices in the grids have $\\operatorname{rank} K^\\top Q = ${quote('rank', scoreRank)}$.`,
    }
  },
}

const valueRank: DesignClaim = {
  id: 'value-rank',
  name: 'the rank of V',
  kind: 'unsaid',
  prose:
    '$V$ cannot be simpler than what is wanted: the rank of $V$ is at least that of the wanted outputs, in the notes 2',
  check({ targets, wanted }, model) {
    const asked = targets.filter((_, i) => wanted[0][i] > 0)
    const needed = asked.length === 0 ? 0 : rank(rationalMatrix(asked))
    return {
      error: allReached(model) ? needed : 0,
      bound: model.valueRank,
      ...said`Wanted: rank ${quote('needed', needed)}. $V$ has rank ${quote('rank', model.valueRank)}.`,
    }
  },
}

const strongerQueries: DesignClaim = {
  id: 'stronger-queries',
  name: 'longer queries',
  kind: 'unsaid',
  prose:
    '$tQ$ in place of $Q$ has the weights of $Q$ at $\\sqrt t\\,\\beta$: for the weights a longer query and longer tokens are the same thing; only the tokens make the outputs $\\sqrt t$ times as long too',
  check(params, { products, logWeights, factor }) {
    const doubled = products.map((row) =>
      row.map((p) => 2 * toNumber(p) * params.scoreScale * params.norm ** 2),
    )
    const longer = products.map((row) =>
      row.map((p) => toNumber(p) * params.scoreScale * (Math.SQRT2 * params.norm) ** 2),
    )
    const size = Math.max(1, ...doubled.flat().map(Math.abs))
    const gaps = doubled.flatMap((row, i) => {
      const other = logSoftmax(longer[i])
      return logSoftmax(row).map((x, j) => Math.abs(x - other[j]))
    })
    const strongest = Math.max(...logWeights.flat())
    return {
      error: Math.max(...gaps) / size,
      bound: ROUNDING,
      ...said`Doubling $Q$ turns $\\tau\\beta^2 = ${quote('factor', factor)}$ into $${quote('doubled', 2 * factor)}$. The largest weight is now $${quote('largest', Math.exp(strongest), strongest)}$.`,
    }
  },
}

const anyBasis: DesignClaim = {
  id: 'any-basis',
  name: 'any orthogonal basis',
  kind: 'unsaid',
  prose:
    'Only the coefficients count: for any mutually orthogonal $u_a,u_b,\\dots$ of one length $\\beta$, in any $\\mathbb R^d$ that holds as many, the scores and the outputs’ coefficients are the same',
  check(params, model) {
    const { dimension, scoreDifference, outputDifference } = embeddingOf(params, model)
    const where =
      params.basis === 'rotated'
        ? said`rotated basis of $\\mathbb R^{${quote('d', dimension)}}$ (seed ${quote('seed', params.seed)})`
        : said`standard basis of $\\mathbb R^{${quote('d', dimension)}}$`
    return {
      error: Math.max(scoreDifference, outputDifference),
      bound: AGREEMENT,
      ...said`Multiplied out in the ${where}, scores differ by ${quote('scores-differ', scoreDifference, undefined, 2)} and outputs by ${quote('outputs-differ', outputDifference, undefined, 2)} of their size.`,
    }
  },
}

function marginSaid(model: DesignModel): Said {
  const least = leastMargin(model)
  return least
    ? said`Among the wanted outputs the smallest margin is $${quote('margin', toNumber(least))}\\,\\tau\\beta^2$.`
    : said`No wanted output has a margin here: none is wanted, or all of its scores are equal.`
}

const everyAnswer: DesignClaim = {
  id: 'margin',
  name: 'how fast it falls',
  kind: 'unsaid',
  prose:
    'What counts is the margin: where an output is reached its error falls like $e^{-\\rho\\tau\\beta^2}$ or faster, $\\rho\\,\\tau\\beta^2$ being the margin of its query',
  check(_, model) {
    const gaps = model.outcomes.flatMap(({ reached, convergence, margin }) => {
      const pulling = convergence?.find(({ pull }) => pull.some((x) => toNumber(x) !== 0))
      return reached && pulling && margin ? [toNumber(margin) - toNumber(pulling.gap)] : []
    })
    return {
      error: Math.max(0, ...gaps),
      bound: 0,
      ...marginSaid(model),
    }
  },
}

const finite: DesignClaim = {
  id: 'finite-scores',
  name: 'finite scores reach more',
  kind: 'unsaid',
  prose:
    'Finite scores reach more than limits: at a given $\\beta$, scores $\\ln w_j$ give the weights $w_j/\\sum_l w_l$ exactly, and with them every point inside the hull of the values; as $\\beta\\to\\infty$, coefficients that do not depend on $\\beta$ leave only means over the keys of one face',
  premise: (_, { tokens, n }) =>
    rank(tokens) === n
      ? undefined
      : {
          ...said`These tokens depend on each other, and so do their scores: not all can be chosen.`,
          changes: { tokens: NOTES_TOKENS },
        },
  check(_, { tokens, factor, n }) {
    const wanted = tokens.map((_x, j) => j + 1)
    // The query that has the product ln w_j/τβ² with token j, K being I.
    const duals = numericMatrix(dualBasis(tokens))
    const query = duals[0].map((_x, r) =>
      duals.reduce((sum, dual, j) => sum + (Math.log(wanted[j]) / factor) * dual[r], 0),
    )
    const scores = numericMatrix(tokens).map((x) => factor * dot(x, query))
    const size = numericMatrix(tokens).map((x) => factor * dot(x.map(Math.abs), query.map(Math.abs)))
    const total = (n * (n + 1)) / 2
    const largest = n / total
    return {
      error: Math.max(...softmax(scores).map((w, j) => Math.abs(w - wanted[j] / total))),
      bound: ROUNDING * (1 + Math.max(...size)),
      ...said`$e^{\\ln w_j} = w_j$. Here a query with $k_j^\\top q = \\ln(j)/\\tau$ has weights as $${quoteVector('ratio', wanted, wanted.join(':'))}$, the largest $${quote('largest', largest)}$.`,
    }
  },
}

/** What the notes leave out about designs. */
export const designClaims: readonly DesignClaim[] = [
  rankOne,
  valueRank,
  everyAnswer,
  strongerQueries,
  finite,
  anyBasis,
]
