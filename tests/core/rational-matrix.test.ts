import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  commonDenominator,
  dualBasis,
  echelon,
  exactCombination,
  exactMatMul,
  exactMean,
  exactOuterSum,
  exactTranspose,
  identityMatrix,
  nullSpace,
  numericMatrix,
  rank,
  rationalMatrix,
  rationalVector,
  sameVector,
  wholeMultiple,
} from '../../src/core/linear/rational-matrix'
import { isZero, rational, ZERO } from '../../src/core/numbers/rational'

const entry = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -0.25, 1 / 3))
const matrixOf = (rows: number, columns: number) =>
  fc
    .array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    .map(rationalMatrix)
const shape = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
const matrix = shape.chain(([rows, columns]) => matrixOf(rows, columns))

describe('elimination', () => {
  test.prop([matrix])('leaves rows that span the same, led by ones that stand alone', (m) => {
    const { rows, pivots } = echelon(m)
    expect(pivots).toEqual([...new Set(pivots)].toSorted((a, b) => a - b))
    for (const [i, row] of rows.entries()) {
      expect(row.findIndex((x) => !isZero(x))).toBe(pivots[i])
      expect(rows.map((other) => other[pivots[i]])).toEqual(rows.map((_, j) => rational(i === j ? 1n : 0n)))
    }
    expect(rank([...m, ...rows])).toBe(rows.length)
    expect(rank(rows)).toBe(rows.length)
  })

  test('of dependent rows finds no dual basis', () => {
    const message = 'dualBasis: expected independent rows, got dependent ones'
    expect(() =>
      dualBasis(
        rationalMatrix([
          [1, 2],
          [2, 4],
        ]),
      ),
    ).toThrow(message)
  })

  test('of nothing finds nothing', () => {
    expect(echelon([])).toEqual({ rows: [], pivots: [] })
    expect([rank([]), nullSpace([]), exactTranspose([])]).toEqual([0, [], []])
  })

  test('of rows of different lengths is refused', () => {
    const uneven = [rationalVector([1, 2]), rationalVector([3])]
    expect(() => echelon(uneven)).toThrow('echelon: expected rows of length 2, got length 1 in row 1')
  })
})

describe('exact products', () => {
  test.prop([shape.chain(([rows, columns]) => fc.tuple(matrixOf(3, rows), matrixOf(3, columns)))])(
    'of pairs of columns sum to AᵀB',
    ([a, b]) => {
      const pairs = a.map((row, i) => [row, b[i]] as const)
      expect(exactOuterSum(pairs, [a[0].length, b[0].length])).toEqual(exactMatMul(exactTranspose(a), b))
    },
  )

  test.prop([matrix])('with the identity change nothing', (m) => {
    expect(exactMatMul(identityMatrix(m.length), m)).toEqual(m)
    expect(exactMatMul(m, identityMatrix(m[0].length))).toEqual(m)
    expect(rationalMatrix(numericMatrix(m))).toEqual(m)
  })

  test.prop([matrix])('of coefficients and rows are combinations', (m) => {
    const coefficients = m.map((_, i) => rational(BigInt(i) - 2n, 3n))
    expect([exactCombination(coefficients, m)]).toEqual(exactMatMul([coefficients], m))
  })

  test('of no pairs are 0, and a mean is a sum of equal parts', () => {
    expect(exactOuterSum([], [1, 2])).toEqual([[ZERO, ZERO]])
    expect(
      exactMean(
        rationalMatrix([
          [1, 2],
          [2, 0],
          [3, 0.5],
        ]),
      ),
    ).toEqual([rational(2n), rational(5n, 6n)])
  })
})

test('the least whole multiple is that of the common denominator', () => {
  const v = rationalVector([1 / 6, -0.25, 3])
  expect(commonDenominator(v)).toBe(12n)
  expect(wholeMultiple(v)).toEqual([2n, -3n, 36n])
})

test('vectors are the same only in every entry', () => {
  const v = rationalVector([1, 2])
  expect(sameVector(v, rationalVector([1, 2]))).toBe(true)
  expect(sameVector(v, rationalVector([1, 3]))).toBe(false)
  expect(sameVector(v, rationalVector([0, 2]))).toBe(false)
})
