import * as v from 'valibot'
import { createStore, type Store } from './store'

/** A name whose marks are lit. */
export interface LitMark {
  readonly name: string
  /** Whether only symbols of formulas are lit by it, and no parts of figures. */
  readonly symbolsOnly: boolean
}

/** A place in the window, as fractions of its width and height. */
export interface Pointer {
  readonly x: number
  readonly y: number
}

/** Where a person is on the page: no part of the session, of links, of undo or of what is kept. */
export interface Presence {
  /** What is under the pointer or the focus, its own name first. */
  readonly marks: readonly LitMark[]
  /** How far the page is scrolled, from 0, its top, to 1. */
  readonly scroll: number
  /** The laser pointer, or null where it is off. */
  readonly pointer: Pointer | null
}

export const NO_PRESENCE: Presence = { marks: [], scroll: 0, pointer: null }

/** More names than any mark has. */
const MOST_MARKS = 12

const Fraction = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1))

const PresenceMessage = v.strictObject({
  marks: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
        symbolsOnly: v.boolean(),
      }),
    ),
    v.maxLength(MOST_MARKS),
  ),
  scroll: Fraction,
  pointer: v.nullable(v.strictObject({ x: Fraction, y: Fraction })),
})

/** What is sent of `presence` to another window: plain data from which {@link decodePresence} brings it back. */
export const encodePresence = ({ marks, scroll, pointer }: Presence): unknown => ({
  marks: marks.slice(0, MOST_MARKS).map(({ name, symbolsOnly }) => ({ name, symbolsOnly })),
  scroll,
  pointer: pointer && { x: pointer.x, y: pointer.y },
})

/** The presence that a message holds, or undefined where it is none. Never throws. */
export function decodePresence(message: unknown): Presence | undefined {
  const read = v.safeParse(PresenceMessage, message)
  return read.success ? read.output : undefined
}

/** A store of presence that changes by patches; one that changes nothing leaves the state the same object. */
export function createPresence(): Store<Presence, Partial<Presence>> {
  return createStore(patched, NO_PRESENCE)
}

function patched(presence: Presence, changes: Partial<Presence>): Presence {
  const next = { ...presence, ...changes }
  return sameMarks(next.marks, presence.marks) &&
    next.scroll === presence.scroll &&
    samePointer(next.pointer, presence.pointer)
    ? presence
    : next
}

const sameMarks = (a: readonly LitMark[], b: readonly LitMark[]) =>
  a.length === b.length &&
  a.every(({ name, symbolsOnly }, i) => name === b[i].name && symbolsOnly === b[i].symbolsOnly)

const samePointer = (a: Pointer | null, b: Pointer | null) => a?.x === b?.x && a?.y === b?.y
