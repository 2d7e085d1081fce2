import { type Place, refuse } from './refused'
import { type Source, textOf } from './source'

/** A number, a name, a sign or words, and where it was written. */
export interface Token extends Place {
  readonly kind: 'number' | 'name' | 'sign' | 'word'
  readonly text: string
  /** Places of the single characters. */
  readonly source: Source
  /** Whether a space is before it. */
  readonly isSpaced: boolean
}

const PATTERN =
  /([^\S\n]*)(?:((?<![\w.])(?:s\.t\.|i\.e\.|e\.g\.|w\.r\.t\.|w\.l\.o\.g\.))|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+(?![\w.]))?)|(?:(?:np|numpy|torch)\.)?([a-zA-Z](?:[a-zA-Z0-9]|\p{M})*(?:_[a-zA-Z0-9]+)*\p{M}?)|(\.T\b|\*\*|:=|>>>?|<<<?|->|=>|>=|<=|!=|==|\|\||[^]))/giu

/** Signs in other spellings. */
const SIGNS = new Map([
  ['**', '^'],
  ['@', '*'],
  ['.T', "'"],
  [':=', '='],
  ['==', '='],
  ['>>', '≫'],
  ['>>>', '≫'],
  ['<<', '≪'],
  ['<<<', '≪'],
  ['->', '→'],
  ['=>', '⇒'],
  ['>=', '≥'],
  ['<=', '≤'],
  ['!=', '≠'],
  ['||', '‖'],
])

/** Numbers, names and signs of a plain text; within `\text{…}`, words. */
export function tokensOf(source: Source): readonly Token[] {
  const matches = [...textOf(source).trimEnd().matchAll(PATTERN)]
  return withThousands(matches.flatMap((match) => tokenFrom(match, source)))
}

function tokenFrom(match: RegExpExecArray, source: Source): readonly Token[] {
  const [whole, space, abbreviation, number, name, sign] = match
  const characters = source.slice(match.index + space.length, match.index + whole.length)
  if (characters.length === 0) return []
  const isProse = characters.every((glyph) => glyph.isProse) || abbreviation !== undefined
  const { start } = characters[0]
  const { end } = characters[characters.length - 1]
  const text = abbreviation ?? number ?? name ?? SIGNS.get(sign) ?? sign
  const kind = isProse ? 'word' : number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
  const own = name === undefined ? characters : characters.slice(-name.length)
  return [{ start, end, source: own, kind, text, isSpaced: space !== '' }]
}

/** `1,000` and `1 000` are a thousand; `0,5` is a half in other countries, and two numbers in a list. */
function withThousands(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = []
  let squares = 0
  for (const token of tokens) {
    if (token.text === '[') squares++
    if (token.text === ']') squares--
    const [last, before] = [read.at(-1), read.at(-2)]
    if (squares === 0 && before && isCommaBetween(before, last, token))
      read.splice(-2, 2, thousands(before, token))
    else if (squares === 0 && last?.kind === 'number' && isGroup(last, token))
      read.splice(-1, 1, thousands(last, token))
    else read.push(token)
  }
  return read
}

const isCommaBetween = (before: Token, comma: Token | undefined, after: Token) =>
  comma?.text === ',' &&
  before.kind === 'number' &&
  after.kind === 'number' &&
  !comma.isSpaced &&
  !after.isSpaced

const isGroup = (before: Token, { kind, text }: Token) =>
  kind === 'number' && /^[1-9]\d{0,2}(?:\d{3})*$/.test(before.text) && /^\d{3}$/.test(text)

function thousands(before: Token, after: Token): Token {
  if (!/^[1-9]\d*$/.test(before.text) || !/^\d{3}(?:\.\d*)?$/.test(after.text))
    refuse('E_SYNTAX', `Write this with a point: ${before.text}.${after.text}.`, {
      start: before.start,
      end: after.end,
    })
  return {
    ...before,
    end: after.end,
    text: before.text + after.text,
    source: [...before.source, ...after.source],
  }
}
