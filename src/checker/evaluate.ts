import type { Operand } from '../constructions/exercise'
import {
  add,
  dot,
  identity,
  type Matrix,
  matMul,
  matVec,
  norm,
  outer,
  subtract,
  transpose,
  type Vector,
} from '../core/linalg'
import { softmax } from '../core/softmax'
import { exp, log, wholePower } from './elementary'
import type { CallExpression, Expression, PowerExpression, ProductExpression, ValueShape } from './expression'
import { orRefused, type Refused, refuse } from './refused'

/** What an expression comes to; a row is a matrix of one row. */
export type Evaluation = { readonly value: Operand } | { readonly refused: Refused }

/** Scalar operations that an evaluation may take, unless told otherwise. */
export const FUEL = 2_000_000

const MAX_EXPONENT = 1024

/**
 * What `expression` comes to where its names stand for `operands`; refused where a number is infinite or undefined,
 * or where it takes more than `fuel` scalar operations. The same bits on every engine.
 *
 * @param operands - of the shapes that the vocabulary says
 */
export function evaluate(
  expression: Expression,
  operands: (name: string) => Operand,
  fuel = FUEL,
): Evaluation {
  return orRefused(() => ({ value: operandOf(new Interpreter(operands, fuel).value(expression)) }))
}

type Value =
  | { readonly kind: 'scalar'; readonly x: number }
  | { readonly kind: 'column' | 'row'; readonly v: Vector }
  | { readonly kind: 'matrix'; readonly m: Matrix }

class Interpreter {
  private readonly operands: (name: string) => Operand
  private fuel: number

  constructor(operands: (name: string) => Operand, fuel: number) {
    this.operands = operands
    this.fuel = fuel
  }

  /** The value of `expression`, with all its entries finite. */
  value(expression: Expression): Value {
    const value = this.worked(expression)
    this.spend(entriesOf(value), expression)
    if (!isAllFinite(value)) refuse('E_DOMAIN', 'This leaves the range of numbers.', expression)
    return value
  }

  private worked(expression: Expression): Value {
    switch (expression.kind) {
      case 'number':
        return scalar(expression.value)
      case 'term':
        return valueOf(this.operands(expression.term.name), expression.shape)
      case 'negative':
        return times(-1, this.value(expression.of))
      case 'sum':
        return summed(this.value(expression.left), expression.sign, this.value(expression.right))
      case 'product':
        return this.product(expression)
      case 'quotient':
        return this.quotient(expression)
      case 'power':
        return this.power(expression)
      case 'transpose':
        return transposed(this.value(expression.of))
      case 'call':
        return this.called(expression)
      case 'literal':
        return valueFromRows(
          expression.entries.map((row) => row.map((entry) => this.scalar(entry))),
          expression.shape,
        )
    }
  }

  private product(expression: ProductExpression): Value {
    const [left, right] = [this.value(expression.left), this.value(expression.right)]
    this.spend(productCost(left, right), expression)
    return multiplied(left, right)
  }

  private quotient({ left, right }: { left: Expression; right: Expression }): Value {
    const [dividend, divisor] = [this.value(left), this.scalar(right)]
    if (divisor === 0) refuse('E_DOMAIN', 'This is a division by 0.', right)
    return mapped(dividend, (x) => x / divisor)
  }

  private power(expression: PowerExpression): Value {
    const [base, exponent] = [this.value(expression.base), this.scalar(expression.exponent)]
    if (Math.abs(exponent) > MAX_EXPONENT)
      refuse('E_DOMAIN', `Exponents go up to ${MAX_EXPONENT} in size.`, expression.exponent)
    if (base.kind === 'matrix') return this.matrixPower(base, exponent, expression)
    const x = base.kind === 'scalar' ? base.x : Number.NaN
    if (x === 0 && exponent < 0) refuse('E_DOMAIN', 'This is a division by 0.', expression)
    if (Number.isInteger(exponent)) return scalar(wholePower(x, exponent))
    if (!Number.isInteger(2 * exponent) || x < 0)
      refuse('E_DOMAIN', 'Exponents are whole, or halves over what is not negative.', expression.exponent)
    return scalar(wholePower(Math.sqrt(x), 2 * exponent))
  }

