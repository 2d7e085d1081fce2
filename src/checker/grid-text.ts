import type { Matrix } from '../core/linalg'
import { rationalOf } from '../core/rational'
import { DIRECTIONS } from '../tex/outer'

/** Unwieldy fractions are written as decimals. */
const MOST_DENOMINATOR = 9999n

/**
 * A table of coefficients of the room of K, Q and V as an answer is written: `M_rs` multiplies `β⁻² u_r u_sᵀ`.
 *
 * @param table - shape [d, d], d ≤ 8
 */
export function gridText(table: Matrix): string {
  const terms = table.flatMap((row, r) =>
    row.flatMap((x, s) => (x === 0 ? [] : term(x, `u_${DIRECTIONS[r]}*u_${DIRECTIONS[s]}'`))),
  )
  if (terms.length === 0) return '0*I'
  const [first, ...others] = terms
  const sum = [first.replace('+ ', '').replace('- ', '-'), ...others].join(' ')
  return `beta^-2*(${sum})`
}

function term(x: number, product: string): string {
  const size = sizeText(Math.abs(x))
  return `${x < 0 ? '-' : '+'} ${size === '1' ? '' : `${size}*`}${product}`
}

function sizeText(x: number): string {
  const { numerator, denominator } = rationalOf(x)
  if (denominator === 1n || denominator > MOST_DENOMINATOR) return String(x)
  return `${numerator}/${denominator}`
}
