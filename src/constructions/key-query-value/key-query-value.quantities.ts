import { type Mixture, mixture } from '../../core/laws/log-mixture'
import { toNumber } from '../../core/numbers/rational'
import { compositionTex, texRational } from '../../tex/compositions'
import { texNumber } from '../../tex/format'
import { DIRECTIONS } from '../../tex/outer'
import { key, output, query, symbol, value, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import { rateOf } from './key-query-value.convergence'
import type { Design, DesignModel } from './key-query-value.model'

/** Symbols that the derivation, the quantities and the figures share; i and j count from 0. */
export const symbols = {
  query: (i: number) => query(`${i + 1}`),
  key: (j: number) => key(`${j + 1}`),
  value: (j: number) => value(`${j + 1}`),
  output: (i: number) => output(`${i + 1}`),
  token: (i: number) => symbol('plain', `x_${i + 1}`, `token-${i + 1}`),
  weight: (i: number, j: number) => weight(`${i + 1}${j + 1}`),
  score: (i: number, j: number) =>
    symbol('plain', `${key(`${j + 1}`)}^{\\top}${query(`${i + 1}`)}`, `score-${i + 1}${j + 1}`),
  norm: symbol('plain', '\\beta', 'norm'),
  scoreScale: symbol('query', '\\tau', 'scorescale'),
}

/** Ids of quantities, by the places of query, key and direction. */
export const ids = {
  score: (i: number, j: number) => `score-${i + 1}-${j + 1}`,
  weight: (i: number, j: number) => `weight-${i + 1}-${j + 1}`,
  output: (i: number, r: number) => `output-${i + 1}-${DIRECTIONS[r]}`,
  error: (i: number) => `error-${i + 1}`,
  rate: (i: number) => `rate-${i + 1}`,
}

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: Design, model: DesignModel): Quantity[] {
  const { scores, outputs } = model
  return [
    ...scores.flatMap((row, i) =>
      row.flatMap((_, j) => [scoreOf(i, j, params, model), weightOf(i, j, model)]),
    ),
    ...outputs.flatMap((row, i) => row.map((_, r) => outputOf(i, r, model))),
    ...model.outcomes.flatMap((_, i) => errorsOf(i, params, model)),
    ...productsOf(params, model),
  ]
}

function scoreOf(i: number, j: number, { norm, scoreScale }: Design, model: DesignModel): Quantity {
  const product = model.products[i][j]
  const scale = scoreScale === 1 ? '' : `${texNumber(scoreScale)}\\cdot `
  return {
    id: ids.score(i, j),
    label: `score of key ${j + 1} for query ${i + 1}`,
    tex: `${scoreScale === 1 ? '' : '\\tau\\,'}k_${j + 1}^{\\top}q_${i + 1}`,
    formula: `${scoreScale === 1 ? '' : '\\tau\\,'}(${compositionTex(model.keys[j])})^{\\top}(${compositionTex(model.queries[i])}) = ${texRational(product)}\\cdot ${scoreScale === 1 ? '' : '\\tau'}\\beta^2`,
    plugged: `${texRational(product)}\\cdot ${scale}${texNumber(norm)}^2`,
    value: model.scores[i][j],
    role: 'plain',
    mark: `score-${i + 1}${j + 1}`,
  }
}

function weightOf(i: number, j: number, { scores, weights, logWeights }: DesignModel): Quantity {
  const differences = scores[i].map((s) => `e^{${texNumber(s - scores[i][j], undefined, 4)}}`)
  return {
    id: ids.weight(i, j),
    label: `weight of key ${j + 1} for query ${i + 1}`,
    tex: `\\alpha_{${i + 1}${j + 1}}`,
    formula: `\\frac{e^{s_{${i + 1}${j + 1}}}}{\\sum_l e^{s_{${i + 1}l}}} = \\frac{1}{\\sum_l e^{s_{${i + 1}l}-s_{${i + 1}${j + 1}}}}`,
    plugged: `\\frac{1}{${differences.join('+')}}`,
    value: weights[i][j],
    log: logWeights[i][j],
    role: 'weight',
    mark: `weight-${i + 1}${j + 1}`,
  }
}

