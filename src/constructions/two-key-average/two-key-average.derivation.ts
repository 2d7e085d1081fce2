import { texEquals, texNumber } from '../../tex/format'
import {
  adjustableNumber,
  explainedEquals,
  key,
  output,
  query,
  symbol,
  value,
  weight,
} from '../../tex/symbols'
import type { Line, Step } from '../construction'
import { type Averaging, type AveragingModel, LETTERS, logLeakAt } from './two-key-average.model'
import { wantedWeight } from './two-key-average.quantities'

const Q = symbol('query', 'Q', 'scale')
const L = symbol('weight', 'L', 'leak')
const wantedKey = symbol('key', 'k_i', 'key-wanted')
const otherKey = symbol('key', 'k_i', 'key-other')
const wantedValue = symbol('value', 'v_i', 'value-wanted')
const otherValues = symbol('value', '\\bar v_{\\text{others}}', 'value-other')

/** The notes' argument with the current numbers, for any number of keys, angle, imbalance and proportions. */
export function derivation(params: Averaging, model: AveragingModel): Step[] {
  return [
    queryStep(params),
    scoreStep(params, model),
    softmaxStep(params, model),
    leakStep(params, model),
    scaleStep(params, model),
  ]
}

function queryStep(params: Averaging): Step {
  const push =
    params.pushAway > 0
      ? ` - ${symbol('query', 'R', 'pushaway')}\\textstyle\\sum_{i\\notin S} ${otherKey}`
      : ''
  const current = `Q = ${adjustableNumber('scale', params.scale)}`
  return {
    id: 'query',
    prose:
      params.m === 1
        ? 'Choose the query along the one wanted key'
        : `Choose the query along the wanted keys${isEven(params) ? '' : ', $w_i$ being the weight wanted for $k_i$'}`,
    lines: [{ tex: `${query()} = ${combination(params)}${push} \\qquad ${current}`, equalities: [] }],
  }
}

/** Whether all wanted keys are to weigh alike. */
const isEven = ({ m, proportions }: Pick<Averaging, 'm' | 'proportions'>) =>
  proportions[0].slice(0, m).every((w) => w === proportions[0][0])

/** TeX of the wanted keys' part of the query, as short as the params allow. */
function combination({ m, imbalance, proportions }: Averaging): string {
  const letters = LETTERS.slice(0, m)
  if (!isEven({ m, proportions }))
    return `\\textstyle\\sum_{i\\in S}(${Q} + \\ln(m\\,w_i)${imbalance === 0 ? '' : ' \\pm \\tfrac12\\delta'})\\,${wantedKey}`
  if (imbalance !== 0 && m === 2)
    return `Q_a ${key('a')} + Q_b ${key('b')},\\quad Q_{a,b} = ${Q} \\pm ${texNumber(imbalance / 2)}`
  if (imbalance !== 0)
    return `\\textstyle\\sum_{i\\in S} Q_i ${wantedKey},\\quad Q_{a,b} = ${Q} \\pm ${texNumber(imbalance / 2)}`
  return m === 1 ? `${Q}\\,${key('a')}` : `${Q}\\,(${letters.map(key).join(' + ')})`
}

/**
 * TeX of the exponent `xᵢ = sᵢ − s_other` in the notes' letters where all wanted keys share it, or undefined where
 * each has its own.
 */
function sharedExponent(
  { pushAway }: Averaging,
  { cosine, coefficients }: AveragingModel,
): string | undefined {
  if (cosine !== 0 || coefficients.some((c) => c !== coefficients[0])) return undefined
  return pushAway > 0 ? 'Q+R' : 'Q'
}

/** TeX of the sum under every weight: n − m + Σ eˣⁱ, as short as the params allow. */
function totalTex(params: Averaging, model: AveragingModel): string {
  const shared = sharedExponent(params, model)
  if (!shared) return 'n-m+\\textstyle\\sum_{i\\in S}e^{x_i}'
  return `n-${params.m}+${params.m === 1 ? '' : params.m}e^{${shared}}`
}

/** Indices of the first of the wanted keys with each score. */
const distinctScores = ({ scores }: AveragingModel) =>
  scores.map((_, i) => i).filter((i) => scores.indexOf(scores[i]) === i)

