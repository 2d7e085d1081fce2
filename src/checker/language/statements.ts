import type { Field } from '../../constructions/exercises/exercise'
import { type Clause, clausesOf, isRelation } from './clauses'
import { type Condition, conditionInWords, conditionOf } from './conditions'
import { functionNamed, type Names } from './names'
import { type Place, refuse } from './refused'
import { hull } from './source'
import type { Token } from './tokens'

/** Expressions that a text says are equal; one alone where it says so of none. */
export type Sides = readonly (readonly Token[])[]

/** A part of a text, and the tokens that it was read from. */
interface Part {
  readonly clause: readonly Token[]
}

/** What it says fields are: `q = …`; `isTransposed` where it says it of `qᵀ`. */
export interface Equation extends Part {
  readonly fields: readonly string[]
  readonly isTransposed: boolean
  readonly sides: Sides
}

/** A formula without a left-hand side. */
export interface Formula extends Part {
  readonly sides: Sides
}

/** A meaning that is given to a name, or something that is said of a name of the question. */
export interface Naming extends Part {
  readonly name: Token
  readonly tokens: readonly Token[]
}

/** What a text says, clause by clause. */
export interface Statements {
  readonly equations: readonly Equation[]
  readonly formulas: readonly Formula[]
  readonly definitions: readonly Naming[]
  readonly claims: readonly Naming[]
  readonly conditions: readonly Condition[]
}

/** The statements of a text whose words are marked, for the blank called `own` among `fields`. */
export function statementsOf(
  tokens: readonly Token[],
  names: Names,
  fields: readonly Field[],
  own: string | undefined,
): Statements {
  const read = { equations: [], formulas: [], definitions: [], claims: [], conditions: [] } as Mutable
  for (const clause of clausesOf(tokens)) sort(clause, names, fields, own, read)
  return read
}

type Mutable = { -readonly [K in keyof Statements]: Statements[K][number][] }

function sort(
  clause: Clause,
  names: Names,
  fields: readonly Field[],
  own: string | undefined,
  read: Mutable,
): void {
  const { tokens } = clause
  const said = conditionInWords(clause)
  // “k_j for large t” says nothing of k_j, which is no number.
  const inWords = said && names.isNumber(said.letter) ? said : undefined
  if (inWords) read.conditions.push(inWords)
  const at = tokens.findIndex(isRelation)
  if (at < 0) {
    if (!inWords && !isMention(clause, names, fields)) read.formulas.push({ clause: tokens, sides: [tokens] })
    return
  }
  const sign = tokens[at].text
  const left =
    leftSide(tokens.slice(0, at), fields) ??
    (at === 0 && isSaidOfAnswer(clause, read) ? ownSide(own) : undefined)
  if (left && '=≈→∝'.includes(sign)) read.equations.push(equation(left, tokens, at, fields))
  else if (isExample(clause)) return
  else if (sign === '=') sortEquality(tokens, at, { names, fields, read })
  else if (sign !== '≈' || at > 1) sortRelation(tokens, sign, read)
}

function sortRelation(tokens: readonly Token[], sign: string, read: Mutable): void {
  const condition = conditionOf(tokens)
  if (condition) read.conditions.push(condition)
  else if (sign === '≈') read.formulas.push({ clause: tokens, sides: split(tokens) })
}

/** Whether a clause only names something: “for a scalar t”, “q: …”. */
function isMention({ tokens, before, after }: Clause, names: Names, fields: readonly Field[]): boolean {
  if (tokens.length !== 1 || tokens[0].kind !== 'name') return false
  if ((names.offered(tokens[0].text)?.shape ?? 'scalar') !== 'scalar') return false
  return before.length + after.length > 0 || leftSide(tokens, fields) !== undefined
}

/** Whether a clause only gives an example of a letter: “e.g. t = 1000”. */
const isExample = ({ before }: Clause) => /^(?:e\.g\.|eg|example|instance)$/i.test(before.at(-1)?.text ?? '')

interface Left {
  readonly field: string
  readonly isTransposed: boolean
}

/** Whether what comes after a sign without a left-hand side is the answer: “the query is = …”, or `≈ u_a` alone. */
const isSaidOfAnswer = ({ before }: Clause, { equations, formulas }: Mutable) =>
  isAnswer(before.at(-1)) || before.length + equations.length + formulas.length === 0

/** Whether a word before an equals sign stands for what is asked for. */
const isAnswer = (word: Token | undefined) =>
  /^(?:query|answer|output|solution|vector|result)$/i.test(word?.text ?? '')

const ownSide = (own: string | undefined): Left | undefined =>
  own === undefined ? undefined : { field: own, isTransposed: false }

