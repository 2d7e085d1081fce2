import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { keyboardText, visible } from '../../src/core/numbers/characters'
import { readNumber } from '../../src/core/numbers/number-text'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const valueOf = (text: string, isWhole = false) => {
  const read = readNumber(text, isWhole)
  return read.ok ? read.value : undefined
}
const adviceOn = (text: string, isWhole = false) => {
  const read = readNumber(text, isWhole)
  return read.ok ? undefined : read.advice
}

const DASHES = Array.from('-−–—‐‑‒―－')
const ZEROS = Array.from('0０٠۰𝟎𝟘')
const UNSEEN = ['', '\u200B', '\u00AD', '\u200E', '\u200F', '\u2060', '\u202A', '\u2066', '\uFEFF', '\uFE0F']
const SPACES = [' ', '\u00A0', '\u2009', '\u202F', "'", '’', '_']

/** `text` with its digits from the alphabet of `zero`, its minus signs as `dash`, and `unseen` between all. */
const respelled = (text: string, zero: string, dash: string, unseen: string) =>
  Array.from(text, (c) =>
    /\d/.test(c) ? String.fromCodePoint(zero.codePointAt(0)! + Number(c)) : c === '-' ? dash : c,
  ).join(unseen)

describe('laws', () => {
  test.prop([finite], { numRuns: 1000 })('what a number is written as reads back to the bit', (x) => {
    expect(valueOf(String(x))).toBe(x + 0)
    expect(valueOf(x.toExponential())).toBe(x + 0)
  })

  test.prop([
    finite,
    fc.constantFrom(...ZEROS),
    fc.constantFrom(...DASHES),
    fc.constantFrom(...UNSEEN),
    fc.constantFrom('', ' ', '\u3000'),
  ])('digits, dashes and what is not seen make no difference', (x, zero, dash, unseen, space) => {
    expect(valueOf(space + respelled(String(x), zero, dash, unseen) + space)).toBe(x + 0)
  })

  test.prop([fc.integer({ min: -1e15, max: 1e15 }), fc.constantFrom(...SPACES)])(
    'groups of three are one number, whatever separates them',
    (x, space) => {
      const grouped = String(x).replaceAll(/\B(?=(?:\d{3})+$)/g, space)
      expect(valueOf(grouped)).toBe(x)
      expect(valueOf(`${grouped}.25`)).toBe(Number(`${x}.25`))
      expect(valueOf(grouped, true)).toBe(x)
    },
  )

  test.prop([
    fc.integer({ min: -308, max: 308 }),
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('*', '·', '×', '⋅'),
  ])('powers of ten are read to the bit', (exponent, factor, sign) => {
    const raised = String(exponent).replaceAll(/[-\d]/g, (c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)])
    expect(valueOf(`${factor} ${sign} 10^${exponent}`)).toBe(Number(`${factor}e${exponent}`))
    expect(valueOf(`${factor}${sign}10ˆ(${exponent})`)).toBe(Number(`${factor}e${exponent}`))
    expect(valueOf(`-10${raised}`)).toBe(-Number(`1e${exponent}`))
  })

  const digits = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789,.-')),
    minLength: 1,
    maxLength: 12,
  })

  test.prop([digits, fc.boolean()], { numRuns: 2000 })(
    'a comma is left out or refused: never does it end a number, or divide it',
    (text, isWhole) => {
      const value = valueOf(text, isWhole)
      if (value !== undefined) expect(value).toBe(Number(text.replaceAll(',', '')) + 0)
      if (value !== undefined && !isWhole && /^-?\d+,\d+$/.test(text)) expect.fail(`${text} reads ${value}`)
    },
  )

  test.prop([fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean()], { numRuns: 1000 })(
    'whatever text comes, there is a number or a reason, and never NaN',
    (text, isWhole) => {
      const read = readNumber(text, isWhole)
      expect(read.ok ? !Number.isNaN(read.value) : typeof read.advice === 'string').toBe(true)
    },
  )

  test.prop([fc.string({ unit: 'binary' })])('what is seen stays, in its order', (text) => {
    expect(visible(visible(text))).toBe(visible(text))
    expect(keyboardText(keyboardText(text))).toBe(keyboardText(text))
    expect(visible(text.replaceAll(/[^ -~]/gu, ''))).toBe(text.replaceAll(/[^ -~]/gu, ''))
  })
})

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['+5', 5],
  ['-0', 0],
  ['− 5', -5],
  ['-.5e-3', -0.0005],
  ['5.', 5],
  ['1E3', 1000],
  ['0.30000000000000004', 0.30000000000000004],
  ['1e999', Infinity],
  ['-1e999', -Infinity],
  ['1_000', 1000],
  ['12\u2009000', 12_000],
  ['1,234,567', 1_234_567],
  ['1,234.5', 1234.5],
  ['1.234 567 89', 1.23456789],
  ['２．５', 2.5],
  ['٢٫٥', 2.5],
  ['1.68×10⁻⁴', 1.68e-4],
  ['2x10^6', 2e6],
  ['', undefined],
  [' ', undefined],
  ['.', undefined],
  ['-', undefined],
  ['--1', undefined],
  ['0x10', undefined],
  ['12abc', undefined],
  ['Infinity', undefined],
  ['1e', undefined],
  ['1n', undefined],
  ['10⁵6', undefined],
  ['5²', undefined],
  ['1½', undefined],
  ['1 0', undefined],
  ['1 00 000', undefined],
  ['1__000', undefined],
  ['10^', undefined],
  // Turned round, it would be read as nobody sees it.
  ['\u202E123', undefined],
])('%j reads %s', (text, value) => {
  expect(valueOf(text)).toBe(value)
})

describe('commas', () => {
  test.each([
    ['10,000', '10000 or 10.0? Write the one you mean'],
    ['-10,500', '−10500 or −10.5? Write the one you mean'],
    ['１０，０００', '10000 or 10.0? Write the one you mean'],
    ['0,5', 'Write 0.5, with a point'],
    ['−0,500', 'Write −0.500, with a point'],
    [',5', 'Write 0.5, with a point'],
    ['1,5e-3', 'Write 1.5e-3, with a point'],
    ['1.234,5', 'Write 1234.5, with a point'],
    ['1 234,5', 'Write 1234.5, with a point'],
    ['1.234.567', 'Write 1234567, without points'],
    ['1,2,3', ''],
    ['5,', ''],
  ])('%s: “%s”', (text, advice) => {
    expect(adviceOn(text)).toBe(advice)
  })

  test.each([
    ['10,000', 10_000],
    ['1,000,000', 1_000_000],
    ['10.0', 10],
  ])('a whole number %s is %s', (text, value) => {
    expect(valueOf(text, true)).toBe(value)
  })

  test.each([
    ['10.000', 'Write 10000, without a point'],
    ['1.000.000', 'Write 1000000, without points'],
    ['0,5', 'A whole number, please'],
  ])('of a whole number %s: “%s”, and nothing about decimals', (text, advice) => {
    expect(adviceOn(text, true)).toBe(advice)
  })
})
