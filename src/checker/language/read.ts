import type { Field, Vocabulary } from '../../constructions/exercises/exercise'
import { transposeOf } from './compose'
import type { Direction } from './conditions'
import { Definitions } from './definitions'
import { type Expression, termsOf } from './expression'
import { expectBrackets, expressionOf } from './formula'
import { INFINITE } from './free-letters'
import { plainOf } from './latex'
import type { Meanings } from './lexemes'
import { Names } from './names'
import { normalised } from './normalise'
import { AMOUNT } from './prose'
import { type Note, orRefused, type Place, type Refused, RefusedError, refuse } from './refused'
import { soleFormula } from './sole-formula'
import { type Equation, type Statements, setAside, statementsOf } from './statements'
import { type Token, tokensOf } from './tokens'
import { withWords } from './words'

const MAX_CHARACTERS = 1000

/** What was read of one blank. */
export interface FieldReading {
  readonly expression: Expression
  /** What the text says is the same; empty where it says so of nothing. */
  readonly equal: readonly Expression[]
  /** What the text says of names of the question. */
  readonly claims: readonly { readonly name: string; readonly expression: Expression }[]
  /** The blank in whose text it was found, where that is another one. */
  readonly from: string | undefined
  /** Places of what is no part of the formula: conditions and prose. */
  readonly setAside: readonly Place[]
  readonly notes: readonly Note[]
}

/** What was read of the blanks of a question. */
export interface Readings {
  /** By name of the field; blanks that say nothing are left out. */
  readonly byField: Readonly<Record<string, FieldReading | { readonly refused: Refused }>>
  /** How the letters are meant of which the texts say so, by name of the term. */
  readonly directions: ReadonlyMap<string, Direction>
}

interface Text {
  readonly field: string
  readonly written: string
  readonly tokens: readonly Token[]
  readonly statements: Statements
}

/**
 * What `texts` say of `fields` in the names of `vocabulary`; of each blank that says nothing, the first reason why, in
 * a sentence and at its place. Reads plain text, LaTeX, what is pasted from a PDF, and formulas among words. Never throws.
 */
export function readFields(
  fields: readonly Field[],
  vocabulary: Vocabulary,
  texts: Readonly<Record<string, string | undefined>>,
): Readings {
  const names = new Names(
    vocabulary,
    fields.map(({ name }) => name),
  )
  const all = fields.flatMap((field) => {
    const written = texts[field.name]
    return written?.trim() ? [{ field, text: orRefused(() => textOf(written, names, fields, field)) }] : []
  })
  const readable = all.flatMap(({ text }) => ('refused' in text ? [] : [text]))
  const meanings = new Definitions(
    names,
    readable.flatMap(({ statements }) => statements.definitions),
  )
  const directions = directionsOf(readable, names)
  const byField = fields.flatMap((field) => {
    const own = all.find((one) => one.field === field)?.text
    if (own && 'refused' in own) return [[field.name, own] as const]
    const reading = orRefused(() => fieldOf(field, own, readable, { meanings, directions, vocabulary }))
    return 'none' in reading ? [] : [[field.name, reading] as const]
  })
  return { byField: Object.fromEntries(byField), directions }
}

function textOf(written: string, names: Names, fields: readonly Field[], { name }: Field): Text {
  if (written.length > MAX_CHARACTERS)
    refuse('E_LEN', `At most ${MAX_CHARACTERS} characters are read; these are ${written.length}.`, {
      start: MAX_CHARACTERS,
      end: written.length,
    })
  const tokens = withWords(tokensOf(plainOf(normalised(written))), names)
  expectBrackets(tokens)
  return { field: name, written, tokens, statements: statementsOf(tokens, names, fields, name) }
}

interface Setting {
  readonly meanings: Meanings
  readonly directions: ReadonlyMap<string, Direction>
  readonly vocabulary: Vocabulary
}

function fieldOf(
  field: Field,
  own: Text | undefined,
  texts: readonly Text[],
  setting: Setting,
): FieldReading | { readonly none: true } {
  const equations = texts.flatMap((text) =>
    text.statements.equations
      .filter(({ fields, sides }) => fields.includes(field.name) && sides[0].length > 0)
      .map((equation) => ({ text, equation })),
  )
  const isSaid = equations.some(({ text }) => text === own)
  const formula =
    own && !isSaid && own.statements.formulas.length > 0
      ? soleFormula(own.statements, own.tokens, field, setting.meanings)
      : undefined
  const home = isSaid || formula ? own : equations[0]?.text
  if (home === undefined)
    return own ? refuse('E_NODE', NO_FORMULA, { start: 0, end: own.written.length }) : { none: true }
  const [here, elsewhere] = [true, false].map((isHere) =>
    equations.filter(({ text }) => (text === home) === isHere).map(({ equation }) => equation),
  )
  const sources = formula ? [{ ...formula, isTransposed: false }] : here
  return readingOf(
    {
      text: home,
      sources,
      elsewhere,
      from: home === own ? undefined : home.field,
      isNameless: formula !== undefined,
    },
    setting,
  )
}

const NO_FORMULA = 'No formula was found here: write it in the symbols of the question.'

type Source = Pick<Equation, 'clause' | 'sides' | 'isTransposed'>

/** Where a blank's formula was found, and what other texts say that it is. */
interface Found {
  readonly text: Text
  readonly sources: readonly Source[]
  readonly elsewhere: readonly Source[]
  /** Whether the text does not say for which blank it is. */
  readonly isNameless: boolean
  readonly from: string | undefined
}

