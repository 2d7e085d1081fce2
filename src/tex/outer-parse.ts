import {
  exactMatMul,
  exactScaled,
  exactSum,
  exactTranspose,
  identityMatrix,
  type RationalMatrix,
} from '../core/linear/rational-matrix'
import { readNumber } from '../core/numbers/number-text'
import { isZero, ONE, over, type Rational, rational, rationalOf, times, ZERO } from '../core/numbers/rational'
import { DIRECTIONS } from './outer'
import { exponentOf, OuterError, outerTokens, type Token, type TokenKind } from './outer-tokens'

/** The coefficients that a text stands for, or what is wrong with it and at which character. */
export type ParsedOuter =
  | { readonly ok: true; readonly coefficients: RationalMatrix }
  | { readonly ok: false; readonly message: string; readonly at: number }

/**
 * Reads a linear map written as a sum of outer products, such as `\beta^{-2}(u_b u_b^\top - u_c u_c^\top)`, also in
 * Unicode or ASCII, and gives its coefficients `M_rs` of `β⁻²u_r u_sᵀ`; shape [d, d], exact.
 *
 * A grammar of its own: numbers and fractions, powers of β, the directions, I, sums, products and transposes.
 * Whatever is multiplied out before or after, the text must have the dimension of a linear map.
 *
 * @param d - number of directions, from 1 to 8
 * @see notes 1(e)ii
 */
export function parseOuter(text: string, d: number): ParsedOuter {
  try {
    return { ok: true, coefficients: mapOf(new Parser(outerTokens(text), d).whole(), d) }
  } catch (error) {
    if (error instanceof OuterError) return { ok: false, message: error.message, at: error.at }
    throw error
  }
}

/** A table of coefficients over the directions, times a power of β. Columns are d×1, rows 1×d, numbers 1×1. */
interface Value {
  readonly entries: RationalMatrix
  readonly beta: number
  readonly at: number
}

const MAX_DEPTH = 40
const MAX_POWER = 9
const STARTS: readonly TokenKind[] = ['number', 'beta', 'vector', 'identity', 'fraction', '(']

class Parser {
  private place = 0
  private depth = 0
  private readonly tokens: readonly Token[]
  private readonly d: number

  constructor(tokens: readonly Token[], d: number) {
    this.tokens = tokens
    this.d = d
  }

  whole(): Value {
    const value = this.sum()
    if (this.next.kind !== 'end')
      throw new OuterError(`“${this.next.text}” was not expected here.`, this.next.at)
    return value
  }

  private get next(): Token {
    return this.tokens[this.place]
  }

  private take(): Token {
    return this.tokens[this.place++]
  }

  private sum(): Value {
    const opposite = this.sign()
    let total = this.product()
    if (opposite) total = negative(total)
    while (this.next.kind === '+' || this.next.kind === '-') {
      const opposed = this.sign()
      const term = this.product()
      total = added(total, opposed ? negative(term) : term)
    }
    return total
  }

  /** Takes the signs that stand here; true where they make a minus. */
  private sign(): boolean {
    let minus = false
    while (this.next.kind === '+' || this.next.kind === '-') minus = (this.take().kind === '-') !== minus
    return minus
  }

  private product(): Value {
    let value = this.factor()
    for (;;) {
      const { kind } = this.next
      if (kind === '/') {
        this.take()
        value = divided(value, this.factor())
      } else if (kind === '*') {
        this.take()
        value = multiplied(value, this.factor(), this.d)
      } else if (STARTS.includes(kind)) value = multiplied(value, this.factor(), this.d)
      else return value
    }
  }

  private factor(): Value {
    const first = this.next
    let value = this.atom()
    for (;;) {
      if (this.next.kind === 'transpose') {
        this.take()
        value = { ...value, entries: exactTranspose(value.entries) }
      } else if (this.next.kind === 'power') value = raised(value, first, this.take())
      else return value
    }
  }

  private atom(): Value {
    const token = this.take()
    const { kind, at, content } = token
    if (kind === 'number') return scalar(numberOf(token), 0, at)
    if (kind === 'beta') return scalar(ONE, 1, at)
    if (kind === 'identity') return { entries: identityMatrix(this.d), beta: -2, at }
    if (kind === 'vector') return { entries: this.direction(content, at), beta: 0, at }
    if (kind === 'fraction') return this.fraction()
    if (kind === '(') return this.inside(token)
    throw new OuterError(
      kind === 'end' ? 'The expression ends too early.' : `“${token.text}” was not expected here.`,
      at,
    )
  }

  /** Numerator and denominator: in braces, or two digits as in `\frac12`. */
  private fraction(): Value {
    const { kind, content, at } = this.next
    if (kind !== 'number' || !/^\d\d$/.test(content)) return divided(this.argument(), this.argument())
    this.take()
    const [numerator, denominator] = Array.from(content, (digit) => scalar(rationalOf(Number(digit)), 0, at))
    return divided(numerator, denominator)
  }

  private argument(): Value {
    const token = this.take()
    if (token.kind === '(') return this.inside(token)
    if (token.kind === 'number') return scalar(numberOf(token), 0, token.at)
    throw new OuterError('A fraction needs a numerator and a denominator in braces.', token.at)
  }

