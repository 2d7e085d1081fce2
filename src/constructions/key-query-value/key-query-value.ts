import { rationalMatrix } from '../../core/rational-matrix'
import { compositionTex } from '../../tex/compositions'
import { number, texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import type { MatrixSpec } from '../params'
import { claims } from './key-query-value.claims'
import { derivation } from './key-query-value.derivation'
import { exercise } from './key-query-value.exercise'
import { type Design, designModel, overflowNorm } from './key-query-value.model'
import {
  fitted,
  IDENTITY,
  NOTES,
  NOTES_TARGETS,
  NOTES_TOKENS,
  presets,
  whole,
} from './key-query-value.presets'
import { quantities } from './key-query-value.quantities'

/** A table of coefficients; what is beyond its bounds tells a reader nothing new. */
const COEFFICIENTS = { kind: 'matrix', place: 'figure', min: -1000, max: 1000, step: 1 } as const

const squareMap = (label: string, tex: string, role: MatrixSpec['role'], initial: MatrixSpec['initial']) =>
  ({ ...COEFFICIENTS, label, tex, role, rows: [2, 8], columns: [2, 8], initial }) as const

/** 1(e)ii: matrices K, Q and V that make self-attention put out what one asks for. */
export const keyQueryValue = defineConstruction({
  id: 'key-query-value',
  title: 'Self-attention with K, Q, V',
  menu: 'K·Q·V',
  source: '1(e)ii',
  editions: '1(e)ii in the edition of 2021',
  question:
    'Which $K$, $Q$ and $V$ give the wanted outputs? In the notes $\\htmlClass{role-value}{c_1}\\approx u_b-u_c$ and $\\htmlClass{role-value}{c_2}\\approx u_b$ are wanted. Click the cells; every line below is worked out again.',

  setting: ({ tokens, norm }) => {
    const shown = rationalMatrix(tokens).map((x, i) => `x_${i + 1} = ${compositionTex(x)}`)
    return `$u$ mutually orthogonal, $\\lVert u\\rVert = \\beta = ${texNumber(norm)}$ · $${shown.join(',\\;')}$`
  },

  params: {
    keyMatrix: squareMap('Keys’ matrix', 'K', 'key', NOTES.keyMatrix),
    queryMatrix: squareMap('Queries’ matrix', 'Q', 'query', NOTES.queryMatrix),
    valueMatrix: squareMap('Values’ matrix', 'V', 'value', NOTES.valueMatrix),
    tokens: {
      ...COEFFICIENTS,
      label: 'Tokens',
      tex: 'x',
      role: 'plain',
      rows: [2, 6],
      columns: [2, 8],
      initial: NOTES_TOKENS,
    },
    targets: {
      ...COEFFICIENTS,
      label: 'Wanted outputs',
      tex: 'c',
      role: 'value',
      rows: [2, 6],
      columns: [2, 8],
      initial: NOTES_TARGETS,
    },
    wanted: {
      kind: 'matrix',
      place: 'figure',
      label: 'Which outputs are wanted',
      tex: 'c',
      role: 'value',
      rows: [1, 1],
      columns: [2, 6],
      min: 0,
      max: 1,
      step: 1,
      initial: [[1, 1, 0]],
    },
    norm: {
      kind: 'number',
      label: 'Norm',
      tex: '\\beta',
      role: 'plain',
      min: 0.1,
      max: 50,
      step: 0.1,
      scale: 'log',
      initial: 3,
    },
    scoreScale: {
      kind: 'number',
      label: 'Score scale',
      tex: '\\tau',
      role: 'query',
      min: 0.01,
      max: 100,
      step: 0.01,
      scale: 'log',
      initial: 1,
    },
    basis: {
      kind: 'choice',
      place: 'figure',
      label: 'Basis',
      tex: 'u',
      role: 'plain',
      options: [
        { value: 'standard', label: 'standard' },
        { value: 'rotated', label: 'rotated at random' },
      ],
      initial: 'standard',
    },
    dimension: {
      kind: 'number',
      place: 'figure',
      label: 'Dimension',
      tex: 'd',
      role: 'plain',
      min: 2,
      max: 32,
      step: 1,
      integer: true,
      scale: 'linear',
      initial: 8,
    },
    seed: {
      kind: 'number',
      place: 'figure',
      label: 'Seed of the rotation',
      tex: '',
      role: 'plain',
      min: 0,
      max: 9999,
      step: 1,
      integer: true,
      scale: 'linear',
      initial: 7,
    },
  },

  /** All tables follow the size of the tokens' table. */
  constrain(params) {
    const [n, d] = [params.tokens.length, params.tokens[0].length]
    return {
      ...params,
      keyMatrix: fitted(params.keyMatrix, d, d),
      queryMatrix: fitted(params.queryMatrix, d, d),
      valueMatrix: fitted(params.valueMatrix, d, d),
      targets: fitted(params.targets, n, d),
      wanted: whole(fitted(params.wanted, 1, n)),
      dimension: Math.max(params.dimension, d),
    }
  },

  marks(params) {
    const at = overflowNorm(params)
    return { norm: [{ at, label: `the largest eˢ overflows from ${number(at, undefined, 4)}` }] }
  },

  model: (params: Design) => designModel(params),
  totalWeights: ({ weights }) => weights.map((row) => row.reduce((sum, w) => sum + w, 0)),
  quantities,
  derivation,
  claims,
  presets: [
    ...presets,
    {
      id: 'identity',
      label: 'K = Q = V = I',
      params: { keyMatrix: IDENTITY, queryMatrix: IDENTITY, valueMatrix: IDENTITY },
    },
  ],
  exercise,
})
