import type { Matrix } from '../../core/linalg'
import { numericMatrix } from '../../core/rational-matrix'
import { parseOuter } from '../../tex/outer-parse'

/** Three matrices of one answer. */
export interface Maps {
  readonly keyMatrix: Matrix
  readonly queryMatrix: Matrix
  readonly valueMatrix: Matrix
}

/** x₁ = u_d + u_b, x₂ = u_a, x₃ = u_c + u_b. */
export const NOTES_TOKENS: Matrix = [
  [0, 1, 0, 1],
  [1, 0, 0, 0],
  [0, 1, 1, 0],
]

/** c₁ ≈ u_b − u_c, c₂ ≈ u_b; c₃ is free. */
export const NOTES_TARGETS: Matrix = [
  [0, 1, -1, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
]

/** The coefficients that the notes' way of writing stands for. */
function written(text: string): Matrix {
  const parsed = parseOuter(text, 4)
  if (!parsed.ok) throw new RangeError(`written: expected outer products, got ${text}: ${parsed.message}`)
  return numericMatrix(parsed.coefficients)
}

export const IDENTITY = written('I')

const K = written('β⁻²(u_c u_aᵀ + u_a u_dᵀ + u_b u_cᵀ)')
const Q = written('β⁻²(u_a u_aᵀ + u_b u_dᵀ + u_c u_cᵀ)')
const V = written('β⁻²(u_b u_bᵀ − u_c u_cᵀ)')

/** The notes' answer. */
export const NOTES: Maps = { keyMatrix: K, queryMatrix: Q, valueMatrix: V }

/** Answers that reach the wanted outputs. */
export const RIGHT_ANSWERS = [
  { id: 'notes', label: 'the notes’ K, Q, V', params: NOTES },
  {
    id: 'rank-two',
    label: 'K = I, rank 2',
    params: { keyMatrix: IDENTITY, queryMatrix: written('β⁻²(u_d u_aᵀ + u_c u_dᵀ)'), valueMatrix: V },
  },
  {
    id: 'rank-one',
    label: 'K = I, rank 1',
    params: { keyMatrix: IDENTITY, queryMatrix: written('β⁻²(u_c − u_d)(u_d − u_a)ᵀ'), valueMatrix: V },
  },
  {
    id: 'other-values',
    label: 'K = Q = I, another V',
    params: {
      keyMatrix: IDENTITY,
      queryMatrix: IDENTITY,
      valueMatrix: written('β⁻²(u_b u_aᵀ + (u_b − u_c)u_dᵀ)'),
    },
  },
] as const satisfies readonly { id: string; label: string; params: Maps }[]

const WRONG_ANSWERS = [
  { id: 'swapped', label: 'K and Q swapped', params: { ...NOTES, keyMatrix: Q, queryMatrix: K } },
  {
    id: 'sign',
    label: 'one sign wrong',
    params: { ...NOTES, queryMatrix: written('β⁻²(u_a u_aᵀ − u_b u_dᵀ + u_c u_cᵀ)') },
  },
  {
    id: 'one-value',
    label: 'V without the second term',
    params: { ...NOTES, valueMatrix: written('β⁻² u_b u_bᵀ') },
  },
] as const satisfies readonly { id: string; label: string; params: Maps }[]

/** The room's named answers: right ones, then common mistakes. */
export const presets = [...RIGHT_ANSWERS, ...WRONG_ANSWERS]

/** `matrix` cut or filled up with 0 to the given size. */
export function fitted(matrix: Matrix, rows: number, columns: number): Matrix {
  if (matrix.length === rows && matrix.every((row) => row.length === columns)) return matrix
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, s) => matrix[r]?.[s] ?? 0),
  )
}

/** `matrix` with every entry rounded; itself where all are whole, so that what follows from it is not worked out anew. */
export function whole(matrix: Matrix): Matrix {
  return matrix.every((row) => row.every(Number.isInteger))
    ? matrix
    : matrix.map((row) => row.map(Math.round))
}
