import type { Matrix } from '../../core/linear/linalg'
import { numericMatrix } from '../../core/linear/rational-matrix'
import { parseOuter } from '../../tex/outer-parse'
import { IDENTITY, type Maps, NOTES } from './key-query-value.notes'

/** The coefficients that the notes' way of writing stands for. */
function written(text: string): Matrix {
  const parsed = parseOuter(text, 4)
  if (!parsed.ok) throw new RangeError(`written: expected outer products, got ${text}: ${parsed.message}`)
  return numericMatrix(parsed.coefficients)
}

/** Answers that reach the wanted outputs. */
export const RIGHT_ANSWERS = [
  { id: 'notes', label: 'the notes’ K, Q, V', params: NOTES },
  {
    id: 'rank-two',
    label: 'K = I, rank 2',
    params: {
      keyMatrix: IDENTITY,
      queryMatrix: written('β⁻²(u_d u_aᵀ + u_c u_dᵀ)'),
      valueMatrix: NOTES.valueMatrix,
    },
  },
  {
    id: 'rank-one',
    label: 'K = I, rank 1',
    params: {
      keyMatrix: IDENTITY,
      queryMatrix: written('β⁻²(u_c − u_d)(u_d − u_a)ᵀ'),
      valueMatrix: NOTES.valueMatrix,
    },
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
  {
    id: 'swapped',
    label: 'K and Q swapped',
    params: { ...NOTES, keyMatrix: NOTES.queryMatrix, queryMatrix: NOTES.keyMatrix },
  },
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
