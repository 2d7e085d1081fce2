import * as v from 'valibot'
import type { Notice } from './link-fields'
import { threeWay } from './three-way'

/** The part of the browser's Storage that is used; any call may throw. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem'>

/** A value, with a notice for everything that was not taken of the text it was read from. */
export interface Read<T> {
  readonly value: T
  readonly notices: readonly Notice[]
}

/** What becomes of a text: a value, or why there is none. */
export type DecodedText<T> =
  | ({ readonly state: 'read' } & Read<T>)
  | { readonly state: 'newer' | 'unreadable' }

/** One thing that is kept on this device, or in a file: how it is written, and how it is read with mistrust. */
export interface Codec<T> {
  readonly version: number
  /** What is written of `value`, as JSON, beside the version. */
  encode(value: T): Readonly<Record<string, unknown>>
  /** The value that the content, of this version, stands for; undefined where nothing of it can be read. Never throws. */
  decode(content: unknown): Read<T> | undefined
}

/** A codec with the place of its text on this device, and what the page says about it. */
export interface Kept<T> extends Codec<T> {
  readonly key: string
  /** What there is where nothing was kept. */
  none(): T
  readonly words: { readonly newer: string; readonly unreadable: string; readonly aside: string }
}

/** The text from which {@link decodeText} brings `value` back. */
export function encodeText<T>({ version, encode }: Codec<T>, value: T): string {
  return JSON.stringify({ v: version, ...encode(value) })
}

/** What `text` holds, whatever it is. */
export function decodeText<T>({ version, decode }: Codec<T>, text: string): DecodedText<T> {
  const content = parsed(text)
  if (v.is(versionAbove(version), content)) return { state: 'newer' }
  const read = v.is(v.object({ v: v.literal(version) }), content) ? decode(content) : undefined
  return read ? { state: 'read', ...read } : { state: 'unreadable' }
}

/**
 * What this device keeps under the key of `kept`. Where something cannot be read, the whole is set aside under a second
 * key, since the next save writes over it, and what cannot is named. What a later version saved is left alone, and named.
 */
export function loadKept<T>(storage: KeyValueStorage | undefined, kept: Kept<T>): Read<T> {
  const { key, words } = kept
  const text = readText(storage, key)
  if (text === undefined) return { value: kept.none(), notices: [] }
  const decoded = decodeText(kept, text)
  if (decoded.state === 'newer') return { value: kept.none(), notices: [aboutStorage(words.newer)] }
  if (decoded.state === 'read' && decoded.notices.length === 0) return decoded
  write(storage, `${key}.bad`, text)
  return decoded.state === 'read'
    ? { value: decoded.value, notices: [...decoded.notices, aboutStorage(words.aside)] }
    : { value: kept.none(), notices: [aboutStorage(`${words.unreadable} ${words.aside}`)] }
}

/**
 * Keeps `value` for the next visit; false where the storage refuses, or holds what a later version saved. Given `base`,
 * what this page last read or saved, it keeps what another page has saved since, wherever `value` agrees with `base`.
 */
export function saveKept<T>(
  storage: KeyValueStorage | undefined,
  kept: Kept<T>,
  value: T,
  base?: T,
): boolean {
  const present = readText(storage, kept.key)
  const state = present === undefined ? 'unreadable' : decodeText(kept, present).state
  if (state === 'newer') return false
  const text = encodeText(kept, value)
  return write(
    storage,
    kept.key,
    base !== undefined && state === 'read' ? merged(text, kept, base, present!) : text,
  )
}

const merged = <T>(text: string, kept: Kept<T>, base: T, present: string) =>
  JSON.stringify(threeWay(parsed(text), parsed(encodeText(kept, base)), parsed(present)))

const versionAbove = (version: number) => v.object({ v: v.pipe(v.number(), v.minValue(version + 1)) })

const aboutStorage = (message: string): Notice => ({ field: 'storage', outcome: 'refused', message })

function parsed(text: string): unknown {
  try {
    // Some editors put a byte order mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function readText(storage: KeyValueStorage | undefined, key: string): string | undefined {
  try {
    return storage?.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(storage: KeyValueStorage | undefined, key: string, text: string): boolean {
  try {
    storage?.setItem(key, text)
    return storage !== undefined
  } catch {
    return false
  }
}
