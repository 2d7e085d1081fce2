import type { Verdict } from '../../constructions/construction'
import type { Params } from '../../state/session'

/** A number that is not what the reference says. */
export interface Deviation {
  readonly quantity: string
  readonly params: Params
  /** What the explorer computes, and the reference, with their digits; `none` where one of them is missing. */
  readonly found: string
  readonly expected: string
  /** Undefined where no error can be given: one of them is missing or infinite. */
  readonly error?: number
}

/** Quantities of one kind, such as all weights of a room, against the reference. */
export interface QuantityRow {
  readonly kind: string
  readonly label: string
  /** How many numbers were compared. */
  readonly count: number
  /** Largest error: relative to the number, or to the terms that cancel in it. */
  readonly largest: number
  /** What the error may be. */
  readonly bound: number
  /** The state with the largest error. */
  readonly worst: Params
  readonly deviations: readonly Deviation[]
}

/** How one claim fares. */
export interface ClaimRow {
  readonly id: string
  readonly name: string
  readonly kind: 'stated' | 'unsaid' | 'corrected'
  /** Whether it holds wherever its premise is there. */
  readonly isTheorem: boolean
  /** Verdict in the state that the room opens with. */
  readonly opening: Verdict
  /** How often each verdict was given over all states. */
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>
  /** States, if any, in which a theorem or the correction of a false statement was found false. */
  readonly refutedAt: readonly Params[]
}

/** One room's part of the report. */
export interface RoomReport {
  readonly room: string
  /** States with reference values. */
  readonly states: number
  /** States in which the claims were judged. */
  readonly judged: number
  readonly quantities: readonly QuantityRow[]
  readonly claims: readonly ClaimRow[]
}

/** What `npm run conformance` found. */
export interface ConformanceReport {
  readonly version: string
  /** Day of the run: `2026-11-27`. */
  readonly date: string
  readonly rooms: readonly RoomReport[]
}

/** What of a room is not as it has to be, each in a few words. */
export function failuresOf({ quantities, claims }: RoomReport): string[] {
  return [
    ...quantities.flatMap(({ deviations }) =>
      deviations.map(({ quantity, found, expected }) => `${quantity} is ${found}, not ${expected}`),
    ),
    ...claims.flatMap(({ name, refutedAt }) => (refutedAt.length > 0 ? [`“${name}” was found false`] : [])),
  ]
}
