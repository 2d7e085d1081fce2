import { logSumExp } from '../../core/attention/softmax'
import { matVec } from '../../core/linear/linalg'
import type { RationalMatrix, RationalVector } from '../../core/linear/rational-matrix'
import { isZero, toNumber } from '../../core/numbers/rational'
import { compositionTex, expansionLines, factorTex, type MapName, outerTex } from '../../tex/compositions'
import { expansion } from '../../tex/outer'
import { multipleTex, type ScoreGroup, scoreGroups, weightTex } from '../../tex/score-groups'
import { adjustableNumber, explainedEquals, symbol } from '../../tex/symbols'
import type { Equality, Line, Step } from '../construction'
import { limitStep, outputStep } from './key-query-value.limits'
import type { Design, DesignModel } from './key-query-value.model'
import { ids, symbols } from './key-query-value.quantities'

const MAPS = {
  key: {
    name: { letter: 'K', role: 'key' },
    words: 'Keys',
    symbol: symbols.key,
    of: 'keyMatrix',
    rows: 'keys',
  },
  query: {
    name: { letter: 'Q', role: 'query' },
    words: 'Queries',
    symbol: symbols.query,
    of: 'queryMatrix',
    rows: 'queries',
  },
  value: {
    name: { letter: 'V', role: 'value' },
    words: 'Values',
    symbol: symbols.value,
    of: 'valueMatrix',
    rows: 'values',
  },
} as const satisfies Record<string, MapStep>

interface MapStep {
  readonly name: MapName
  readonly words: string
  symbol(i: number): string
  readonly of: 'keyMatrix' | 'queryMatrix' | 'valueMatrix'
  readonly rows: 'keys' | 'queries' | 'values'
}

/** The notes' argument for the matrices that stand in the grids, whatever they are. */
export function derivation(params: Design, model: DesignModel): Step[] {
  return [
    mapStep(MAPS.key, params, model),
    mapStep(MAPS.query, params, model),
    mapStep(MAPS.value, params, model),
    scoreStep(params, model),
    weightStep(params, model),
    outputStep(model),
    limitStep(params, model),
  ]
}

/** `M x_i` for every token: the results, or every product of them. */
function mapStep(map: MapStep, params: Design, model: DesignModel): Step {
  const matrix = model.maps[map.name.letter]
  const results = model[map.rows]
  const written = model.tokens.map((x, i) => expandedLine(map, matrix, x, i, params))
  const lines = results.map(
    (result, i): Line => ({
      tex: `${map.symbol(i)} = ${map.name.letter}${symbols.token(i)} = ${symbol(map.name.role, compositionTex(result))}`,
      equalities: written[i].equalities,
    }),
  )
  return {
    id: map.rows,
    prose: `${map.words}, with $${map.name.letter} = ${outerTex(matrix)}$`,
    hint: 'struck out is what vanishes since $u_r\\perp u_s$',
    lines: rowsOf(lines, 2),
    unfolded: written,
  }
}

function expandedLine(
  map: MapStep,
  matrix: RationalMatrix,
  x: RationalVector,
  i: number,
  params: Design,
): Line {
  const numeric = matVec(params[map.of], params.tokens[i])
  const { result, products } = expansion(matrix, x)
  const magnitude = Math.max(...products.map(({ coefficient }) => Math.abs(toNumber(coefficient))), 0)
  return {
    tex: aligned(expansionLines(map.symbol(i), matrix, x, map.name)),
    equalities: result.map((right, r) => ({ left: numeric[r], right: toNumber(right), magnitude })),
  }
}

