import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import * as linalg from '../../src/core/linear/linalg'

const {
  add,
  basis,
  binade,
  dot,
  identity,
  matMul,
  matVec,
  mean,
  norm,
  outer,
  scaled,
  subtract,
  sum,
  transpose,
  vecMat,
} = linalg

const whole = (bound: number) => fc.integer({ min: -bound, max: bound })
const pairs = (bound: number) => fc.array(fc.tuple(whole(bound), whole(bound)), { maxLength: 40 })
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(whole(999), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })
const LARGEST = Number.MAX_VALUE

describe('dot', () => {
  test.prop([pairs(2 ** 52)])('is within its bound of the exact product', (entries) => {
    const [a, b] = [entries.map(([x]) => x), entries.map(([, y]) => y)]
    const products = entries.map(([x, y]) => BigInt(x) * BigInt(y))
    const exact = products.reduce((s, x) => s + x, 0n)
    const size = products.reduce((s, x) => s + (x < 0n ? -x : x), exact < 0n ? -exact : exact)
    const error = BigInt(dot(a, b)) - exact
    expect(Math.abs(Number(error))).toBeLessThanOrEqual(Number(size) * 2 ** -53 * (1 + 1e-12))
  })

  test.prop([pairs(1e6)])('is symmetric', (entries) => {
    const [a, b] = [entries.map(([x]) => x), entries.map(([, y]) => y)]
    expect(dot(a, b)).toBe(dot(b, a))
  })

  test('overflows only with the true value', () => {
    expect(dot([1e200, 1e200], [1e200, -1e200])).toBe(0)
    expect(dot([1e200, 1e200, 1], [1e200, -1e200, 1e300])).toBe(1e300)
    expect(dot([LARGEST, LARGEST], [1, -1])).toBe(0)
    expect(dot([LARGEST, LARGEST, -LARGEST], [1, 1, 1])).toBe(LARGEST)
    expect(dot([1e308, 1e308, 1e308], [-1, -1, 1])).toBe(-1e308)
    expect(dot([1e200], [1e200])).toBe(Infinity)
    expect(dot([1e200], [-1e200])).toBe(-Infinity)
  })

  test('the empty product is 0', () => {
    expect(dot([], [])).toBe(0)
  })
})

describe('sum', () => {
  test.prop([fc.array(whole(2 ** 52), { maxLength: 60 })])('is the exact sum, rounded', (v) => {
    expect(sum(v)).toBe(Number(v.reduce((s, x) => s + BigInt(x), 0n)))
  })

  test('keeps what cancellation would lose, in any order', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum(Array<number>(1e6).fill(0.1))).toBe(1e5)
  })

  test('overflows only with the true value', () => {
    expect(sum([LARGEST, LARGEST, -LARGEST])).toBe(LARGEST)
    expect(sum([-1e308, -1e308, 1e308])).toBe(-1e308)
    expect(sum([1e308, 1e308])).toBe(Infinity)
  })

  test('the empty sum is 0', () => {
    expect(sum([])).toBe(0)
  })
})

describe('norm', () => {
  test('of Pythagorean vectors is exact in every unit', () => {
    for (const unit of [1, 2 ** -1074, 2 ** -600, 2 ** 600, 2 ** 1000]) {
      expect(norm([3 * unit, 4 * unit])).toBe(5 * unit)
      expect(norm([2 * unit, -3 * unit, 6 * unit])).toBe(7 * unit)
    }
    expect(norm([LARGEST, 0])).toBe(LARGEST)
    expect(norm([0, 0])).toBe(0)
    expect(norm([])).toBe(0)
  })

  test.prop([fc.array(fc.double({ noNaN: true, min: -1e307, max: 1e307 }), { maxLength: 9 })])(
    'agrees with Math.hypot',
    (v) => {
      const wanted = Math.hypot(...v)
      expect(Math.abs(norm(v) - wanted)).toBeLessThanOrEqual(1e-15 * wanted + Number.MIN_VALUE)
    },
  )
})

test.prop([fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 5 })])(
  'binade is the power of two that the largest entry is 1 to 2 of',
  (v) => {
    const size = Math.max(...v.map(Math.abs))
    fc.pre(size > 0)
    const unit = binade(v)
    expect(Math.log2(unit)).toBe(Math.round(Math.log2(unit)))
    expect(size / unit).toBeGreaterThanOrEqual(1)
    expect(size / unit).toBeLessThan(2)
  },
)

