import type { Operand } from '../../constructions/exercises/exercise'
import { evaluate } from './evaluate'
import type { Expression } from './expression'

/**
 * What `expression` comes to with every sign made positive, entry by entry at least the size of each term that is added
 * up in it: rounding moves an entry of its value by a small multiple of 2⁻⁵³ times this. Undefined where it is not
 * finite.
 *
 * Divisors, exponents and arguments of functions keep their values: there, sizes would change the result.
 */
export function magnitudeOf(
  expression: Expression,
  operands: (name: string) => Operand,
): Operand | undefined {
  const sized = withoutSigns(expression, (part) => valueAsNumber(part, operands))
  const result = evaluate(sized, (name) => absolute(operands(name)))
  return 'value' in result ? result.value : undefined
}

/** Rewrites sums as sums of sizes; `numberOf` replaces a scalar part by its size. */
function withoutSigns(expression: Expression, numberOf: (part: Expression) => Expression): Expression {
  const inner = (part: Expression) => withoutSigns(part, numberOf)
  switch (expression.kind) {
    case 'number':
      return { ...expression, value: Math.abs(expression.value) }
    case 'term':
      return expression
    case 'negative':
      return inner(expression.of)
    case 'sum':
      return { ...expression, sign: '+', left: inner(expression.left), right: inner(expression.right) }
    case 'product':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) }
    case 'quotient':
      return { ...expression, left: inner(expression.left), right: numberOf(expression.right) }
    case 'power':
      return powerWithoutSigns(expression, inner, numberOf)
    case 'transpose':
      return { ...expression, of: inner(expression.of) }
    case 'call':
      return expression.shape.kind === 'scalar' ? numberOf(expression) : expression
    case 'literal':
      return { ...expression, entries: expression.entries.map((row) => row.map(inner)) }
    case 'block':
      return { ...expression, parts: expression.parts.map(inner) }
  }
}

function powerWithoutSigns(
  expression: Extract<Expression, { kind: 'power' }>,
  inner: (part: Expression) => Expression,
  numberOf: (part: Expression) => Expression,
): Expression {
  if (expression.base.shape.kind === 'scalar') return numberOf(expression)
  return { ...expression, base: inner(expression.base), exponent: numberOf(expression.exponent) }
}

/** The scalar `part` as the number that is the size of its value. */
function valueAsNumber(part: Expression, operands: (name: string) => Operand): Expression {
  const result = evaluate(part, operands)
  const value = 'value' in result && typeof result.value === 'number' ? Math.abs(result.value) : Number.NaN
  return { kind: 'number', value, shape: part.shape, start: part.start, end: part.end }
}

function absolute(x: Operand): Operand {
  if (typeof x === 'number') return Math.abs(x)
  return x.map((entry) => (typeof entry === 'number' ? Math.abs(entry) : entry.map(Math.abs))) as Operand
}
