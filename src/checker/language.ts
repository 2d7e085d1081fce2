import { create, type MathNode, parseDependencies } from 'mathjs/number'
import type { Vocabulary } from '../constructions/exercises/exercise'
import { evaluate } from './evaluate'
import { type Expression, partsOf } from './expression'
import { plainOf } from './latex'
import { type Lexeme, lexemesOf } from './lexemes'
import { Names } from './names'
import { normalised } from './normalise'
import { type Parsed, Reader } from './reader'
import { orRefused, type Refused, RefusedError, refuse } from './refused'
import { hull } from './source'
import { tokensOf } from './tokens'

/** What a text says, or why it says nothing here. */
export type Reading = { readonly expression: Expression } | { readonly refused: Refused }

const MAX_CHARACTERS = 1000
const MAX_NODES = 600

/** Only the grammar: nothing that evaluates is loaded. */
const { parse } = create({ parseDependencies })

/**
 * What `text` says in the names of `vocabulary`, with all its shapes matched; or the first reason, in a sentence and at
 * its place, why it says nothing. Reads plain text, LaTeX and what is pasted from a PDF. Never throws.
 *
 * The grammar of operators is mathjs'. It is handed placeholders, s0, s1 …, for all names and numbers, so that every
 * leaf keeps its place and no name of a person's choosing reaches it; what it returns is read by an allow-list.
 */
export function read(text: string, vocabulary: Vocabulary): Reading {
  return orRefused(() => {
    if (text.length > MAX_CHARACTERS)
      refuse('E_LEN', `At most ${MAX_CHARACTERS} characters are read; these are ${text.length}.`, {
        start: MAX_CHARACTERS,
        end: text.length,
      })
    const tokens = tokensOf(plainOf(normalised(text)))
    if (tokens.length === 0) refuse('E_EMPTY', 'Nothing is written yet.', { start: 0, end: text.length })
    const lexemes = lexemesOf(tokens, new Names(vocabulary))
    const { expression } = new Reader(lexemes).read(parsed(lexemes))
    expectWorkable(expression)
    return { expression }
  })
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
function isConstant(part: Expression): boolean {
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