function readingOf({ text, sources, elsewhere, from, isNameless }: Found, setting: Setting): FieldReading {
  const { meanings, directions, vocabulary } = setting
  const sides = sources.flatMap((source) =>
    source.sides.map((side) => ({ side, ...sideOf(side, source, meanings) })),
  )
  const read = sides.flatMap(({ expression }) => expression ?? [])
  const [expression, ...equal] = read
  const { refused } =
    sides.find((one) => one.refused && (read.length === 0 || isNameless || !isOwnName(one.refused))) ?? {}
  if (refused) throw new RefusedError(refused)
  expectUnbounded(expression, directions)
  expectAmount(expression, text, meanings.names)
  const { definitions, claims } = text.statements
  const unread = new Set(sides.flatMap(({ side, refused: reason }) => (reason ? side : [])))
  const used = [...sources, ...definitions]
    .flatMap(({ clause }) => clause)
    .filter((token) => !unread.has(token))
  const repeated = elsewhere.flatMap((source) => source.sides.map((side) => sideOf(side, source, meanings)))
  const { start, end } = expression
  return {
    expression,
    equal: [
      ...equal,
      ...repeated.flatMap((side) => (side.expression ? [{ ...side.expression, start, end }] : [])),
    ],
    claims: claims.flatMap(({ name, tokens }) => {
      const claim = orRefused(() => expressionOf(tokens, meanings))
      return 'refused' in claim
        ? []
        : [{ name: meanings.names.offered(name.text)?.name ?? name.text, expression: claim }]
    }),
    from,
    setAside: from === undefined ? setAside(text.tokens, new Set(used)) : [],
    notes: infinityNote(expression, text, vocabulary),
  }
}

/** Whether a text was refused for a name of which the question knows nothing. */
const isOwnName = ({ code, diagnosis }: Refused) => code === 'E_NAME' && diagnosis === undefined

/** One side of an equation. Where another side can be read, one in names of a person's own is only set aside. */
function sideOf(
  side: readonly Token[],
  { clause, isTransposed }: Source,
  meanings: Meanings,
): { readonly expression?: Expression; readonly refused?: Refused } {
  const read = orRefused(() => {
    if (side.length === 0)
      refuse('E_SYNTAX', 'Something is missing beside this sign.', clause[clause.length - 1])
    return expressionOf(side, meanings)
  })
  if ('refused' in read) return read
  // q' may be the transpose of q, or another q.
  const isTurned = isTransposed && read.shape.kind !== 'column'
  return { expression: isTurned ? transposeOf(read, read) : read }
}

function expectUnbounded(expression: Expression, directions: ReadonlyMap<string, Direction>): void {
  const bounded = termsOf(expression).find(({ name }) => directions.get(name) === 'bounded')
  if (bounded)
    refuse(
      'E_NODE',
      `You say that ${bounded.name} stays within bounds. Say that it is as large as wanted (${bounded.name} → ∞) or as small (${bounded.name} → 0), or leave that out.`,
      expression,
    )
}

/**
 * Refuses “a large multiple of k_a + k_b”, whose words would be lost: without a letter, nothing is large. What is said of a
 * letter of the question is no part of the formula.
 */
function expectAmount(expression: Expression, { tokens, statements }: Text, names: Names): void {
  const known = statements.conditions.filter(({ letter }) => {
    const term = names.term(letter)
    return term && !term.isFree
  })
  const word = tokens.find(
    (token) =>
      token.kind === 'word' &&
      AMOUNT.test(token.text) &&
      !known.some((condition) => isBeside(token, condition, tokens)),
  )
  if (!word || termsOf(expression).some(({ isFree }) => isFree) || expression.shape.kind === 'matrix') return
  const { start, end } = expression
  refuse('E_NODE', `Write a letter, such as Q, for what “${word.text}” says.`, word, {
    suggestion: {
      label: 'Write Q*(…)',
      edits: [
        { start, end: start, text: 'Q*(' },
        { start: end, end, text: ')' },
      ],
    },
  })
}

/** Whether nothing but words lies between `word` and `place`: “since β is large” speaks of β. */
function isBeside(word: Token, place: Place, tokens: readonly Token[]): boolean {
  const [start, end] = [Math.min(word.end, place.end), Math.max(word.start, place.start)]
  return tokens.every((token) => token.start < start || token.end > end || token.kind === 'word')
}

/** What to know of ∞ in a formula, and the letter to write in its place. */
function infinityNote(expression: Expression, { tokens }: Text, { letters }: Vocabulary): readonly Note[] {
  const terms = termsOf(expression)
  const letter = letters.find(({ name }) => !terms.some((term) => term.name === name))
  if (!terms.includes(INFINITE) || !letter) return []
  const signs = tokens.filter(({ text }) => text === '∞')
  return [
    {
      message: `∞ is no number: it is read as a letter for one that is as large as wanted. Write a letter such as ${letter.name} in its place.`,
      suggestion: {
        label: `Write ${letter.name}`,
        edits: signs.map(({ start, end }) => ({ start, end, text: `${letter.name} ` })),
      },
    },
  ]
}

/** How the letters are meant; a letter of which two things are said is bound by both. */
function directionsOf(texts: readonly Text[], names: Names): ReadonlyMap<string, Direction> {
  const directions = new Map<string, Direction>([[INFINITE.name, 'large']])
  for (const { letter, direction } of texts.flatMap(({ statements }) => statements.conditions)) {
    const term = names.term(letter)
    if (!term?.isFree) continue
    const known = directions.get(term.name)
    directions.set(term.name, known === undefined || known === direction ? direction : 'bounded')
  }
  return directions
}
