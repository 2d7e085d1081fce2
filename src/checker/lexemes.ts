import type { Term } from '../constructions/exercises/exercise'
import { type CalledName, functionNamed, type Names } from './names'
import { type Place, refuse } from './refused'
import { hull } from './source'
import type { Token } from './tokens'

/** A token whose meaning in the question is known. */
export type Lexeme = Place & { readonly isSpaced: boolean } & (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'term'; readonly term: Term }
    | { readonly kind: 'function'; readonly name: CalledName }
    /** `isImplied` where the sign was not written: the product of `2 k_a`. */
    | { readonly kind: 'sign'; readonly text: string; readonly isImplied: boolean }
  )

/** The sum over the keys that the question does not name, and the sum over all but some. */
const SUMS = ['sum_rest', 'sum_others', 'rest', 'sum_except']

/**
 * Tokens with their meanings, products written out.
 *
 * @throws {RefusedError} at the first name that the question does not offer, and where a product would be ambiguous
 */
export function lexemesOf(tokens: readonly Token[], names: Names): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let i = 0; i < tokens.length; ) {
    const length = sumLength(tokens, i)
    lexemes.push(...(length > 0 ? restOf(tokens.slice(i, i + length), names) : meanings(tokens, i, names)))
    i += Math.max(length, 1)
  }
  return withProducts(lexemes)
}

function meanings(tokens: readonly Token[], i: number, names: Names): readonly Lexeme[] {
  const token = tokens[i]
  if (token.kind === 'number') return [numberFrom(token, tokens[i + 1])]
  if (token.kind === 'name') return named(token, tokens[i + 1]?.text === '(', names)
  if (token.text !== '%') return [sign(token.text, token, token.isSpaced)]
  if (tokens[i - 1]?.kind === 'number') return []
  return refuse('E_NODE', 'Percent signs are read after numbers only.', token)
}

function numberFrom(token: Token, next: Token | undefined): Lexeme {
  const value = Number(token.text)
  if (!Number.isFinite(value)) refuse('E_DOMAIN', 'This number is too large.', token)
  const { start, end, isSpaced } = token
  const isPercentage = next?.text === '%'
  return {
    kind: 'number',
    start,
    end: isPercentage ? next.end : end,
    isSpaced,
    value: isPercentage ? value / 100 : value,
  }
}

function named(token: Token, isCalled: boolean, names: Names): readonly Lexeme[] {
  const { text, isSpaced, start, end } = token
  const term = names.term(text)
  if (term) return [{ kind: 'term', term, isSpaced, start, end }]
  const name = functionNamed(text)
  if (name && isCalled) return [{ kind: 'function', name, isSpaced, start, end }]
  if (name) refuse('E_SYNTAX', `Write brackets after ${text}: ${text}(x).`, token)
  const lengths = names.split(text)
  if (lengths) return pieces(token, lengths, names)
  return names.refuse(text, token)
}

function pieces(token: Token, lengths: readonly number[], names: Names): readonly Lexeme[] {
  let from = 0
  return lengths.map((length) => {
    const term = names.term(token.text.slice(from, from + length))
    const place = hull(token.source[from], token.source[from + length - 1])
    const isSpaced = from === 0 && token.isSpaced
    from += length
    return term ? { kind: 'term', term, isSpaced, ...place } : names.refuse(token.text, token)
  })
}

/** How many tokens `sum_rest(k)` or `sum_except(k, a)` takes; 0 if none starts at `i`. */
function sumLength(tokens: readonly Token[], i: number): number {
  if (tokens[i].kind !== 'name' || !SUMS.includes(tokens[i].text) || tokens[i + 1]?.text !== '(') return 0
  const closing = tokens.findIndex(({ text }, at) => at > i && text === ')')
  const isList = tokens
    .slice(i + 2, closing)
    .every(({ kind, text }, at) => (at % 2 === 0 ? kind === 'name' : text === ','))
  if (closing - i < 3 || (closing - i) % 2 === 0 || !isList)
    refuse('E_SYNTAX', `Write ${tokens[i].text}(k) for the sum of the other keys.`, tokens[i])
  return closing - i + 1
}

/** `k_rest`, and with it the named keys that a sum does not leave out: `\sum_{i \ne a} k_i` is `k_rest + k_b`. */
function restOf(tokens: readonly Token[], names: Names): readonly Lexeme[] {
  const place = { ...hull(tokens[0], tokens[tokens.length - 1]), isSpaced: tokens[0].isSpaced }
  const [base, ...except] = tokens.slice(2, -1).flatMap(({ kind, text }) => (kind === 'name' ? [text] : []))
  const family = base.replace(/_i$/, '')
  const rest = `${family}_rest`
  const isAll = tokens[0].text === 'sum_except' || except.length > 0
  const left = except.map((name) => `${family}_${name.split('_').at(-1)}`)
  const among = isAll ? names.family(family).filter((name) => name !== rest && !left.includes(name)) : []
  const terms = [rest, ...among, ...left].map((name) => names.term(name) ?? names.refuse(name, place))
  const summed = terms.slice(0, 1 + among.length)
  const sum = summed
    .flatMap((term): Lexeme[] => [sign('+', place, false), { kind: 'term', term, ...place }])
    .slice(1)
  return among.length === 0 ? sum : [sign('(', place, place.isSpaced), ...sum, sign(')', place, false)]
}

function withProducts(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  return lexemes.flatMap((lexeme, i) => {
    const before = lexemes[i - 1]
    if (before === undefined || !endsFactor(before) || !startsFactor(lexeme)) return [lexeme]
    expectClear(before, lexeme)
    const between = { start: before.end, end: lexeme.start }
    return [{ ...sign('*', between, false), isImplied: true }, lexeme]
  })
}

function expectClear(left: Lexeme, right: Lexeme): void {
  const place = hull(left, right)
  if (right.kind === 'number')
    refuse(
      'E_SYNTAX',
      'A number after a factor can be a product or a power: write * or ^ between them.',
      place,
    )
  if (right.kind === 'sign' && right.text === '[')
    refuse('E_NODE', 'Entries of vectors have no names here. Write * before a matrix.', place)
}

const endsFactor = (lexeme: Lexeme) =>
  lexeme.kind === 'number' ||
  lexeme.kind === 'term' ||
  (lexeme.kind === 'sign' && ")]'".includes(lexeme.text))

const startsFactor = (lexeme: Lexeme) => lexeme.kind !== 'sign' || '(['.includes(lexeme.text)

const sign = (text: string, { start, end }: Place, isSpaced: boolean) =>
  ({ kind: 'sign', text, start, end, isSpaced, isImplied: false }) as const
