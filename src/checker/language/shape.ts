import type { Length, ValueShape } from './expression'

/** Shape of a number. */
export const SCALAR: ValueShape = { kind: 'scalar' }

/** `a column`, `a row`, `a matrix`, `a scalar`. */
export const shapeName = ({ kind }: ValueShape) => `a ${kind}`

/** TeX of the numbers of rows and columns: `d \times 1`. */
export function shapeTex(shape: ValueShape): string {
  const [rows, columns] = sizeOf(shape)
  return `${rows} \\times ${columns}`
}

/** Numbers of rows and columns. */
export function sizeOf(shape: ValueShape): readonly [rows: Length, columns: Length] {
  switch (shape.kind) {
    case 'scalar':
      return [1, 1]
    case 'column':
      return [shape.length, 1]
    case 'row':
      return [1, shape.length]
    case 'matrix':
      return [shape.rows, shape.columns]
  }
}

/** Whether two values may be added. */
export function isSameShape(a: ValueShape, b: ValueShape): boolean {
  return a.kind === b.kind && String(sizeOf(a)) === String(sizeOf(b))
}

/** Whether `shape` is a matrix with as many rows as columns. */
export const isSquare = (shape: ValueShape) => shape.kind === 'matrix' && shape.rows === shape.columns

/** Shape of the transpose. */
export function transposedShape(shape: ValueShape): ValueShape {
  switch (shape.kind) {
    case 'scalar':
      return shape
    case 'column':
      return { kind: 'row', length: shape.length }
    case 'row':
      return { kind: 'column', length: shape.length }
    case 'matrix':
      return { kind: 'matrix', rows: shape.columns, columns: shape.rows }
  }
}

/** Shape of the product, or undefined where there is none. */
export function productShape(a: ValueShape, b: ValueShape): ValueShape | undefined {
  if (a.kind === 'scalar') return b
  if (b.kind === 'scalar') return a
  const [rows, inner] = sizeOf(a)
  const [innerOfB, columns] = sizeOf(b)
  // A column of one entry is not a scalar: a row or column stays what it was written as.
  if (inner !== innerOfB || (a.kind === 'column' && b.kind !== 'row')) return undefined
  if (a.kind === 'row') return b.kind === 'column' ? SCALAR : { kind: 'row', length: columns }
  return b.kind === 'column' ? { kind: 'column', length: rows } : { kind: 'matrix', rows, columns }
}
