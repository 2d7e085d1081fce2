import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { decodeText, decodeValue, encodeValue } from '../../src/constructions/decode'
import { sameValue } from '../../src/constructions/params'
import { isReachable } from '../contract/instances'
import { valueOf } from './arbitrary'
import { declarationOf } from './rooms'

const { Q, n, A, law } = declarationOf('every-kind')!.params
const specs = [Q, n, A, law]
const anyValue = fc.constantFrom(...specs).chain((spec) => valueOf(spec).map((value) => ({ spec, value })))

describe('laws', () => {
  test.prop([anyValue])('what controls can reach is accepted, as JSON and as text', ({ spec, value }) => {
    const accepted = { outcome: 'accepted', value, message: '' }
    expect(decodeValue(spec, JSON.parse(JSON.stringify(value)))).toEqual(accepted)
    expect(decodeText(spec, encodeValue(value))).toEqual(accepted)
  })

  const foreign = fc.oneof(
    fc.jsonValue(),
    fc.double(),
    fc.array(fc.array(fc.oneof(fc.double(), fc.jsonValue()))),
  )

  test.prop([fc.constantFrom(...specs), foreign], { numRuns: 1000 })(
    'whatever comes, the value is one that controls can reach, and the message says what was done',
    (spec, value) => {
      const decoded = decodeValue(spec, value)
      expect(isReachable(spec, decoded.value)).toBe(true)
      expect(decoded.message === '').toBe(decoded.outcome === 'accepted')
      if (decoded.outcome === 'refused') expect(sameValue(decoded.value, spec.initial)).toBe(true)
    },
  )

  test.prop([fc.constantFrom(...specs), fc.string()], { numRuns: 1000 })(
    'whatever text comes, too',
    (spec, text) => {
      expect(isReachable(spec, decodeText(spec, text).value)).toBe(true)
    },
  )
})

describe('numbers', () => {
  test.each([
    [Q, 1000.0000001, 'clamped', 1000, '1000.0000001 is above 1000; 1000 is used'],
    [Q, -0.1, 'clamped', 0, '-0.1 is below 0; 0 is used'],
    [Q, -0, 'accepted', 0, ''],
    [Q, Number.NaN, 'refused', 8, expect.stringContaining('is not a number; 8 is used')],
    [Q, Infinity, 'refused', 8, expect.stringContaining('is not a number; 8 is used')],
    [Q, '5', 'refused', 8, '"5" is not a number; 8 is used'],
    [Q, null, 'refused', 8, 'null is not a number; 8 is used'],
    [Q, [5], 'refused', 8, '[5] is not a number; 8 is used'],
    [n, 2.5, 'refused', 10, '2.5 is not a whole number; 10 is used'],
    [n, 1e9, 'clamped', 1e6, '1000000000 is above 1000000; 1000000 is used'],
  ])('%j: %j is %s', (spec, foreign, outcome, value, message) => {
    expect(decodeValue(spec, foreign)).toEqual({ outcome, value, message })
  })

  test.each([
    [Q, '1e999', '"1e999" is too large for a number; 8 is used'],
    [Q, '-1e999', '"-1e999" is too large for a number; 8 is used'],
    [Q, 'abc', '"abc" is not a number; 8 is used'],
    [Q, '10,000', '"10,000" is not a number. 10000 or 10.0? Write the one you mean; 8 is used'],
    [Q, '0,5', '"0,5" is not a number. Write 0.5, with a point; 8 is used'],
    [n, '10.000', '"10.000" is not a number. Write 10000, without a point; 10 is used'],
    [n, '2.5', '2.5 is not a whole number; 10 is used'],
    [A, '1,1e999', expect.stringContaining('holds "1e999", not a number')],
  ])('%j: the text %s is refused in a sentence', (spec, text, message) => {
    expect(decodeText(spec, text)).toEqual({ outcome: 'refused', value: spec.initial, message })
  })

  test.each([
    [n, '10,000', 10_000],
    [n, '10 000', 10_000],
    [Q, '−０．５e2', 0],
    [Q, '5\u200B0', 50],
    [law, ' nor\u00ADmal', 'normal'],
    [
      A,
      '1，−2；3,4',
      [
        [1, -2],
        [3, 4],
      ],
    ],
  ])('%j: the text %s is %j', (spec, text, value) => {
    expect(decodeText(spec, text).value).toEqual(value)
  })
})

describe('tables', () => {
  test.each([
    [[[1, 2], [3]], 'has rows of different lengths'],
    [[[1, Number.NaN]], 'not a number from -1000000 to 1000000'],
    [[[1, '2']], 'holds "2", not a number'],
    [[[1e7]], 'holds 10000000, not a number'],
    [[], 'is not 1 to 16 rows of 1 to 16'],
    [[[]], 'is not 1 to 16 rows of 1 to 16'],
    [[1, 2], 'is not a table of numbers'],
    ['1,2', 'is not a table of numbers'],
    [{ length: 1, 0: [1] }, 'is not a table of numbers'],
    [Array.from({ length: 17 }, () => [1]), 'is not 1 to 16 rows of 1 to 16'],
  ])('%j is refused: %s', (foreign, reason) => {
    const { outcome, value, message } = decodeValue(A, foreign)
    expect(outcome).toBe('refused')
    expect(value).toEqual(A.initial)
    expect(message).toContain(reason)
  })

  test('hold no −0, and are not the foreign array itself', () => {
    const foreign = [[-0, 1]]
    const { value } = decodeValue(A, foreign)
    expect(value).toEqual([[0, 1]])
    expect(value).not.toBe(foreign)
  })
})

test.each(['Normal', '', '__proto__', 'constructor', 0, ['normal']])('%j is no option', (foreign) => {
  expect(decodeValue(law, foreign)).toMatchObject({ outcome: 'refused', value: 'normal' })
})

test('messages quote no more than forty characters', () => {
  for (const spec of specs) {
    const { message } = decodeValue(spec, 'x'.repeat(100_000))
    expect(message.length).toBeLessThan(150)
  }
})

test('content nested deeper than the stack is refused, not thrown at', () => {
  let nested: unknown = 1
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested]
  expect(decodeValue(Q, nested).outcome).toBe('refused')
})
