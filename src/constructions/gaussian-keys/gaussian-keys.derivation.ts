import { logistic } from '../../core/attention/logistic'
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
import { type GaussianKeys, type GaussianModel, noiseFactor } from './gaussian-keys.model'

const Q = symbol('query', 'Q', 'scale')
const mean = (letter: string) => symbol('key', `\\mu_${letter}`, `key-${letter}`)
const alpha = symbol('key', '\\alpha', 'keyvariance')
const extra = symbol('key', '\\nu', 'normvariance')
const gamma = symbol('key', '\\gamma', 'gamma')
const share = symbol('weight', 'p', 'share')

/** The way from one draw of the keys to the output, each number beside its exact law. */
export function derivation(params: GaussianKeys, model: GaussianModel): Step[] {
  return [
    queryStep(params),
    keyStep(params, model),
    differenceStep(params, model),
    shareStep(model),
    outputStep(model),
  ]
}

function queryStep({ query: choice, scale }: GaussianKeys): Step {
  const others = '\\textstyle\\sum_{i\\ne a,b}\\mu_i'
  const tex = {
    pair: `${Q}\\,(${mean('a')} + ${mean('b')})`,
    push: `${Q}\\,(${mean('a')} + ${mean('b')} - ${others})`,
    others: `-${Q}\\,${others}`,
  }[choice]
  return {
    id: 'query',
    prose: 'Only the means are known, so the query is made of them',
    lines: [{ tex: `${query()} = ${tex} \\qquad Q = ${adjustableNumber('scale', scale)}`, equalities: [] }],
  }
}

function keyStep({ keyVariance, normVariance, query: choice }: GaussianKeys, model: GaussianModel): Step {
  const law = normVariance === 0 ? `\\mathcal N(1,\\,${alpha})` : `\\mathcal N(1,\\,${alpha}+${extra})`
  return {
    id: 'key',
    prose:
      normVariance === 0
        ? 'A projection on a mean is one number, of variance $\\alpha$'
        : `Along its mean, key $a$ is stretched at random, with a variance $\\nu$ larger than elsewhere${choice === 'others' ? '; this query does not look there' : ''}`,
    lines: [
      {
        tex: `${gamma} = ${key('a')}^{\\top}${mean('a')} \\sim ${law} = \\mathcal N(1,\\,${texNumber(model.alongVariance)}) \\qquad ${gamma} ${explainedEquals('gamma', model.gamma)}`,
        equalities: [{ left: model.alongVariance, right: keyVariance + normVariance }],
      },
    ],
  }
}

function differenceStep(params: GaussianKeys, model: GaussianModel): Step {
  const { difference, scoreA, scoreB, shareSd } = model
  const delta = symbol('query', '\\Delta', 'share')
  const variance = varianceOf(params)
  return {
    id: 'difference',
    prose: 'The two scores compete; their difference is exactly normal',
    lines: [
      {
        tex: `${delta} = ${key('a')}^{\\top}${query()} - ${key('b')}^{\\top}${query()} \\sim \\mathcal N(0,\\,\\sigma_\\Delta^2),\\quad \\sigma_\\Delta^2 = ${variance.tex} ${texEquals(shareSd ** 2)}`,
        equalities: [{ left: shareSd ** 2, right: variance.value }],
      },
      {
        tex: `${delta} = ${texNumber(scoreA)} - ${scoreB < 0 ? `(${texNumber(scoreB)})` : texNumber(scoreB)} ${explainedEquals('difference', difference)}`,
        equalities: [differenceFromProjections(params, model)],
      },
    ],
  }
}

/** Variance of Δ, as the notes would write it for each query. */
function varianceOf(params: GaussianKeys) {
  const { query: choice, scale, keyVariance, normVariance } = params
  const stretch = choice === 'others' ? 0 : normVariance
  const factor = { pair: '4', push: '2n', others: '2(n-2)' }[choice]
  return {
    tex: `${Q}^2\\,(${factor}${alpha}${choice === 'others' ? '' : `+${extra}`})`,
    value: scale ** 2 * (noiseFactor(params) * keyVariance + stretch),
  }
}

/** Δ from the projections of both keys, the stretch of key a apart: the notes' `Q(γ − 1)` and noise. */
function differenceFromProjections({ n }: GaussianKeys, model: GaussianModel) {
  const { gamma: g, aAlongB, bAlongA, bAlongB, aAlongOthers, bAlongOthers } = model
  const noise = aAlongB - bAlongA - (bAlongB - 1)
  const others = model.otherCoefficient * Math.sqrt(n - 2) * (aAlongOthers - bAlongOthers)
  return {
    left: model.difference,
    right: model.coefficient * (g - 1 + noise) + others,
    magnitude:
      Math.abs(model.scoreA) + Math.abs(model.scoreB) + Math.abs(model.coefficient) + Math.abs(others),
  }
}

function shareStep(model: GaussianModel): Step {
  const { share: p, difference, weightA, weightB } = model
  const pair = weightA + weightB
  const line: Line = {
    tex: `${share} = \\frac{${weight('a')}}{${weight('a')} + ${weight('b')}} = \\sigma(${symbol('query', '\\Delta', 'share')}) ${explainedEquals('share', p)}`,
    equalities: [{ left: p, right: pair > 1e-290 ? weightA / pair : logistic(difference) }],
  }
  return { id: 'share', prose: 'So the share of $a$ among the two is exactly logit-normal', lines: [line] }
}

function outputStep(model: GaussianModel): Step {
  const { weightA, weightB, leak } = model
  const others = symbol('value', '\\bar v_{\\text{others}}', 'value-other')
  return {
    id: 'output',
    prose: 'What leaks goes to the other values; the share divides the rest',
    lines: [
      {
        tex: `${output()} = (1-L)\\,\\bigl(${share}\\,${value('a')} + (1-${share})\\,${value('b')}\\bigr) + L\\,${others}, \\qquad L ${texEquals(leak)}`,
        equalities: [{ left: weightA + weightB + leak, right: 1 }],
      },
      {
        tex: `${weight('a')} ${explainedEquals('weight-a', weightA)}, \\qquad ${weight('b')} ${explainedEquals('weight-b', weightB)}`,
        equalities: [
          { left: weightA, right: model.share * (weightA + weightB), magnitude: weightA + weightB },
        ],
      },
    ],
  }
}