/** The field that `tokens` name: `q`, `\hat q`, `q^*`, `q_1`, `q^{(1)}`, `W_K`, `q^\top`. */
export function leftSide(tokens: readonly Token[], fields: readonly Field[]): Left | undefined {
  const text = tokens
    .map((token) => token.text)
    .join('')
    .replace(/[\u0302-\u0308_^()*]/g, '')
  const match = /^W?([a-zA-Z]+\d?)('?)$/.exec(text)
  if (!match) return undefined
  const [, name, transposition] = match
  const field = fields.find((one) => one.name === name) ?? soleField(tokens, fields)
  return field && { field: field.name, isTransposed: transposition !== '' }
}

/** Of a question with one blank, the blank, by its letter: `q` is also called `q_1` or `q_{ab}`, and `c_2` also `c`. */
function soleField(tokens: readonly Token[], fields: readonly Field[]): Field | undefined {
  const [only] = fields
  const [letter, index] = tokens[0].text.split('_')
  const isIndexed = index !== undefined || /\d$/.test(letter) || letter.length === 1
  return fields.length === 1 && isIndexed && letter[0] === only.name[0] && letter.length < 3
    ? only
    : undefined
}

function equation(
  { field, isTransposed }: Left,
  tokens: readonly Token[],
  at: number,
  fields: readonly Field[],
): Equation {
  if (tokens[at].text === '∝') refuseProportion(tokens, at)
  const sides = split(tokens.slice(at + 1))
  const named = sides.findIndex((side) => leftSide(side, fields) === undefined)
  const others = sides.slice(0, Math.max(0, named)).flatMap((side) => leftSide(side, fields)?.field ?? [])
  return { clause: tokens, fields: [field, ...others], isTransposed, sides: sides.slice(Math.max(0, named)) }
}

/** `q ∝ k_a + k_b` leaves open what matters. */
function refuseProportion(tokens: readonly Token[], at: number): never {
  const right = tokens.slice(at + 1)
  const place = hull(tokens[0], tokens[tokens.length - 1])
  const message =
    '∝ leaves the length open, and the length decides how much of the weight the other keys keep. Write q = Q(…), with a letter for it.'
  if (right.length === 0) return refuse('E_NODE', message, place)
  const [first, last] = [right[0], right[right.length - 1]]
  return refuse('E_NODE', message, place, {
    suggestion: {
      label: 'Write q = Q(…)',
      edits: [
        { start: tokens[at].start, end: first.start, text: '= Q*(' },
        { start: last.end, end: last.end, text: ')' },
      ],
    },
  })
}

/** Sides between equals signs, up to the first sign of another kind. */
function split(tokens: readonly Token[]): Sides {
  const end = tokens.findIndex((token) => isRelation(token) && !'=≈'.includes(token.text))
  const sides: Token[][] = [[]]
  for (const token of end < 0 ? tokens : tokens.slice(0, end)) {
    if (isRelation(token)) sides.push([])
    else sides[sides.length - 1].push(token)
  }
  return sides
}

/** Whether `name` cannot be given a meaning. */
const isTaken = (name: string) => name === 'e' || functionNamed(name) !== undefined

interface Sorting {
  readonly names: Names
  readonly fields: readonly Field[]
  readonly read: Mutable
}

/** `C = …` defines a name, `β = …` says something of the question, `A = B` is one formula in two ways. */
function sortEquality(tokens: readonly Token[], at: number, { names, fields, read }: Sorting): void {
  const sides = split(tokens)
  const last = leftSide(sides[sides.length - 1], fields)
  if (last) {
    read.equations.push({
      clause: tokens,
      fields: [last.field],
      isTransposed: last.isTransposed,
      sides: sides.slice(0, -1),
    })
    return
  }
  const [name] = tokens
  if (at === 1 && isTaken(name.text)) refuse('E_NODE', `${name.text} has a meaning already.`, name)
  if (at !== 1 || name.kind !== 'name') {
    if (at > 0) read.formulas.push({ clause: tokens, sides })
    return
  }
  const right = sides[sides.length - 1]
  const offered = names.offered(name.text)
  if (offered && !offered.isFree) read.claims.push({ clause: tokens, name, tokens: right })
  else if (/^[+-]?∞$/.test(right.map(({ text }) => text).join(''))) sortRelation(tokens, '=', read)
  else if (right.length > 0) read.definitions.push({ clause: tokens, name, tokens: right })
}

/** The places of everything that is not among `used`, each stretch once, without the punctuation at its ends. */
export function setAside(tokens: readonly Token[], used: ReadonlySet<Token>): readonly Place[] {
  const stretches: Token[][] = [[]]
  for (const token of tokens) {
    if (used.has(token)) stretches.push([])
    else stretches[stretches.length - 1].push(token)
  }
  return stretches.flatMap((stretch) => {
    const said = stretch.filter(({ text }) => !/^[\s,;:.]$/.test(text))
    return said.length === 0 ? [] : [hull(said[0], said[said.length - 1])]
  })
}
