import { type Mixture, mixture } from '../../core/laws/log-mixture'
import { compositionTex, texRational } from '../../tex/compositions'
import { definition } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { DIRECTIONS } from '../../tex/outer'
import { output, symbol, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import type { Unaided, UnaidedModel } from './identity-self-attention.model'

/** Symbols that the derivation, the quantities and the figures share; i and j count from 0. */
export const symbols = {
  token: (i: number) => symbol('plain', `x_${i + 1}`, `token-${i + 1}`),
  score: (i: number, j: number) =>
    symbol('plain', `\\langle x_${i + 1},x_${j + 1}\\rangle`, `score-${i + 1}${j + 1}`),
  weight: (i: number, j: number) => weight(`${i + 1}${j + 1}`),
  output: (i: number) => output(`${i + 1}`),
  norm: symbol('plain', '\\beta', 'norm'),
  lambda: symbol('key', '\\lambda', 'lambda'),
  kappa: symbol('key', '\\kappa', 'kappa'),
}

/** Ids of quantities, by the places of query, key and direction. */
export const ids = {
  score: (i: number, j: number) => `score-${i + 1}-${j + 1}`,
  weight: (i: number, j: number) => `weight-${i + 1}-${j + 1}`,
  output: (i: number, r: number) => `output-${i + 1}-${DIRECTIONS[r]}`,
}

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: Unaided, model: UnaidedModel): Quantity[] {
  return [
    ...model.scores.flatMap((row, i) =>
      row.flatMap((_, j) => [scoreOf(i, j, params, model), weightOf(i, j, model)]),
    ),
    ...model.outputs.flatMap((row, i) => row.map((_, r) => outputOf(i, r, model))),
    ...marginQuantities(params, model),
  ]
}

function scoreOf(i: number, j: number, { norm }: Unaided, { scores, gram, exact }: UnaidedModel): Quantity {
  return {
    id: ids.score(i, j),
    label: `score of key ${j + 1} for query ${i + 1}`,
    tex: `x_${j + 1}^{\\top}x_${i + 1}`,
    formula: `(${compositionTex(exact[j])})^{\\top}(${compositionTex(exact[i])}) = ${texRational(gram[i][j])}\\cdot\\beta^2`,
    plugged: `${texRational(gram[i][j])}\\cdot ${texNumber(norm)}^2`,
    value: scores[i][j],
    role: 'plain',
    mark: `score-${i + 1}${j + 1}`,
  }
}

function weightOf(i: number, j: number, { scores, weights, logWeights }: UnaidedModel): Quantity {
  const differences = scores[i].map((s) => `e^{${texNumber(s - scores[i][j], undefined, 4)}}`)
  return {
    id: ids.weight(i, j),
    label: `weight of key ${j + 1} for query ${i + 1}`,
    tex: `\\alpha_{${i + 1}${j + 1}}`,
    formula: `\\frac{1}{\\sum_l e^{\\langle x_${i + 1},x_l\\rangle-\\langle x_${i + 1},x_${j + 1}\\rangle}}`,
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
  { outputs, logWeights, tokens }: UnaidedModel,
): Mixture => {
  const { value: sign, log } = mixture(
    logWeights[i],
    tokens.map((x) => x[r]),
  )
  return { value: outputs[i][r] || sign, log }
}

function outputOf(i: number, r: number, model: UnaidedModel): Quantity {
  const { weights, exact, tokens } = model
  const { value, log } = coefficientOf(i, r, model)
  const used = tokens.flatMap((x, j) => (x[r] === 0 ? [] : [j]))
  const terms = used.map(
    (j) => `${texNumber(weights[i][j], undefined, 4)}\\cdot(${texRational(exact[j][r])})`,
  )
  return {
    id: ids.output(i, r),
    label: `coefficient of u ${DIRECTIONS[r]} in output ${i + 1}`,
    tex: `\\beta^{-2}u_${DIRECTIONS[r]}^{\\top}c_${i + 1}`,
    formula: `\\textstyle\\sum_j \\alpha_{${i + 1}j}\\,\\beta^{-2}u_${DIRECTIONS[r]}^{\\top}x_j`,
    plugged: terms.join(' + ') || '0',
    value,
    ...(log === undefined ? {} : { log }),
    role: 'value',
    mark: `output-${i + 1}${DIRECTIONS[r]}`,
  }
}

function marginQuantities(
  { norm, lambda, kappa }: Unaided,
  { margin, leak, logLeak, logWeights }: UnaidedModel,
): Quantity[] {
  const relative = [
    '1+\\lambda^2+\\kappa^2-\\max(\\lambda,\\kappa)',
    `1 + (${texNumber(lambda)})^2 + (${texNumber(kappa)})^2 - ${texNumber(Math.max(lambda, kappa))}`,
  ] as const
  return [
    {
      id: 'margin',
      label: 'how far token 2 prefers itself',
      tex: '\\Delta_2',
      ...definition`${['\\beta', norm]}^2\\,(${relative})`,
      value: norm ** 2 * margin,
      role: 'plain',
      mark: 'margin',
    },
    {
      id: 'relative-margin',
      label: 'how far token 2 prefers itself, in units of β squared',
      tex: '\\Delta_2/\\beta^2',
      ...definition`${relative}`,
      value: margin,
      role: 'plain',
      mark: 'margin',
    },
    {
      id: 'leak',
      label: 'weight of query 2 on the other keys, the coefficient of u b in output 2',
      tex: '\\alpha_{21}+\\alpha_{23}',
      formula:
        '\\frac{e^{\\lambda\\beta^2}+e^{\\kappa\\beta^2}}{e^{\\lambda\\beta^2}+e^{\\kappa\\beta^2}+e^{(1+\\lambda^2+\\kappa^2)\\beta^2}}',
      plugged: [0, 2].map((j) => `e^{${texNumber(logWeights[1][j], undefined, 4)}}`).join(' + '),
      value: leak,
      log: logLeak,
      role: 'weight',
      mark: 'leak',
    },
  ]
}
