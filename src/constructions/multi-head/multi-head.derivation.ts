import { logistic } from '../../core/attention/logistic'
import { normalInterval } from '../../core/laws/normal-interval'
import { texEquals, texNumber } from '../../tex/format'
import { adjustableNumber, explainedEquals, key, output, symbol, value } from '../../tex/symbols'
import type { Step } from '../construction'
import { type Heads, LETTERS, type MultiHeadModel } from './multi-head.model'
import { headWeight } from './multi-head.quantities'

const Q = symbol('query', 'Q', 'scale')
const gamma = symbol('key', '\\gamma', 'gamma')
const threshold = symbol('key', '\\gamma^*', 'threshold')
const query = (h: string) => symbol('query', `q_${h}`, `query-${h}`)
const mean = (letter: string) => symbol('key', `\\mu_${letter}`, `mean-${letter}`)

/** The argument for a head for each key, with the numbers of the current draw. */
export function derivation(params: Heads, model: MultiHeadModel): Step[] {
  return [
    queryStep(params),
    scoreStep(params, model),
    weightStep(params, model),
    otherStep(params, model),
    successStep(params, model),
    outputStep(params, model),
  ]
}

function queryStep({ scale, heads }: Heads): Step {
  const more = heads > 2 ? `,\\;\\dots,\\; ${query('H')} = ${Q}\\,${mean(LETTERS[heads - 1])}` : ''
  return {
    id: 'queries',
    prose: 'One query for each wanted key, made of its known mean',
    lines: [
      {
        tex: `${query('1')} = ${Q}\\,${mean('a')},\\quad ${query('2')} = ${Q}\\,${mean('b')}${more} \\qquad Q = ${adjustableNumber('scale', scale)}`,
        equalities: [],
      },
    ],
  }
}

function scoreStep({ scale }: Heads, { separate, gamma: length }: MultiHeadModel): Step {
  const [score] = separate[0].scores
  return {
    id: 'scores',
    prose: 'Key a is stretched at random along its mean, and head 1 reads the projection, with its sign',
    lines: [
      {
        tex: `${key('a')}\\approx ${gamma}\\,${mean('a')},\\quad ${gamma} = ${key('a')}^{\\top}${mean('a')} ${explainedEquals('gamma', length)},\\quad ${key('a')}^{\\top}${query('1')} = ${Q}\\,${gamma} ${explainedEquals('score-1', score)}`,
        equalities: [{ left: score, right: scale * length }],
      },
    ],
  }
}

function weightStep({ n }: Heads, { separate, rivals }: MultiHeadModel): Step {
  const [score] = separate[0].scores
  const [weight] = separate[0].weights
  const [logWeight] = separate[0].logWeights
  return {
    id: 'weight',
    prose: `All other keys together score $r = \\ln\\sum_{i\\ne a}e^{k_i^{\\top}q_1}$, which tends to $\\ln(n-1) ${texEquals(Math.log(n - 1))}$ as $\\alpha\\to0$`,
    lines: [
      {
        tex: `${headWeight(0, 'a')} = \\sigma(${Q}\\,${gamma} - r) = \\sigma\\bigl(${texNumber(score)} - ${signed(rivals)}\\bigr) ${explainedEquals('weight-a', weight, logWeight)}`,
        equalities: [
          { left: logWeight, right: logSigma(score - rivals), magnitude: Math.abs(score) + Math.abs(rivals) },
          { left: weight, right: logistic(score - rivals), magnitude: 1 },
        ],
      },
    ],
  }
}

const signed = (x: number) => (x < 0 ? `(${texNumber(x)})` : texNumber(x))

/** ln σ(x). */
const logSigma = (x: number) => Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)))

function otherStep({ scale }: Heads, { separate, aside }: MultiHeadModel): Step {
  const [score] = separate[1].scores
  return {
    id: 'other-head',
    prose:
      'Head 2 sees key a only from the side: how far it is stretched along its mean does not matter there',
    lines: [
      {
        tex: `${key('a')}^{\\top}${query('2')} = ${Q}\\,${key('a')}^{\\top}${mean('b')} ${explainedEquals('score-2', score)},\\qquad ${headWeight(1, 'b')} ${explainedEquals('weight-b', separate[1].weights[1], separate[1].logWeights[1])}`,
        equalities: [{ left: score, right: scale * aside }],
      },
    ],
  }
}

function successStep({ n, normVariance }: Heads, model: MultiHeadModel): Step {
  const { threshold: least, headSuccess, failureLimit } = model
  const from = least === 1 ? 0 : (least - 1) / Math.sqrt(normVariance)
  return {
    id: 'success',
    prose: `So head 1 succeeds where $\\gamma$, of law $\\mathcal N(1, ${texNumber(normVariance)})$, is large enough, and for no $Q$ more often than $\\gamma>0$ (as $\\alpha\\to0$)`,
    lines: [
      {
        tex: `${headWeight(0, 'a')}\\ge\\tfrac12 \\iff ${gamma} \\ge ${threshold} = \\frac{\\ln(n-1)}{${Q}} ${explainedEquals('threshold', least)}`,
        equalities: [{ left: logistic(Math.log(n - 1) - Math.log(n - 1)), right: 0.5 }],
      },
      {
        tex: `\\Pr = \\Phi\\Bigl(\\tfrac{1-${threshold}}{\\sqrt\\nu}\\Bigr) ${explainedEquals('head-success', headSuccess)},\\qquad \\Pr(${gamma}<0) = \\Phi(-1/\\sqrt\\nu) ${explainedEquals('failure-limit', failureLimit)}`,
        equalities: [{ left: headSuccess, right: normalInterval(from, Infinity) }],
      },
    ],
  }
}

function outputStep({ heads }: Heads, { separate, drawn, limits }: MultiHeadModel): Step {
  const { output: mixture, leak } = drawn.separate
  const all = mixture.map((w, i) => `${texNumber(w, undefined, 3)}\\,${value(LETTERS[i])}`)
  const parts = all.length > 3 ? [...all.slice(0, 2), '\\dots', ...all.slice(-1)] : all
  const average =
    heads === 2 ? `\\tfrac12(${output('1')}+${output('2')})` : `\\tfrac1{${heads}}\\textstyle\\sum_h c_h`
  const others =
    leak > 0
      ? ` + ${texNumber(leak, undefined, 3)}\\,${symbol('value', '\\bar v_{\\text{others}}', 'value-other')}`
      : ''
  return {
    id: 'output',
    prose:
      'The output averages the heads; where head 1 fails, only its part of it is lost. $\\bar v$ is the mean of the wanted values',
    lines: [
      {
        tex: `${output()} = ${average} \\approx ${parts.join(' + ')}${others}`,
        equalities: mixture.map((left, i) => ({
          left,
          right: separate.reduce((sum, { weights }) => sum + weights[i], 0) / heads,
        })),
      },
      {
        tex: `\\lim_{\\alpha\\to0}\\mathbb E\\bigl\\|c-\\bar v\\bigr\\|^2 ${explainedEquals('error-separate', limits.separate.error)}\\quad\\text{against}\\quad ${explainedEquals('error-one', limits.one.error).replace(/^\S+ /, '')}\\ \\text{for one head}`,
        equalities: [{ left: limits.identical.error, right: limits.one.error }],
      },
    ],
  }
}
