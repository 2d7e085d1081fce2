import type { Exercise, Field, Texts } from '../../constructions/exercises/exercise'
import { listed } from '../../core/listed'
import { shapeOf, termsOf } from '../language/expression'
import { type FieldReading, type Readings, readFields } from '../language/read'
import type { Refused } from '../language/refused'
import { shapeName, shapeTex, sizeOf } from '../language/shape'
import { agreement } from './agreement'
import type { Expressions } from './way'

/** A field whose text says nothing that can be judged, and why. */
export interface Unread {
  readonly field: string
  readonly refused: Refused
}

/** What was read of the fields of `exercise` that say something, or why they cannot be judged. Each text is read once. */
export function readingsOf(exercise: Exercise, texts: Texts): Readings {
  const { byField, directions } = readFields(exercise.fields, exercise.vocabulary, texts)
  const judged = exercise.fields.flatMap((field) => {
    const reading = byField[field.name]
    if (reading === undefined) return []
    if ('refused' in reading) return [[field.name, reading] as const]
    const refused = misfit(field, reading, exercise) ?? agreement(exercise, reading)
    return [[field.name, refused ? { refused } : reading] as const]
  })
  return { byField: Object.fromEntries(judged), directions }
}

/** The expressions that were read, or the fields that say nothing. */
export function expressionsOf(
  { fields }: Exercise,
  { byField }: Readings,
): { readonly expressions: Expressions } | { readonly unread: readonly Unread[] } {
  const unread = fields.flatMap(({ name }): Unread[] => {
    const reading = byField[name]
    if (reading === undefined) return [{ field: name, refused: EMPTY }]
    return 'refused' in reading ? [{ field: name, refused: reading.refused }] : []
  })
  if (unread.length > 0) return { unread }
  const entries = Object.entries(byField).flatMap(([name, reading]) =>
    'refused' in reading ? [] : [[name, reading.expression] as const],
  )
  return { expressions: Object.fromEntries(entries) }
}

const EMPTY: Refused = { code: 'E_EMPTY', message: 'This is still empty.', start: 0, end: 0 }

/** Why an expression that can be read is not what its field asks for. */
function misfit(field: Field, { expression }: FieldReading, { vocabulary }: Exercise): Refused | undefined {
  const found = shapeOf(expression)
  if (found.kind === field.shape && !/\d/.test(shapeTex(found).replace('\\times 1', ''))) return undefined
  const { start, end } = expression
  const numbers = termsOf(expression).filter(({ isFree }) => isFree)
  const hint =
    found.kind === 'scalar' && numbers.length > 0 && vocabulary.columns
      ? ` ${listed(numbers.map(({ name }) => name))} ${numbers.length === 1 ? 'is a letter' : 'are letters'} for numbers here; ${vocabulary.columns.prose}${field.shape === 'matrix' ? ', and the identity is called I' : ''}.`
      : ''
  const message = `${field.name} is ${wanted(field)}; this is ${shapeName(found)}${found.kind === 'scalar' ? '' : ` of ${sizeOf(found).join(' × ')}`}${found.kind === field.shape ? ', and d is not a number here' : ''}.${hint}`
  return { code: 'E_SHAPE', message, start, end }
}

const wanted = ({ shape }: Field) =>
  ({
    scalar: 'a number',
    column: 'a column of d × 1, like a key',
    matrix: 'a matrix of d × d, like u_a u_aᵀ',
  })[shape]