describe('vectors', () => {
  test('add, subtract, scaled', () => {
    expect(add([1, 2], [3, -4])).toEqual([4, -2])
    expect(subtract([1, 2], [3, -4])).toEqual([-2, 6])
    expect(scaled([1, -2], 3)).toEqual([3, -6])
  })

  test('mean, also of vectors whose sum overflows', () => {
    expect(
      mean([
        [1, 5],
        [3, -1],
      ]),
    ).toEqual([2, 2])
    expect(
      mean([
        [1e308, 1],
        [1e308, 2],
      ]),
    ).toEqual([1e308, 1.5])
  })

  test('basis and identity', () => {
    expect(basis(1, 3)).toEqual([0, 1, 0])
    expect(identity(2)).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
})

describe('matrices', () => {
  test.prop([matrix(3, 2), matrix(2, 4), fc.array(whole(999), { minLength: 4, maxLength: 4 })])(
    '(A B) v = A (B v), and (A B)ᵀ = Bᵀ Aᵀ',
    (a, b, v) => {
      expect(matVec(matMul(a, b), v)).toEqual(matVec(a, matVec(b, v)))
      expect(transpose(matMul(a, b))).toEqual(matMul(transpose(b), transpose(a)))
    },
  )

  test.prop([matrix(3, 2)])('the transpose of the transpose, and the identity, give the matrix back', (a) => {
    expect(transpose(transpose(a))).toEqual(a)
    expect(matMul(a, identity(2))).toEqual(a)
    expect(matMul(identity(3), a)).toEqual(a)
  })

  const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), whole(2 ** 52))
  const row = fc.array(cell, { minLength: 2, maxLength: 2 })
  test.prop([fc.array(fc.tuple(cell, row), { maxLength: 30 })])(
    'wᵀ M is Mᵀ w to the last bit, overflow and cancellation included',
    (weighted) => {
      const [w, m] = [weighted.map(([weight]) => weight), weighted.map(([, cells]) => cells)]
      expect(vecMat(w, m)).toEqual(matVec(transpose(m), w))
    },
  )

  test('outer acts as a bᵀ', () => {
    expect(outer([1, 2], [3, 4, 5])).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ])
    expect(matVec(outer([1, 2], [3, 4, 5]), [1, 1, 1])).toEqual([12, 24])
  })
})

describe('what is refused', () => {
  test.each(['dot', 'add', 'subtract'] as const)('%s of vectors of different lengths', (name) => {
    expect(() => linalg[name]([1, 2], [1])).toThrow(
      new RangeError(`${name}: expected equal lengths, got 2 and 1`),
    )
  })

  test('matrices whose rows do not fit', () => {
    const got = 'got length 1 in row 1'
    const ragged = [[1, 2], [3]]
    expect(() => matVec(ragged, [1, 2])).toThrow(new RangeError(`matVec: expected rows of length 2, ${got}`))
    expect(() => vecMat([1, 2], ragged)).toThrow(new RangeError(`vecMat: expected rows of length 2, ${got}`))
    expect(() => vecMat([1], ragged)).toThrow(new RangeError('vecMat: expected equal lengths, got 1 and 2'))
    expect(() => matMul(ragged, [[1], [2]])).toThrow(
      new RangeError(`matMul: expected rows of length 2, ${got}`),
    )
    expect(() => transpose(ragged)).toThrow(new RangeError(`transpose: expected rows of length 2, ${got}`))
    expect(() => mean([])).toThrow(new RangeError('mean: expected a whole number of vectors ≥ 1, got 0'))
  })

  test('numbers that are not finite', () => {
    for (const x of [Number.NaN, Infinity, -Infinity]) {
      const got = `expected finite numbers, got ${x} at index 1`
      expect(() => dot([1, x], [1, 0])).toThrow(new RangeError(`dot: ${got}`))
      expect(() => dot([1, 0], [1, x])).toThrow(new RangeError(`dot: ${got}`))
      expect(() => sum([1, x])).toThrow(new RangeError(`sum: ${got}`))
      expect(() => norm([1, x])).toThrow(new RangeError(`norm: ${got}`))
    }
  })

  test('basis vectors that do not exist', () => {
    expect(() => basis(3, 3)).toThrow(new RangeError('basis: expected a whole index from 0 to 2, got 3'))
    expect(() => basis(0, 0)).toThrow(new RangeError('basis: expected a whole size ≥ 1, got 0'))
    expect(() => identity(1.5)).toThrow(new RangeError('identity: expected a whole size ≥ 1, got 1.5'))
  })
})
