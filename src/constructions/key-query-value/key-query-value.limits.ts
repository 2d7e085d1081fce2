import type { Mixture } from '../../core/laws/log-mixture'
import { equal, isZero, ONE, type Rational, toNumber } from '../../core/numbers/rational'
import { compositionTex, factorTex, texRational } from '../../tex/compositions'
import { isNegative, texEquals, texNumber } from '../../tex/format'
import { multipleTex } from '../../tex/score-groups'
import { explained, explainedEquals, symbol } from '../../tex/symbols'
import type { Line, Step } from '../construction'
import { type Convergence, pulling, pullSquared, rateOf } from './key-query-value.convergence'
import type { Design, DesignModel } from './key-query-value.model'
import { coefficientOf, ids, symbols } from './key-query-value.quantities'

/** Values are written out in an output while all of them together have at most so many summands. */
const MOST_SUMMANDS = 9

/** The outputs as mixtures of values, and as numbers. */
export function outputStep(model: DesignModel): Step {
  const { outputs, weights, values, n } = model
  const line = (i: number): Line => {
    const terms = Array.from({ length: n }, (_, j) => j).filter((j) => values[j].some((x) => !isZero(x)))
    const isShort =
      terms.reduce((count, j) => count + values[j].filter((x) => !isZero(x)).length, 0) <= MOST_SUMMANDS
    const valueTex = (j: number) => (isShort ? factorTex(values[j], 'value') : symbols.value(j))
    const sum = terms.map((j) => `${symbols.weight(i, j)}${valueTex(j)}`).join(' + ') || '0'
    return {
      tex: `${symbols.output(i)} = ${sum} ${numbersTex(
        i,
        outputs[i].map((_, r) => coefficientOf(i, r, model)),
      )}`,
      equalities: outputs[i].map((left, r) => {
        const parts = values.map((v, j) => weights[i][j] * toNumber(v[r]))
        return { left, right: parts.reduce((a, b) => a + b, 0), magnitude: Math.max(...parts.map(Math.abs)) }
      }),
    }
  }
  return {
    id: 'outputs',
    prose: `Outputs: $c_i = \\sum_j \\alpha_{ij}v_j$; values that are 0 leave the sum`,
    lines: outputs.map((_, i) => line(i)),
  }
}

/** `≈ 0.9999 u_b − 0.9998 u_c`, each number explaining itself. */
function numbersTex(i: number, coefficients: readonly Mixture[]): string {
  const present = coefficients.flatMap(({ value, log }, r) => (value === 0 && log === undefined ? [] : [r]))
  if (present.length === 0) return ''
  const exact = present.every((r) => texEquals(coefficients[r].value, coefficients[r].log).startsWith('='))
  const terms = present.map((r, place) => {
    const { value, log } = coefficients[r]
    const sign = isNegative(value) ? (place === 0 ? '-' : ' - ') : place === 0 ? '' : ' + '
    return `${sign}${explained(ids.output(i, r), texNumber(Math.abs(value), log))}\\,u_${'abcdefgh'[r]}`
  })
  return `${exact ? '=' : '\\approx'} ${terms.join('')}`
}

/** Where every output goes as β → ∞, and how far it is from what is wanted. */
export function limitStep(params: Design, model: DesignModel): Step {
  return {
    id: 'limits',
    prose: 'As $\\beta\\to\\infty$ each query keeps only the keys of its largest score',
    lines: model.outcomes.flatMap((_, i) => [limitLine(i, model), ...errorLines(i, params, model)]),
  }
}

function limitLine(i: number, { outcomes, n }: DesignModel): Line {
  const { leaders, limit, target, reached } = outcomes[i]
  const share = leaders.length === 1 ? '1' : `\\tfrac{1}{${leaders.length}}`
  const kept =
    leaders.length === n
      ? `\\alpha_{${i + 1}j} = \\tfrac1${n}`
      : `${leaders.map((j) => symbols.weight(i, j)).join(',\\,')}\\to ${share}`
  const verdict =
    target === undefined
      ? '\\quad\\text{(free)}'
      : reached
        ? '\\quad\\text{as wanted}'
        : `\\;\\ne\\; ${compositionTex(target)}`
  return {
    tex: `${kept}:\\quad ${symbols.output(i)} \\to ${symbol('value', compositionTex(limit))}${verdict}`,
    equalities:
      target && reached ? limit.map((x, r) => ({ left: toNumber(x), right: toNumber(target[r]) })) : [],
  }
}

/** The error in closed form where one group of keys causes it: `√5 α₁₁β`. */
function errorLines(i: number, { norm, scoreScale }: Design, { outcomes, logWeights }: DesignModel): Line[] {
  const { target, convergence, reached, error, logError } = outcomes[i]
  if (!target || !convergence) return []
  const left = `\\lVert ${symbols.output(i)}-${factorTex(target)}\\rVert`
  const groups = pulling(convergence)
  if (groups.length === 0)
    return [{ tex: `${left} = 0\\quad\\text{for every }\\beta`, equalities: [{ left: error, right: 0 }] }]
  const value = explainedEquals(ids.error(i), error, logError)
  const fall = reached ? `,\\quad\\text{falling like } e^{-${fallExponent(convergence, scoreScale)}}` : ''
  if (groups.length > 1) return [{ tex: `${left} ${value}${fall}`, equalities: [] }]
  const [group] = groups
  const squared = pullSquared(group)
  const closed = `${rootTex(squared)}${symbols.weight(i, group.keys[0])}\\,${symbols.norm}`
  const right = Math.log(toNumber(squared)) / 2 + logWeights[i][group.keys[0]] + Math.log(norm)
  return [
    { tex: `${left} = ${closed} ${value}${fall}`, equalities: [{ left: logError, right, magnitude: 1 }] },
  ]
}

function fallExponent(convergence: Convergence, scoreScale: number): string {
  const rate = rateOf(convergence)
  return rate ? multipleTex(rate, scoreScale === 1 ? '\\beta^2' : '\\tau\\beta^2') : '0'
}

function rootTex(square: Rational): string {
  const root = Math.sqrt(toNumber(square))
  if (equal(square, ONE)) return ''
  return Number.isInteger(root) ? `${root}\\,` : `\\sqrt{${texRational(square)}}\\,`
}
