import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { fullPrecision, number, shortNumber, texEquals, texNumber } from '../../src/tex/format'
import { texProblem } from '../contract/typeset'

const thin = '\u2009'
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

/** The number that `text` for the interface shows. */
const shownBy = (text: string) => Number(text.replaceAll(thin, '').replaceAll('−', '-'))

describe('for the interface', () => {
  test.each([
    [0.499_334_5, '0.49933'],
    [1 / 3, '0.33333'],
    [0.5, '0.5'],
    [0.01, '0.01'],
    [0.001, '0.001'],
    [0.000_999, '9.99e−4'],
    [0.999_95, '0.99995'],
    [0.999_996, '1.0000'],
    [1.675e-4, '1.68e−4'],
    [-1.5e-9, '−1.50e−9'],
    [1e-9, '1e−9'],
    [9.999e-5, '1e−4'],
    [5e-324, '4.94e−324'],
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [-8.694_488, '−8.6945'],
    [1234, '1234'],
    [9999.6, '9999.6'],
    [12_345, `12${thin}345`],
    [-12_345, `−12${thin}345`],
    [1_000_000, `1${thin}000${thin}000`],
    [123_456.789, `123${thin}457`],
    [9_999_999, `9${thin}999${thin}999`],
    [1e7, '1e7'],
    [1.7976931348623157e308, '1.80e308'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, '–'],
  ])('%f is %s', (x, text) => {
    expect(number(x)).toBe(text)
  })

  test.each([
    [2, '0.99'],
    [3, '0.988'],
    [8, '0.98765432'],
  ])('with %i digits 0.987654321 is %s', (digits, text) => {
    expect(number(0.987654321, undefined, digits)).toBe(text)
  })

  // The last half percent may round beyond the largest float64.
  test.prop([finite.filter((x) => Math.abs(x) < 1.79e308)])(
    'a shown number is within its rounding of the number',
    (x) => {
      expect(Math.abs(shownBy(number(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 0.00501)
      if (Math.abs(x) >= 1e-3 && Math.abs(x) < 1e7)
        expect(Math.abs(shownBy(number(x)) - x)).toBeLessThanOrEqual(Math.abs(x) * 5.01e-5)
    },
  )
})

describe('for a cell', () => {
  test.each([
    [-0.999_832, undefined, '−0.9998'],
    [0.012_345, undefined, '0.0123'],
    [1.675e-4, undefined, '1.7e−4'],
    [0, -400, '1.9e−174'],
    [0, -250_000, '2e−108574'],
  ])('%f with logarithm %s is %s', (x, log, text) => {
    expect(shortNumber(x, log)).toBe(text)
  })
})

describe('in TeX', () => {
  test.each([
    [1.675e-4, '1.675 \\times 10^{-4}'],
    [-2e-9, '-2 \\times 10^{-9}'],
    [1e300, '1 \\times 10^{300}'],
    [12_345, '12\\,345'],
    [-8.5, '-8.5'],
    [0, '0'],
    [-0, '0'],
    [Infinity, '\\infty'],
    [-Infinity, '-\\infty'],
    [Number.NaN, '\\text{–}'],
  ])('%f is %s', (x, tex) => {
    expect(texNumber(x)).toBe(tex)
  })

  test.prop([fc.double()])('every number can be typeset', (x) => {
    expect(texProblem(texNumber(x))).toBeUndefined()
  })

  test.each([
    [0.5, '= 0.5'],
    [1 / 3, '\\approx 0.33333'],
    [0, '= 0'],
    [12_345, '= 12\\,345'],
    [123_456.7, '\\approx 123\\,457'],
    [Infinity, '= \\infty'],
  ])('%f stands after a relation as %s', (x, tex) => {
    expect(texEquals(x)).toBe(tex)
  })

  test('what is known by its logarithm is never exact', () => {
    expect(texEquals(0, -796.8)).toMatch(/^\\approx /)
  })

  test.prop([finite])('an equals sign stands only where the digits are all', (x) => {
    const [relation, ...rest] = texEquals(x).split(' ')
    if (relation === '=') expect(Number(rest.join('').replaceAll('\\,', ''))).toBe(x + 0)
  })
})

describe('beyond float64, from the logarithm', () => {
  test.each([
    [0, -796.8, '9.00e−347'],
    [0, -1e6, '3.30e−434295'],
    [0, Math.log(10) * -400, '1.00e−400'],
    [-0, Math.log(10) * -400, '−1.00e−400'],
    [-5e-324, Math.log(5e-324), '−4.94e−324'],
    [0, Math.log(9.999) - Math.log(10) * 400, '1.00e−399'],
    [5e-324, -744.5, '4.65e−324'],
    [Infinity, 1000, '1.97e434'],
    [0, -Infinity, '0'],
    [0.25, Math.log(0.25), '0.25'],
  ])('%f with logarithm %f is %s', (x, log, text) => {
    expect(number(x, log)).toBe(text)
  })

  test.prop([fc.double({ min: -1e6, max: -746, noNaN: true })])('the logarithm can be read back', (log) => {
    const [mantissa, exponent] = number(0, log).replaceAll('−', '-').split('e').map(Number)
    expect(mantissa).toBeGreaterThanOrEqual(1)
    expect(mantissa).toBeLessThan(10)
    expect(Math.log(mantissa) + exponent * Math.LN10).toBeCloseTo(log, 2)
    expect(texProblem(texNumber(0, log))).toBeUndefined()
  })
})

describe('with all digits', () => {
  test.prop([finite])('a number reads back as itself', (x) => {
    expect(Number(fullPrecision(x))).toBe(x + 0)
  })

  test.each([
    [0.1, undefined, '0.1'],
    [Infinity, undefined, '∞'],
    [Number.NaN, undefined, '–'],
    [0, -796.8, 'exp(-796.8)'],
    [0.5, Math.log(0.5), '0.5'],
    [-0, -1234, '-exp(-1234)'],
  ])('%f with logarithm %f is %s', (x, log, text) => {
    expect(fullPrecision(x, log)).toBe(text)
  })
})
