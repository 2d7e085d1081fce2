import { declarations } from '../constructions/declared'
import type { Decoded, Field, Notice } from './link-fields'
import { fieldsOf, fragmentOf } from './link-text'
import { pageOf } from './page'
import { pageEntry } from './pages'
import { initialSession, type Session } from './session'
import { partsWith } from './session-parts'

/** Version of the link format; a link of another version is refused, not guessed at. */
export const LINK_VERSION = 1

const MAX_CHARACTERS = 8192
const MAX_FIELDS = 64

/** What a link says: a session, with a notice for every field that was not taken, or why none could be read. */
export type DecodedLink =
  | (Decoded & { readonly ok: true })
  | { readonly ok: false; readonly code: 'E_LEN' | 'E_VERSION'; readonly message: string }

/** The fragment, with `#`, that brings back the open page with what of the session belongs to it. */
export function encodeLink(session: Session): string {
  const shared = partsWith(session, 'link', true)
  const { page } = shared
  return fragmentOf([['v', String(LINK_VERSION)], ['panel', page], ...pageEntry(page).fields(shared)])
}

/**
 * The session that a location's fragment stands for, `base` where it says nothing. Never throws, whatever the
 * text: refused, clamped and unknown fields are named in the notices.
 */
export function decodeLink(fragment: string, base: Session = initialSession()): DecodedLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { ok: true, session: base, notices: [] }
  if (text.length > MAX_CHARACTERS) return failed('E_LEN', `it is longer than ${MAX_CHARACTERS} characters`)
  const fields = fieldsOf(text).filter(([name, value]) => name !== '' || value !== '')
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
  const named = first.find(([name]) => name === 'panel')?.[1] ?? usualPage(base)
  const page = pageOf(named)
  const content = first.filter(([name]) => name !== 'v' && name !== 'panel')
  const { session, notices } = page
    ? pageEntry(page).decode(content, base)
    : { session: base, notices: [unknownPage(named)] }
  return {
    ok: true,
    session: { ...session, ...partsWith(base, 'link', false) },
    notices: [...again.map(againNotice), ...notices],
  }
}

/** Where a link that names no page leads: nobody writes params for the front door. */
const usualPage = ({ page }: Session) => (page === 'home' ? declarations[0].id : page)

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

const unknownPage = (named: string): Notice => ({
  field: 'panel',
  outcome: 'refused',
  message: `there is no room "${named.slice(0, 40)}"; nothing was taken from the link`,
})
