import type { Floats, Placed } from '../engine/kernels'

/** A whole array as a matrix with rows of `columns`. */
export function matrix(floats: Floats, columns: number): Placed {
  return { floats, offset: 0, rowStep: columns, columnStep: 1, steps: [0, 0] }
}

/** The transpose, which lies where the matrix lies. */
export function transposed({ rowStep, columnStep, ...rest }: Placed): Placed {
  return { ...rest, rowStep: columnStep, columnStep: rowStep }
}

/** What a batch of sequences is: `rows` of `length` tokens. */
export interface Batch {
  readonly rows: number
  readonly length: number
}

/** For each row and head the `length × size` part of an array [rows, length, heads · size]. */
export function perHead(floats: Floats, { length }: Batch, heads: number, size: number): Placed {
  const width = heads * size
  return { floats, offset: 0, rowStep: width, columnStep: 1, steps: [length * width, size] }
}

/** For each row and head the square of an array [rows, heads, length, length]. */
export function squares(floats: Floats, { length }: Batch, heads: number): Placed {
  const area = length * length
  return { floats, offset: 0, rowStep: length, columnStep: 1, steps: [heads * area, area] }
}
