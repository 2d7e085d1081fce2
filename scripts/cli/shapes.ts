import type { Matrix, Vector } from '../../src/core/linear/linalg'
import { isRecord, jsonText } from './json'
import { RequestError, shown } from './request-error'

/** What an argument has to look like, and how it is read from JSON. */
export interface Shape<T> {
  /** For signatures: `vector`. */
  readonly name: string
  readonly isOptional?: true
  /** @throws {RequestError} if `foreign` has another shape */
  read(foreign: unknown): T
}

const SPECIAL = new Map([
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['NaN', Number.NaN],
])

/** A number, or one of the three that JSON spells as strings. */
export const number: Shape<number> = {
  name: 'number',
  read: (foreign) => numberOf(foreign) ?? refuse('a number', shown(foreign)),
}

/** An array of numbers. */
export const vector: Shape<Vector> = { name: 'vector', read: (foreign) => readVector(foreign) }

/** An array of arrays of numbers, all of one length. */
export const matrix: Shape<Matrix> = { name: 'matrix', read: readMatrix }

/** One index or several. */
export const indices: Shape<number | Vector> = {
  name: 'number or vector',
  read: (foreign) => (Array.isArray(foreign) ? readVector(foreign) : number.read(foreign)),
}

/** An array of numbers, held as a statistician's sample. */
export const sample: Shape<Float64Array> = {
  name: 'vector',
  read: (foreign) => Float64Array.from(readVector(foreign)),
}

/** A sample in increasing order. */
export const ordered: Shape<Float64Array> = {
  name: 'increasing vector',
  read(foreign) {
    const values = sample.read(foreign)
    const wrong = values.findIndex((x, i) => !(x >= (i === 0 ? -Infinity : values[i - 1])))
    return wrong < 0 ? values : refuse('increasing numbers', `${values[wrong]} at index ${wrong}`)
  },
}

/** The size of something that is made from it, few enough for a line of output. */
export const size = { ...checked(number, 'a number up to 1000', (n) => n <= 1000), name: 'number up to 1000' }

/** A whole number, `least` or more. */
export function whole(least: number): Shape<number> {
  const isOne = (value: number) => Number.isInteger(value) && value >= least
  return { ...checked(number, `a whole number ≥ ${least}`, isOne), name: `whole number ≥ ${least}` }
}

/** One of a few words. */
export function oneOf<T extends string>(words: readonly T[]): Shape<T> {
  const name = words.map((word) => `"${word}"`).join(' or ')
  return {
    name,
    read: (foreign) => words.find((word) => word === foreign) ?? refuse(name, shown(foreign)),
  }
}

/** What has a shape and is also as `expected` says. */
export function checked<T>(shape: Shape<T>, expected: string, isSo: (value: T) => boolean): Shape<T> {
  return {
    ...shape,
    read(foreign) {
      const value = shape.read(foreign)
      return isSo(value) ? value : refuse(expected, jsonText(value))
    },
  }
}

/** An array of things of one shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    name: `[${shape.name}, …]`,
    read(foreign) {
      if (!Array.isArray(foreign)) return refuse(`an array [${shape.name}, …]`, shown(foreign))
      return foreign.map((entry, i) => within(`at index ${i}`, () => shape.read(entry)))
    },
  }
}

/** `shape`, or nothing. */
export function optional<T>(shape: Shape<T>): Shape<T> {
  return { ...shape, isOptional: true }
}

/** An object with these fields and no others. */
export function record<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const entries = Object.entries<Shape<unknown>>(fields)
  const names = entries.map(([name, { isOptional }]) => `${name}${isOptional ? '?' : ''}`).join(', ')
  return {
    name: `{${names}}`,
    read(foreign) {
      if (!isRecord(foreign)) refuse(`an object {${names}}`, shown(foreign))
      const stray = Object.keys(foreign).find((name) => !Object.hasOwn(fields, name))
      if (stray !== undefined) refuse(`an object {${names}}`, `a field ${shown(stray)}`)
      const given = entries.filter(([name, { isOptional }]) => Object.hasOwn(foreign, name) || !isOptional)
      return Object.fromEntries(
        given.map(([name, shape]) => [name, within(name, () => shape.read(foreign[name]))]),
      ) as T
    },
  }
}

/** The result of `read`, its complaint preceded by where it arose. */
export function within<T>(where: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof RequestError
      ? new RequestError(`${where}: ${error.message}`, { cause: error.cause })
      : error
  }
}

function numberOf(foreign: unknown): number | undefined {
  if (typeof foreign === 'number') return foreign
  return typeof foreign === 'string' ? SPECIAL.get(foreign) : undefined
}

function readVector(foreign: unknown): Vector {
  if (!Array.isArray(foreign)) return refuse('an array of numbers', shown(foreign))
  return foreign.map(
    (entry, i) => numberOf(entry) ?? refuse('an array of numbers', `${shown(entry)} at index ${i}`),
  )
}

function readMatrix(foreign: unknown): Matrix {
  if (!Array.isArray(foreign)) return refuse('an array of rows of numbers', shown(foreign))
  const rows = foreign.map((row, i) => within(`row ${i}`, () => readVector(row)))
  const ragged = rows.findIndex((row) => row.length !== rows[0].length)
  if (ragged < 0) return rows
  return refuse(`rows of length ${rows[0].length}`, `length ${rows[ragged].length} in row ${ragged}`)
}

function refuse(expected: string, got: string): never {
  throw new RequestError(`expected ${expected}, got ${got}`)
}
