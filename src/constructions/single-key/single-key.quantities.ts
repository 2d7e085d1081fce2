import { texNumber } from '../../tex/format'
import { key, output, symbol, value, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import { marksOf } from './single-key.marks'
import type { KeyIndex, Selection, SelectionModel } from './single-key.model'

/** Symbols that the derivation, the quantities and the figures share. */
export const symbols = {
  scale: symbol('query', 'Q', 'scale'),
  direction: symbol('query', 'u', 'query'),
  margin: symbol('plain', '\\Delta', 'plane-margin'),
  leak: symbol('weight', 'L', 'leak'),
  count: symbol('key', 'n', 'key-count'),
  epsilon: symbol('weight', '\\varepsilon', 'epsilon'),
  othersMean: symbol('value', '\\bar v', 'value-mean'),
  anyCount: symbol('key', 'N', 'n'),
  anyMargin: symbol('query', 'm', 'margin'),
  score: (index: string) => symbol('plain', `s_${index}`, `score-${index}`),
}

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

/** TeX of a number that stands in a product or a difference: in parentheses where it is negative. */
const factor = (x: number, digits = 4) =>
  x < 0 ? `(${texNumber(x, undefined, digits)})` : texNumber(x, undefined, digits)

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

/** TeX of `Σ_{l≠i} e^{s_l − s_i}` with the current numbers. */
function differences(scores: readonly number[], i: KeyIndex): string {
  const terms = scores.flatMap((s, l) => (l === i ? [] : [`e^{${texNumber(s - scores[i], undefined, 4)}}`]))
  return terms.join(' + ')
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

function marginQuantities({ epsilon }: Selection, model: SelectionModel): Quantity[] {
  const { scores, target, runnerUp, margin, n, bounds, sufficient, necessary } = model
  const { count } = symbols
  const [least, most] = [`e^{${texNumber(-margin)}}`, texNumber(n - 1)]
  const eps = texNumber(epsilon)
  const role = 'plain' as const
  return [
    {
      id: 'plane-margin',
      label: 'margin: score of the wanted key minus the best other score',
      tex: symbols.margin,
      formula: `${symbols.score('j')} - ${symbols.score('r')}`,
      plugged: `${factor(scores[target])} - ${factor(scores[runnerUp])}`,
      value: margin,
      role,
      mark: 'plane-margin',
    },
    {
      id: 'leak',
      label: 'leak: the weight of all other keys together',
      tex: symbols.leak,
      formula: `\\frac{\\sum_{i\\ne j}e^{s_i-s_j}}{1+\\sum_{i\\ne j}e^{s_i-s_j}}`,
      plugged: `\\frac{S}{1+S},\\quad S = ${differences(scores, target)}`,
      value: model.leak,
      log: model.logLeak,
      role: 'weight',
      mark: 'leak',
    },
    {
      id: 'weight-least',
      label: 'the least weight that this margin allows',
      tex: `\\min${weight('j')}`,
      formula: `\\frac{1}{1+(${count}-1)e^{-${symbols.margin}}}`,
      plugged: `\\frac{1}{1+${most}\\,${least}}`,
      value: bounds.lower,
      role: 'weight',
      mark: 'weight-j',
    },
    {
      id: 'weight-most',
      label: 'the most weight that this margin allows',
      tex: `\\max${weight('j')}`,
      formula: `\\frac{1}{1+e^{-${symbols.margin}}}`,
      plugged: `\\frac{1}{1+${least}}`,
      value: bounds.upper,
      role: 'weight',
      mark: 'weight-j',
    },
    {
      id: 'sufficient',
      label: 'margin that is always enough',
      tex: '\\Delta_{\\text{enough}}',
      formula: `\\ln\\frac{(${count}-1)(1-${symbols.epsilon})}{${symbols.epsilon}}`,
      plugged: `\\ln\\frac{${most}\\,(1-${eps})}{${eps}}`,
      value: sufficient,
      role,
      mark: 'sufficient',
    },
    {
      id: 'necessary',
      label: 'margin without which it is impossible',
      tex: '\\Delta_{\\text{needed}}',
      formula: `\\ln\\frac{1-${symbols.epsilon}}{${symbols.epsilon}}`,
      plugged: `\\ln\\frac{1-${eps}}{${eps}}`,
      value: necessary,
      role,
      mark: 'necessary',
    },
  ]
}

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
  const L = texNumber(leak, logLeak)
  return [
    coordinate(0, 'x'),
    coordinate(1, 'y'),
    {
      id: 'distance',
      label: 'distance of the output from the wanted value',
      tex: `\\lVert ${output()}-${value('j')}\\rVert`,
      formula: `${symbols.leak}\\,\\lVert ${symbols.othersMean}-${value('j')}\\rVert`,
      plugged: `${L}\\cdot ${texNumber(othersDistance)}`,
      ...times(othersDistance),
      role: 'value',
      mark: 'output',
    },
    {
      id: 'distance-most',
      label: 'bound on that distance',
      tex: `${symbols.leak}\\max_i\\lVert ${value('i')}-${value('j')}\\rVert`,
      formula: `${symbols.leak}\\max_i\\lVert v_i-v_j\\rVert`,
      plugged: `${L}\\cdot ${texNumber(reach)}`,
      ...times(reach),
      role: 'value',
      mark: 'leak',
    },
  ]
}

/** The best direction for the wanted key, where there is one, and how long a query along it has to be. */
function directionQuantities(
  { epsilon }: Selection,
  { places, target, n, sufficient }: SelectionModel,
): Quantity[] {
  const { kind, attainable } = places[target]
  if (kind !== 'corner') return []
  const mark = 'best-direction'
  return [
    {
      id: 'attainable',
      label: 'largest margin per unit length of the query',
      tex: '\\Delta_{\\max}/\\lVert q\\rVert',
      formula: `\\text{distance from } ${key('j')} \\text{ to the hull of the other keys}`,
      plugged: texNumber(attainable),
      value: attainable,
      role: 'query',
      mark,
    },
    {
      id: 'length-enough',
      label: 'length of a query in the best direction that is enough',
      tex: '\\lVert q\\rVert_{\\text{enough}}',
      formula: `\\ln\\frac{(${symbols.count}-1)(1-${symbols.epsilon})}{${symbols.epsilon}}\\Big/\\frac{\\Delta_{\\max}}{\\lVert q\\rVert}`,
      plugged: `\\ln\\frac{${n - 1}\\,(1-${texNumber(epsilon)})}{${texNumber(epsilon)}}\\Big/${texNumber(attainable)}`,
      value: Math.max(0, sufficient) / attainable,
      role: 'query',
      mark,
    },
  ]
}

function generalQuantities({ n, margin, epsilon }: Selection, { general }: SelectionModel): Quantity[] {
  const { anyCount: N, anyMargin: m } = symbols
  const [others, e] = [texNumber(n - 1), `e^{${texNumber(margin)}}`]
  const eps = texNumber(epsilon)
  const role = 'weight' as const
  return [
    {
      id: 'general-weight-least',
      label: 'least weight',
      tex: '\\min\\alpha_j',
      formula: `\\frac{1}{1+(${N}-1)e^{-${m}}}`,
      plugged: `\\frac{1}{1+${others}\\,e^{${texNumber(-margin)}}}`,
      value: general.weight.lower,
      role,
      mark: 'bound-sufficient',
    },
    {
      id: 'general-weight-most',
      label: 'most weight',
      tex: '\\max\\alpha_j',
      formula: `\\frac{1}{1+e^{-${m}}}`,
      plugged: `\\frac{1}{1+e^{${texNumber(-margin)}}}`,
      value: general.weight.upper,
      role,
      mark: 'bound-necessary',
    },
    {
      id: 'general-leak-most',
      label: 'largest leak',
      tex: '\\max L',
      formula: `\\frac{${N}-1}{${N}-1+e^{${m}}}`,
      plugged: `\\frac{${others}}{${others}+${e}}`,
      value: general.leak.upper,
      log: general.leak.logUpper,
      role,
      mark: 'bound-sufficient',
    },
    {
      id: 'general-leak-least',
      label: 'smallest leak',
      tex: '\\min L',
      formula: `\\frac{1}{1+e^{${m}}}`,
      plugged: `\\frac{1}{1+${e}}`,
      value: general.leak.lower,
      log: general.leak.logLower,
      role,
      mark: 'bound-necessary',
    },
    {
      id: 'general-sufficient',
      label: 'margin that is always enough for any number of keys',
      tex: 'm_{\\text{enough}}',
      formula: `\\ln\\frac{(${N}-1)(1-${symbols.epsilon})}{${symbols.epsilon}}`,
      plugged: `\\ln\\frac{${others}\\,(1-${eps})}{${eps}}`,
      value: general.sufficient,
      role: 'plain',
      mark: 'bound-sufficient',
    },
  ]
}
