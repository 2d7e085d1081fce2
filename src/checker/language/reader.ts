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
import type { Lexeme, ProductSign } from './lexemes'
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
        return this.leaf(indexOf(node))
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
    if (lexeme.kind === 'defined')
      return { expression: { ...lexeme.expression, ...placeOf(lexeme) }, first: i, last: i }
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
    if (operator === 'pow' && this.isEuler(args[0])) return this.exponential(args[0], args[1])
    const [left, right] = [this.read(args[0]), this.read(args[1])]
    const place = this.place(left.first, right.last)
    if (operator === 'multiply' && isQuotient(args[0])) this.expectClear(left, right)
    const expression =
      operator === 'multiply'
        ? this.product(left, right, place)
        : operator === 'pow' && isTransposition(left.expression, right.expression)
          ? transposeOf(left.expression, place)
          : combined(operator, left.expression, right.expression, place)
    return { expression, first: left.first, last: right.last }
  }

  private isEuler(node: Parsed): boolean {
    return node.type === 'SymbolNode' && this.lexemes[indexOf(node)].kind === 'euler'
  }

  private exponential(base: Parsed, exponent: Parsed): Span {
    const first = base.type === 'SymbolNode' ? indexOf(base) : 0
    const { expression, last } = this.read(exponent)
    return { expression: callOf('exp', expression, this.place(first, last)), first, last }
  }

  private product(left: Span, right: Span, place: Place): Expression {
    const [a, b] = [left.expression, right.expression]
    const sign = this.productSign(left, right)
    if (sign === 'outer' && a.shape.kind === 'column' && b.shape.kind === 'column')
      return productOf(a, transposeOf(b, b), place)
    const isScaling = a.shape.kind === 'scalar' || b.shape.kind === 'scalar'
    if (sign === 'entrywise' && !isScaling)
      refuse(
        'E_NODE',
        'A product entry by entry (⊙) is read with a number only; write u_a u_bᵀ for an outer product.',
        place,
      )
    return productOf(a, b, place)
  }

  private productSign(left: Span, right: Span): ProductSign | undefined {
    const between = this.lexemes.slice(left.last + 1, right.first)
    return between.flatMap((lexeme) => (lexeme.kind === 'sign' && lexeme.product ? [lexeme.product] : []))[0]
  }

  /** `1/2 x` is half of x where x is a vector, or where a space says so; `Q/β t` might be `Q/(β t)`. */
  private expectClear(left: Span, right: Span): void {
    if (this.productSign(left, right) !== 'implied' || right.expression.shape.kind !== 'scalar') return
    const isFraction =
      left.last - left.first === 2 && left.expression.kind === 'quotient' && isNumbers(left.expression)
    if (isFraction && this.lexemes[right.first].isSpaced) return
    const place = this.place(left.first, right.last)
    refuse('E_SYNTAX', 'This can be read in two ways: put brackets around what is divided by.', place)
  }

  private called(fn: Parsed, args: readonly Parsed[]): Span {
    const at = fn.type === 'SymbolNode' ? indexOf(fn) : -1
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
    const spans = args.map((argument) => this.argument(argument))
    const last = spans[spans.length - 1].last + 1
    const place = this.place(at, last)
    const [x, y] = spans.map(({ expression }) => expression)
    return { expression: applied(name, x, y, place), first: at, last }
  }

  /** A list of one number is a list where a function takes it. */
  private argument(node: Parsed): Span {
    return node.type === 'ArrayNode' && node.items.length === 1 ? this.grid(node.items) : this.read(node)
  }

  private literal(items: readonly Parsed[]): Span {
    if (items.length === 0) return this.refuseAll('These brackets are empty.')
    // Square brackets around one expression only group it.
    if (items.length === 1 && items[0].type !== 'ArrayNode') return this.bracketed(this.read(items[0]))
    return this.grid(items)
  }

  private grid(items: readonly Parsed[]): Span {
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

/** A vector or a matrix to the power of t or T is its transpose. */
const isTransposition = (base: Expression, exponent: Expression) =>
  base.shape.kind !== 'scalar' && exponent.kind === 'term' && /^[tT]$/.test(exponent.term.name)

const indexOf = ({ name }: { readonly name: string }) => Number(name.slice(1))

const placeOf = ({ start, end }: Place): Place => ({ start, end })

const isQuotient = (node: Parsed) => node.type === 'OperatorNode' && node.fn === 'divide'

const isNumbers = ({ left, right }: { left: Expression; right: Expression }) =>
  left.kind === 'number' && right.kind === 'number'