  private matrixPower({ m }: { m: Matrix }, exponent: number, expression: PowerExpression): Value {
    if (!Number.isInteger(exponent) || exponent < 0)
      refuse('E_DOMAIN', 'A matrix has whole powers from 0 on here, and no inverse.', expression.exponent)
    let power: Value = { kind: 'matrix', m: identity(m.length) }
    let square: Value = { kind: 'matrix', m }
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) power = this.matrixProduct(power, square, expression)
      if (rest > 1) square = this.matrixProduct(square, square, expression)
    }
    return power
  }

  private matrixProduct(a: Value, b: Value, expression: Expression): Value {
    this.spend(productCost(a, b), expression)
    const product = multiplied(a, b)
    if (!isAllFinite(product)) refuse('E_DOMAIN', 'This leaves the range of numbers.', expression)
    return product
  }

  private called({ name, of }: CallExpression): Value {
    const value = this.value(of)
    if (value.kind === 'column' || value.kind === 'row')
      return name === 'norm' ? scalar(norm(value.v)) : { kind: value.kind, v: softmax(value.v) }
    const x = value.kind === 'scalar' ? value.x : Number.NaN
    if ((name === 'sqrt' && x < 0) || (name === 'log' && x <= 0))
      refuse('E_DOMAIN', `${name} of ${x} is not a number here.`, of)
    if (name === 'sqrt') return scalar(Math.sqrt(x))
    return scalar(name === 'exp' ? exp(x) : name === 'log' ? log(x) : Math.abs(x))
  }

  private scalar(expression: Expression): number {
    const value = this.value(expression)
    return value.kind === 'scalar' ? value.x : Number.NaN
  }

  private spend(operations: number, at: Expression): void {
    this.fuel -= operations
    if (this.fuel < 0) refuse('E_FUEL', 'This takes too many operations.', at)
  }
}

// −0 is 0: it is shown, and it must not decide a tie.
const scalar = (x: number): Value => ({ kind: 'scalar', x: x + 0 })

function summed(a: Value, sign: '+' | '-', b: Value): Value {
  const combine = sign === '+' ? add : subtract
  if (a.kind === 'matrix' && b.kind === 'matrix')
    return { kind: 'matrix', m: a.m.map((row, i) => combine(row, b.m[i])) }
  if (a.kind === 'scalar' && b.kind === 'scalar') return scalar(sign === '+' ? a.x + b.x : a.x - b.x)
  if ('v' in a && 'v' in b) return { kind: a.kind, v: combine(a.v, b.v) }
  return mismatched()
}

function multiplied(a: Value, b: Value): Value {
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
function productCost(a: Value, b: Value): number {
  if (a.kind === 'scalar' || b.kind === 'scalar') return 0
  const [rows, inner] = sizeOf(a)
  const [, columns] = sizeOf(b)
  return rows * inner * columns
}

const times = (factor: number, value: Value): Value =>
  value.kind === 'scalar' ? scalar(factor * value.x) : mapped(value, (x) => factor * x)

function mapped(value: Value, change: (x: number) => number): Value {
  if (value.kind === 'scalar') return scalar(change(value.x))
  if (value.kind === 'matrix') return { kind: 'matrix', m: value.m.map((row) => row.map(change)) }
  return { kind: value.kind, v: value.v.map(change) }
}

function transposed(value: Value): Value {
  if (value.kind === 'scalar') return value
  if (value.kind === 'matrix') return { kind: 'matrix', m: transpose(value.m) }
  return { kind: value.kind === 'column' ? 'row' : 'column', v: value.v }
}

function isAllFinite(value: Value): boolean {
  if (value.kind === 'scalar') return Number.isFinite(value.x)
  return value.kind === 'matrix'
    ? value.m.every((row) => row.every(Number.isFinite))
    : value.v.every(Number.isFinite)
}

const entriesOf = (value: Value) => sizeOf(value)[0] * sizeOf(value)[1]

function sizeOf(value: Value): readonly [rows: number, columns: number] {
  if (value.kind === 'scalar') return [1, 1]
  if (value.kind === 'matrix') return [value.m.length, value.m[0]?.length ?? 0]
  return value.kind === 'column' ? [value.v.length, 1] : [1, value.v.length]
}

function valueOf(operand: Operand, shape: ValueShape): Value {
  if (typeof operand === 'number') return shape.kind === 'scalar' ? scalar(operand) : mismatched()
  if (shape.kind === 'matrix') return { kind: 'matrix', m: operand as Matrix }
  return shape.kind === 'column' ? { kind: 'column', v: operand as Vector } : mismatched()
}

function valueFromRows(rows: Matrix, shape: ValueShape): Value {
  if (shape.kind === 'matrix') return { kind: 'matrix', m: rows }
  return { kind: shape.kind === 'row' ? 'row' : 'column', v: rows.flat() }
}

function operandOf(value: Value): Operand {
  if (value.kind === 'scalar') return value.x
  if (value.kind === 'matrix') return value.m
  return value.kind === 'column' ? value.v : [value.v]
}

/** Shapes were matched when the expression was read: only operands of other shapes than they are said to have lead here. */
function mismatched(): never {
  throw new RangeError('evaluate: expected operands of the shapes of their terms, got others')
}
