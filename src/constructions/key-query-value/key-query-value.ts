import { rationalMatrix } from '../../core/linear/rational-matrix'
import { compositionTex } from '../../tex/compositions'
import { number, texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './key-query-value.claims'
import { keyQueryValueDeclared } from './key-query-value.declared'
import { derivation } from './key-query-value.derivation'
import { type Design, designModel, overflowNorm } from './key-query-value.model'
import { fitted, IDENTITY } from './key-query-value.notes'
import { presets } from './key-query-value.presets'
import { ids, quantities } from './key-query-value.quantities'

/** 1(e)ii: matrices K, Q and V that make self-attention put out what one asks for. */
export const keyQueryValue = defineConstruction({
  ...keyQueryValueDeclared,
  question:
    'Which $K$, $Q$ and $V$ give the wanted outputs? In the notes $\\htmlClass{role-value}{c_1}\\approx u_b-u_c$ and $\\htmlClass{role-value}{c_2}\\approx u_b$ are wanted. Click the cells; every line below is worked out again.',
  setting: ({ tokens, norm }) => {
    const shown = rationalMatrix(tokens).map((x, i) => `x_${i + 1} = ${compositionTex(x)}`)
    return `$u$ mutually orthogonal, $\\lVert u\\rVert = \\beta = ${texNumber(norm)}$ · $${shown.join(',\\;')}$`
  },
  marks(params) {
    const at = overflowNorm(params)
    return { norm: [{ at, label: `the largest eˢ overflows from ${number(at, undefined, 4)}` }] }
  },
  primary: ['norm'],
  outcome: (_, { outcomes }) => outcomes.flatMap(({ target }, i) => (target ? [ids.error(i)] : [])),
  gist: 'weights',
  model: (params: Design) => designModel(params),
  totalWeights: ({ weights }) => weights.map((row) => row.reduce((sum, w) => sum + w, 0)),
  quantities,
  derivation,
  claims,
  presets: [
    ...presets,
    {
      id: 'finite',
      label: 'unequal weights, exact at β = 1',
      params: {
        tokens: [
          [1, 0],
          [2, 0],
        ],
        // Scores ln 3 and 2 ln 3 for query 1 weigh the keys 1 : 3, and twice these for query 2 weigh them 1 : 9.
        keyMatrix: fitted(IDENTITY, 2, 2),
        queryMatrix: [
          [Math.log(3), 0],
          [0, 0],
        ],
        valueMatrix: [
          [0, 0],
          [1, 0],
        ],
        targets: [
          [0, 1.75],
          [0, 1.9],
        ],
        wanted: [[1, 1]],
        norm: 1,
      },
    },
    {
      id: 'identity',
      label: 'K = Q = V = I',
      params: { keyMatrix: IDENTITY, queryMatrix: IDENTITY, valueMatrix: IDENTITY },
    },
  ],
})
