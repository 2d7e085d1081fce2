import type { Exercise, Term, Texts } from '../../constructions/exercises/exercise'
import { shapeOf, termsOf } from '../language/expression'
import type { FieldReading } from '../language/read'
import type { Note, Place, Refused } from '../language/refused'
import { shapeName, shapeTex } from '../language/shape'
import { texOf } from '../language/typeset'
import { readingsOf } from './answer'

/** What was read of one field before anything is judged: typeset, with its shape and symbols; or why nothing was. */
export type Echo = EchoedText | { readonly refused: Refused }

export interface EchoedText {
  readonly tex: string
  /** `a column`, and its size in TeX. */
  readonly shape: { readonly words: string; readonly tex: string }
  readonly terms: readonly Term[]
  /** The field in whose text it was found, where that is another one. */
  readonly from: string | undefined
  /** Stretches of the text that are no part of the formula. */
  readonly setAside: readonly Place[]
  readonly notes: readonly Note[]
}

/** What was read of each field of an answer; fields that are empty or not the question's are left out. */
export function echoes(exercise: Exercise, texts: Texts): Readonly<Record<string, Echo>> {
  const { byField } = readingsOf(exercise, texts)
  return Object.fromEntries(
    Object.entries(byField).map(([name, reading]) => [
      name,
      'refused' in reading ? reading : described(reading),
    ]),
  )
}

function described({ expression, from, setAside, notes }: FieldReading): EchoedText {
  const shape = shapeOf(expression)
  return {
    tex: texOf(expression),
    shape: { words: shapeName(shape), tex: shapeTex(shape) },
    terms: termsOf(expression),
    from,
    setAside,
    notes,
  }
}
