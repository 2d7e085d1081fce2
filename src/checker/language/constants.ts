import { evaluate } from './evaluate'
import { type Expression, partsOf } from './expression'
import { isConstant } from './formula'

/** The largest number, in size, that multiplies something in `expression`: 1000 of `1000 (k_a + k_b)`; 1 where none does. */
export function largestFactor(expression: Expression): number {
  if (isConstant(expression)) return sizeOf(expression)
  if (expression.kind === 'power') return largestFactor(expression.base)
  if (expression.kind === 'call') return 1
  if (expression.kind === 'quotient' && isConstant(expression.right))
    return Math.max(largestFactor(expression.left), 1 / sizeOf(expression.right))
  return Math.max(1, ...partsOf(expression).map(largestFactor))
}

function sizeOf(constant: Expression): number {
  const result = evaluate(constant, () => 0)
  return 'value' in result && typeof result.value === 'number' ? Math.abs(result.value) : 1
}
