import { logSumExp } from '../../core/attention/softmax'
import { toNumber } from '../../core/numbers/rational'
import { compositionTex } from '../../tex/compositions'
import { isNegative, texNumber } from '../../tex/format'
import { DIRECTIONS } from '../../tex/outer'
import { multipleTex, scoreGroups, weightTex } from '../../tex/score-groups'
import { adjustableNumber, explained, explainedEquals, symbol } from '../../tex/symbols'
import type { Line, Step } from '../construction'
import type { Unaided, UnaidedModel } from './identity-self-attention.model'
import { coefficientOf, ids, symbols } from './identity-self-attention.quantities'

const MARGIN = symbol('plain', '\\Delta_2', 'margin')

/** The notes' computation with the current numbers, and the proof of what they leave at “won’t help”. */
export function derivation(params: Unaided, model: UnaidedModel): Step[] {
  return [
    tokenStep(params, model),
    scoreStep(params, model),
    weightStep(model),
    outputStep(model),
    proofStep(params, model),
  ]
}

function tokenStep({ norm, lambda, kappa }: Unaided, { exact }: UnaidedModel): Step {
  const written = exact.map((x, i) => `${symbols.token(i)} = ${compositionTex(x)}`)
  return {
    id: 'tokens',
    prose: 'Keys, queries and values are the tokens themselves: $k_i = q_i = v_i = x_i$',
    lines: [
      { tex: written.join(',\\quad '), equalities: [] },
      {
        tex: `${symbols.norm} = ${adjustableNumber('norm', norm)},\\quad ${symbols.lambda} = ${adjustableNumber('lambda', lambda)},\\quad ${symbols.kappa} = ${adjustableNumber('kappa', kappa)}`,
        equalities: [],
      },
    ],
  }
}

const PAIRS = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 1],
  [1, 2],
  [2, 2],
] as const

function scoreStep({ norm }: Unaided, { gram, scores }: UnaidedModel): Step {
  const line = ([i, j]: readonly [number, number]): Line => {
    const product = multipleTex(gram[i][j], `${symbols.norm}^2`)
    const between = product === '0' ? '' : ` = ${product}`
    return {
      tex: `${symbols.score(i, j)}${between} ${explainedEquals(ids.score(i, j), scores[i][j])}`,
      equalities: [{ left: scores[i][j], right: toNumber(gram[i][j]) * norm ** 2, magnitude: norm ** 2 }],
    }
  }
  const lines = PAIRS.map(line)
  return {
    id: 'scores',
    prose: 'Scores are inner products of tokens',
    lines: [0, 2, 4].map((start) => {
      const row = lines.slice(start, start + 2)
      return {
        tex: row.map(({ tex }) => tex).join(',\\qquad '),
        equalities: row.flatMap((l) => l.equalities),
      }
    }),
  }
}

function weightStep({ gram, scores, weights, logWeights }: UnaidedModel): Step {
  const lines = gram.flatMap((products, i) => {
    const groups = scoreGroups(products)
    return groups.map(({ keys }, g): Line => {
      const left = keys.map((j) => symbols.weight(i, j)).join(' = ')
      const value = explainedEquals(ids.weight(i, keys[0]), weights[i][keys[0]], logWeights[i][keys[0]])
      return {
        tex: `${left} = ${weightTex(groups, g, '\\beta^2')} ${value}`,
        equalities: keys.map((j) => ({
          left: logWeights[i][j],
          right: -logSumExp(scores[i].map((s) => s - scores[i][j])),
          magnitude: 1e-3,
        })),
      }
    })
  })
  return {
    id: 'weights',
    prose: 'Weights: each token prefers itself, and as $\\beta\\to\\infty$ it keeps nothing else',
    lines: lines.filter(({ tex }) => /\\alpha_\{(11|22|33)\}/.test(tex)),
    unfolded: lines,
  }
}

function outputStep(model: UnaidedModel): Step {
  const { exact, outputs, weights, tokens } = model
  const sum = exact.map((x, j) => `${symbols.weight(1, j)}(${compositionTex(x)})`).join(' + ')
  const numbers = outputs[1]
    .map((_, r) => ({ r, ...coefficientOf(1, r, model) }))
    .filter(({ value, log }) => value !== 0 || log !== undefined)
    .map(({ r, value, log }) => {
      const size = explained(ids.output(1, r), texNumber(Math.abs(value), log))
      return `${isNegative(value) ? '-' : '+'} ${size}\\,u_${DIRECTIONS[r]}`
    })
    .join(' ')
    .replace(/^\+ /, '')
  return {
    id: 'outputs',
    prose: 'So the second output is the second token, nearly',
    lines: [
      { tex: `${symbols.output(1)} = ${sum}`, equalities: [] },
      {
        tex: `\\phantom{${symbols.output(1)}} \\approx ${numbers}`,
        equalities: outputs[1].map((left, r) => ({
          left,
          right: weights[1].reduce((total, w, j) => total + w * tokens[j][r], 0),
          magnitude: 1,
        })),
      },
    ],
  }
}

function proofStep(
  { norm, lambda, kappa }: Unaided,
  { margin, leak, logLeak, logWeights, scores }: UnaidedModel,
): Step {
  const square = (symbolTex: string) => `\\bigl(${symbolTex}-\\tfrac12\\bigr)^2`
  const [larger, smaller] =
    lambda >= kappa ? [symbols.lambda, symbols.kappa] : [symbols.kappa, symbols.lambda]
  const [large, small] = lambda >= kappa ? [lambda, kappa] : [kappa, lambda]
  return {
    id: 'proof',
    prose:
      'Adding $u_d$ or $u_c$ to $x_2$ will not help as $\\beta$ grows: whatever $\\lambda$ and $\\kappa$ are, $x_2$ prefers itself',
    lines: [
      {
        tex: `${MARGIN} = \\beta^2\\bigl(1+\\lambda^2+\\kappa^2-\\max(\\lambda,\\kappa)\\bigr) ${explainedEquals('margin', norm ** 2 * margin)}`,
        equalities: [
          {
            left: norm ** 2 * margin,
            right: scores[1][1] - Math.max(scores[1][0], scores[1][2]),
            magnitude: scores[1][1],
          },
        ],
      },
      {
        tex: `${MARGIN}/\\beta^2 = \\tfrac34 + ${square(larger)} + ${smaller}^2 ${explainedEquals('relative-margin', margin)} \\;\\ge\\; \\tfrac34`,
        equalities: [{ left: margin, right: 0.75 + (large - 0.5) ** 2 + small ** 2 }],
      },
      {
        tex: `\\beta^{-2}u_b^{\\top}${symbols.output(1)} = ${symbol('weight', '\\alpha_{21}+\\alpha_{23}', 'leak')} ${explainedEquals('leak', leak, logLeak)} \\;\\le\\; \\frac{2}{2+e^{\\frac34\\beta^2}} \\to 0`,
        equalities: [{ left: logLeak, right: logSumExp([logWeights[1][0], logWeights[1][2]]), magnitude: 1 }],
      },
    ],
  }
}
