import { logSumExp } from '../../core/attention/softmax'
import { definition, dot } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { key, symbol, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import { type Averaging, type AveragingModel, LETTERS } from './two-key-average.model'

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: Averaging, model: AveragingModel): Quantity[] {
  return [
    ...model.weights.map((_, i) => wantedWeight(i, model)),
    ...model.scores.map((_, i) => wantedScore(i, params, model)),
    otherScore(params, model),
    otherWeight(model),
    leakQuantity(model),
    logLeakQuantity(model),
    neededScale(params, model),
    largestError(model),
    weightRatio(params, model),
    halfSum(params, model),
  ]
}

/** TeX of eˣ with its digits, however large or small. */
const texExp = (x: number) => texNumber(Math.exp(x), x)

/** The sum under every weight. In numbers, more than two different terms are added up. */
const denominator = ({ others, advantages }: AveragingModel) =>
  ['n-m+\\sum_{i\\in S} e^{x_i}', `${texNumber(others)} + ${pluggedSum(advantages)}`] as const

function pluggedSum(advantages: readonly number[]): string {
  const [first] = advantages
  const count = advantages.length
  if (advantages.every((x) => x === first)) return `${count === 1 ? '' : `${count}\\cdot `}${texExp(first)}`
  return count === 2 ? advantages.map(texExp).join(' + ') : texExp(logSumExp(advantages))
}

/** Said of the exponents where they stand as symbols. */
const exponents = [',\\quad x_i = s_i - s_{\\text{other}}', ''] as const

/** The weight of wanted key i. */
export function wantedWeight(i: number, model: AveragingModel): Quantity {
  const letter = LETTERS[i]
  return {
    id: `weight-${letter}`,
    label: `weight of key ${letter}`,
    tex: weight(letter),
    ...definition`\\frac{${[`e^{x_{${letter}}}`, texExp(model.advantages[i])]}}{${denominator(model)}}${exponents}`,
    value: model.weights[i],
    log: model.logWeights[i],
    role: 'weight',
    mark: `weight-${letter}`,
  }
}

function wantedScore(i: number, { angle }: Averaging, model: AveragingModel): Quantity {
  const letter = LETTERS[i]
  const { cosine, separation, coefficients, scoreOther, scores, advantages } = model
  const orthogonal = cosine === 0
  return {
    id: `score-${letter}`,
    label: `score of key ${letter}`,
    tex: `${key(letter)}^{\\top}${symbol('query', 'q', 'query')}`,
    formula: orthogonal
      ? `\\text{the coefficient of } ${key(letter)} \\text{ in } q`
      : `s_{\\text{other}} + (1-\\cos${angle}^\\circ)(Q_{${letter}}+R)`,
    plugged: orthogonal
      ? texNumber(coefficients[i])
      : `${texNumber(scoreOther)} + ${texNumber(separation)}\\cdot ${texNumber(advantages[i] / separation || 0)}`,
    value: scores[i],
    role: 'query',
    mark: `key-${letter}`,
  }
}

function otherScore(
  { n, m, pushAway }: Averaging,
  { cosine, separation, coefficients, scoreOther }: AveragingModel,
): Quantity {
  const sum = coefficients.map((c) => texNumber(c)).join(' + ')
  const total = `${sum} - ${texNumber(pushAway)}\\cdot ${texNumber(n - m)}`
  return {
    id: 'score-other',
    label: 'score of every other key',
    tex: 's_{\\text{other}}',
    formula: '\\cos\\theta\\,\\bigl(\\textstyle\\sum_{i\\in S}Q_i-R(n-m)\\bigr)-(1-\\cos\\theta)\\,R',
    plugged: `${texNumber(cosine)}\\,(${total}) - ${texNumber(separation)}\\cdot ${texNumber(pushAway)}`,
    value: scoreOther,
    role: 'query',
    mark: 'key-other',
  }
}

function otherWeight(model: AveragingModel): Quantity {
  return {
    id: 'weight-other',
    label: 'weight of every other key',
    tex: weight('i'),
    ...definition`\\frac{1}{${denominator(model)}}${exponents}`,
    value: model.weightOther,
    log: model.logWeightOther,
    role: 'weight',
    mark: 'weight-other',
  }
}

