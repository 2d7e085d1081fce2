import {
  callOf,
  literalOf,
  negativeOf,
  numberOf,
  powerOf,
  productOf,
  quotientOf,
  sumOf,
  termOf,
  transposeOf,
} from './compose'
import type { Expression } from './expression'
import type { Lexeme } from './lexemes'
import { type Place, refuse } from './refused'
import { hull } from './source'

/** The nodes of a tree that are read, as mathjs has them: `s2` and `f2` stand for the lexeme of index 2. */
export type Parsed =
  | { readonly type: 'SymbolNode'; readonly name: string }
  | { readonly type: 'ParenthesisNode'; readonly content: Parsed }
  | { readonly type: 'OperatorNode'; readonly fn: string; readonly args: readonly Parsed[] }
  | { readonly type: 'FunctionNode'; readonly fn: Parsed; readonly args: readonly Parsed[] }
  | { readonly type: 'ArrayNode'; readonly items: readonly Parsed[] }

/** An expression and the lexemes that it was read from. */
interface Span {
  readonly expression: Expression
  readonly first: number
  readonly last: number
}

/** Reads trees over `lexemes`, each part with its place. What is on no list is refused. */
export class Reader {
  private readonly lexemes: readonly Lexeme[]

  constructor(lexemes: readonly Lexeme[]) {
    this.lexemes = lexemes
  }

  read(node: Parsed): Span {
    switch (node.type) {
      case 'SymbolNode':
        return this.leaf(Number(node.name.slice(1)))
      case 'ParenthesisNode':
        return this.bracketed(this.read(node.content))
      case 'OperatorNode':
        return node.args.length === 1 ? this.unary(node.fn, node.args[0]) : this.binary(node.fn, node.args)
      case 'FunctionNode':
        return this.called(node.fn, node.args)
      case 'ArrayNode':
        return this.literal(node.items)
      default:
        return this.refuseAll('This is not one expression.')
    }
  }

  private leaf(i: number): Span {
    const lexeme = this.lexemes[i]
    if (lexeme.kind === 'number') return { expression: numberOf(lexeme.value, lexeme), first: i, last: i }
    if (lexeme.kind === 'term') return { expression: termOf(lexeme.term, lexeme), first: i, last: i }
    return this.refuseAll('This is not one expression.')
  }

  /** Brackets count to the place of what they hold. */
  private bracketed({ expression, first, last }: Span): Span {
    const place = this.place(first - 1, last + 1)
    return { expression: { ...expression, ...place }, first: first - 1, last: last + 1 }
  }

  private unary(operator: string, argument: Parsed): Span {
    const { expression, first, last } = this.read(argument)
    if (operator === 'ctranspose')
      return { expression: transposeOf(expression, this.place(first, last + 1)), first, last: last + 1 }
    const place = this.place(first - 1, last)
    if (operator === 'unaryPlus') return { expression: { ...expression, ...place }, first: first - 1, last }
    if (operator !== 'unaryMinus') refuse('E_NODE', 'This operation has no meaning here.', place)
    return { expression: negativeOf(expression, place), first: first - 1, last }
  }

  private binary(operator: string, args: readonly Parsed[]): Span {
    const [left, right] = [this.read(args[0]), this.read(args[1])]
    const place = this.place(left.first, right.last)
    if (operator === 'multiply' && isQuotient(args[0])) this.expectClear(left, right)
    const expression = combined(operator, left.expression, right.expression, place)
    return { expression, first: left.first, last: right.last }
  }

  /** `1/2 x` is half of x where x is a vector, or where a space says so; `Q/β t` might be `Q/(β t)`. */
  private expectClear(left: Span, right: Span): void {
    const sign = this.lexemes[left.last + 1]
    if (sign.kind !== 'sign' || !sign.isImplied || right.expression.shape.kind !== 'scalar') return
    const isFraction =
      left.last - left.first === 2 && left.expression.kind === 'quotient' && isNumbers(left.expression)
    if (isFraction && this.lexemes[right.first].isSpaced) return
    const place = this.place(left.first, right.last)
    refuse('E_SYNTAX', 'This can be read in two ways: put brackets around what is divided by.', place)
  }

