import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  dependency,
  dualBasis,
  echelon,
  exactDot,
  exactMatVec,
  exactScaled,
  exactSum,
  nullSpace,
  type RationalVector,
  rank,
  rationalMatrix,
  sameVector,
} from '../../src/core/linear/rational-matrix'
import {
  equal,
  isZero,
  minus,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
  signOf,
  times,
  toNumber,
  ZERO,
} from '../../src/core/numbers/rational'

const whole = fc.integer({ min: -9, max: 9 })
const fraction = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }))
const rationals = fraction.map(([p, q]) => rational(BigInt(p), BigInt(q)))
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(whole, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('fractions', () => {
  test.prop([fraction])('a float64 gives back the fraction it was made of', ([p, q]) => {
    expect(equal(rationalOf(p / q), rational(BigInt(p), BigInt(q)))).toBe(true)
  })

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])('no digit of a float64 is lost', (x) => {
    expect(toNumber(rationalOf(x))).toBe(x + 0)
  })

  test.prop([rationals, rationals, rationals])('arithmetic is that of a field', (a, b, c) => {
    expect(equal(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true)
    expect(equal(minus(plus(a, b), b), a)).toBe(true)
    if (!isZero(b)) expect(equal(times(over(a, b), b), a)).toBe(true)
  })

  test('tenths add up', () => {
    const sum = [0.1, 0.2, -0.3].map(rationalOf).reduce(plus)
    expect(equal(sum, ZERO)).toBe(true)
    expect(equal(rationalOf(1 / 3), rational(1n, 3n))).toBe(true)
  })

  test.each([
    [0, 1],
    [3, 5],
    [-7, 2],
    [1, 999_983],
    [123_456.5, 1],
  ])('%d/%d, read and divided, is in lowest terms', (p, q) => {
    const { numerator, denominator } = over(rationalOf(p), rationalOf(q))
    expect(Number(numerator) / Number(denominator)).toBe(p / q)
    expect(over(rationalOf(3 * p), rationalOf(-3 * q))).toEqual({ numerator: -numerator, denominator })
  })

  // 1 000 003 is prime, so the fraction itself is no decimal.
  test.each([
    [1 / 1_000_003, { numerator: 999_997_000_009n, denominator: 10n ** 18n }],
    [1 / 1e6, { numerator: 1n, denominator: 1_000_000n }],
    [999_999 / 1e6, { numerator: 999_999n, denominator: 1_000_000n }],
    [2.5e-9, { numerator: 1n, denominator: 400_000_000n }],
    [5e-324, { numerator: 1n, denominator: 2n * 10n ** 323n }],
    [-1e22, { numerator: -(10n ** 22n), denominator: 1n }],
    [2 ** 52 - 0.5, { numerator: 2n ** 53n - 1n, denominator: 2n }],
  ])('%d is read with a denominator up to a million, or as the decimal that it is', (x, expected) => {
    expect(rationalOf(x)).toEqual(expected)
  })

  test('a sign, equality and being 0 are those of the fraction', () => {
    const [third, half] = [rational(1n, 3n), rational(1n, 2n)]
    expect([rational(-1n, 3n), ZERO, third, rational(2n, -3n)].map(signOf)).toEqual([-1, 0, 1, -1])
    expect([rational(-1n, 3n), ZERO, third].map(isZero)).toEqual([false, true, false])
    expect(equal(third, rational(-2n, -6n))).toBe(true)
    for (const other of [half, rational(2n, 3n), rational(-1n, 3n), ZERO])
      expect(equal(third, other)).toBe(false)
  })

  test('what is no number is refused by name', () => {
    expect(() => rationalOf(Number.NaN)).toThrow('rationalOf: expected a finite number, got NaN')
    expect(() => rational(1n, 0n)).toThrow('rational: expected a denominator other than 0, got 0')
    expect(() => over(ONE, ZERO)).toThrow(RangeError)
  })
})

describe('the nearest float64', () => {
  const mirrored = ({ numerator, denominator }: Rational) => rational(-numerator, denominator)
  const safe = fc.maxSafeInteger()

  test.prop([safe, safe.filter((q) => q !== 0)])('of small numbers is their quotient', (p, q) => {
    expect(toNumber(rational(BigInt(p), BigInt(q)))).toBe(p / q + 0)
  })

  // Division by a power of two loses nothing, so the nearest number is that of the numerator.
  test.prop([fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), fc.integer({ min: 0, max: 300 })])(
    'over powers of two is that of the numerator',
    (p, k) => {
      expect(toNumber(rational(p, 2n ** BigInt(k)))).toBe(Number(p) / 2 ** k)
    },
  )

  const tie = 2n ** 53n + 1n
  test.each([
    ['half way between two numbers, the even one', tie, 1n, 2 ** 53],
    ['half way again, the even one above', tie + 2n, 1n, 2 ** 53 + 4],
    ['the least bit above half way, the one above', tie * 10n ** 40n + 1n, 10n ** 40n, 2 ** 53 + 2],
    ['the least bit below half way, the one below', tie * 10n ** 40n - 1n, 10n ** 40n, 2 ** 53],
    ['beyond all', 10n ** 400n, 3n, Infinity],
    ['of large over large', 7n * 10n ** 400n, 2n * 10n ** 400n, 3.5],
    ['of what is smaller than all', 1n, 10n ** 400n, 0],
    ['of the least there is', 1n, 2n ** 1074n, 2 ** -1074],
    ['of the largest there is', (2n ** 53n - 1n) * 2n ** 971n, 1n, Number.MAX_VALUE],
  ])('is, %s, on both sides of 0', (_, p, q, nearest) => {
    expect(toNumber(rational(p, q))).toBe(nearest)
    expect(toNumber(mirrored(rational(p, q)))).toBe(-nearest)
  })
})

describe('elimination', () => {
  test.prop([table])('rank and null space add up to the columns, and the null space is one', (cells) => {
    const matrix = rationalMatrix(cells)
    const kernel = nullSpace(matrix)
    expect(rank(matrix) + kernel.length).toBe(cells[0].length)
    for (const v of kernel) expect(exactMatVec(matrix, v).every(isZero)).toBe(true)
    expect(echelon(matrix).rows).toHaveLength(rank(matrix))
  })

  test.prop([table])('rows are independent, or a dependency says how not', (cells) => {
    const rows = rationalMatrix(cells)
    const found = dependency(rows)
    expect(found === undefined).toBe(rank(rows) === rows.length)
    if (!found) return
    const sum = rows
      .map((row, i) => exactScaled(row, found[i]))
      .reduce<RationalVector>(
        exactSum,
        rows[0].map(() => ZERO),
      )
    expect(sum.every(isZero)).toBe(true)
    expect(found.some((x) => equal(x, ONE))).toBe(true)
  })

  test.prop([table])('the dual basis reads coordinates off', (cells) => {
    const rows = rationalMatrix(cells)
    if (rank(rows) < rows.length) {
      expect(() => dualBasis(rows)).toThrow(RangeError)
      return
    }
    for (const [i, dual] of dualBasis(rows).entries()) {
      const products = rows.map((row) => exactDot(dual, row))
      expect(
        sameVector(
          products,
          rows.map((_, j) => (i === j ? ONE : ZERO)),
        ),
      ).toBe(true)
      expect(rank([...rows, dual])).toBe(rows.length)
    }
  })
})
