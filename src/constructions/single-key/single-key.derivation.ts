import { norm, subtract } from '../../core/linear/linalg'
import { texNumber } from '../../tex/format'
import { adjustableNumber, explainedEquals, key, output, query, value, weight } from '../../tex/symbols'
import type { Equality, Step } from '../construction'
import type { KeyIndex, Selection, SelectionModel } from './single-key.model'
import { symbols } from './single-key.symbols'

const { scale, direction, margin, leak, count, othersMean, score } = symbols

/** Below this logarithm a number and its equal are compared by their logarithms: float64 has no digits left. */
const SMALL = -600

/** From the scores to the output with the current numbers. */
export function derivation(params: Selection, model: SelectionModel): Step[] {
  return [
    scoreStep(params, model),
    marginStep(model),
    weightStep(model),
    boundsStep(model),
    outputStep(model),
  ]
}

function scoreStep(
  { keys, query: point, scale: factor }: Selection,
  { scores, target, runnerUp }: SelectionModel,
): Step {
  const line = (index: 'j' | 'r', i: KeyIndex) => ({
    tex: `${score(index)} = ${key(index)}^{\\top}${query()} ${explainedEquals(`score-${i + 1}`, scores[i])}`,
    equalities: [{ left: scores[i], right: factor * (keys[i][0] * point[0][0] + keys[i][1] * point[0][1]) }],
  })
  return {
    id: 'scores',
    prose: `Each key is scored by its product with the query. Wanted: $j = ${target + 1}$; the best of the others: $r = ${runnerUp + 1}$`,
    lines: [
      {
        tex: `${query()} = ${scale}\\,${direction},\\qquad ${scale} = ${adjustableNumber('scale', factor)}`,
        equalities: [],
      },
      line('j', target),
      line('r', runnerUp),
    ],
  }
}

function marginStep({ scores, margin: ahead, target, runnerUp }: SelectionModel): Step {
  return {
    id: 'margin',
    prose: 'What decides is the margin: how far the wanted key is ahead of the best other',
    lines: [
      {
        tex: `${margin} = ${score('j')} - ${score('r')} ${explainedEquals('plane-margin', ahead)}`,
        equalities: [{ left: ahead, right: scores[target] - scores[runnerUp] }],
      },
    ],
  }
}

function weightStep({ scores, target, weights, logWeights }: SelectionModel): Step {
  const total = logRivals(scores, target)
  const numbers = Math.abs(total) < 600 ? ` = \\frac{1}{1+${texNumber(Math.exp(total))}}` : ''
  return {
    id: 'softmax',
    prose: `Softmax sees differences of scores only: divide above and below by $e^{s_j}$`,
    lines: [
      {
        tex: `${weight('j')} = \\frac{e^{${score('j')}}}{\\sum_i e^{${score('i')}}} = \\frac{1}{1+\\sum_{i\\ne j}e^{${score('i')}-${score('j')}}}`,
        equalities: [],
      },
      {
        tex: `${weight('j')}${numbers} ${explainedEquals(`weight-${target + 1}`, weights[target], logWeights[target])}`,
        equalities: [equalityOfLogs(logWeights[target], -logOnePlusExp(total))],
      },
    ],
  }
}

function boundsStep({ n, margin: ahead, bounds, weights, logWeights, target }: SelectionModel): Step {
  const bound = (rivals: number) => -logOnePlusExp(Math.log(rivals) - ahead)
  return {
    id: 'bounds',
    prose: `Of the $n-1$ terms of that sum, the best other key’s is $e^{-\\Delta}$, and none is larger`,
    lines: [
      {
        tex: `\\frac{1}{1+(${count}-1)\\,e^{-${margin}}}\\;\\le\\;${weight('j')}\\;\\le\\;\\frac{1}{1+e^{-${margin}}}`,
        equalities: [],
      },
      {
        tex: `${explainedNumber('weight-least', bounds.lower, bounds.logLower)}\\;\\le\\;${explainedNumber(`weight-${target + 1}`, weights[target], logWeights[target])}\\;\\le\\;${explainedNumber('weight-most', bounds.upper, bounds.logUpper)}`,
        equalities: [
          equalityOfLogs(bounds.logLower, bound(n - 1)),
          equalityOfLogs(bounds.logUpper, bound(1)),
        ],
      },
    ],
  }
}

function outputStep(model: SelectionModel): Step {
  const { leak: lost, logLeak, othersDistance, target, scores } = model
  const log = logLeak + Math.log(othersDistance)
  return {
    id: 'output',
    prose: `What $\\alpha_j$ lacks is the leak $L$. It pulls $c$ from $v_j$ towards $\\bar v$, the mean of the other values by their weights`,
    lines: [
      {
        tex: `${leak} = \\textstyle\\sum_{i\\ne j}${weight('i')} ${explainedEquals('leak', lost, logLeak)},\\qquad ${output()}-${value('j')} = ${leak}\\,(${othersMean}-${value('j')})`,
        equalities: [equalityOfLogs(logLeak, -logOnePlusExp(-logRivals(scores, target)))],
      },
      {
        tex: `\\lVert ${output()}-${value('j')}\\rVert ${explainedEquals('distance', lost * othersDistance, log)}\\;\\le\\;${leak}\\max_i\\lVert ${value('i')}-${value('j')}\\rVert ${explainedEquals('distance-most', lost * model.reach, logLeak + Math.log(model.reach))}`,
        equalities: [equalityOfLogs(log, logDistance(model))],
      },
    ],
  }
}

function explainedNumber(id: string, x: number, log?: number): string {
  return explainedEquals(id, x, log).replace(/^(=|\\approx) /, '')
}

/** `ln Σ_{i≠j} e^{sᵢ−s_j}`, term by term. */
function logRivals(scores: readonly number[], target: KeyIndex): number {
  const ahead = scores.filter((_, i) => i !== target).map((s) => s - scores[target])
  const most = Math.max(...ahead)
  return most + Math.log(ahead.reduce((total, x) => total + Math.exp(x - most), 0))
}

/** `ln(1 + eˣ)`, without overflow. */
function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

/** `ln‖Σ_{i≠j} αᵢ(vᵢ − v_j)‖`, summed over the weights as the softmax gives them. */
function logDistance({ values, logWeights, target }: SelectionModel): number {
  const others = logWeights.map((log, i) => (i === target ? -Infinity : log))
  const most = Math.max(...others)
  const offsets = values.map((v, i) => subtract(v, values[target]).map((x) => x * Math.exp(others[i] - most)))
  return most + Math.log(norm([0, 1].map((axis) => offsets.reduce((sum, offset) => sum + offset[axis], 0))))
}

function equalityOfLogs(left: number, right: number): Equality {
  return right < SMALL ? { left, right } : { left: Math.exp(left), right: Math.exp(right) }
}
