import type { Term } from '../../constructions/exercises/exercise'
import type { Expression, FunctionName, ValueShape } from './expression'
import { BINDING, print, within } from './print'
import { type Place, refuse } from './refused'
import { isSameShape, isSquare, productShape, SCALAR, shapeName, sizeOf, transposedShape } from './shape'

/*
 * Expressions from their parts. What has no shape is refused in words, at its place, before anything is evaluated.
 */

const MAX_DIMENSION = 64

/** A number. */
export const numberOf = (value: number, place: Place): Expression => ({
  kind: 'number',
  value,
  shape: SCALAR,
  ...at(place),
})

/** What the question calls `term`. */
export function termOf(term: Term, place: Place): Expression {
  return { kind: 'term', term, shape: TERM_SHAPES[term.shape], ...at(place) }
}

/** `−of`; a number becomes the negative number. */
export function negativeOf(of: Expression, place: Place): Expression {
  return { kind: 'negative', of, shape: of.shape, ...at(place) }
}

/**
 * `left + right` or `left − right`.
 *
 * @throws {RefusedError} if the shapes differ
 */
export function sumOf(left: Expression, sign: '+' | '-', right: Expression, place: Place): Expression {
  // A 0 beside a vector is the vector of zeros.
  if (isZero(right) && left.shape.kind !== 'scalar') return { ...left, ...at(place) }
  if (!isSameShape(left.shape, right.shape)) refuse('E_SHAPE', sumProse(left, sign, right), place)
  return { kind: 'sum', left, sign, right, shape: left.shape, ...at(place) }
}

/**
 * The matrix product `left right`.
 *
 * @throws {RefusedError} if the shapes have none
 */
export function productOf(left: Expression, right: Expression, place: Place): Expression {
  const shape = productShape(left.shape, right.shape)
  if (shape === undefined) return refuse('E_SHAPE', productProse(left, right), place)
  return { kind: 'product', left, right, shape, ...at(place) }
}

/**
 * `left / right`.
 *
 * @throws {RefusedError} unless `right` is a scalar
 */
export function quotientOf(left: Expression, right: Expression, place: Place): Expression {
  if (right.shape.kind !== 'scalar')
    refuse('E_SHAPE', `${quoted(right)} is ${shapeName(right.shape)}: only scalars divide.`, right)
  return { kind: 'quotient', left, right, shape: left.shape, ...at(place) }
}

/**
 * `base ^ exponent`.
 *
 * @throws {RefusedError} unless `base` is a scalar or a square matrix and `exponent` a scalar
 */
export function powerOf(base: Expression, exponent: Expression, place: Place): Expression {
  const { shape } = base
  if (shape.kind === 'column' || shape.kind === 'row')
    refuse(
      'E_SHAPE',
      `${quoted(base)} is ${shapeName(shape)}, which has no powers; its transpose is ${within(base, BINDING.atom)}ᵀ.`,
      place,
    )
  if (shape.kind === 'matrix' && !isSquare(shape))
    refuse('E_SHAPE', `Only square matrices have powers; this one is ${sizeOf(shape).join(' × ')}.`, place)
  if (exponent.shape.kind !== 'scalar')
    refuse(
      'E_SHAPE',
      `An exponent is a scalar; ${quoted(exponent)} is ${shapeName(exponent.shape)}.`,
      exponent,
    )
  return { kind: 'power', base, exponent, shape, ...at(place) }
}

/** `ofᵀ`. */
export function transposeOf(of: Expression, place: Place): Expression {
  return { kind: 'transpose', of, shape: transposedShape(of.shape), ...at(place) }
}

/**
 * A function of one argument.
 *
 * @throws {RefusedError} unless the argument's shape is one that the function takes
 */
export function callOf(name: FunctionName, of: Expression, place: Place): Expression {
  const { shape } = of
  // |x| is written of vectors as of numbers, and ‖x‖ of numbers as of vectors.
  if (name === 'abs' && (shape.kind === 'column' || shape.kind === 'row')) return callOf('norm', of, place)
  if (name === 'norm' && shape.kind === 'scalar') return callOf('abs', of, place)
  const isVector = shape.kind === 'column' || shape.kind === 'row'
  const wantsVector = name === 'norm' || name === 'softmax'
  if (wantsVector ? !isVector : shape.kind !== 'scalar')
    refuse(
      'E_SHAPE',
      `${name} wants a ${wantsVector ? 'vector' : 'scalar'}; ${quoted(of)} is ${shapeName(shape)}.`,
      of,
    )
  return { kind: 'call', name, of, shape: name === 'softmax' ? shape : SCALAR, ...at(place) }
}

/**
 * Numbers in brackets, at least one. One row of a grid is a row; a plain list, `isList`, is a column, as every vector
 * here.
 *
 * @throws {RefusedError} unless the entries are scalars, in rows of equal length
 */
