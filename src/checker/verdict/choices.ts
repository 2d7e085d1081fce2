import type { Operands, Term } from '../../constructions/exercises/exercise'
import type { Direction } from '../language/conditions'

/** Where each letter of an answer goes: as large as wanted, as small, or as far below 0. */
export type Choice = ReadonlyMap<string, Exclude<Direction, 'bounded'>>

/** More letters than this are taken to 0 all at once or one at a time only. */
const MOST_TOGETHER = 3

/**
 * The choices under which an answer may be right, the likeliest first: every letter as large as wanted, unless the text
 * says otherwise; then, letter by letter, as small as wanted where that is left open.
 *
 * @param letters - of the answer
 * @param directions - what the text says of them
 * @param fixed - names of letters that the page itself calls large
 */
export function choicesOf(
  letters: readonly Term[],
  directions: ReadonlyMap<string, Direction>,
  fixed: readonly string[],
): readonly Choice[] {
  const names = letters.map(({ name }) => name)
  const said = new Map(
    names.map((name) => {
      const direction = directions.get(name)
      return [name, direction === undefined || direction === 'bounded' ? ('large' as const) : direction]
    }),
  )
  const open = names.filter((name) => !directions.has(name) && !fixed.includes(name))
  return [[], ...subsets(open)].map(
    (small) => new Map([...said, ...small.map((name) => [name, 'small'] as const)]),
  )
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length > MOST_TOGETHER) return [names, ...names.map((name) => [name])]
  const all = names.reduce<readonly (readonly string[])[]>(
    (sets, name) => [...sets, ...sets.map((set) => [...set, name])],
    [[]],
  )
  return all.slice(1).toSorted((a, b) => a.length - b.length)
}

/** Sizes of letters relative to the scale: no two alike, so that an answer cannot be right only where they agree. */
const FACTORS = [1, 1.25, 0.875, 0.75, 1.125, 1.375, 0.625, 1.0625]

/**
 * Ways to give the letters of a choice their sizes at a scale. Several letters are independent: what is right for them
 * is right whichever of them is the larger.
 */
export function sizesOf(choice: Choice): readonly ((scale: number) => Operands)[] {
  const factors = [...choice.keys()].map((_, i) => FACTORS[i] ?? 1 + (2 * i + 1) / 128)
  const orders = factors.length > 1 ? [factors, factors.toReversed()] : [factors]
  return orders.map(
    (order) => (scale) =>
      Object.fromEntries(
        [...choice].map(([name, direction], i) => [name, sizeAt(direction, order[i] * scale)]),
      ),
  )
}

function sizeAt(direction: Exclude<Direction, 'bounded'>, size: number): number {
  if (direction === 'small') return 1 / size
  return direction === 'large' ? size : -size
}
