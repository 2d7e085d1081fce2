import { declareConstruction } from '../construction'
import type { MatrixSpec } from '../params'
import { choice, count, matrix, real } from '../specs'
import { fitted, NOTES, NOTES_TARGETS, NOTES_TOKENS, whole } from './key-query-value.notes'

/** A table of coefficients; what is beyond its bounds tells a reader nothing new. */
const COEFFICIENTS = { place: 'figure', min: -1000, max: 1000, step: 1 } as const

const squareMap = (label: string, tex: string, role: MatrixSpec['role'], initial: MatrixSpec['initial']) =>
  matrix(label, tex, role, { ...COEFFICIENTS, rows: [2, 8], columns: [2, 8], initial })

/** What is known of it before its room is opened. */
export const keyQueryValueDeclared = declareConstruction({
  id: 'key-query-value',
  title: 'Self-attention with K, Q, V',
  menu: 'K·Q·V',
  source: '1(e)ii',
  editions: '1(e)ii in the edition of 2021',
  asks: 'Which matrices give the wanted outputs?',
  params: {
    keyMatrix: squareMap('Keys’ matrix', 'K', 'key', NOTES.keyMatrix),
    queryMatrix: squareMap('Queries’ matrix', 'Q', 'query', NOTES.queryMatrix),
    valueMatrix: squareMap('Values’ matrix', 'V', 'value', NOTES.valueMatrix),
    tokens: matrix('Tokens', 'x', 'plain', {
      ...COEFFICIENTS,
      rows: [2, 6],
      columns: [2, 8],
      initial: NOTES_TOKENS,
    }),
    targets: matrix('Wanted outputs', 'c', 'value', {
      ...COEFFICIENTS,
      rows: [2, 6],
      columns: [2, 8],
      initial: NOTES_TARGETS,
    }),
    wanted: matrix('Which outputs are wanted', 'c', 'value', {
      rows: [1, 1],
      columns: [2, 6],
      min: 0,
      max: 1,
      step: 1,
      initial: [[1, 1, 0]],
      place: 'figure',
    }),
    norm: real('Norm', '\\beta', 'plain', { min: 0.1, max: 50, step: 0.1, scale: 'log', initial: 2 }),
    scoreScale: real('Score scale', '\\tau', 'query', {
      short: 'score scale',
      min: 0.01,
      max: 100,
      step: 0.01,
      scale: 'log',
      initial: 1,
    }),
    basis: choice(
      'Basis',
      'u',
      'plain',
      { standard: 'standard', rotated: 'rotated at random' },
      { place: 'figure' },
    ),
    dimension: count('Dimension', 'd', 'plain', { min: 2, max: 32, initial: 8, place: 'figure' }),
    seed: count('Seed of the rotation', '', 'plain', { min: 0, max: 9999, initial: 7, place: 'figure' }),
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
  asked: { part: 'e', fields: ['K', 'Q', 'V'] },
})