function leakQuantity(model: AveragingModel): Quantity {
  return {
    id: 'leak',
    label: 'leak: the weight outside the wanted keys',
    tex: 'L',
    ...definition`\\frac{${['n-m', model.others]}}{${denominator(model)}}`,
    value: model.leak,
    log: model.logLeak,
    role: 'weight',
    mark: 'leak',
  }
}

function logLeakQuantity({ logLeak, others }: AveragingModel): Quantity {
  return {
    id: 'log-leak',
    label: 'natural logarithm of the leak',
    tex: '\\ln L',
    formula: '\\ln(n-m) - \\ln\\bigl(n-m+\\textstyle\\sum_{i\\in S} e^{x_i}\\bigr)',
    plugged:
      others === 0 ? '-\\infty' : `${texNumber(Math.log(others))} - ${texNumber(Math.log(others) - logLeak)}`,
    value: logLeak,
    role: 'weight',
    mark: 'leak',
  }
}

function neededScale({ n, m, epsilon, pushAway }: Averaging, model: AveragingModel): Quantity {
  const { separation, spread, cosine, scaleNeeded } = model
  const factor = cosine === 0 ? '' : `\\tfrac{1}{${texNumber(separation)}}`
  const [allowed, wanted] = [texNumber(epsilon), texNumber(spread)]
  return {
    id: 'scale-needed',
    label: 'scale at which the leak is ε',
    tex: symbol('query', 'Q_\\varepsilon', 'scale-needed'),
    formula:
      '\\tfrac{1}{1-\\cos\\theta}\\ln\\frac{(n-m)(1-\\varepsilon)}{\\varepsilon\\sum_{i\\in S} e^{(1-\\cos\\theta)(Q_i-Q)}} - R',
    plugged: `${factor}\\ln\\frac{${texNumber(n - m)}\\,(1-${allowed})}{${allowed}\\cdot ${wanted}} - ${texNumber(pushAway)}`,
    value: scaleNeeded,
    role: 'query',
    mark: 'scale-needed',
  }
}

function largestError({ largestError: value, leak, logLeak, shares, goals }: AveragingModel): Quantity {
  const terms = shares.map((r, i) => `|${texNumber(r)}-${texNumber(goals[i])}-${texNumber(r)}\\cdot L|`)
  return {
    id: 'largest-error',
    label: 'largest distance of a weight, or of the leak, from what is wanted',
    tex: '\\max',
    formula:
      '\\max\\bigl(L,\\ \\max_{i\\in S}|r_i-w_i-r_iL|\\bigr),\\quad r_i = e^{x_i}/\\textstyle\\sum_{j\\in S}e^{x_j}',
    plugged: `\\max(${texNumber(leak, logLeak)},\\ ${[...new Set(terms)].join(',\\ ')})`,
    value,
    ...(value === leak ? { log: logLeak } : {}),
    role: 'weight',
    mark: 'leak',
  }
}

function weightRatio(
  { imbalance, m }: Averaging,
  { logRatio, separation, coefficients }: AveragingModel,
): Quantity {
  const difference = m < 2 ? imbalance : coefficients[0] - coefficients[1]
  return {
    id: 'ratio',
    label: 'weight of key a over weight of key b',
    tex: `${weight('a')}/${weight('b')}`,
    ...definition`e^{${['(1-\\cos\\theta)', separation]}${dot}${['(Q_a-Q_b)', difference]}}`,
    value: Math.exp(logRatio),
    log: logRatio,
    role: 'weight',
    mark: 'weight-a',
  }
}

function halfSum({ n }: Averaging, { halfSumWeight }: AveragingModel): Quantity {
  const root = ['e^{1/2}', texExp(0.5)] as const
  return {
    id: 'half-sum-weight',
    label: 'weight of key a under the plain half sum',
    tex: weight('a'),
    ...definition`\\frac{${root}}{${['n-2', n - 2]}+2${dot}${root}}`,
    value: halfSumWeight,
    role: 'weight',
    mark: 'weight-a',
  }
}
