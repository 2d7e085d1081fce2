import { describe, expect, test } from 'vitest'
import type { Direction } from '../../src/checker/language/conditions'
import { choicesOf, sizesOf } from '../../src/checker/verdict/choices'
import type { Term } from '../../src/constructions/exercises/exercise'

const letters = (names: string): Term[] =>
  names.split('').map((name) => ({
    name,
    tex: name,
    meaning: 'a number',
    role: undefined,
    shape: 'scalar',
    isFree: true,
  }))

/** The choices for the letters of a word: a capital for a large one, a small letter for a small one, x for one far below 0. */
function choices(names: string, said: Readonly<Record<string, Direction>> = {}, fixed: string[] = []) {
  return choicesOf(letters(names), new Map(Object.entries(said)), fixed).map((choice) =>
    [...choice]
      .map(([name, direction]) =>
        direction === 'large' ? name.toUpperCase() : direction === 'small' ? name : 'x',
      )
      .join(''),
  )
}

describe('letters are tried', () => {
  test.each([
    ['', ['']],
    ['z', ['Z', 'z']],
    ['yz', ['YZ', 'yZ', 'Yz', 'yz']],
    ['abc', ['ABC', 'aBC', 'AbC', 'ABc', 'abC', 'aBc', 'Abc', 'abc']],
    // All together or one at a time: sixteen choices would take too long.
    ['abcd', ['ABCD', 'abcd', 'aBCD', 'AbCD', 'ABcD', 'ABCd']],
  ])('large first, then fewer small ones before more: %s', (names, expected) => {
    expect(choices(names)).toEqual(expected)
  })

  test.each([
    ['small', 'z'],
    ['large', 'Z'],
    ['negative', 'x'],
    // Said to stay within bounds, it is not taken to 0.
    ['bounded', 'Z'],
  ] as const)('as the text says: %s', (direction, expected) => {
    expect(choices('z', { z: direction })).toEqual([expected])
    expect(choices('yz', { z: direction })).toEqual([`Y${expected}`, `y${expected}`])
  })

  test('as large where the page itself calls them so', () => {
    expect(choices('qz', {}, ['q'])).toEqual(['QZ', 'Qz'])
    expect(choices('qz', { q: 'small' }, ['q'])).toEqual(['qZ', 'qz'])
  })
})

describe('sizes of letters', () => {
  const names = 'abcdefghijkl'
  const large = (count: number) =>
    new Map(
      names
        .slice(0, count)
        .split('')
        .map((name) => [name, 'large'] as const),
    )

  test('are those of the scale, its inverse and its opposite', () => {
    expect(sizesOf(new Map([['z', 'large']])).map((at) => at(8))).toEqual([{ z: 8 }])
    expect(sizesOf(new Map([['z', 'small']])).map((at) => at(8))).toEqual([{ z: 1 / 8 }])
    expect(sizesOf(new Map([['z', 'negative']])).map((at) => at(8))).toEqual([{ z: -8 }])
    expect(sizesOf(new Map()).map((at) => at(8))).toEqual([{}])
  })

  test('of two have either as the larger one', () => {
    expect(sizesOf(large(2)).map((at) => at(8))).toEqual([
      { a: 8, b: 10 },
      { a: 10, b: 8 },
    ])
  })

  test.each([3, 8, 12])('of %i are all different, and of the order of the scale', (count) => {
    const ways = sizesOf(large(count))
    expect(ways).toHaveLength(2)
    for (const at of ways) {
      const sizes = Object.values(at(64)) as number[]
      expect(new Set(sizes).size).toBe(count)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32)
      expect(Math.max(...sizes)).toBeLessThan(96)
    }
  })
})
