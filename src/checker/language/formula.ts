import { create, type MathNode, parseDependencies } from 'mathjs/number'
import { withCalls } from './bars'
import { evaluate } from './evaluate'
import { type Expression, partsOf } from './expression'
import { type Lexeme, lexemesOf, type Meanings } from './lexemes'
import { type Parsed, Reader } from './reader'
import { RefusedError, refuse } from './refused'
import { hull } from './source'
import type { Token } from './tokens'

const MAX_NODES = 600
const MAX_DEPTH = 40

/** Only the grammar: nothing that evaluates is loaded. */
const { parse } = create({ parseDependencies })

/**
 * What one formula says, with all its shapes matched.
 *
 * The grammar of operators is mathjs'. It is handed placeholders, s0, s1 …, for all names and numbers, so that every
 * leaf keeps its place and no name of a person's choosing reaches it; what it returns is read by an allow-list.
 *
 * @throws {RefusedError} at the first place where it says nothing
 */
export function expressionOf(tokens: readonly Token[], meanings: Meanings): Expression {
  const called = withCalls(tokens)
  expectKnownSigns(called)
  expectBrackets(called)
  const lexemes = lexemesOf(called, meanings)
  const { expression } = new Reader(lexemes).read(parsed(lexemes))
  expectSize(expression)
  expectWorkable(expression)
  return expression
}

const UNREAD = new Map([
  ['!', 'Factorials have no meaning here.'],
  ['"', 'Quotation marks have no meaning here.'],
  ['…', 'Dots leave open what is meant: write sum_rest(k) for the sum of the other keys.'],
  ['±', 'An answer has one sign: write + or −.'],
  ['_', 'An index stands after a name.'],
])

/** Refuses signs that no formula has. Words, relations and bars are none by now: a formula ends at the first two. */
function expectKnownSigns(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.kind !== 'sign' || "+-*/^'()[],;%∞⊗⊙".includes(token.text)) continue
    refuse('E_NODE', UNREAD.get(token.text) ?? `The sign “${token.text}” has no meaning here.`, token)
  }
}

/**
 * Refuses brackets that do not match, or nest too deep.
 *
 * @throws {RefusedError} at the first that does not
 */
export function expectBrackets(tokens: readonly Token[]): void {
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

/** Refuses what definitions within definitions have blown up. */
function expectSize(expression: Expression): void {
  if (sizeOf(expression, new Map()) > MAX_NODES)
    refuse('E_SIZE', `With its definitions written out, this has more than ${MAX_NODES} parts.`, expression)
}

function sizeOf(expression: Expression, known: Map<Expression, number>): number {
  const size =
    known.get(expression) ?? partsOf(expression).reduce((sum, part) => sum + sizeOf(part, known), 1)
  known.set(expression, size)
  return size
}

/** Refuses what no instance can make sense of: a number outside its domain, or a division by a 0 without names. */
function expectWorkable(part: Expression): void {
  if (isConstant(part)) expectNumber(part)
  else {
    if (part.kind === 'quotient' && isConstant(part.right)) expectNumber({ ...part, left: part.right })
    partsOf(part).forEach(expectWorkable)
  }
}

/** Whether `part` is made of numbers alone. */
export function isConstant(part: Expression): boolean {
  return part.kind !== 'term' && partsOf(part).every(isConstant)
}

function expectNumber(part: Expression): void {
  const result = evaluate(part, noOperand)
  if ('refused' in result) throw new RefusedError(result.refused)
}

function noOperand(name: string): never {
  throw new RangeError(`expectNumber: expected no names, got ${name}`)
}

/** The tree of `lexemes`, with placeholders for leaves. */
function parsed(lexemes: readonly Lexeme[]): Parsed {
  const written = lexemes.map(placeholder)
  try {
    const tree: MathNode = parse(written.join(' '))
    let nodes = 0
    tree.traverse(() => nodes++)
    if (nodes > MAX_NODES)
      refuse(
        'E_SIZE',
        `This has ${nodes} parts; at most ${MAX_NODES} are read.`,
        hull(lexemes[0], lexemes[lexemes.length - 1]),
      )
    return tree as unknown as Parsed
  } catch (error) {
    if (error instanceof RefusedError) throw error
    return refuseSyntax(lexemes, written, error)
  }
}

function placeholder(lexeme: Lexeme, i: number): string {
  if (lexeme.kind === 'sign') return lexeme.text
  return lexeme.kind === 'function' ? `f${i}` : `s${i}`
}

function refuseSyntax(lexemes: readonly Lexeme[], written: readonly string[], error: unknown): never {
  const character =
    typeof error === 'object' && error !== null && 'char' in error ? Number(error.char) : Infinity
  let passed = 0
  const at = written.findIndex((word) => (passed += word.length + 1) > character)
  const last = lexemes[lexemes.length - 1]
  if (String(error).includes('dimensions'))
    refuse('E_SHAPE', 'The rows of this matrix differ in length.', lexemes[at] ?? last)
  if (at < 0) refuse('E_SYNTAX', 'Something is missing at the end.', last)
  const wrong = lexemes[at]
  refuse(
    'E_SYNTAX',
    wrong.kind === 'sign' ? `“${wrong.text}” was not expected here.` : 'This was not expected here.',
    wrong,
  )
}
