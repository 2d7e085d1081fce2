import { definition, dot } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { key, output, value, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import { directionQuantities, generalQuantities, marginQuantities } from './single-key.bounds'
import { marksOf } from './single-key.marks'
import type { KeyIndex, Selection, SelectionModel } from './single-key.model'
import { differences, factor, symbols } from './single-key.symbols'

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: Selection, model: SelectionModel): Quantity[] {
  return [
    ...model.scores.flatMap((_, i) => [
      scoreOf(i, params, model),
      weightOf(i, model),
      logWeightOf(i, model),
      ...coefficientsOf(i, model),
    ]),
    ...marginQuantities(params, model),
    ...outputQuantities(model),
    ...directionQuantities(params, model),
    ...generalQuantities(params, model),
  ]
}

/** Id of the coefficient of key i in the combination of others that gives key `of`. */
export const coefficientId = (of: KeyIndex, i: KeyIndex) => `coefficient-${of + 1}-${i + 1}`

function scoreOf(i: KeyIndex, { keys, query, scale }: Selection, model: SelectionModel): Quantity {
  const terms = keys[i].map((x, axis) => `${factor(x)}\\cdot ${factor(query[0][axis])}`)
  return {
    id: `score-${i + 1}`,
    label: `score of key ${i + 1}`,
    tex: `s_{${i + 1}}`,
    formula: `${key(`${i + 1}`)}^{\\top}q = ${symbols.scale}\\,(${key(`${i + 1}`)}^{\\top}${symbols.direction})`,
    plugged: `${factor(scale)}\\,(${terms.join(' + ')})`,
    value: model.scores[i],
    role: 'plain',
    mark: marksOf('score', i, model),
  }
}

function weightOf(i: KeyIndex, model: SelectionModel): Quantity {
  const { weights, logWeights, scores } = model
  return {
    id: `weight-${i + 1}`,
    label: `weight of key ${i + 1}`,
    tex: weight(`${i + 1}`),
    formula: `\\frac{1}{1+\\sum_{l\\ne ${i + 1}}e^{s_l-s_{${i + 1}}}}`,
    plugged: `\\frac{1}{1 + ${differences(scores, i)}}`,
    value: weights[i],
    log: logWeights[i],
    role: 'weight',
    mark: marksOf('weight', i, model),
  }
}

function logWeightOf(i: KeyIndex, model: SelectionModel): Quantity {
  const { logWeights, scores } = model
  return {
    id: `log-weight-${i + 1}`,
    label: `natural logarithm of the weight of key ${i + 1}`,
    tex: `\\ln${weight(`${i + 1}`)}`,
    formula: `-\\ln\\Bigl(1+\\textstyle\\sum_{l\\ne ${i + 1}}e^{s_l-s_{${i + 1}}}\\Bigr)`,
    plugged: `-\\ln\\bigl(1 + ${differences(scores, i)}\\bigr)`,
    value: logWeights[i],
    role: 'weight',
    mark: marksOf('weight', i, model),
  }
}

function coefficientsOf(of: KeyIndex, { places }: SelectionModel): Quantity[] {
  const { combination } = places[of]
  const parts = used(combination)
  const sum = parts.map((i) => `${texNumber(combination[i], undefined, 4)}\\,${key(`${i + 1}`)}`).join(' + ')
  return parts.map((i) => ({
    id: coefficientId(of, i),
    label: `share of key ${i + 1} in key ${of + 1}`,
    tex: `\\lambda_{${i + 1}}`,
    formula: `\\text{the share of } ${key(`${i + 1}`)} \\text{ in } ${key(`${of + 1}`)}=\\textstyle\\sum_l\\lambda_l k_l,\\ \\lambda_l\\ge 0,\\ \\sum_l\\lambda_l=1`,
    plugged: `\\text{from } ${key(`${of + 1}`)} = ${sum}`,
    value: combination[i],
    role: 'plain',
    mark: `key-${i + 1}`,
  }))
}

/** Indices of the keys that a combination uses. */
export const used = (combination: readonly number[]) => combination.flatMap((c, i) => (c > 0 ? [i] : []))

function outputQuantities(model: SelectionModel): Quantity[] {
  const { output: c, leak, logLeak, othersDistance, reach } = model
  const coordinate = (axis: 0 | 1, name: string): Quantity => ({
    id: `output-${name}`,
    label: `${axis === 0 ? 'first' : 'second'} coordinate of the output`,
    tex: `c_${name}`,
    formula: `\\textstyle\\sum_i ${weight('i')}\\,v_{i${name}}`,
    plugged: model.weights
      .map((w, i) => `${texNumber(w, undefined, 3)}\\cdot${factor(model.values[i][axis], 3)}`)
      .join(' + '),
    value: c[axis],
    role: 'value',
    mark: 'output',
  })
  const times = (length: number) => ({ value: leak * length, log: logLeak + Math.log(length) })
  const L = [symbols.leak, texNumber(leak, logLeak)] as const
  return [
    coordinate(0, 'x'),
    coordinate(1, 'y'),
    {
      id: 'distance',
      label: 'distance of the output from the wanted value',
      tex: `\\lVert ${output()}-${value('j')}\\rVert`,
      ...definition`${L}${dot}${[`\\,\\lVert ${symbols.othersMean}-${value('j')}\\rVert`, othersDistance]}`,
      ...times(othersDistance),
      role: 'value',
      mark: 'output',
    },
    {
      id: 'distance-most',
      label: 'bound on that distance',
      tex: `${symbols.leak}\\max_i\\lVert ${value('i')}-${value('j')}\\rVert`,
      ...definition`${L}${dot}${['\\max_i\\lVert v_i-v_j\\rVert', reach]}`,
      ...times(reach),
      role: 'value',
      mark: 'leak',
    },
  ]
}