function scoreStep(params: Averaging, model: AveragingModel): Step {
  const { cosine, separation, scores, scoreOther } = model
  const score = (i: number) =>
    `${wantedNames(i, scores)}^{\\top}${query()} ${explainedEquals(`score-${LETTERS[i]}`, scores[i])}`
  const other = `${otherKey}^{\\top}${query()} ${explainedEquals('score-other', scoreOther)}\\quad(i\\notin S)`
  return {
    id: 'scores',
    prose:
      cosine === 0
        ? 'Orthonormal keys read the coefficients off'
        : `Keys at ${params.angle}° share part of every score. Softmax ignores what all share; the rest shrinks to $1-\\cos\\theta = ${texNumber(separation)}$ times the coefficient`,
    lines: [
      {
        tex: inRows([...distinctScores(model).map(score), ...(model.others > 0 ? [other] : [])]),
        equalities: scores.map((left, i) => ({ left, ...scoreFromGram(i, params, model) })),
      },
      ...exponentLines(params, model),
    ],
  }
}

/** Formulas side by side, three in a row. */
function inRows(formulas: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(formulas.length / 3) }, (_, r) =>
    formulas.slice(3 * r, 3 * r + 3).join(',\\quad '),
  )
  return rows.length === 1
    ? rows[0]
    : `\\begin{aligned}${rows.map((row) => `&${row}`).join(' \\\\ ')}\\end{aligned}`
}

/** `k_a`, or `k_{a,b}` where several wanted keys have the score of the first. */
function wantedNames(i: number, scores: readonly number[]): string {
  const same = LETTERS.filter((_, j) => scores[j] === scores[i])
  return same.length === 1
    ? key(LETTERS[i])
    : symbol('key', `k_{${same.join(',')}}`, same.map((letter) => `key-${letter}`).join(' '))
}

/** Where scores and exponents differ, or keys have exponents of their own, they get a line. */
function exponentLines(params: Averaging, model: AveragingModel): Line[] {
  if (sharedExponent(params, model) === 'Q') return []
  const { cosine, separation, advantages, scores, scoreOther } = model
  const factor = cosine === 0 ? '' : `${texNumber(separation)}\\,`
  const pushed = params.pushAway > 0
  const numbers = distinctScores(model).map((i) => `x_{${LETTERS[i]}} ${texEquals(advantages[i])}`)
  return [
    {
      tex: `x_i = s_i - s_{\\text{other}} = ${factor ? `${factor}(Q_i+R)` : pushed ? 'Q_i + R' : 'Q_i'}`,
      equalities: advantages.map((left, i) => ({
        left,
        right: scores[i] - scoreOther,
        magnitude: Math.abs(scores[i]) + Math.abs(scoreOther),
      })),
    },
    { tex: inRows(numbers), equalities: [] },
  ]
}

/** The score of wanted key i from its row of the Gram matrix: its own coefficient, plus cos θ times each other one. */
function scoreFromGram(i: number, { n, m, pushAway }: Averaging, { cosine, coefficients }: AveragingModel) {
  const rest = coefficients.reduce((sum, c, j) => (j === i ? sum : sum + c), 0)
  const pushed = pushAway * (n - m)
  return {
    right: coefficients[i] + cosine * (rest - pushed),
    magnitude: Math.abs(coefficients[i]) + pushed,
  }
}

function softmaxStep(params: Averaging, model: AveragingModel): Step {
  const equal = model.weights.every((w) => w === model.weights[0])
  const shown = equal ? [0] : model.weights.map((_, i) => i)
  const line = (i: number): Line => ({
    tex: weightTex(i, equal, params, model),
    equalities: [weightEquality(i, model)],
  })
  return {
    id: 'softmax',
    prose: 'Softmax',
    hint: 'rest on a symbol to find it in the figure',
    lines: [...shown.map(line), otherLine(params, model)],
  }
}

function weightTex(i: number, equal: boolean, params: Averaging, model: AveragingModel): string {
  const letter = LETTERS[i]
  const left = equal ? LETTERS.slice(0, params.m).map(weight).join(' = ') : weight(letter)
  const exponent = sharedExponent(params, model) ?? `x_{${letter}}`
  return `${left} = \\frac{e^{${exponent}}}{${totalTex(params, model)}} = ${wantedWeight(i, model).plugged} ${explainedEquals(`weight-${letter}`, model.weights[i], model.logWeights[i])}`
}

