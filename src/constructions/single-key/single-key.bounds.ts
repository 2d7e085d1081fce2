import { definition } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { key, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import type { Selection, SelectionModel } from './single-key.model'
import { differences, factor, symbols } from './single-key.symbols'

type Given = readonly [symbol: string, value: number]

/** How the bounds follow from a number of keys and a margin, those of the plane as well as any others. */
function bounds([N, n]: Given, [m, margin]: Given, epsilon: number) {
  const others = [`(${N}-1)`, `${texNumber(n - 1)}\\,`] as const
  const rival = [`e^{-${m}}`, `e^{${texNumber(-margin)}}`] as const
  const eps = [symbols.epsilon, epsilon] as const
  return {
    least: definition`\\frac{1}{1+${others}${rival}}`,
    most: definition`\\frac{1}{1+${rival}}`,
    sufficient: definition`\\ln\\frac{${others}(1-${eps})}{${eps}}`,
    necessary: definition`\\ln\\frac{1-${eps}}{${eps}}`,
  }
}

/** What the margin of the wanted key says of its weight, and the margins that ε asks for. */
export function marginQuantities({ epsilon }: Selection, model: SelectionModel): Quantity[] {
  const { scores, target, runnerUp, margin, n } = model
  const { least, most, sufficient, necessary } = bounds([symbols.count, n], [symbols.margin, margin], epsilon)
  const sum = ['\\sum_{i\\ne j}e^{s_i-s_j}', 'S'] as const
  const role = 'plain' as const
  return [
    {
      id: 'plane-margin',
      label: 'margin: score of the wanted key minus the best other score',
      tex: symbols.margin,
      ...definition`${[symbols.score('j'), factor(scores[target])]} - ${[symbols.score('r'), factor(scores[runnerUp])]}`,
      value: margin,
      role,
      mark: 'plane-margin',
    },
    {
      id: 'leak',
      label: 'leak: the weight of all other keys together',
      tex: symbols.leak,
      ...definition`\\frac{${sum}}{1+${sum}}${['', `,\\quad S = ${differences(scores, target)}`]}`,
      value: model.leak,
      log: model.logLeak,
      role: 'weight',
      mark: 'leak',
    },
    {
      id: 'weight-least',
      label: 'the least weight that this margin allows',
      tex: `\\min${weight('j')}`,
      ...least,
      value: model.bounds.lower,
      log: model.bounds.logLower,
      role: 'weight',
      mark: 'weight-j',
    },
    {
      id: 'weight-most',
      label: 'the most weight that this margin allows',
      tex: `\\max${weight('j')}`,
      ...most,
      value: model.bounds.upper,
      log: model.bounds.logUpper,
      role: 'weight',
      mark: 'weight-j',
    },
    {
      id: 'sufficient',
      label: 'margin that is always enough',
      tex: '\\Delta_{\\text{enough}}',
      ...sufficient,
      value: model.sufficient,
      role,
      mark: 'sufficient',
    },
    {
      id: 'necessary',
      label: 'margin without which it is impossible',
      tex: '\\Delta_{\\text{needed}}',
      ...necessary,
      value: model.necessary,
      role,
      mark: 'necessary',
    },
  ]
}

/** The best direction for the wanted key, where there is one, and how long a query along it has to be. */
export function directionQuantities({ epsilon }: Selection, model: SelectionModel): Quantity[] {
  const { kind, attainable } = model.places[model.target]
  if (kind !== 'corner') return []
  const { sufficient } = bounds([symbols.count, model.n], [symbols.margin, model.margin], epsilon)
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
      formula: `${sufficient.formula}\\Big/\\frac{\\Delta_{\\max}}{\\lVert q\\rVert}`,
      plugged: `${sufficient.plugged}\\Big/${texNumber(attainable)}`,
      value: model.sufficient / attainable,
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
  const { least, most, sufficient } = bounds([N, n], [m, margin], epsilon)
  const others = [`${N}-1`, n - 1] as const
  const lead = [`e^{${m}}`, `e^{${texNumber(margin)}}`] as const
  const role = 'weight' as const
  return [
    {
      id: 'general-weight-least',
      label: 'least weight',
      tex: '\\min\\alpha_j',
      ...least,
      value: general.weight.lower,
      role,
      mark: 'bound-least',
    },
    {
      id: 'general-weight-most',
      label: 'most weight',
      tex: '\\max\\alpha_j',
      ...most,
      value: general.weight.upper,
      role,
      mark: 'bound-most',
    },
    {
      id: 'general-leak-most',
      label: 'largest leak',
      tex: '\\max L',
      ...definition`\\frac{${others}}{${others}+${lead}}`,
      value: general.leak.upper,
      log: general.leak.logUpper,
      role,
      mark: 'bound-least',
    },
    {
      id: 'general-leak-least',
      label: 'smallest leak',
      tex: '\\min L',
      ...definition`\\frac{1}{1+${lead}}`,
      value: general.leak.lower,
      log: general.leak.logLower,
      role,
      mark: 'bound-most',
    },
    {
      id: 'general-sufficient',
      label: 'margin that is always enough for any number of keys',
      tex: 'm_{\\text{enough}}',
      ...sufficient,
      value: general.sufficient,
      role: 'plain',
      mark: 'general-sufficient',
    },
  ]
}
