import { constructionOf } from '../constructions'
import { type Construction, paramsWith } from '../constructions/construction'
import { decodeText, encodeValue } from '../constructions/decode'
import { initialParams, type ParamSpecs, type ParamValue, sameValue } from '../constructions/params'
import type { Decoded, Field, Notice } from './link-fields'
import { decodeQuestion, questionFields } from './question-link'
import {
  CHECK,
  initialSession,
  isChecking,
  openConstruction,
  openParams,
  type Params,
  pinnedParams,
  type Session,
  withPinned,
} from './session'

/** Version of the link format; a link of another version is refused, not guessed at. */
export const LINK_VERSION = 1

const MAX_CHARACTERS = 8192
const MAX_FIELDS = 64

/** What a link says: a session, with a notice for every field that was not taken, or why none could be read. */
export type DecodedLink =
  | (Decoded & { readonly ok: true })
  | { readonly ok: false; readonly code: 'E_LEN' | 'E_VERSION'; readonly message: string }

/** What the fields of the params pinned as A begin with. */
const PINNED = 'A.'

/**
 * The fragment, with `#`, that brings back the open room, what is pinned in it, and all that differs from the initial;
 * or the open question with what has been typed as an answer to it.
 */
export function encodeLink(session: Session): string {
  const fields: Field[] = [
    ['v', String(LINK_VERSION)],
    ...(isChecking(session) ? [['panel', CHECK] as const, ...questionFields(session)] : roomFields(session)),
  ]
  return `#${fields.map((field) => field.map(escaped).join('=')).join('&')}`
}

function roomFields(session: Session): Field[] {
  const construction = openConstruction(session)
  const pinned = pinnedParams(session)
  return [
    ['panel', construction.id],
    ...encodeParams(construction, openParams(session)),
    ...(pinned ? pinnedFields(construction, pinned) : []),
  ]
}

/** The bare prefix says that something is pinned, even where it is the initial state. */
function pinnedFields(construction: Construction, pinned: Params): Field[] {
  return [
    [PINNED, ''],
    ...encodeParams(construction, pinned).map(([name, text]): Field => [PINNED + name, text]),
  ]
}

/** Names and texts of the params that differ from the initial ones. */
export function encodeParams({ params: specs }: Construction, params: Params): Field[] {
  const initial = initialParams(specs)
  return Object.keys(specs)
    .filter((name) => !sameValue(params[name], initial[name]))
    .map((name): Field => [name, encodeValue(params[name])])
}

/**
 * The session that a location's fragment stands for, `base` where it says nothing. Never throws, whatever the
 * text: refused, clamped and unknown fields are named in the notices.
 */
export function decodeLink(fragment: string, base: Session = initialSession()): DecodedLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { ok: true, session: base, notices: [] }
  if (text.length > MAX_CHARACTERS) return failed('E_LEN', `it is longer than ${MAX_CHARACTERS} characters`)
  const fields = [...new URLSearchParams(text)].filter(([name, value]) => name !== '' || value !== '')
  if (fields.length > MAX_FIELDS) return failed('E_LEN', `it has more than ${MAX_FIELDS} fields`)
  return versionProblem(fields) ?? decodeFields(fields, base)
}

function versionProblem(fields: readonly Field[]): DecodedLink | undefined {
  const version = fields.find(([name]) => name === 'v')?.[1]
  if (version === String(LINK_VERSION)) return undefined
  if (version !== undefined && /^\d+$/.test(version) && Number(version) > LINK_VERSION) {
    return failed('E_VERSION', 'it was made by a newer version of the explorer')
  }
  return failed('E_VERSION', `it does not begin with #v=${LINK_VERSION}`)
}

function failed(code: 'E_LEN' | 'E_VERSION', why: string): DecodedLink {
  return {
    ok: false,
    code,
    message: `This link could not be read: ${why}. Nothing was taken from it.`,
  }
}