/** The weight against the reciprocal form `1/(Σⱼ e^{xⱼ−xᵢ} + (n−m)e^{−xᵢ})`. */
function weightEquality(i: number, { advantages, others, weights }: AveragingModel) {
  const x = advantages[i]
  const wanted = advantages.reduce((sum, y) => sum + Math.exp(y - x), 0)
  return { left: weights[i], right: 1 / (wanted + others * Math.exp(-x)) }
}

function otherLine(params: Averaging, model: AveragingModel): Line {
  if (model.others === 0)
    return { tex: `n = m:\\quad\\text{there is no other key}`, equalities: [{ left: model.leak, right: 0 }] }
  const { logWeightOther, logWeights, advantages, weightOther } = model
  return {
    tex: `${symbol('weight', '\\alpha_i', 'weight-other')} = \\frac{1}{${totalTex(params, model)}} ${explainedEquals('weight-other', weightOther, logWeightOther)}\\quad(i\\notin S)`,
    equalities: [{ left: logWeightOther, right: logWeights[0] - advantages[0] }],
  }
}

function leakStep(params: Averaging, model: AveragingModel): Step {
  const { m, n } = params
  const { leak, logLeak } = model
  const goal =
    m === 2 && model.goals[0] === 0.5
      ? `\\tfrac12(${value('a')}+${value('b')})`
      : m === 1
        ? value('a')
        : `\\textstyle\\sum_{i\\in S} w_i ${wantedValue}`
  const tilted = model.shares.some((share, i) => Math.abs(share - model.goals[i]) > 1e-15)
  const tilt = tilted ? ` + \\textstyle\\sum_{i\\in S}(r_i-w_i)(1-L)\\,${wantedValue}` : ''
  return {
    id: 'leak',
    prose: tilted
      ? `What is left over leaks to the other ${texWords(n - m)}; what stays is shared as $r_i = e^{x_i}/\\sum_{j\\in S} e^{x_j}$, not as wanted`
      : `What is left over leaks to the other ${texWords(n - m)}: the error is the leak times a fixed vector${goal.includes('w_i') && isEven(params) ? `; each wanted weight is $w_i = \\tfrac1${m}$` : ''}`,
    lines: [
      {
        tex: `${L} = \\frac{n-${m}}{${totalTex(params, model)}} ${explainedEquals('leak', leak, logLeak)},\\qquad \\ln ${L} ${texEquals(logLeak)}`,
        equalities: [leakEquality(model)],
      },
      { tex: `${output()} - ${goal} = ${L}\\,\\bigl(${otherValues} - ${goal}\\bigr)${tilt}`, equalities: [] },
    ],
  }
}

/** In logarithms: the weight of one other key may have lost its digits where the leak of all has not. */
function leakEquality({ logLeak, others, logWeightOther }: AveragingModel) {
  const logCount = Math.log(others)
  return { left: logLeak, right: logCount + logWeightOther, magnitude: logCount }
}

const texWords = (count: number) => (count === 1 ? 'one key' : `$${texNumber(count)}$ keys`)

function scaleStep(params: Averaging, { scaleNeeded }: AveragingModel): Step {
  const epsilon = `\\varepsilon = ${adjustableNumber('epsilon', params.epsilon)}`
  const needed = Number.isFinite(scaleNeeded)
  return {
    id: 'scale',
    prose: needed
      ? 'So “sufficiently large” has a number for every tolerance'
      : scaleNeeded < 0
        ? 'No scale is too small'
        : 'With all keys equal, no scale is enough',
    lines: needed
      ? [
          {
            tex: `${L}\\le ${epsilon} \\iff ${Q} \\ge ${symbol('query', 'Q_\\varepsilon', 'scale-needed')} ${explainedEquals('scale-needed', scaleNeeded)}`,
            equalities: [{ left: logLeakAt(params, scaleNeeded), right: Math.log(params.epsilon) }],
          },
        ]
      : [],
  }
}
