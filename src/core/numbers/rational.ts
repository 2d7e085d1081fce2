import { expectFinite, refuse } from './expect'

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Denominators up to here are looked for behind a float64: two such fractions are at least 1e−12 apart. */
const MOST_DENOMINATOR = 1_000_000

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

export const ZERO: Rational = { numerator: 0n, denominator: 1n }
export const ONE: Rational = { numerator: 1n, denominator: 1n }

/**
 * The fraction `numerator / denominator` in lowest terms.
 *
 * @throws {RangeError} if the denominator is 0
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator }
  if (denominator === 0n) refuse('rational', 'a denominator other than 0', denominator)
  const common = greatestCommonDivisor(numerator, denominator)
  const divisor = denominator < 0n ? -common : common
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/**
 * The fraction that a person who wrote `x` meant: the one with denominator ≤ 10⁶ that rounds to `x` if there is
 * one, as 1/3 for 0.3333333333333333, otherwise the shortest decimal that reads as `x`. Exact either way:
 * {@link toNumber} gives `x` back.
 *
 * @throws {RangeError} if `x` is NaN or infinite
 */
export function rationalOf(x: number): Rational {
  expectFinite('rationalOf', 'number', x)
  return simpleFraction(x) ?? decimal(x)
}

/** The float64 nearest to `r`; the last bit may be off only where that is a denormal. */
export function toNumber({ numerator, denominator }: Rational): number {
  // Nearly every fraction of a room, ten times as fast: a drag asks for hundreds in a frame.
  if (numerator <= SAFE && numerator >= -SAFE && denominator <= SAFE)
    return Number(numerator) / Number(denominator)
  return numerator < 0n ? -rounded(-numerator, denominator) : rounded(numerator, denominator)
}

/** Sum `a + b`. */
export function plus(a: Rational, b: Rational): Rational {
  if (a.numerator === 0n) return b
  if (b.numerator === 0n) return a
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

/** Difference `a − b`. */
export function minus(a: Rational, b: Rational): Rational {
  return plus(a, negated(b))
}

/** Product `a b`. */
export function times(a: Rational, b: Rational): Rational {
  if (a.numerator === 0n || b.numerator === 0n) return ZERO
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

/**
 * Quotient `a / b`.
 *
 * @throws {RangeError} if `b` is 0
 */
export function over(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Opposite `−a`. */
export function negated({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator }
}

/** −1, 0 or 1. */
export function signOf({ numerator }: Rational): number {
  return numerator === 0n ? 0 : numerator > 0n ? 1 : -1
}

/** Whether `a` is 0. */
export const isZero = ({ numerator }: Rational): boolean => numerator === 0n

/** Whether `a` and `b` are the same number; a fraction in lowest terms is unique. */
export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** By continued fractions: their convergents are the best approximations for their denominators. */
function simpleFraction(x: number): Rational | undefined {
  let [before, now] = [
    [0, 1],
    [1, 0],
  ]
  for (let rest = Math.abs(x); ; rest = 1 / (rest - Math.floor(rest))) {
    const whole = Math.floor(rest)
    const next = [whole * now[0] + before[0], whole * now[1] + before[1]]
    if (next[1] > MOST_DENOMINATOR) return undefined
    if (next[0] / next[1] === Math.abs(x)) return rational(BigInt(Math.sign(x) * next[0]), BigInt(next[1]))
    ;[before, now] = [now, next]
  }
}

/** Of an `x` that is not whole: there are digits behind the point. */
function decimal(x: number): Rational {
  const [mantissa, exponent] = x.toExponential().split('e')
  const [whole, fraction = ''] = mantissa.split('.')
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length - Number(exponent)))
}

/** Of numbers ≥ 0: about 64 bits of the quotient, the last one telling whether anything follows, then the power of two. */
function rounded(numerator: bigint, denominator: bigint): number {
  const shift = bits(denominator) - bits(numerator) + 64
  const [above, below] = [numerator << BigInt(Math.max(0, shift)), denominator << BigInt(Math.max(0, -shift))]
  const quotient = above / below
  const isExact = quotient * below === above
  // In two steps, as one power of two may itself be out of range.
  const half = Math.trunc(shift / 2)
  return Number(isExact ? quotient : quotient | 1n) * 2 ** -half * 2 ** (half - shift)
}

const bits = (n: bigint) => n.toString(16).length * 4

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small !== 0n) [large, small] = [small, large % small]
  return large < 0n ? -large : large
}
