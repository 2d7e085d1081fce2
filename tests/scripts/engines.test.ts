import { expect, test } from 'vitest'
import { differences } from '../../scripts/engines/compare'

const note = (state: string, text: string) => ({ state, text })

test('the same texts in the same states are no difference', () => {
  expect(
    differences([note('room', 'Q = 3'), note('case', '')], [note('room', 'Q = 3'), note('case', '')]),
  ).toEqual([])
})

test('a digit is a difference, and so is a state that one of them did not reach', () => {
  const reference = [note('room', 'leak 0.17'), note('case', 'n = 3')]
  expect(differences(reference, [note('room', 'leak 0.18'), note('link', 'n = 4')])).toEqual([
    { state: 'room', expected: 'leak 0.17', got: 'leak 0.18' },
    { state: 'case', expected: 'n = 3', got: '' },
    { state: 'link', expected: '', got: 'n = 4' },
  ])
})

test('of long texts the part around the first character that differs is shown', () => {
  const [before, after] = ['a'.repeat(1000), 'b'.repeat(1000)]
  const [{ expected, got }] = differences([note('', `${before}1${after}`)], [note('', `${before}2${after}`)])
  expect(expected).toMatch(/^…a{60}1b{119}$/)
  expect(got).toMatch(/^…a{60}2b{119}$/)
})

test('a text that goes on where the other ends is a difference', () => {
  expect(differences([note('', 'ab')], [note('', 'abc')])).toEqual([
    { state: '', expected: 'ab', got: 'abc' },
  ])
})
