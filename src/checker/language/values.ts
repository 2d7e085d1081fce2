import type { Operand } from '../../constructions/exercises/exercise'
import {
  add,
  dot,
  type Matrix,
  matMul,
  matVec,
  outer,
  subtract,
  transpose,
  type Vector,
} from '../../core/linear/linalg'
import type { ValueShape } from './expression'

/** What a part of an expression comes to. */
export type Value =
  | { readonly kind: 'scalar'; readonly x: number }
  | { readonly kind: 'column' | 'row'; readonly v: Vector }
  | { readonly kind: 'matrix'; readonly m: Matrix }

/** A scalar. −0 is 0: it is shown, and it must not decide a tie. */
export const scalar = (x: number): Value => ({ kind: 'scalar', x: x + 0 })

/**
 * `a + b` or `a − b`.
 *
 * @throws {RangeError} if the shapes differ
 */
export function summed(a: Value, sign: '+' | '-', b: Value): Value {
  const combine = sign === '+' ? add : subtract
  if (a.kind === 'matrix' && b.kind === 'matrix')
    return { kind: 'matrix', m: a.m.map((row, i) => combine(row, b.m[i])) }
  if (a.kind === 'scalar' && b.kind === 'scalar') return scalar(sign === '+' ? a.x + b.x : a.x - b.x)
  if ('v' in a && 'v' in b) return { kind: a.kind, v: combine(a.v, b.v) }
  return mismatched()
}

/**
 * The matrix product `a b`.
 *
 * @throws {RangeError} if the shapes have none
 */
export function multiplied(a: Value, b: Value): Value {
  if (a.kind === 'scalar') return times(a.x, b)
  if (b.kind === 'scalar') return times(b.x, a)
  if (a.kind === 'row' && b.kind === 'column') return scalar(dot(a.v, b.v))
  if (a.kind === 'column' && b.kind === 'row') return { kind: 'matrix', m: outer(a.v, b.v) }
  if (a.kind === 'matrix' && b.kind === 'column') return { kind: 'column', v: matVec(a.m, b.v) }
  if (a.kind === 'row' && b.kind === 'matrix') return { kind: 'row', v: matVec(transpose(b.m), a.v) }
  if (a.kind === 'matrix' && b.kind === 'matrix') return { kind: 'matrix', m: matMul(a.m, b.m) }
  return mismatched()
}

/** Scalar operations of a product, counted before they are made. */
export function productCost(a: Value, b: Value): number {
  if (a.kind === 'scalar' || b.kind === 'scalar') return 0
  const [rows, inner] = sizeOf(a)
  const [, columns] = sizeOf(b)
  return rows * inner * columns
}

/** `factor · value`. */
export const times = (factor: number, value: Value): Value =>
  value.kind === 'scalar' ? scalar(factor * value.x) : mapped(value, (x) => factor * x)

/** `change` of every entry. */
export function mapped(value: Value, change: (x: number) => number): Value {
  if (value.kind === 'scalar') return scalar(change(value.x))
  if (value.kind === 'matrix') return { kind: 'matrix', m: value.m.map((row) => row.map(change)) }
  return { kind: value.kind, v: value.v.map(change) }
}

/** `valueᵀ`. */
export function transposed(value: Value): Value {
  if (value.kind === 'scalar') return value
  if (value.kind === 'matrix') return { kind: 'matrix', m: transpose(value.m) }
  return { kind: value.kind === 'column' ? 'row' : 'column', v: value.v }
}

/** Whether no entry is NaN or infinite. */
export function isAllFinite(value: Value): boolean {
  if (value.kind === 'scalar') return Number.isFinite(value.x)
  return value.kind === 'matrix'
    ? value.m.every((row) => row.every(Number.isFinite))
    : value.v.every(Number.isFinite)
}

/** The entries of a column or a row. */
export const entriesIn = (value: Value): Vector => ('v' in value ? value.v : mismatched())

/** Number of entries. */
export const entriesOf = (value: Value) => sizeOf(value)[0] * sizeOf(value)[1]

function sizeOf(value: Value): readonly [rows: number, columns: number] {
  if (value.kind === 'scalar') return [1, 1]
  if (value.kind === 'matrix') return [value.m.length, value.m[0]?.length ?? 0]
  return value.kind === 'column' ? [value.v.length, 1] : [1, value.v.length]
}

/**
 * The value of a term of shape `shape`.
 *
 * @throws {RangeError} if `operand` is of another shape
 */
export function valueOf(operand: Operand, shape: ValueShape): Value {
  if (typeof operand === 'number') return shape.kind === 'scalar' ? scalar(operand) : mismatched()
  if (shape.kind === 'matrix') return { kind: 'matrix', m: operand as Matrix }
  return shape.kind === 'column' ? { kind: 'column', v: operand as Vector } : mismatched()
}

/** The value of a literal, row by row. */
export function valueFromRows(rows: Matrix, shape: ValueShape): Value {
  if (shape.kind === 'matrix') return { kind: 'matrix', m: rows }
  return { kind: shape.kind === 'row' ? 'row' : 'column', v: rows.flat() }
}

/** A value as the exercises have it: a row is a matrix of one row. */
export function operandOf(value: Value): Operand {
  if (value.kind === 'scalar') return value.x
  if (value.kind === 'matrix') return value.m
  return value.kind === 'column' ? value.v : [value.v]
}

/** Shapes were matched when the expression was read: only operands of other shapes than they are said to have lead here. */
function mismatched(): never {
  throw new RangeError('evaluate: expected operands of the shapes of their terms, got others')
}
