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
  rational,
  rationalOf,
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

  test('what is no number is refused by name', () => {
    expect(() => rationalOf(Number.NaN)).toThrow('rationalOf: expected a finite number, got NaN')
    expect(() => rational(1n, 0n)).toThrow('rational: expected a denominator other than 0, got 0')
    expect(() => over(ONE, ZERO)).toThrow(RangeError)
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
