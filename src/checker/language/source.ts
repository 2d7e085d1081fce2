import type { Place } from './refused'

/** One character of plain text, and the stretch of the original that it was read from. */
export interface Glyph extends Place {
  readonly character: string
  /** True within `\\text{…}`, where words are words. */
  readonly isProse?: boolean
}

/** A text in the characters of a keyboard, that remembers where each comes from. */
export type Source = readonly Glyph[]

/** `text` read from `place`. */
export const glyphs = (text: string, { start, end }: Place): Glyph[] =>
  Array.from(text, (character) => ({ character, start, end }))

/** The plain text. */
export const textOf = (source: Source) => source.map(({ character }) => character).join('')

/** From the start of the first place to the end of the last. */
export const hull = (first: Place, last: Place): Place => ({ start: first.start, end: last.end })

/** `content` in brackets, at its own place. */
export function enclosed(content: readonly Glyph[]): readonly Glyph[] {
  const last = content.at(-1)
  return last === undefined ? [] : [...glyphs('(', content[0]), ...content, ...glyphs(')', last)]
}

/** `content` with its ends at those of `place`. */
export function spread(content: readonly Glyph[], { start, end }: Place): Glyph[] {
  return content.map((glyph, i) => ({
    ...glyph,
    start: i === 0 ? start : glyph.start,
    end: i === content.length - 1 ? end : glyph.end,
  }))
}
