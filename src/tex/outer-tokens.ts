import { keyboardText } from '../core/numbers/characters'
import { DIRECTIONS } from './outer'

/** What can stand in a sum of outer products. */
export type TokenKind =
  | 'number'
  | 'beta'
  | 'vector'
  | 'identity'
  | 'fraction'
  | 'transpose'
  | 'power'
  | '+'
  | '-'
  | '*'
  | '/'
  | '('
  | ')'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  /** As it was written. */
  readonly text: string
  /** The part that matters: a direction's letter, an exponent, the digits of a number. */
  readonly content: string
  /** Index of its first character. */
  readonly at: number
}

/** What is wrong with a text, and where. */
export class OuterError extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const MAX_CHARACTERS = 4000

/** What typesets or spaces a formula without changing its meaning. */
const SILENT =
  /(?:[\s$&~]|\\[,;:! ()[\]]|\\\\|\\(?:left|right|[bB]igg?[lrm]?|displaystyle|textstyle|quad|qquad)(?![a-zA-Z])\.?)+/y

const TOKENS: readonly (readonly [TokenKind, RegExp])[] = [
  // With what may separate its thousands: `10\,000` is no product with 0.
  ['number', /((?:\d+(?:(?:[\s'_~]|\\[,:;! ])\d{3}(?!\d)|(?:,|\{,\})\d+)*\.?\d*|\.\d+)(?:e[+-]?\d+)?|½)/iy],
  ['beta', /\\beta(?![a-zA-Z])|β|𝛽|beta/y],
  [
    'vector',
    /(?:\\(?:mathbf|boldsymbol|bm|vec|mathrm|mathit)\s*(?:\{\s*u\s*\}|u)|u|𝑢)\s*_?\s*(?:\{\s*([a-h])\s*\}|\{\s*\\(?:text|mathrm)\s*\{\s*([a-h])\s*\}\s*\}|([a-h])(?![a-tv-zA-Z]))/y,
  ],
  ['identity', /(?:\\(?:mathbf|mathbb|mathrm)\s*\{\s*[I1]\s*\}|I|𝟙)(?:_(?:\{\w+\}|\w))?(?![a-zA-Z])/y],
  ['fraction', /\\[dt]?frac(?![a-zA-Z])/y],
  [
    'transpose',
    /\^\s*(?:\{\s*)?(?:\\(?:top|intercal|prime)(?![a-zA-Z])|\\(?:mathsf|mathrm|text|mathtt)\s*\{?\s*T\s*\}?|T(?![a-zA-Z])|⊤|ᵀ|')\s*\}?|'|ᵀ|⊤|\.T(?![a-zA-Z])/y,
  ],
  ['power', /\^\s*(?:\{\s*([+-]?\s*\d+)\s*\}|\(\s*([+-]?\s*\d+)\s*\)|([+-]?\d+))/y],
  ['power', /([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/y],
  ['+', /\+/y],
  ['-', /-/y],
  ['*', /\*|\\(?:cdot|times|ast)(?![a-zA-Z])/y],
  ['/', /\//y],
  ['(', /[([{]|\\\{/y],
  [')', /[)\]}]|\\\}/y],
]

/**
 * The tokens of a sum of outer products, an `end` after the last. Reads LaTeX, Unicode and plain ASCII, and passes
 * over a leading `K =`, dollar signs, spaces and sizes of parentheses. Places count what is seen.
 *
 * @throws {OuterError} at the first character that is none of them, or if the text is longer than 4 000 characters
 */
export function outerTokens(written: string): Token[] {
  const text = keyboardText(written)
  if (text.length > MAX_CHARACTERS)
    throw new OuterError(`Too long: at most ${MAX_CHARACTERS} characters.`, MAX_CHARACTERS)
  const tokens: Token[] = []
  let at = /^\s*\$*\s*(?:\\mathbf\s*\{\s*[KQV]\s*\}|[KQV])\s*&?\s*=/.exec(text)?.[0].length ?? 0
  for (;;) {
    at = after(SILENT, text, at)
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', content: '', at }]
    const token = tokenAt(text, at)
    tokens.push(token)
    at += token.text.length
  }
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { kind, text: match[0], content: match.slice(1).find(Boolean) ?? '', at }
  }
  throw new OuterError(
    `“${wordAt(text, at)}” has no meaning here. Use u_${DIRECTIONS[0]}, u_${DIRECTIONS[1]} …, β, I, numbers, + − ( ) and ⊤.`,
    at,
  )
}

/** A command or a word, not only its first letter. */
function wordAt(text: string, at: number): string {
  return /^(?:\\[a-zA-Z]+|\p{L}+(?:_\{?\w+\}?)?|.)/u.exec(text.slice(at))?.[0].slice(0, 24) ?? ''
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The whole number that an exponent spells: `-2`, `- 2`, `⁻²`. */
export function exponentOf({ content }: Token): number {
  const digits = Array.from(content, (c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c))
  return Number(digits.join('').replace('⁻', '-').replace('⁺', '').replaceAll(/\s/g, ''))
}
