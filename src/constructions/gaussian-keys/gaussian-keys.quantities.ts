import { logNormalCdf } from '../../core/laws/normal'
import { definition, dot } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { key, symbol, weight } from '../../tex/symbols'
import type { Quantity } from '../construction'
import {
  ERROR_ALLOWED,
  type GaussianKeys,
  type GaussianModel,
  leadFactor,
  leakAllowed,
  NOISE_ALLOWED,
  noiseFactor,
} from './gaussian-keys.model'

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: GaussianKeys, model: GaussianModel): Quantity[] {
  return [...drawn(params, model), ...weights(model), ...laws(params, model), ...windowEnds(params, model)]
}

const q = symbol('query', 'q')
const mean = (letter: string) => symbol('key', `\\mu_${letter}`)
const scoreTex = (letter: string) => `${key(letter)}^{\\top}${q}`

function drawn(params: GaussianKeys, model: GaussianModel): Quantity[] {
  const { gamma, bAlongB, scoreA, scoreB, difference, share } = model
  const draw = '\\text{drawn}'
  return [
    {
      id: 'gamma',
      label: 'projection of key a on its mean, signed',
      tex: '\\gamma',
      formula: `${key('a')}^{\\top}${mean('a')}`,
      plugged: draw,
      value: gamma,
      role: 'key',
      mark: 'gamma',
    },
    {
      id: 'length',
      label: 'length of key a, about: the root of its mean square at this projection',
      tex: `\\lVert ${key('a')}\\rVert`,
      ...definition`\\sqrt{${['\\gamma', `(${texNumber(gamma)})`]}^2+${['(d-1)\\,', params.d - 1]}${dot}${['\\alpha', params.keyVariance]}}`,
      value: model.length,
      role: 'key',
      mark: 'length',
    },
    {
      id: 'along-b',
      label: 'projection of key b on its mean',
      tex: `${key('b')}^{\\top}${mean('b')}`,
      formula: '1+\\sqrt{\\alpha}\\,z',
      plugged: draw,
      value: bAlongB,
      role: 'key',
      mark: 'gamma',
    },
    scoreQuantity('a', scoreA, gamma + model.aAlongB, model.aAlongOthers, params, model),
    scoreQuantity('b', scoreB, model.bAlongA + bAlongB, model.bAlongOthers, params, model),
    {
      id: 'difference',
      label: 'difference of the scores of a and b',
      tex: '\\Delta',
      ...definition`${[scoreTex('a'), scoreA]} - ${[scoreTex('b'), `(${texNumber(scoreB)})`]}`,
      value: difference,
      role: 'query',
      mark: 'share',
    },
    {
      id: 'share',
      label: 'share of a among a and b',
      tex: 'p',
      ...definition`\\frac{1}{1+e^{-${['\\Delta', `(${texNumber(difference)})`]}}}`,
      value: share,
      role: 'weight',
      mark: 'share',
    },
  ]
}

function scoreQuantity(
  letter: 'a' | 'b',
  value: number,
  alongPair: number,
  alongOthers: number,
  { query, scale, n }: GaussianKeys,
  { otherCoefficient }: GaussianModel,
): Quantity {
  const own = key(letter)
  const pair = `Q\\,${own}^{\\top}(${mean('a')}+${mean('b')})`
  const others = `Q\\,${own}^{\\top}\\textstyle\\sum_{i\\ne a,b}\\mu_i`
  const pairNumber = `${texNumber(scale)}\\cdot(${texNumber(alongPair)})`
  const otherNumber = `${texNumber(-otherCoefficient)}\\cdot(${texNumber(Math.sqrt(n - 2) * alongOthers)})`
  return {
    id: `score-${letter}`,
    label: `score of key ${letter}`,
    tex: scoreTex(letter),
    formula: { pair, push: `${pair} - ${others}`, others: `-${others}` }[query],
    plugged: { pair: pairNumber, push: `${pairNumber} - ${otherNumber}`, others: `-${otherNumber}` }[query],
    value,
    role: 'query',
    mark: `key-${letter}`,
  }
}

function weights({ weightA, weightB, leak, error, scoreA, scoreB }: GaussianModel): Quantity[] {
  const of = (letter: 'a' | 'b', value: number, score: number): Quantity => ({
    id: `weight-${letter}`,
    label: `weight of key ${letter}`,
    tex: weight(letter),
    ...definition`\\frac{e^{${[`s_${letter}`, score]}}}{\\sum_i e^{s_i}}`,
    value,
    role: 'weight',
    mark: `weight-${letter}`,
  })
  return [
    of('a', weightA, scoreA),
    of('b', weightB, scoreB),
    {
      id: 'leak',
      label: 'leak: the weight outside a and b',
      tex: 'L',
      formula: '\\textstyle\\sum_{i\\ne a,b}\\alpha_i',
      plugged: texNumber(leak),
      value: leak,
      role: 'weight',
      mark: 'weight-other',
    },
    {
      id: 'error',
      label: 'squared error of this draw, for orthonormal values',
      tex: '\\lVert c-\\tfrac12(v_a+v_b)\\rVert^2',
      formula: '\\tfrac12(\\alpha_a-\\alpha_b)^2+\\tfrac12L^2+\\textstyle\\sum_{i\\ne a,b}\\alpha_i^2',
      plugged: `\\tfrac12(${texNumber(weightA)}-${texNumber(weightB)})^2+\\dots`,
      value: error,
      role: 'value',
      mark: 'output',
    },
  ]
}

