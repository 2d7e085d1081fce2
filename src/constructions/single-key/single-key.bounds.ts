import { texNumber } from '../../tex/format'
import { key, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import type { Selection, SelectionModel } from './single-key.model'
import { differences, factor, symbols } from './single-key.symbols'

/** What the margin of the wanted key says of its weight, and the margins that ε asks for. */
export function marginQuantities({ epsilon }: Selection, model: SelectionModel): Quantity[] {
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
      log: bounds.logLower,
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
      log: bounds.logUpper,
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

/** The best direction for the wanted key, where there is one, and how long a query along it has to be. */
export function directionQuantities(
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
      value: sufficient / attainable,
      role: 'query',
      mark,
    },
  ]
}

/** The same for any number of keys and any margin. */
export function generalQuantities(
  { n, margin, epsilon }: Selection,
  { general }: SelectionModel,
): Quantity[] {
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
      mark: 'bound-least',
    },
    {
      id: 'general-weight-most',
      label: 'most weight',
      tex: '\\max\\alpha_j',
      formula: `\\frac{1}{1+e^{-${m}}}`,
      plugged: `\\frac{1}{1+e^{${texNumber(-margin)}}}`,
      value: general.weight.upper,
      role,
      mark: 'bound-most',
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
      mark: 'bound-least',
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
      mark: 'bound-most',
    },
    {
      id: 'general-sufficient',
      label: 'margin that is always enough for any number of keys',
      tex: 'm_{\\text{enough}}',
      formula: `\\ln\\frac{(${N}-1)(1-${symbols.epsilon})}{${symbols.epsilon}}`,
      plugged: `\\ln\\frac{${others}\\,(1-${eps})}{${eps}}`,
      value: general.sufficient,
      role: 'plain',
      mark: 'general-sufficient',
    },
  ]
}
