import type { Exercise, Field, Term, Texts } from '../constructions/exercises/exercise'
import { type Expression, shapeOf, termsOf } from './expression'
import { read } from './language'
import type { Refused } from './refused'
import { shapeName, shapeTex, sizeOf } from './shape'
import { texOf } from './typeset'

/** What was read of one field before anything is judged: typeset, with its shape and symbols; or why nothing was. */
export type Echo = EchoedText | { readonly refused: Refused }

export interface EchoedText {
  readonly tex: string
  /** `a column`, and its size in TeX. */
  readonly shape: { readonly words: string; readonly tex: string }
  readonly terms: readonly Term[]
}

/** What was read of each field of an answer; fields that are empty or not the question's are left out. */
export function echoes({ fields, vocabulary }: Exercise, texts: Texts): Readonly<Record<string, Echo>> {
  const written = fields.filter(({ name }) => texts[name]?.trim())
  return Object.fromEntries(
    written.map((field) => [field.name, echoOf(field, read(texts[field.name], vocabulary))]),
  )
}

function echoOf(field: Field, reading: ReturnType<typeof read>): Echo {
  if ('refused' in reading) return reading
  const { expression } = reading
  return misfit(field, expression) ?? described(expression)
}

function described(expression: Expression): EchoedText {
  const shape = shapeOf(expression)
  return {
    tex: texOf(expression),
    shape: { words: shapeName(shape), tex: shapeTex(shape) },
    terms: termsOf(expression),
  }
}

/** Where an expression that can be read is not what its field asks for. */
function misfit(field: Field, expression: Expression): Echo | undefined {
  const found = shapeOf(expression)
  if (found.kind === field.shape && !/\d/.test(shapeTex(found).replace('\\times 1', ''))) return undefined
  const { start, end } = expression
  const message = `${field.name} is ${wanted(field)}; this is ${shapeName(found)} of ${sizeOf(found).join(' × ')}${found.kind === field.shape ? ', and d is not a number here' : ''}.`
  return { refused: { code: 'E_SHAPE', message, start, end } }
}

const wanted = ({ shape }: Field) =>
  ({
    scalar: 'a number',
    column: 'a column of d × 1, like a key',
    matrix: 'a matrix of d × d, like u_a u_aᵀ',
  })[shape]