  private called(fn: Parsed, args: readonly Parsed[]): Span {
    const at = fn.type === 'SymbolNode' ? Number(fn.name.slice(1)) : -1
    const lexeme = this.lexemes[at]
    if (lexeme?.kind !== 'function') return this.refuseAll('This is not one expression.')
    const { name } = lexeme
    const wanted = name === 'dot' || name === 'outer' ? 2 : 1
    if (args.length !== wanted)
      refuse(
        'E_SYNTAX',
        `${name} takes ${wanted === 1 ? 'one argument' : 'two arguments'}, not ${args.length}.`,
        lexeme,
      )
    const spans = args.map((argument) => this.read(argument))
    const last = spans[spans.length - 1].last + 1
    const place = this.place(at, last)
    const [x, y] = spans.map(({ expression }) => expression)
    return { expression: applied(name, x, y, place), first: at, last }
  }

  private literal(items: readonly Parsed[]): Span {
    if (items.length === 0) return this.refuseAll('These brackets are empty.')
    const isGrid = items.every((item) => item.type === 'ArrayNode')
    const rows = items.map((item) => (isGrid && item.type === 'ArrayNode' ? item.items : [item]))
    const spans = rows.map((row) => row.map((entry) => this.read(entry)))
    const all = spans.flat()
    if (all.length === 0) return this.refuseAll('These brackets are empty.')
    const [first, last] = this.widened(all[0].first, all[all.length - 1].last)
    const entries = spans.map((row) => row.map(({ expression }) => expression))
    return { expression: literalOf(entries, !isGrid, this.place(first, last)), first, last }
  }

  /** With the square brackets around it. */
  private widened(first: number, last: number): readonly [number, number] {
    const isPair = this.sign(first - 1) === '[' && this.sign(last + 1) === ']'
    return isPair ? this.widened(first - 1, last + 1) : [first, last]
  }

  private sign(i: number): string {
    const lexeme = this.lexemes[i]
    return lexeme?.kind === 'sign' ? lexeme.text : ''
  }

  private place(first: number, last: number): Place {
    return hull(this.lexemes[first], this.lexemes[last])
  }

  private refuseAll(message: string): never {
    refuse('E_NODE', message, this.place(0, this.lexemes.length - 1))
  }
}

function combined(operator: string, left: Expression, right: Expression, place: Place): Expression {
  switch (operator) {
    case 'add':
      return sumOf(left, '+', right, place)
    case 'subtract':
      return sumOf(left, '-', right, place)
    case 'multiply':
      return productOf(left, right, place)
    case 'divide':
      return quotientOf(left, right, place)
    case 'pow':
      return powerOf(left, right, place)
    default:
      return refuse('E_NODE', 'This operation has no meaning here.', place)
  }
}

function applied(
  name: Extract<Lexeme, { kind: 'function' }>['name'],
  x: Expression,
  y: Expression,
  place: Place,
): Expression {
  if (name === 'transpose') return transposeOf(x, place)
  if (name !== 'dot' && name !== 'outer') return callOf(name, x, place)
  const wrong = [x, y].find(({ shape }) => shape.kind !== 'column')
  if (wrong) refuse('E_SHAPE', `${name} wants two columns; this is a ${wrong.shape.kind}.`, wrong)
  return name === 'dot' ? productOf(transposeOf(x, x), y, place) : productOf(x, transposeOf(y, y), place)
}

const isQuotient = (node: Parsed) => node.type === 'OperatorNode' && node.fn === 'divide'

const isNumbers = ({ left, right }: { left: Expression; right: Expression }) =>
  left.kind === 'number' && right.kind === 'number'