  private inside(open: Token): Value {
    if (++this.depth > MAX_DEPTH) throw new OuterError('Too many parentheses inside each other.', open.at)
    const value = this.sum()
    if (this.next.kind !== ')') throw new OuterError('This parenthesis is not closed.', open.at)
    this.take()
    this.depth--
    return { ...value, at: open.at }
  }

  private direction(letter: string, at: number): RationalMatrix {
    const index = (DIRECTIONS as readonly string[]).indexOf(letter)
    if (index < this.d) return Array.from({ length: this.d }, (_, r) => [r === index ? ONE : ZERO])
    throw new OuterError(
      `There is no u_${letter} here: the directions are u_a … u_${DIRECTIONS[this.d - 1]}.`,
      at,
    )
  }
}

/** The coefficients of a value that is a linear map. */
function mapOf({ entries, beta, at }: Value, d: number): RationalMatrix {
  if (entries.flat().every(isZero))
    return Array.from({ length: d }, () => Array.from({ length: d }, () => ZERO))
  if (entries.length !== d || entries[0].length !== d) {
    throw new OuterError(`This is ${shapeName(entries)}, not a matrix: it takes products like u_a u_b⊤.`, at)
  }
  if (beta === -2) return entries
  throw new OuterError(
    beta === 0
      ? 'β⁻² is missing: without it this matrix is β² times too large.'
      : `This is ${betaName(beta)} times outer products; a matrix of this room is β⁻² times outer products.`,
    at,
  )
}

const betaName = (power: number) => (power === 1 ? 'β' : `β to the power ${String(power).replace('-', '−')}`)

const scalar = (x: Rational, beta: number, at: number): Value => ({ entries: [[x]], beta, at })

function numberOf({ content, text, at }: Token): Rational {
  if (content === '½') return rational(1n, 2n)
  const read = readNumber(content.replaceAll(/~|\\[,:;! ]/g, ' ').replaceAll('{,}', ','))
  if (!read.ok) throw new OuterError(`${read.advice || `“${text}” is not a number`}.`, at)
  if (Number.isFinite(read.value)) return rationalOf(read.value)
  throw new OuterError(`${text} is too large.`, at)
}

const isScalar = ({ entries }: Value) => entries.length === 1 && entries[0].length === 1

const isNothing = ({ entries }: Value) => entries.flat().every(isZero)

const negative = (value: Value): Value => ({
  ...value,
  entries: value.entries.map((row) => exactScaled(row, rational(-1n))),
})

function added(a: Value, b: Value): Value {
  if (isNothing(b) && isScalar(b)) return a
  if (isNothing(a) && isScalar(a)) return b
  if (a.entries.length !== b.entries.length || a.entries[0].length !== b.entries[0].length) {
    throw new OuterError(`${shapeName(a.entries)} and ${shapeName(b.entries)} cannot be added.`, b.at)
  }
  if (a.beta !== b.beta) {
    throw new OuterError('The terms of this sum have different powers of β in front.', b.at)
  }
  return { ...a, entries: a.entries.map((row, r) => exactSum(row, b.entries[r])) }
}

/** The matrix product; orthogonal directions of norm β make a contraction over them β² times the coefficients'. */
function multiplied(a: Value, b: Value, d: number): Value {
  const beta = a.beta + b.beta
  if (isScalar(a))
    return { ...b, at: a.at, beta, entries: b.entries.map((row) => exactScaled(row, a.entries[0][0])) }
  if (isScalar(b)) return { ...a, beta, entries: a.entries.map((row) => exactScaled(row, b.entries[0][0])) }
  const inner = a.entries[0].length
  if (inner !== b.entries.length) {
    throw new OuterError(
      `${shapeName(a.entries)} times ${shapeName(b.entries)} has no meaning; transpose one.`,
      b.at,
    )
  }
  return {
    entries: exactMatMul(a.entries, b.entries),
    beta: inner === d && d > 1 ? beta + 2 : beta,
    at: a.at,
  }
}

function divided(a: Value, b: Value): Value {
  if (!isScalar(b)) throw new OuterError(`Division by ${shapeName(b.entries)} has no meaning.`, b.at)
  if (isNothing(b)) throw new OuterError('Division by 0.', b.at)
  const inverse = over(ONE, b.entries[0][0])
  return { ...a, beta: a.beta - b.beta, entries: a.entries.map((row) => exactScaled(row, inverse)) }
}

/** Only what is written as one number or β has powers, so that no tower of them can grow. */
function raised(value: Value, base: Token, power: Token): Value {
  const exponent = exponentOf(power)
  if (base.kind !== 'beta' && base.kind !== 'number') {
    throw new OuterError('Only β and numbers are raised to powers here.', power.at)
  }
  if (Math.abs(exponent) > MAX_POWER) throw new OuterError(`Powers go up to ${MAX_POWER} here.`, power.at)
  const factor = exponent < 0 ? divided(scalar(ONE, 0, value.at), value) : value
  return Array.from({ length: Math.abs(exponent) }).reduce<Value>(
    (product) => ({
      ...product,
      beta: product.beta + factor.beta,
      entries: [[times(product.entries[0][0], factor.entries[0][0])]],
    }),
    scalar(ONE, 0, value.at),
  )
}

function shapeName(entries: RationalMatrix): string {
  if (entries.length === 1) return entries[0].length === 1 ? 'a number' : 'a row vector'
  return entries[0].length === 1 ? 'a vector' : 'a matrix'
}