export function literalOf(
  rows: readonly (readonly Expression[])[],
  isList: boolean,
  place: Place,
): Expression {
  const block = blockOf(rows, isList, place)
  if (block) return block
  const columns = rows[0].length
  const ragged = rows.findIndex((row) => row.length !== columns)
  if (ragged > 0)
    refuse(
      'E_SHAPE',
      `Row ${ragged + 1} has length ${rows[ragged].length}, row 1 has length ${columns}.`,
      place,
    )
  if (Math.max(rows.length, columns) > MAX_DIMENSION)
    refuse('E_SIZE', `At most ${MAX_DIMENSION} rows and columns are read.`, place)
  const wrong = rows.flat().find(({ shape }) => shape.kind !== 'scalar')
  if (wrong)
    refuse(
      'E_SHAPE',
      `${quoted(wrong)} is ${shapeName(wrong.shape)}: entries are scalars. Group with round brackets.`,
      wrong,
    )
  const entries = isList ? rows.flat().map((entry) => [entry]) : rows
  return { kind: 'literal', entries, shape: gridShape(entries.length, entries[0].length), ...at(place) }
}

/** Columns side by side, rows one below the other; undefined for any other grid. */
function blockOf(
  rows: readonly (readonly Expression[])[],
  isList: boolean,
  place: Place,
): Expression | undefined {
  const parts = rows.flat()
  if (parts.length > MAX_DIMENSION) return undefined
  const isOf = (kind: ValueShape['kind']) => parts.every(({ shape }) => shape.kind === kind)
  const sides = parts.map(({ shape }) => String(sizeOf(shape)))
  if (sides.some((size) => size !== sides[0])) return undefined
  const [height, width] = sizeOf(parts[0].shape)
  const count = parts.length
  if (count === 1 && parts[0].shape.kind !== 'scalar') return { ...parts[0], ...at(place) }
  if (isOf('column') && (isList || rows.length === 1))
    return {
      kind: 'block',
      of: 'columns',
      parts,
      shape: { kind: 'matrix', rows: height, columns: count },
      ...at(place),
    }
  if (isOf('row') && rows.every((row) => row.length === 1))
    return {
      kind: 'block',
      of: 'rows',
      parts,
      shape: { kind: 'matrix', rows: count, columns: width },
      ...at(place),
    }
  return undefined
}

const TERM_SHAPES: Readonly<Record<Term['shape'], ValueShape>> = {
  scalar: SCALAR,
  column: { kind: 'column', length: 'd' },
  matrix: { kind: 'matrix', rows: 'd', columns: 'd' },
}

function gridShape(rows: number, columns: number): ValueShape {
  if (columns === 1) return { kind: 'column', length: rows }
  return rows === 1 ? { kind: 'row', length: columns } : { kind: 'matrix', rows, columns }
}

function sumProse(left: Expression, sign: '+' | '-', right: Expression): string {
  const verb = sign === '+' ? 'added' : 'subtracted'
  if (left.shape.kind === right.shape.kind) return `${sizes(left, right)} cannot be ${verb}.`
  return `${quoted(left)} is ${shapeName(left.shape)}, ${quoted(right)} is ${shapeName(right.shape)}: they cannot be ${verb}.`
}

function productProse(left: Expression, right: Expression): string {
  const [a, b] = [within(left, BINDING.sign), within(right, BINDING.power)]
  const hint = meant(left, right)
  if (hint === undefined) return `${sizes(left, right)} cannot be multiplied.`
  return `${clipped(`${a} ${b}`)} is ${shapeName(left.shape)} times ${shapeName(right.shape)}; did you mean ${clipped(hint)}?`
}

/** The product that was probably meant. */
function meant(left: Expression, right: Expression): string | undefined {
  const flipped = `${within(right, BINDING.sign)} ${within(left, BINDING.power)}`
  const kinds = `${left.shape.kind} ${right.shape.kind}`
  if (kinds === 'column column') return `${within(left, BINDING.sign)} ${transposed(right)}`
  if (kinds === 'row row') return `${transposed(left)} ${within(right, BINDING.power)}`
  return kinds === 'column matrix' || kinds === 'matrix row' ? flipped : undefined
}

const transposed = (expression: Expression) =>
  expression.kind === 'transpose'
    ? within(expression.of, BINDING.power)
    : `${within(expression, BINDING.atom)}ᵀ`

const sizes = (left: Expression, right: Expression) =>
  `${capitalised(shapeName(left.shape))} of ${sizeOf(left.shape).join(' × ')} and ${shapeName(right.shape)} of ${sizeOf(right.shape).join(' × ')}`

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const quoted = (expression: Expression) => clipped(print(expression))

const clipped = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

const isZero = (expression: Expression) => expression.kind === 'number' && expression.value === 0

const at = ({ start, end }: Place): Place => ({ start, end })
