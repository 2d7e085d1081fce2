import * as v from 'valibot'
import { constructions } from '../constructions'
import type { Notice } from './link-fields'
import { decodeLink, encodeLink } from './permalink'
import { CHECK, initialSession, type Session, settingsOf, THEMES } from './session'

const KEY = 'attention-explorer/v1/session'

/** What is kept on the device: the theme, the open room, and a link for every room and every answer begun. */
const SavedSession = v.object({
  v: v.literal(1),
  panel: v.string(),
  theme: v.picklist(THEMES),
  singleKeys: v.boolean(),
  rooms: v.record(v.string(), v.string()),
})

/** The part of the browser's Storage that is used; any call may throw. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem'>

/** Writes `session` for the next visit. Storage that refuses, or holds what a later version
 * saved, is left alone: nothing on screen depends on it. */
export function saveSession(storage: KeyValueStorage | undefined, session: Session): boolean {
  const { panel } = session
  const rooms = Object.fromEntries([
    ...constructions.map(({ id }) => [id, encodeLink({ ...session, panel: id })]),
    // The open question comes last: it is the one that stays open.
    ...[...partsWithDrafts(session), session.part].map((part) => [
      `${CHECK} ${part}`,
      encodeLink({ ...session, panel: CHECK, part }),
    ]),
  ])
  if (isNewer(parsed(readText(storage) ?? ''))) return false
  return written(storage, KEY, JSON.stringify({ v: 1, panel, ...settingsOf(session), rooms }))
}

/**
 * The session of the last visit, or the initial one. Foreign like any input: content that cannot be read is
 * set aside under a second key, named in a notice, and replaced by the initial session.
 */
export function loadSession(storage: KeyValueStorage | undefined): {
  session: Session
  notices: readonly Notice[]
} {
  const text = readText(storage)
  if (text === null) return { session: initialSession(), notices: [] }
  const saved = v.safeParse(SavedSession, parsed(text))
  if (saved.success) return { session: restored(saved.output), notices: [] }
  if (isNewer(parsed(text))) return { session: initialSession(), notices: [] }
  written(storage, `${KEY}.bad`, text)
  const message =
    'What this device remembered could not be read; it was set aside and the initial state is used.'
  return { session: initialSession(), notices: [{ field: 'storage', outcome: 'refused', message }] }
}

const partsWithDrafts = ({ drafts, part }: Session) => Object.keys(drafts).filter((other) => other !== part)

function restored({ panel, rooms, theme, singleKeys }: v.InferOutput<typeof SavedSession>): Session {
  const session = Object.values(rooms).reduce((built: Session, link) => {
    const decoded = decodeLink(link, built)
    return decoded.ok ? decoded.session : built
  }, initialSession())
  return {
    ...session,
    theme,
    singleKeys,
    panel: [CHECK, ...constructions.map(({ id }) => id)].includes(panel) ? panel : session.panel,
  }
}

/** Saved by a later version of the explorer: left as it is, for that version. */
function isNewer(content: unknown): boolean {
  return v.is(v.object({ v: v.pipe(v.number(), v.minValue(2)) }), content)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readText(storage: KeyValueStorage | undefined): string | null {
  try {
    return storage?.getItem(KEY) ?? null
  } catch {
    return null
  }
}

function written(storage: KeyValueStorage | undefined, key: string, text: string): boolean {
  try {
    storage?.setItem(key, text)
    return storage !== undefined
  } catch {
    return false
  }
}
