import type { Clause } from './clauses'
import { isRelation } from './clauses'
import { LARGE, SMALL } from './prose'
import type { Place } from './refused'
import type { Token } from './tokens'

/** How a letter is meant: as large as wanted, as small, as far below 0, or not free to be either. */
export type Direction = 'large' | 'small' | 'negative' | 'bounded'

/** What a text says of a letter: `C ≫ 0`, “where C is large”. */
export interface Condition extends Place {
  readonly letter: string
  readonly direction: Direction
}

const FLIPPED = new Map([
  ['≫', '≪'],
  ['≪', '≫'],
  ['<', '>'],
  ['>', '<'],
  ['≤', '≥'],
  ['≥', '≤'],
])

/** The condition that a clause with a relation states, where it states one of a letter: `0 < t`, `Q → ∞`, `C ∈ ℝ`. */
export function conditionOf(tokens: readonly Token[]): Condition | undefined {
  const at = tokens.flatMap((token, i) => (isRelation(token) ? [i] : []))
  const sides = [0, ...at.map((i) => i + 1)].map((start, i) => tokens.slice(start, at[i]))
  const signs = at.map((i) => tokens[i].text)
  const index = sides.findIndex((side) => letterIn(side) !== undefined)
  const letter = index < 0 ? undefined : letterIn(sides[index])
  if (letter === undefined) return undefined
  const directions = signs.flatMap((sign, i): Direction[] => {
    if (i === index) return directionOf(sign, textOf(sides[i + 1]))
    return i === index - 1 ? directionOf(FLIPPED.get(sign) ?? '', textOf(sides[i])) : []
  })
  const [direction] = directions
  const [{ start }] = tokens
  return direction && { letter, direction, start, end: tokens[tokens.length - 1].end }
}

const textOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('')

/** The letter that a side is, its size included: `t`, `|t|`. */
function letterIn(tokens: readonly Token[]): string | undefined {
  const names = tokens.filter(({ text }) => text !== '|')
  return names.length === 1 && names[0].kind === 'name' ? names[0].text : undefined
}

function directionOf(sign: string, bound: string): Direction[] {
  switch (sign) {
    case '≫':
      return ['large']
    case '≪':
      return [bound === '0' ? 'negative' : 'small']
    case '<':
    case '≤':
      return bound === '∞' ? [] : [bound === '0' ? 'negative' : 'bounded']
    case '→':
    case '=':
    case '≈':
      return [limitOf(bound)]
    case '∈':
      return /^[[(](-?[\d.]+),(-?[\d.]+)[\])]$/.test(bound) ? ['bounded'] : []
    default:
      return []
  }
}

function limitOf(bound: string): Direction {
  const limit = bound.replace(/[()]/g, '')
  if (limit === '∞' || limit === '+∞') return 'large'
  if (limit === '-∞') return 'negative'
  return /^0(?:\^?\+)?$/.test(limit) ? 'small' : 'bounded'
}

/** What the words beside a letter say of it: “C is a large number”. The nearest word decides. */
export function conditionInWords({ tokens, before, after }: Clause): Condition | undefined {
  const [letter, equals] = tokens
  if (letter?.kind !== 'name' || tokens.length > (equals?.text === '=' ? 2 : 1)) return undefined
  const sizes = [...withDistance(before.toReversed()), ...withDistance(after)]
  const [nearest] = sizes.toSorted((a, b) => a.distance - b.distance)
  return (
    nearest && { letter: letter.text, direction: nearest.direction, start: letter.start, end: letter.end }
  )
}

function withDistance(words: readonly Token[]): readonly { distance: number; direction: Direction }[] {
  return words.flatMap(({ text }, distance): { distance: number; direction: Direction }[] => {
    if (LARGE.test(text)) return [{ distance, direction: 'large' }]
    return SMALL.test(text) ? [{ distance, direction: 'small' }] : []
  })
}
