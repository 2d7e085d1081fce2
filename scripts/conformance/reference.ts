import { constructionOf } from '../../src/constructions'
import { type Construction, paramsWith } from '../../src/constructions/construction'
import { initialParams } from '../../src/constructions/params'
import type { Params } from '../../src/state/session'
import text from '../../tests/reference/quantities.json'

/** One quantity of the reference: its value, or value, logarithm, size of what cancels in it, size of the scores. */
type Entry = string | readonly (string | null)[]

/** A number with more digits and a wider exponent than float64 has. */
export interface Expected {
  readonly value: string
  readonly log: number | undefined
  /** Natural logarithm of the size of the terms that cancel; −∞ where none do. */
  readonly logOfTerms: number
  /** Size of the scores that the number depends on, at least 1: so many units of rounding a weight may carry. */
  readonly scores: number
}

/** One state of a room with the sixty-digit values of its quantities, by id. */
export interface ReferenceState {
  readonly params: Params
  readonly expected: ReadonlyMap<string, Expected>
}

type Written = Readonly<
  Record<string, readonly { readonly params: Params; readonly values: Readonly<Record<string, Entry>> }[]>
>

/** All states of a room that have reference values. */
export function referenceStates(room: Construction): ReferenceState[] {
  const { about: _, ...rooms } = text
  const initial = initialParams(room.params)
  return (rooms as unknown as Written)[room.id].map(({ params, values }) => ({
    params: paramsWith(room, initial, params),
    expected: new Map(Object.entries(values).map(([id, entry]) => [id, expectedOf(entry)])),
  }))
}

/** The rooms that the reference knows. */
export const roomsWithReference: readonly string[] = Object.keys(text).filter(
  (id) => constructionOf(id) !== undefined,
)

function expectedOf(entry: Entry): Expected {
  const [value, log = null, terms = null, scores = null] = typeof entry === 'string' ? [entry] : entry
  return {
    value: value ?? '0',
    log: log === null ? undefined : Number(log),
    logOfTerms: terms === null ? -Infinity : logOfDecimal(terms),
    scores: Math.max(1, Number(scores ?? 1)),
  }
}

/** `ln |x|` of a decimal whose exponent may leave the range of float64. */
export function logOfDecimal(decimal: string): number {
  const [mantissa, exponent = '0'] = decimal.split('e')
  return Math.log(Math.abs(Number(mantissa))) + Number(exponent) * Math.LN10
}
