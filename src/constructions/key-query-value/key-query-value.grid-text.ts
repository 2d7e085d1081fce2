import type { Matrix } from '../../core/linear/linalg'
import { rationalOf } from '../../core/numbers/rational'
import { DIRECTIONS } from '../../tex/outer'
import type { RoomAnswer } from '../exercises/exercise'

const GRIDS = { K: 'keyMatrix', Q: 'queryMatrix', V: 'valueMatrix' } as const

/** The matrices in the grids of the room as an answer to its question, which is about four directions. */
export const gridAnswer: RoomAnswer = {
  label: 'Take the grids of the K·Q·V room',
  read(params) {
    const grids = Object.entries(GRIDS).map(([letter, name]) => [letter, params[name] as Matrix] as const)
    return grids.every(([, grid]) => grid.length === 4)
      ? { texts: Object.fromEntries(grids.map(([letter, grid]) => [letter, gridText(grid)])) }
      : { refused: 'The room has other tokens at the moment: the question is about four directions.' }
  },
}

/** Unwieldy fractions are written as decimals. */
const MOST_DENOMINATOR = 9999n

/**
 * A table of coefficients of the room of K, Q and V as an answer is written: `M_rs` multiplies `β⁻² u_r u_sᵀ`.
 *
 * @param table - shape [d, d], d ≤ 8
 */
function gridText(table: Matrix): string {
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