/** Coefficient r of output i, seen also where float64 underflows. */
export const coefficientOf = (
  i: number,
  r: number,
  { outputs, logWeights, values }: DesignModel,
): Mixture => {
  const { value: sign, log } = mixture(
    logWeights[i],
    values.map((v) => toNumber(v[r])),
  )
  return { value: outputs[i][r] || sign, log }
}

function outputOf(i: number, r: number, model: DesignModel): Quantity {
  const { weights, values, n } = model
  const { value: coefficient, log } = coefficientOf(i, r, model)
  const terms = Array.from({ length: n }, (_, j) => j).filter((j) => toNumber(values[j][r]) !== 0)
  const sum = (term: (j: number) => string) => terms.map(term).join(' + ') || '0'
  return {
    id: ids.output(i, r),
    label: `coefficient of u ${DIRECTIONS[r]} in output ${i + 1}`,
    tex: `\\beta^{-2}u_${DIRECTIONS[r]}^{\\top}c_${i + 1}`,
    formula: `\\textstyle\\sum_j \\alpha_{${i + 1}j}\\,\\beta^{-2}u_${DIRECTIONS[r]}^{\\top}v_j`,
    plugged: sum((j) => `${texNumber(weights[i][j], undefined, 4)}\\cdot(${texRational(values[j][r])})`),
    value: coefficient,
    ...(log === undefined ? {} : { log }),
    role: 'value',
    mark: `output-${i + 1}${DIRECTIONS[r]}`,
  }
}

function errorsOf(i: number, { norm }: Design, { outcomes, weights, factor }: DesignModel): Quantity[] {
  const { target, convergence, error, logError } = outcomes[i]
  if (!target || !convergence) return []
  const goal = compositionTex(target)
  const rate = rateOf(convergence)
  const distance: Quantity = {
    id: ids.error(i),
    label: `error of output ${i + 1}`,
    tex: `\\lVert c_${i + 1}-(${goal})\\rVert`,
    formula: `\\beta\\,\\bigl\\lVert\\textstyle\\sum_j \\alpha_{${i + 1}j}\\,\\beta^{-1}(v_j-(${goal}))\\bigr\\rVert`,
    plugged: `${texNumber(norm)}\\,\\lVert${weights[i].map((w) => texNumber(w, undefined, 3)).join(',\\,')}\\rVert_{(v_j-\\text{target})/\\beta}`,
    value: error,
    log: logError,
    role: 'value',
    mark: `error-${i + 1}`,
  }
  if (!rate) return [distance]
  const slope: Quantity = {
    id: ids.rate(i),
    label: `slope of the logarithm of error ${i + 1} in β squared`,
    tex: '\\text{slope}',
    formula: `-\\tau\\,(\\text{largest score} - \\text{largest score that pulls } c_${i + 1} \\text{ away})/\\tau\\beta^2`,
    plugged: `-${texNumber(factor / norm ** 2)}\\cdot ${texRational(rate)}`,
    value: -(factor / norm ** 2) * toNumber(rate),
    role: 'plain',
    mark: `error-${i + 1}`,
  }
  return [distance, slope]
}

/** The products `u_rᵀu_s`, so that what is struck out can say why. */
function productsOf({ norm }: Design, { d }: DesignModel): Quantity[] {
  const letters = DIRECTIONS.slice(0, d)
  return letters.flatMap((r) =>
    letters.map(
      (s): Quantity => ({
        id: `product-${r}-${s}`,
        label: r === s ? `u ${r} with itself` : `why the product of u ${r} and u ${s} vanishes`,
        tex: `u_${r}^{\\top}u_${s}`,
        formula:
          r === s ? `\\lVert u_${r}\\rVert^2 = \\beta^2` : `0 \\quad\\text{because } u_${r}\\perp u_${s}`,
        plugged: r === s ? `${texNumber(norm)}^2` : `\\beta^2\\,[${r} = ${s}]`,
        value: r === s ? norm ** 2 : 0,
        role: 'plain',
      }),
    ),
  )
}
