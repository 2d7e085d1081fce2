import { toNumber } from '../../core/rational'
import { rank, rationalMatrix } from '../../core/rational-matrix'
import { logSoftmax } from '../../core/softmax'
import { compositionTex } from '../../tex/compositions'
import { number, texNumber } from '../../tex/format'
import type { Claim } from '../construction'
import {
  allReached,
  type Design,
  type DesignModel,
  designModel,
  leastMargin,
  worstError,
} from './key-query-value.model'
import { NOTES, NOTES_TARGETS, NOTES_TOKENS, RIGHT_ANSWERS } from './key-query-value.presets'
import { AGREEMENT, embeddingOf } from './key-query-value.rotated'

type DesignClaim = Claim<Design, DesignModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

/** What a claim about the notes' own matrices says of other ones. */
const SIGN_WRONG = { queryMatrix: NOTES.queryMatrix.map((row, r) => (r === 1 ? row.map((x) => 0 - x) : row)) }

const limits: DesignClaim = {
  id: 'limits',
  kind: 'stated',
  prose:
    'Every wanted output is reached as $\\beta\\to\\infty$; the notes want $c_1\\to u_b-u_c$ and $c_2\\to u_b$',
  failsAt: SIGN_WRONG,
  check(_, { outcomes }) {
    const misses = outcomes.map(({ target, limit }) =>
      target ? Math.max(...target.map((x, r) => Math.abs(toNumber(x) - toNumber(limit[r])))) : 0,
    )
    return { error: Math.max(...misses), bound: 0, prose: limitsProse(outcomes) }
  },
}

function limitsProse(outcomes: DesignModel['outcomes']): string {
  const said = outcomes.flatMap(({ target, reached, limit, error, logError }, i) => {
    if (!target) return []
    if (!reached) return [`$c_${i + 1}\\to ${compositionTex(limit)}$ instead of $${compositionTex(target)}$`]
    return [`$c_${i + 1}$ is now off by $${texNumber(error, logError, 3)}$`]
  })
  if (said.length === 0) return 'Every output is free.'
  const free = outcomes.flatMap(({ target }, i) => (target ? [] : [`$c_${i + 1}$`]))
  return `${said.join('; ')}.${free.length > 0 ? ` ${free.join(', ')} ${free.length === 1 ? 'is' : 'are'} free.` : ''}`
}

const notesScores: DesignClaim = {
  id: 'scores',
  kind: 'stated',
  prose:
    'With the notes’ matrices $k_3^\\top q_1 = k_1^\\top q_2 = k_2^\\top q_3 = \\beta^2$, and all other scores are $0$',
  failsAt: SIGN_WRONG,
  check(params, { scores }) {
    const beta = params.norm ** 2
    const same = scores.length === 3
    const error = same
      ? Math.max(
          ...scores.flatMap((row, i) => row.map((s, j) => Math.abs(s - (j === (i + 2) % 3 ? beta : 0)))),
        )
      : 1
    return {
      error: same ? error / beta : error,
      bound: ROUNDING,
      prose: same
        ? error / beta <= ROUNDING
          ? 'Exactly so with these matrices.'
          : `With these matrices a score differs by $${texNumber(error, undefined, 3)}$; other scores can do as well.`
        : 'It is about the notes’ three tokens.',
    }
  },
}

const closedForms: DesignClaim = {
  id: 'closed-forms',
  kind: 'unsaid',
  prose:
    'How near, with the notes’ matrices? $\\lVert c_1-(u_b-u_c)\\rVert = \\sqrt5\\,\\varepsilon\\beta$ and $\\lVert c_2-u_b\\rVert = \\sqrt2\\,\\varepsilon\\beta$ with $\\varepsilon = 1/(e^{\\beta^2}+2)$',
  failsAt: { scoreScale: 2 },
  check({ norm }, { outcomes }) {
    const logEpsilon = -(norm ** 2) - Math.log1p(2 * Math.exp(-(norm ** 2)))
    const forms = [5, 2].map((square) => Math.log(square) / 2 + logEpsilon + Math.log(norm))
    const misses = forms.map((form, i) => Math.abs(outcomes[i].logError - form))
    const error = Math.max(...misses.map((x) => (Number.isNaN(x) ? Infinity : x))) / Math.max(1, norm ** 2)
    return {
      error,
      bound: ROUNDING,
      prose:
        error <= ROUNDING
          ? `$\\varepsilon = ${texNumber(Math.exp(logEpsilon), logEpsilon, 3)}$: the closed forms and the computed errors agree, in logarithms, at every $\\beta$.`
          : `Other matrices, scales or tokens have other errors: the formulas give $${texNumber(Math.exp(forms[0]), forms[0], 3)}$ and $${texNumber(Math.exp(forms[1]), forms[1], 3)}$.`,
    }
  },
}

