import type { Term } from '../../constructions/exercises/exercise'
import type { Expression } from './expression'
import { type CalledName, functionNamed, type Names } from './names'
import { type Place, refuse } from './refused'
import { hull } from './source'
import type { Token } from './tokens'

/** How a product was written: as one, side by side, `⊗` between columns, `⊙` entry by entry. */
export type ProductSign = 'written' | 'implied' | 'outer' | 'entrywise'

/** A token whose meaning in the question is known. */
export type Lexeme = Place & { readonly isSpaced: boolean } & (
    | { readonly kind: 'number'; readonly value: number }
    /** Euler's number: the base of `e^Q`. */
    | { readonly kind: 'euler' }
    | { readonly kind: 'term'; readonly term: Term }
    /** A name that the text itself defines. */
    | { readonly kind: 'defined'; readonly expression: Expression }
    | { readonly kind: 'function'; readonly name: CalledName }
    | { readonly kind: 'sign'; readonly text: string; readonly product?: ProductSign }
  )

/** What the names of a text mean: those of the question, and those that the text defines itself. */
export interface Meanings {
  readonly names: Names
  defined(name: string): Expression | undefined
}

/** The sum over the keys that the question does not name, over all but some, and over some. */
const SUMS = ['sum_rest', 'sum_others', 'rest', 'sum_except', 'sum_among']

/**
 * Tokens with their meanings, products written out.
 *
 * @throws {RefusedError} at the first name that the question does not offer, and where a product would be ambiguous
 */
export function lexemesOf(tokens: readonly Token[], meanings: Meanings): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let i = 0; i < tokens.length; ) {
    const indexed = indexedName(tokens, i, meanings.names)
    const length = indexed ? 2 : sumLength(tokens, i)
    if (indexed) lexemes.push(indexed)
    else if (length > 0) lexemes.push(...sumOf(tokens.slice(i, i + length), meanings.names))
    else lexemes.push(...meaning(tokens, i, meanings))
    i += Math.max(length, 1)
  }
  return withProducts(lexemes)
}

/** `k a`, as a PDF has it, is `k_a`. */
function indexedName([...tokens]: readonly Token[], i: number, names: Names): Lexeme | undefined {
  const [base, index] = [tokens[i], tokens[i + 1]]
  if (base.kind !== 'name' || index?.kind !== 'name') return undefined
  const term = names.family(base.text).length > 0 ? names.offered(`${base.text}_${index.text}`) : undefined
  return term && { kind: 'term', term, isSpaced: base.isSpaced, ...hull(base, index) }
}

