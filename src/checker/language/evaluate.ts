import { portableSoftmax } from '../../constructions/exercises/distance'
import type { Operand } from '../../constructions/exercises/exercise'
import { identity, type Matrix, norm, transpose } from '../../core/linear/linalg'
import { portableExpWide, portableLogWide, wholePower } from '../../core/numbers/portable'
import type {
  BlockExpression,
  CallExpression,
  Expression,
  PowerExpression,
  ProductExpression,
} from './expression'
import { orRefused, type Refused, refuse } from './refused'
import {
  entriesIn,
  entriesOf,
  isAllFinite,
  mapped,
  multiplied,
  operandOf,
  productCost,
  scalar,
  summed,
  times,
  transposed,
  type Value,
  valueFromRows,
  valueOf,
} from './values'

/** What an expression comes to; a row is a matrix of one row. */
export type Evaluation = { readonly value: Operand } | { readonly refused: Refused }

/** Scalar operations that an evaluation may take, unless a caller says otherwise. */
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
      case 'block':
        return this.block(expression)
    }
  }

  private block({ of, parts }: BlockExpression): Value {
    const rows = parts.map((part) => entriesIn(this.value(part)))
    return { kind: 'matrix', m: of === 'rows' ? rows : transpose(rows) }
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
    if (x < 0) refuse('E_DOMAIN', 'Over a negative number, exponents are whole.', expression.exponent)
    if (Number.isInteger(2 * exponent)) return scalar(wholePower(Math.sqrt(x), 2 * exponent))
    return scalar(x === 0 ? 0 : portableExpWide(exponent * portableLogWide(x)))
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
      return name === 'norm' ? scalar(norm(value.v)) : { kind: value.kind, v: portableSoftmax(value.v) }
    const x = value.kind === 'scalar' ? value.x : Number.NaN
    if ((name === 'sqrt' && x < 0) || (name === 'log' && x <= 0))
      refuse('E_DOMAIN', `${name} of ${x} is not a number here.`, of)
    if (name === 'sqrt') return scalar(Math.sqrt(x))
    return scalar(name === 'exp' ? portableExpWide(x) : name === 'log' ? portableLogWide(x) : Math.abs(x))
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