function decodeFields(given: readonly Field[], base: Session): DecodedLink {
  const { first, again } = firstOfEach(given)
  const named = first.find(([name]) => name === 'panel')?.[1] ?? base.panel
  const content = first.filter(([name]) => name !== 'v' && name !== 'panel')
  const { session, notices } =
    named === CHECK ? decodeQuestion(content, base) : decodeRoom(named, content, base)
  return { ok: true, session, notices: [...again.map(againNotice), ...notices] }
}

/** The first field of each name, and those that give a name again. */
function firstOfEach(fields: readonly Field[]): { first: Field[]; again: Field[] } {
  const isFirst = (field: Field) => fields.find(([name]) => name === field[0]) === field
  return { first: fields.filter(isFirst), again: fields.filter((field) => !isFirst(field)) }
}

const againNotice = ([field]: Field): Notice => ({
  field,
  outcome: 'ignored',
  message: 'is given twice; only the first is read',
})

function decodeRoom(named: string, fields: readonly Field[], base: Session): Decoded {
  const open = constructionOf(named)
  if (!open) return { session: base, notices: [unknownRoom(named)] }
  const [pinned, own] = separated(fields)
  const { params, notices } = decodeParams(open, own)
  const a = pinned.length > 0 ? decodePinned(open, pinned) : undefined
  const session = { ...base, panel: open.id, params: { ...base.params, [open.id]: params } }
  return { session: withPinned(session, a?.params), notices: [...notices, ...(a?.notices ?? [])] }
}

const unknownRoom = (named: string): Notice => ({
  field: 'panel',
  outcome: 'refused',
  message: `there is no room "${named.slice(0, 40)}"; nothing was taken from the link`,
})

/** The fields of the pinned params, and the others. */
function separated(fields: readonly Field[]): [pinned: Field[], own: Field[]] {
  const isPinned = ([name]: Field) => name.startsWith(PINNED)
  return [fields.filter(isPinned), fields.filter((field) => !isPinned(field))]
}

function decodePinned(
  construction: Construction,
  fields: readonly Field[],
): { params: Params; notices: readonly Notice[] } {
  const unprefixed = fields
    .map(([name, text]): Field => [name.slice(PINNED.length), text])
    .filter(([name]) => name !== '')
  const { params, notices } = decodeParams(construction, unprefixed)
  return { params, notices: notices.map((notice) => ({ ...notice, field: PINNED + notice.field })) }
}

/** The params that named texts stand for, and a notice for each text that was not taken as it stood. */
function decodeParams(
  construction: Construction,
  fields: readonly Field[],
): { params: Params; notices: readonly Notice[] } {
  const decoded = decodeEach(construction.params, fields)
  const wanted = { ...initialParams(construction.params), ...decoded.values }
  const params = paramsWith(construction, wanted, {})
  // What the link does not name was not taken from it: it follows the rest without a word.
  const moved = Object.keys(decoded.values).filter((name) => !sameValue(params[name], wanted[name]))
  return { params, notices: [...decoded.notices, ...moved.map((name) => movedNotice(name, params[name]))] }
}

function decodeEach(specs: ParamSpecs, fields: readonly Field[]) {
  const values = new Map<string, ParamValue>()
  const notices: Notice[] = []
  for (const [field, text] of fields) {
    if (!Object.hasOwn(specs, field))
      notices.push({ field, outcome: 'ignored', message: 'is not a parameter of this room' })
    else {
      const { outcome, value, message } = decodeText(specs[field], text)
      values.set(field, value)
      if (outcome !== 'accepted') notices.push({ field, outcome, message })
    }
  }
  return { values: Object.fromEntries(values), notices }
}

function movedNotice(field: string, value: ParamValue): Notice {
  return {
    field,
    outcome: 'clamped',
    message: `does not go with the other parameters; ${encodeValue(value)} is used`,
  }
}

/** Percent-encodes all but what addresses, mails and chats leave alone; commas and semicolons stay readable. */
function escaped(text: string): string {
  // Half a character, as a cut text may end in, has no encoding.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2C', ',')
    .replaceAll('%3B', ';')
}
