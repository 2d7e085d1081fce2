import type { Matrix } from '../../core/linear/linalg'

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

export const IDENTITY: Matrix = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
]

/** The notes' answer, without its factor β⁻². */
export const NOTES: Maps = {
  // u_c u_aᵀ + u_a u_dᵀ + u_b u_cᵀ
  keyMatrix: [
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ],
  // u_a u_aᵀ + u_b u_dᵀ + u_c u_cᵀ
  queryMatrix: [
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
  ],
  // u_b u_bᵀ − u_c u_cᵀ
  valueMatrix: [
    [0, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, -1, 0],
    [0, 0, 0, 0],
  ],
}

/** `matrix` cut or filled up with 0 to the given size. */
export function fitted(matrix: Matrix, rows: number, columns: number): Matrix {
  if (matrix.length === rows && matrix.every((row) => row.length === columns)) return matrix
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, s) => matrix[r]?.[s] ?? 0),
  )
}

/** `matrix` with every entry rounded; itself where all are whole, so that what follows from it is not worked out again. */
export function whole(matrix: Matrix): Matrix {
  return matrix.every((row) => row.every(Number.isInteger))
    ? matrix
    : matrix.map((row) => row.map(Math.round))
}
