import type { Term } from '../../constructions/exercises/exercise'
import type { Place } from './refused'

/** Number of entries: known, or the dimension `d` of the question's vectors, whatever it is. */
export type Length = number | 'd'

/** Shape of a value, known before anything is evaluated. */
export type ValueShape =
  | { readonly kind: 'scalar' }
  | { readonly kind: 'column'; readonly length: Length }
  | { readonly kind: 'row'; readonly length: Length }
  | { readonly kind: 'matrix'; readonly rows: Length; readonly columns: Length }

/** Functions of one argument that an answer may use; `dot`, `outer` and `transpose` are read as products. */
export type FunctionName = 'sqrt' | 'exp' | 'log' | 'abs' | 'norm' | 'softmax'

interface Node extends Place {
  readonly shape: ValueShape
}

export interface NumberExpression extends Node {
  readonly kind: 'number'
  readonly value: number
}

export interface TermExpression extends Node {
  readonly kind: 'term'
  readonly term: Term
}

export interface NegativeExpression extends Node {
  readonly kind: 'negative'
  readonly of: Expression
}

export interface SumExpression extends Node {
  readonly kind: 'sum'
  readonly sign: '+' | '-'
  readonly left: Expression
  readonly right: Expression
}

export interface ProductExpression extends Node {
  readonly kind: 'product'
  readonly left: Expression
  readonly right: Expression
}

/** Division by a scalar. */
export interface QuotientExpression extends Node {
  readonly kind: 'quotient'
  readonly left: Expression
  readonly right: Expression
}

/** Power of a scalar or of a square matrix. */
export interface PowerExpression extends Node {
  readonly kind: 'power'
  readonly base: Expression
  readonly exponent: Expression
}

export interface TransposeExpression extends Node {
  readonly kind: 'transpose'
  readonly of: Expression
}

export interface CallExpression extends Node {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly of: Expression
}

/** Numbers in brackets, row by row. */
export interface LiteralExpression extends Node {
  readonly kind: 'literal'
  readonly entries: readonly (readonly Expression[])[]
}

/** Columns side by side, or rows one below the other. */
export interface BlockExpression extends Node {
  readonly kind: 'block'
  readonly of: 'columns' | 'rows'
  readonly parts: readonly Expression[]
}

/**
 * What an answer says, typed: whoever holds one knows that its shapes match and its names are offered. Every part
 * keeps its place in the text.
 */
export type Expression =
  | NumberExpression
  | TermExpression
  | NegativeExpression
  | SumExpression
  | ProductExpression
  | QuotientExpression
  | PowerExpression
  | TransposeExpression
  | CallExpression
  | LiteralExpression
  | BlockExpression

/** Shape of what `expression` comes to, with the dimension of the question's vectors written `d`. */
export const shapeOf = (expression: Expression): ValueShape => expression.shape

/** The parts of an expression, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'term':
      return []
    case 'negative':
    case 'transpose':
    case 'call':
      return [expression.of]
    case 'power':
      return [expression.base, expression.exponent]
    case 'literal':
      return expression.entries.flat()
    case 'block':
      return expression.parts
    case 'sum':
    case 'product':
    case 'quotient':
      return [expression.left, expression.right]
  }
}

/** The symbols that `expression` uses, each once, in the order of first use. */
export function termsOf(expression: Expression): readonly Term[] {
  if (expression.kind === 'term') return [expression.term]
  return [...new Set(partsOf(expression).flatMap(termsOf))]
}

/** The symbols of `expression` where they stand, from left to right. */
export function usesOf(expression: Expression): readonly TermExpression[] {
  return expression.kind === 'term' ? [expression] : partsOf(expression).flatMap(usesOf)
}
