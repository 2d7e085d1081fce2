import { matVec } from '../../core/linalg'
import { equal, isZero, ONE, type Rational, toNumber } from '../../core/rational'
import type { RationalMatrix, RationalVector } from '../../core/rational-matrix'
import { logSumExp } from '../../core/softmax'
import { compositionTex, expansionLines, type MapName, outerTex, texRational } from '../../tex/compositions'
import { texEquals, texNumber } from '../../tex/format'
import { expansion } from '../../tex/outer'
import { multipleTex, type ScoreGroup, scoreGroups, weightTex } from '../../tex/score-groups'
import { adjustableNumber, explained, explainedEquals, symbol } from '../../tex/symbols'
import type { Equality, Line, Step } from '../construction'
import { type Convergence, pulling, pullSquared, rateOf } from './key-query-value.convergence'
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
    prose: `${map.words}, with $${map.name.letter} = ${outerTex(matrix)}$; struck out is what vanishes since $u_r\\perp u_s$`,
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
  const line = (i: number, full: boolean): Line => {
    const parts = model.products[i].flatMap((p, j) =>
      isZero(p) && !full ? [] : [scoreTex(i, j, tau, full, model)],
    )
    const silent = model.n - parts.length
    const others =
      silent === 0
        ? ''
        : parts.length === 0
          ? `\\text{all scores of } ${symbols.query(i)} \\text{ are } 0`
          : ',\\quad\\text{others } 0'
    return { tex: joined(parts, others), equalities: scoreEqualities(i, norm, scoreScale, model) }
  }
  return {
    id: 'scores',
    prose: 'Scores: $u_r^\\top u_s = \\beta^2$ where $r = s$, and $0$ elsewhere',
    lines: [setting, ...model.products.map((_, i) => line(i, false))],
    unfolded: [setting, ...model.products.map((_, i) => line(i, true))],
  }
}

function scoreTex(
  i: number,
  j: number,
  tau: string,
  full: boolean,
  { keys, queries, products, scores }: DesignModel,
): string {
  const product = products[i][j]
  const between = full ? ` = ${tau}${wrapped(keys[j])}^{\\top}${wrapped(queries[i])}` : ''
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

function outputStep(model: DesignModel): Step {
  const { outputs, weights, values, n } = model
  const line = (i: number): Line => {
    const terms = Array.from({ length: n }, (_, j) => j).filter((j) => values[j].some((x) => !isZero(x)))
    const sum = terms.map((j) => `${symbols.weight(i, j)}${wrapped(values[j], 'value')}`).join(' + ') || '0'
    return {
      tex: `${symbols.output(i)} = ${sum} ${numbersTex(i, outputs[i])}`,
      equalities: outputs[i].map((left, r) => {
        const parts = values.map((v, j) => weights[i][j] * toNumber(v[r]))
        return { left, right: parts.reduce((a, b) => a + b, 0), magnitude: Math.max(...parts.map(Math.abs)) }
      }),
    }
  }
  return {
    id: 'outputs',
    prose: `Outputs: $c_i = \\sum_j \\alpha_{ij}v_j$; values that are 0 leave the sum`,
    lines: outputs.map((_, i) => line(i)),
  }
}

/** `≈ 0.9999 u_b − 0.9998 u_c`, each number explaining itself. */
function numbersTex(i: number, coefficients: readonly number[]): string {
  const present = coefficients.flatMap((x, r) => (x === 0 ? [] : [r]))
  if (present.length === 0) return ''
  const exact = present.every((r) => texEquals(coefficients[r]).startsWith('='))
  const terms = present.map((r, place) => {
    const x = coefficients[r]
    const sign = x < 0 ? (place === 0 ? '-' : ' - ') : place === 0 ? '' : ' + '
    return `${sign}${explained(ids.output(i, r), texNumber(Math.abs(x)))}\\,u_${'abcdefgh'[r]}`
  })
  return `${exact ? '=' : '\\approx'} ${terms.join('')}`
}

function limitStep(params: Design, model: DesignModel): Step {
  return {
    id: 'limits',
    prose: 'As $\\beta\\to\\infty$ each query keeps only the keys of its largest score',
    lines: model.outcomes.flatMap((_, i) => [limitLine(i, model), ...errorLines(i, params, model)]),
  }
}

function limitLine(i: number, { outcomes, n }: DesignModel): Line {
  const { leaders, limit, target, reached } = outcomes[i]
  const share = leaders.length === 1 ? '1' : `\\tfrac{1}{${leaders.length}}`
  const kept =
    leaders.length === n
      ? `\\alpha_{${i + 1}j} = \\tfrac1${n}`
      : `${leaders.map((j) => symbols.weight(i, j)).join(',\\,')}\\to ${share}`
  const verdict =
    target === undefined
      ? '\\quad\\text{(free)}'
      : reached
        ? '\\quad\\text{as wanted}'
        : `\\;\\ne\\; ${compositionTex(target)}`
  return {
    tex: `${kept}:\\quad ${symbols.output(i)} \\to ${symbol('value', compositionTex(limit))}${verdict}`,
    equalities:
      target && reached ? limit.map((x, r) => ({ left: toNumber(x), right: toNumber(target[r]) })) : [],
  }
}

/** The error in closed form where one group of keys causes it: `√5 α₁₁β`. */
function errorLines(i: number, { norm, scoreScale }: Design, { outcomes, logWeights }: DesignModel): Line[] {
  const { target, convergence, reached, error, logError } = outcomes[i]
  if (!target || !convergence) return []
  const left = `\\lVert ${symbols.output(i)}-${wrapped(target)}\\rVert`
  const groups = pulling(convergence)
  if (groups.length === 0)
    return [{ tex: `${left} = 0\\quad\\text{for every }\\beta`, equalities: [{ left: error, right: 0 }] }]
  const value = explainedEquals(ids.error(i), error, logError)
  const fall = reached ? `,\\quad\\text{falling like } e^{-${fallExponent(convergence, scoreScale)}}` : ''
  if (groups.length > 1) return [{ tex: `${left} ${value}${fall}`, equalities: [] }]
  const [group] = groups
  const squared = pullSquared(group)
  const closed = `${rootTex(squared)}${symbols.weight(i, group.keys[0])}\\,${symbols.norm}`
  const right = Math.log(toNumber(squared)) / 2 + logWeights[i][group.keys[0]] + Math.log(norm)
  return [
    { tex: `${left} = ${closed} ${value}${fall}`, equalities: [{ left: logError, right, magnitude: 1 }] },
  ]
}

function fallExponent(convergence: Convergence, scoreScale: number): string {
  const rate = rateOf(convergence)
  return rate ? multipleTex(rate, scoreScale === 1 ? '\\beta^2' : '\\tau\\beta^2') : '0'
}

function rootTex(square: Rational): string {
  const root = Math.sqrt(toNumber(square))
  if (equal(square, ONE)) return ''
  return Number.isInteger(root) ? `${root}\\,` : `\\sqrt{${texRational(square)}}\\,`
}

/** A composition as a factor: in parentheses where it is a sum or begins with a sign. */
function wrapped(v: RationalVector, role: 'plain' | 'value' = 'plain'): string {
  const tex = compositionTex(v)
  const coloured = symbol(role, tex)
  return /[ -]|\\/.test(tex) ? `(${coloured})` : coloured
}

const joined = (parts: readonly string[], others: string) => `${parts.join(',\\quad ')}${others}`

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