function meaning(tokens: readonly Token[], i: number, meanings: Meanings): readonly Lexeme[] {
  const token = tokens[i]
  const { isSpaced, start, end } = token
  const place = { isSpaced, start, end }
  if (token.kind === 'number') return [numberFrom(token, tokens[i + 1])]
  if (token.kind === 'name') return named(token, tokens[i + 1], meanings)
  if (token.text === '∞') return [{ kind: 'term', term: meanings.names.infinite(token), ...place }]
  if (token.text === '⊗') return [{ kind: 'sign', text: '*', product: 'outer', ...place }]
  if (token.text === '⊙') return [{ kind: 'sign', text: '*', product: 'entrywise', ...place }]
  if (token.text === '*') return [{ kind: 'sign', text: '*', product: 'written', ...place }]
  if (token.text !== '%') return [{ kind: 'sign', text: token.text, ...place }]
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

function named(token: Token, next: Token | undefined, meanings: Meanings): readonly Lexeme[] {
  const { text, isSpaced, start, end } = token
  const place = { isSpaced, start, end }
  const { names } = meanings
  const expression = meanings.defined(text)
  if (expression) return [{ kind: 'defined', expression, ...place }]
  const offered = names.offered(text)
  if (offered) return [{ kind: 'term', term: offered, ...place }]
  if (text === 'e' && next?.text === '^') return [{ kind: 'euler', ...place }]
  const name = functionNamed(text)
  if (name && next?.text === '(') return [{ kind: 'function', name, ...place }]
  if (name) refuse('E_SYNTAX', `Write brackets after ${text}: ${text}(x).`, token)
  const term = names.term(text)
  if (term) return [{ kind: 'term', term, ...place }]
  const lengths = names.split(text)
  return lengths ? pieces(token, lengths, names) : names.refuse(text, token)
}

function pieces(token: Token, lengths: readonly number[], names: Names): readonly Lexeme[] {
  let from = 0
  return lengths.map((length): Lexeme => {
    const piece = token.text.slice(from, from + length)
    const place = hull(token.source[from], token.source[from + length - 1])
    const isSpaced = from === 0 && token.isSpaced
    const term = piece === 'T' ? undefined : names.term(piece)
    from += length
    return term ? { kind: 'term', term, isSpaced, ...place } : { kind: 'sign', text: "'", isSpaced, ...place }
  })
}

/** How many tokens `sum_rest(k)` or `sum_except(k, a)` takes; 0 if none starts at `i`. */
function sumLength(tokens: readonly Token[], i: number): number {
  if (tokens[i].kind !== 'name' || !SUMS.includes(tokens[i].text) || tokens[i + 1]?.text !== '(') return 0
  const closing = tokens.findIndex(({ text }, at) => at > i && text === ')')
  const isList = tokens
    .slice(i + 2, closing)
    .every(({ kind, text }, at) => (at % 2 === 0 ? kind === 'name' || kind === 'number' : text === ','))
  if (closing - i < 3 || (closing - i) % 2 === 0 || !isList)
    refuse('E_SYNTAX', `Write ${tokens[i].text}(k) for the sum of the other keys.`, tokens[i])
  return closing - i + 1
}

/** `k_rest`, and with it the named keys that a sum does not leave out: `\sum_{i \ne a} k_i` is `k_rest + k_b`. */
function sumOf(tokens: readonly Token[], names: Names): readonly Lexeme[] {
  const place = { ...hull(tokens[0], tokens[tokens.length - 1]), isSpaced: tokens[0].isSpaced }
  const [base, ...listed] = tokens
    .slice(2, -1)
    .filter(({ text }) => text !== ',')
    .map(({ text }) => text)
  const family = base.replace(/_i$/, '')
  const inFamily = (name: string) => `${family}_${name.split('_').at(-1)}`
  const summed = summedNames(tokens[0].text, family, listed.map(inFamily), names)
  const terms = [...summed, ...listed.map(inFamily)].map(
    (name) => names.offered(name) ?? names.refuse(name, place),
  )
  const sum = terms
    .slice(0, summed.length)
    .flatMap((term): Lexeme[] => [sign('+', place, false), { kind: 'term', term, ...place }])
    .slice(1)
  return summed.length === 1 ? sum : [sign('(', place, place.isSpaced), ...sum, sign(')', place, false)]
}

function summedNames(
  sum: string,
  family: string,
  listed: readonly string[],
  names: Names,
): readonly string[] {
  if (sum === 'sum_among') return listed
  const rest = `${family}_rest`
  const isAll = sum === 'sum_except' || listed.length > 0
  const others = names.family(family).filter((name) => name !== rest && !listed.includes(name))
  return [rest, ...(isAll ? others : [])]
}

/** With every product written: a star between factors that stand side by side, a comma between columns of a matrix. */
function withProducts(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  const open: string[] = []
  return lexemes.flatMap((lexeme, i): readonly Lexeme[] => {
    const before = lexemes[i - 1]
    const isJoined = before !== undefined && endsFactor(before) && startsFactor(lexeme)
    const isInMatrix = open.at(-1) === '['
    if (lexeme.kind === 'sign' && '(['.includes(lexeme.text)) open.push(lexeme.text)
    if (lexeme.kind === 'sign' && ')]'.includes(lexeme.text)) open.pop()
    if (!isJoined) return [lexeme]
    const between = { start: before.end, end: lexeme.start }
    if (isInMatrix && isColumn(before) && isColumn(lexeme) && !isTransposed(lexemes[i + 1]))
      return [sign(',', between, false), lexeme]
    expectClear(before, lexeme, lexemes[i + 1])
    return [{ ...sign('*', between, false), product: 'implied' }, lexeme]
  })
}

const isColumn = (lexeme: Lexeme) => lexeme.kind === 'term' && lexeme.term.shape === 'column'

const isTransposed = (next: Lexeme | undefined) => next?.kind === 'sign' && next.text === "'"

function expectClear(left: Lexeme, right: Lexeme, next: Lexeme | undefined): void {
  const place = hull(left, right)
  if (right.kind === 'number')
    refuse(
      'E_SYNTAX',
      'A number after a factor can be a product or a power: write * or ^ between them. Or is a sign such as ≫ missing?',
      place,
    )
  const isEntry = right.kind === 'sign' && right.text === '[' && next?.kind === 'number'
  if (isEntry && (left.kind === 'term' || left.kind === 'defined'))
    refuse('E_NODE', 'Entries of vectors have no names here. Write * before a matrix.', place)
}

const endsFactor = (lexeme: Lexeme) =>
  lexeme.kind === 'sign' ? ")]'".includes(lexeme.text) : lexeme.kind !== 'function'

const startsFactor = (lexeme: Lexeme) => lexeme.kind !== 'sign' || '(['.includes(lexeme.text)

const sign = (text: string, { start, end }: Place, isSpaced: boolean) =>
  ({ kind: 'sign', text, start, end, isSpaced }) as const
