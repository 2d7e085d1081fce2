import { LEAVE_OUT, type Place, refuse } from './refused'
import { type Source, textOf } from './source'

/** A number, a name or a sign, and where it was written. */
export interface Token extends Place {
  readonly kind: 'number' | 'name' | 'sign'
  readonly text: string
  /** Places of the single characters. */
  readonly source: Source
  /** Whether a space stands before it. */
  readonly isSpaced: boolean
}

const MAX_DEPTH = 40

const PATTERN =
  /(\s*)(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?:np\.)?([a-zA-Z][a-zA-Z0-9]*(?:_[a-zA-Z0-9]+)*)|(\.T\b|\*\*|:=|.))/gy

/** Signs in other spellings. */
const SIGNS = new Map([
  ['**', '^'],
  ['@', '*'],
  ['.T', "'"],
  [':=', '='],
])

const UNREAD = new Map([
  ['!', 'Factorials have no meaning here.'],
  ['|', 'Write abs(x) for a size, norm(x) for a length.'],
  ['%', 'Percent signs are read after numbers only.'],
  ['"', 'Quotation marks have no meaning here.'],
  ['>', LEAVE_OUT],
  ['#', 'The sign “#” has no meaning here.'],
])

/**
 * Numbers, names and signs of a plain text, without a leading `q =` and a closing full stop.
 *
 * @throws {RefusedError} at the first character or bracket that has no meaning
 */
export function tokensOf(source: Source): readonly Token[] {
  const text = textOf(source).trimEnd().replace(/[.,]$/, '')
  const tokens = withoutLeftSide([...text.matchAll(PATTERN)].map((match) => tokenFrom(match, source)))
  expectKnownSigns(tokens)
  expectBrackets(tokens)
  return tokens
}

function tokenFrom(match: RegExpExecArray, source: Source): Token {
  const [whole, space, number, name, sign] = match
  const characters = source.slice(match.index + space.length, match.index + whole.length)
  const { start } = characters[0]
  const { end } = characters[characters.length - 1]
  const place = { start, end, source: name === undefined ? characters : characters.slice(-name.length) }
  if (number !== undefined) return { ...place, kind: 'number', text: number, isSpaced: space !== '' }
  if (name !== undefined) return { ...place, kind: 'name', text: name, isSpaced: space !== '' }
  return { ...place, kind: 'sign', text: SIGNS.get(sign) ?? sign, isSpaced: space !== '' }
}

/** What an answer is called is no part of it: `q =`, `q_1 =`, `V =`. */
function withoutLeftSide(tokens: readonly Token[]): readonly Token[] {
  const isNamed = /^(?:[qc](?:_?\w)?|W?_?[KQV])$/.test(tokens[0]?.text ?? '')
  return isNamed && tokens[1]?.text === '=' ? tokens.slice(2) : tokens
}

function expectKnownSigns(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.kind !== 'sign' || "+-*/^'()[],;%".includes(token.text)) continue
    if (token.text === '=')
      refuse('E_NODE', 'An answer is one expression: no equations and no definitions.', token)
    refuse('E_NODE', UNREAD.get(token.text) ?? `The sign “${token.text}” has no meaning here.`, token)
  }
}

function expectBrackets(tokens: readonly Token[]): void {
  const open: Token[] = []
  for (const token of tokens) {
    if (token.kind !== 'sign') continue
    if ('(['.includes(token.text)) open.push(token)
    if (open.length > MAX_DEPTH) refuse('E_DEPTH', `Brackets nest at most ${MAX_DEPTH} deep here.`, token)
    if (!')]'.includes(token.text)) continue
    if (open.pop()?.text !== (token.text === ')' ? '(' : '['))
      refuse('E_SYNTAX', `This “${token.text}” closes nothing.`, token)
  }
  const last = open.at(-1)
  if (last) refuse('E_SYNTAX', `This “${last.text}” is never closed.`, last)
}