function laws(params: GaussianKeys, model: GaussianModel): Quantity[] {
  const { shareSd, shareVariance, middle, negative, alongVariance } = model
  return [
    {
      id: 'share-sd',
      label: 'standard deviation of the difference of the scores',
      tex: '\\sigma_\\Delta',
      formula: '\\sqrt{2\\alpha\\lVert q\\rVert^2+\\nu\\,(\\mu_a^{\\top}q)^2}',
      plugged: `\\sqrt{${texNumber(2 * model.sdB ** 2)} + ${texNumber(params.normVariance)}\\cdot ${texNumber(model.coefficient ** 2)}}`,
      value: shareSd,
      role: 'query',
      mark: 'share-law',
    },
    {
      id: 'share-variance',
      label: 'variance of the share of a',
      tex: '\\operatorname{Var} p',
      ...definition`\\int(\\sigma(x)-\\tfrac12)^2\\,\\mathcal N(x;0,${['\\sigma_\\Delta^2', shareSd ** 2]})\\,dx`,
      value: shareVariance,
      role: 'weight',
      mark: 'share-law',
    },
    {
      id: 'middle',
      label: 'probability of a share between ¼ and ¾',
      tex: 'P(\\tfrac14<p<\\tfrac34)',
      formula: '2\\Phi(\\ln 3/\\sigma_\\Delta)-1',
      plugged: shareSd === 0 ? '1' : `2\\Phi(1.0986/${texNumber(shareSd)})-1`,
      value: middle,
      role: 'weight',
      mark: 'share-law',
    },
    {
      id: 'negative',
      label: 'probability that key a points away from its mean',
      tex: 'P(\\gamma<0)',
      formula: '\\Phi(-1/\\sqrt{\\nu+\\alpha})',
      plugged: alongVariance === 0 ? '0' : `\\Phi(-1/\\sqrt{${texNumber(alongVariance)}})`,
      value: negative,
      log: logNormalCdf(-1 / Math.sqrt(alongVariance)),
      role: 'key',
      mark: 'negative',
    },
    {
      id: 'along-variance',
      label: 'variance of key a along its mean',
      tex: '\\operatorname{Var}\\gamma',
      formula: '\\alpha+\\nu',
      plugged: `${texNumber(params.keyVariance)} + ${texNumber(params.normVariance)}`,
      value: alongVariance,
      role: 'key',
      mark: 'gamma',
    },
  ]
}

function windowEnds(params: GaussianKeys, { windowLow, windowHigh }: GaussianModel): Quantity[] {
  const { n, keyVariance, query } = params
  const lead = leadFactor(params) === 2 ? '\\tfrac12' : ''
  const factor = { pair: '4', push: '2n', others: '2(n-2)' }[query]
  const leak = n === 2 ? 0 : leakAllowed(n)
  const low: Quantity = {
    id: 'window-low',
    label: `scale from which the leak alone makes an error of at most ${ERROR_ALLOWED}`,
    tex: 'Q_{\\text{low}}',
    formula: `${lead}\\ln\\frac{(n-2)(1-L)}{2L},\\quad L^2\\bigl(\\tfrac12+\\tfrac1{n-2}\\bigr)=${ERROR_ALLOWED}`,
    plugged: `${lead}\\ln\\frac{${n - 2}\\,(1-${texNumber(leak, undefined, 4)})}{2\\cdot ${texNumber(leak, undefined, 4)}}`,
    value: windowLow,
    role: 'query',
    mark: 'window',
  }
  return [
    // Between two keys nothing leaks at any scale.
    ...(n === 2 ? [] : [low]),
    {
      id: 'window-high',
      label: `scale up to which the noise of α between a and b alone makes an error of at most ${ERROR_ALLOWED}`,
      tex: 'Q_{\\text{high}}',
      formula: `\\frac{\\sigma_\\Delta^*}{\\sqrt{${factor}\\,\\alpha}},\\quad 2\\operatorname{Var}p=${ERROR_ALLOWED}\\text{ at }\\sigma_\\Delta=\\sigma_\\Delta^*`,
      plugged: `\\frac{${texNumber(NOISE_ALLOWED, undefined, 4)}}{\\sqrt{${noiseFactor(params)}\\cdot ${texNumber(keyVariance)}}}`,
      value: windowHigh,
      role: 'query',
      mark: 'window',
    },
  ]
}