function scoreStep({ norm, scoreScale }: Design, model: DesignModel): Step {
  const tau = scoreScale === 1 ? '' : `${symbols.scoreScale}\\,`
  const scaleTex =
    scoreScale === 1 ? '' : `,\\quad ${symbols.scoreScale} = ${adjustableNumber('scoreScale', scoreScale)}`
  const setting: Line = {
    tex: `${symbols.norm} = ${adjustableNumber('norm', norm)}${scaleTex}`,
    equalities: [],
  }
  const equalities = model.products.map((_, i) => scoreEqualities(i, norm, scoreScale, model))
  return {
    id: 'scores',
    prose: 'Scores: $u_r^\\top u_s = \\beta^2$ where $r = s$, and $0$ elsewhere',
    lines: [
      setting,
      ...model.products.map((_, i) => ({ tex: scoresTex(i, tau, model), equalities: equalities[i] })),
    ],
    unfolded: [
      setting,
      ...equalities.flatMap((row, i) =>
        row.map((equality, j) => ({ tex: scoreTex(i, j, tau, true, model), equalities: [equality] })),
      ),
    ],
  }
}

/** The scores of one query that are not 0, side by side. */
function scoresTex(i: number, tau: string, model: DesignModel): string {
  const parts = model.products[i].flatMap((p, j) => (isZero(p) ? [] : [scoreTex(i, j, tau, false, model)]))
  if (parts.length === 0) return `\\text{all scores of } ${symbols.query(i)} \\text{ are } 0`
  return `${parts.join(',\\quad ')}${parts.length === model.n ? '' : ',\\quad\\text{others } 0'}`
}

function scoreTex(
  i: number,
  j: number,
  tau: string,
  full: boolean,
  { keys, queries, products, scores }: DesignModel,
): string {
  const product = products[i][j]
  const between = full ? ` = ${tau}${factorTex(keys[j])}^{\\top}${factorTex(queries[i])}` : ''
  const symbolic = isZero(product) ? '' : ` = ${multipleTex(product, `${tau}${symbols.norm}^2`)}`
  return `${tau}${symbols.score(i, j)}${between}${symbolic} ${explainedEquals(ids.score(i, j), scores[i][j])}`
}

/** Scores against the products of the coefficients, added up in float64. */
function scoreEqualities(
  i: number,
  beta: number,
  scoreScale: number,
  { keys, queries, scores }: DesignModel,
): Equality[] {
  return scores[i].map((left, j) => {
    const terms = keys[j].map((k, r) => toNumber(k) * beta * (toNumber(queries[i][r]) * beta) * scoreScale)
    return { left, right: terms.reduce((sum, t) => sum + t, 0), magnitude: Math.max(...terms.map(Math.abs)) }
  })
}

function weightStep(params: Design, model: DesignModel): Step {
  const exponent = params.scoreScale === 1 ? '\\beta^2' : '\\tau\\beta^2'
  const groups = model.products.map(scoreGroups)
  const line = (i: number, g: number): Line => weightLine(i, groups[i], g, exponent, model)
  return {
    id: 'weights',
    prose: 'Weights, by softmax over each row of scores; equal scores share',
    lines: groups.map((_, i) => line(i, 0)),
    unfolded: groups.flatMap((row, i) => row.map((_, g) => line(i, g))),
  }
}

function weightLine(
  i: number,
  groups: readonly ScoreGroup[],
  g: number,
  unit: string,
  { scores, weights, logWeights }: DesignModel,
): Line {
  const { keys } = groups[g]
  const left = keys.map((j) => symbols.weight(i, j)).join(' = ')
  const value = explainedEquals(ids.weight(i, keys[0]), weights[i][keys[0]], logWeights[i][keys[0]])
  return {
    tex: `${left} = ${weightTex(groups, g, unit)} ${value}`,
    equalities: keys.map((j) => ({
      left: logWeights[i][j],
      right: -logSumExp(scores[i].map((s) => s - scores[i][j])),
      magnitude: 1e-3,
    })),
  }
}

const aligned = (lines: readonly string[]) => `\\begin{aligned}${lines.join(' \\\\ ')}\\end{aligned}`

/** Short formulas side by side, `count` in a row. */
function rowsOf(lines: readonly Line[], count: number): Line[] {
  return Array.from({ length: Math.ceil(lines.length / count) }, (_, r) => {
    const row = lines.slice(r * count, (r + 1) * count)
    return {
      tex: row.map(({ tex }) => tex).join(',\\qquad '),
      equalities: row.flatMap(({ equalities }) => equalities),
    }
  })
}