const secondRow: DesignClaim = {
  id: 'second-row',
  kind: 'unsaid',
  prose:
    'The notes state $(\\alpha_{11},\\alpha_{12},\\alpha_{13})\\to(0,0,1)$ only; $c_2$ needs $(\\alpha_{21},\\alpha_{22},\\alpha_{23})\\to(1,0,0)$ as much, while row 3, whose scores they do give, is free',
  failsAt: { keyMatrix: NOTES.queryMatrix, queryMatrix: NOTES.keyMatrix },
  check(_, { outcomes }) {
    const row = (i: number, j: number) => outcomes[i].leaders.length === 1 && outcomes[i].leaders[0] === j
    const kept = outcomes
      .slice(0, 3)
      .map(({ leaders }, i) => `query ${i + 1} keeps key ${leaders.map((j) => j + 1).join(', ')}`)
    return { error: row(0, 2) && row(1, 0) ? 0 : 1, bound: 0, prose: `In the limit ${kept.join('; ')}.` }
  },
}

const rankOne: DesignClaim = {
  id: 'rank-one',
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
      prose: `Query 1 scores $(-1,0,1)$, query 2 $(1,0,-1)$ times $\\tau\\beta^2$; for the notes’ tokens the larger error is now $${texNumber(error, logError, 3)}$. The matrices in the grids have $\\operatorname{rank} K^\\top Q = ${scoreRank}$.`,
    }
  },
}

const valueRank: DesignClaim = {
  id: 'value-rank',
  kind: 'unsaid',
  prose:
    '$V$ cannot be simpler than what is wanted: the rank of $V$ is at least that of the wanted outputs, in the notes 2',
  check({ targets, wanted }, model) {
    const asked = targets.filter((_, i) => wanted[0][i] > 0)
    const needed = asked.length === 0 ? 0 : rank(rationalMatrix(asked))
    return {
      error: allReached(model) ? needed : 0,
      bound: model.valueRank,
      prose: `Wanted: rank ${needed}. $V$ has rank ${model.valueRank}.`,
    }
  },
}

const strongerQueries: DesignClaim = {
  id: 'stronger-queries',
  kind: 'unsaid',
  prose:
    '$tQ$ in place of $Q$ has the weights of $Q$ at $\\sqrt t\\,\\beta$: a longer query and longer tokens are the same thing',
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
      prose: `Doubling $Q$ turns $\\tau\\beta^2 = ${texNumber(factor)}$ into $${texNumber(2 * factor)}$. The largest weight is now $${texNumber(Math.exp(strongest), strongest)}$.`,
    }
  },
}

const anyBasis: DesignClaim = {
  id: 'any-basis',
  kind: 'unsaid',
  prose:
    'Only the coefficients count: in any orthogonal basis of any $\\mathbb R^d$ the scores and outputs are the same',
  check(params, model) {
    const { dimension, scoreDifference, outputDifference } = embeddingOf(params, model)
    const where =
      params.basis === 'rotated'
        ? `rotated basis of $\\mathbb R^{${dimension}}$ (seed ${params.seed})`
        : `standard basis of $\\mathbb R^{${dimension}}$`
    return {
      error: Math.max(scoreDifference, outputDifference),
      bound: AGREEMENT,
      prose: `Multiplied out in the ${where}, scores differ by ${number(scoreDifference, undefined, 2)} and outputs by ${number(outputDifference, undefined, 2)} of their size.`,
    }
  },
}

const everyAnswer: DesignClaim = {
  id: 'margin',
  kind: 'unsaid',
  prose:
    'What counts is the margin: each error falls like $e^{-m\\tau\\beta^2}$, $m$ at least the margin of its query in units of $\\tau\\beta^2$',
  check(_, model) {
    const gaps = model.outcomes.flatMap(({ reached, convergence, margin }) => {
      const pulling = convergence?.find(({ pull }) => pull.some((x) => toNumber(x) !== 0))
      return reached && pulling && margin ? [toNumber(margin) - toNumber(pulling.gap)] : []
    })
    return {
      error: Math.max(0, ...gaps),
      bound: 0,
      prose: `The smallest margin of a wanted output is $${texNumber(toNumber(leastMargin(model)))}\\,\\tau\\beta^2$.`,
    }
  },
}

/** What the notes say of 1(e)ii, then what they leave out. */
export const claims: readonly DesignClaim[] = [
  limits,
  notesScores,
  rankOne,
  closedForms,
  secondRow,
  valueRank,
  everyAnswer,
  strongerQueries,
  anyBasis,
]
