import type { Expression } from '../checker/language/expression'
import { BINDING, bindingOf } from '../checker/language/print'

/** A term's name in Python, where `lambda` is a word of the language. */
export const numpyName = (name: string) => (name === 'lambda' ? 'lambda_' : name)

/**
 * `expression` in NumPy, with names as {@link numpyName} has them. Columns and rows are both one-dimensional arrays, so
 * a transpose of a vector is not written, `a @ b` is an inner and `np.outer(a, b)` an outer product.
 */
export function numpyOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'term':
      return numpyName(expression.term.name)
    case 'negative':
      return `-${bracketed(expression.of, BINDING.product)}`
    case 'sum':
      return `${numpyOf(expression.left)} ${expression.sign} ${bracketed(expression.right, BINDING.product)}`
    case 'product':
      return product(expression.left, expression.right)
    case 'quotient':
      return `${bracketed(expression.left, BINDING.sign)} / ${bracketed(expression.right, BINDING.power)}`
    case 'power':
      return power(expression.base, expression.exponent)
    case 'transpose':
      return expression.of.shape.kind === 'matrix'
        ? `${bracketed(expression.of, BINDING.atom)}.T`
        : numpyOf(expression.of)
    case 'call':
      return FUNCTIONS[expression.name](numpyOf(expression.of))
    case 'literal':
      return grid(expression)
    case 'block':
      return `np.${expression.of === 'rows' ? 'vstack' : 'column_stack'}([${expression.parts.map(numpyOf).join(', ')}])`
  }
}

const FUNCTIONS = {
  sqrt: (x: string) => `np.sqrt(${x})`,
  exp: (x: string) => `np.exp(${x})`,
  log: (x: string) => `np.log(${x})`,
  abs: (x: string) => `np.abs(${x})`,
  norm: (x: string) => `np.linalg.norm(${x})`,
  softmax: (x: string) => `(lambda s: np.exp(s - s.max()) / np.exp(s - s.max()).sum())(${x})`,
}

function product(left: Expression, right: Expression): string {
  if (left.shape.kind === 'column' && right.shape.kind === 'row')
    return `np.outer(${numpyOf(left)}, ${numpyOf(right)})`
  const sign = left.shape.kind === 'scalar' || right.shape.kind === 'scalar' ? '*' : '@'
  return `${bracketed(left, BINDING.sign)} ${sign} ${bracketed(right, BINDING.power)}`
}

/** Whole numbers of NumPy have no negative powers; floats do. */
function power(base: Expression, exponent: Expression): string {
  if (base.shape.kind === 'matrix') return `np.linalg.matrix_power(${numpyOf(base)}, ${numpyOf(exponent)})`
  return `${bracketed(base, BINDING.atom)} ** ${bracketed(exponent, BINDING.power)}`
}

function grid({ entries, shape }: Extract<Expression, { kind: 'literal' }>): string {
  const rows = entries.map((row) => row.map(numpyOf).join(', '))
  const isVector = shape.kind !== 'matrix'
  return `np.array([${isVector ? rows.join(', ') : rows.map((row) => `[${row}]`).join(', ')}])`
}

/** Vectors lose the mark of their transpose, and with it its binding. */
const bracketed = (expression: Expression, least: number): string => {
  const isUnmarked = expression.kind === 'transpose' && expression.shape.kind !== 'matrix'
  if (isUnmarked) return bracketed(expression.of, least)
  return bindingOf(expression) < least ? `(${numpyOf(expression)})` : numpyOf(expression)
}
