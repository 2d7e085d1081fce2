import { identityMatrix, type RationalMatrix, type RationalVector } from '../core/linear/rational-matrix'
import { equal, isZero, negated, ONE, type Rational, signOf, toNumber } from '../core/numbers/rational'
import { number, texNumber } from './format'
import { DIRECTIONS, expansion, type Product } from './outer'
import { explained, type SymbolRole, struck, symbol } from './symbols'

/** Fractions with larger denominators are written as decimals. */
const MOST_DENOMINATOR = 9999n

/** Products of an expansion that stand in one line of a formula. */
const PER_LINE = 3

/** Expansions of more products show only what survives, and say how many vanish. */
const MOST_PRODUCTS = 48

/** A matrix of the room: its letter, its role, and the marks of its cells, `k-ca` for row u_c and column u_a of K. */
export interface MapName {
  readonly letter: 'K' | 'Q' | 'V'
  readonly role: SymbolRole
}

/** `x` as TeX: `2`, `-\tfrac{1}{3}`, or a decimal where the fraction is unwieldy. */
export function texRational(x: Rational): string {
  if (x.denominator === 1n || x.denominator > MOST_DENOMINATOR) return texNumber(toNumber(x))
  const size = signOf(x) < 0 ? negated(x) : x
  return `${signOf(x) < 0 ? '-' : ''}\\tfrac{${size.numerator}}{${size.denominator}}`
}

/** `x` for interface text: `2`, `−1/3`, or a decimal where the fraction is unwieldy. */
export function rationalText(x: Rational): string {
  if (x.denominator === 1n || x.denominator > MOST_DENOMINATOR) return number(toNumber(x))
  return `${x.numerator}/${x.denominator}`.replace('-', '−')
}

/** TeX of a direction, `u_a`. */
export const direction = (index: number) => `u_${DIRECTIONS[index]}`

/** TeX of the mark of a cell: `k-ca`. */
export function cellMark({ letter }: Pick<MapName, 'letter'>, row: number, column: number): string {
  return `${letter.toLowerCase()}-${DIRECTIONS[row]}${DIRECTIONS[column]}`
}

/** TeX of a sum of terms with coefficients: `u_b - \tfrac12 u_c`, `0` for none. */
export function sumTex(terms: readonly (readonly [coefficient: Rational, tex: string])[]): string {
  const written = terms.filter(([coefficient]) => !isZero(coefficient))
  if (written.length === 0) return '0'
  return written
    .map(([coefficient, tex], i) => `${signTex(coefficient, i === 0)}${sizeTex(coefficient)}${tex}`)
    .join('')
}

/** TeX of `Σ_r v_r u_r`. */
export const compositionTex = (v: RationalVector): string => sumTex(v.map((x, r) => [x, direction(r)]))

/** TeX of `Σ_r v_r u_r` as a factor: in parentheses unless it is a single direction, or 0. */
export function factorTex(v: RationalVector, role: SymbolRole = 'plain'): string {
  const tex = compositionTex(v)
  const coloured = symbol(role, tex)
  return /[ -]|\\|\d./.test(tex) ? `(${coloured})` : coloured
}

/** TeX of the matrix as a sum of outer products: `\beta^{-2}(u_c u_a^\top + …)`, `I`, `0`. */
export function outerTex(matrix: RationalMatrix, name?: MapName): string {
  if (sameCoefficients(matrix, identityMatrix(matrix.length))) return 'I'
  const terms = matrix.flatMap((cells, r) =>
    cells.map((x, s) => {
      const tex = `${direction(r)}${direction(s)}^{\\top}`
      return [x, name ? symbol(name.role, tex, cellMark(name, r, s)) : tex] as const
    }),
  )
  const count = terms.filter(([x]) => !isZero(x)).length
  if (count === 0) return '0'
  return count === 1 ? `\\beta^{-2}${bracketed(sumTex(terms))}` : `\\beta^{-2}\\bigl(${sumTex(terms)}\\bigr)`
}

/**
 * TeX lines of `M x`, for an aligned block after `left`: `M(u_d + u_b)`, then every product with the vanishing ones
 * struck out, then the result.
 */
export function expansionLines(
  left: string,
  matrix: RationalMatrix,
  x: RationalVector,
  name: MapName,
): readonly string[] {
  const { products, result } = expansion(matrix, x)
  const survivors = products.filter(({ vanishes }) => !vanishes)
  const all = products.length <= MOST_PRODUCTS
  const shown = all ? products : survivors
  const letter = symbol(name.role, name.letter)
  const head = `${left} &= ${letter}${parenthesised(compositionTex(x))}`
  const value = `= ${symbol(name.role, compositionTex(result))}`
  if (products.length === 0) return [`${head} ${value}`]
  const terms = shown.map((product, i) => productTex(product, name, i === 0))
  const rows = chunks(terms, PER_LINE).map((row) => row.join(' '))
  const note = all ? '' : `\\quad\\text{(${products.length - survivors.length} products vanish)}`
  if (rows.length === 0) return [head, `&= \\beta^{-2}\\cdot 0${note} ${value}`]
  const body = rows.map((row, i) => {
    const open = i === 0 ? '= \\beta^{-2}\\bigl(' : '\\qquad '
    return `&${open}${row}${i === rows.length - 1 ? `\\bigr)${note}` : ''}`
  })
  return [head, ...body, `&${value}`]
}

/** One product, `u_c(u_a^⊤u_d)`: struck out where it vanishes, with the reason behind it. */
function productTex(
  { row, column, of, coefficient, vanishes }: Product,
  name: MapName,
  first: boolean,
): string {
  const inner = explained(
    `product-${DIRECTIONS[column]}-${DIRECTIONS[of]}`,
    `${direction(column)}^{\\top}${direction(of)}`,
  )
  const tex = symbol(
    vanishes ? 'plain' : name.role,
    `${sizeTex(coefficient)}${direction(row)}(${inner})`,
    cellMark(name, row, column),
  )
  return `${signTex(coefficient, first)}${vanishes ? struck(tex) : tex}`
}

const signTex = (x: Rational, first: boolean) => (signOf(x) < 0 ? (first ? '-' : ' - ') : first ? '' : ' + ')

/**
 * The size of a coefficient in front of what it multiplies: nothing for 1. No space after it, since KaTeX counts spaces
 * as macros, and a page allows a formula only so many.
 */
function sizeTex(x: Rational): string {
  const size = signOf(x) < 0 ? negated(x) : x
  return equal(size, ONE) ? '' : texRational(size)
}

const parenthesised = (tex: string) => (/[ +-]/.test(tex.slice(1)) ? `(${tex})` : `\\,${tex}`)

const bracketed = (tex: string) => (tex.startsWith('-') ? `(${tex})` : tex)

const sameCoefficients = (a: RationalMatrix, b: RationalMatrix) =>
  a.every((row, r) => row.every((x, s) => equal(x, b[r][s])))

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
