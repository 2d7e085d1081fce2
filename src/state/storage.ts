import * as v from 'valibot'
import { constructions } from '../constructions'
import type { Decoded, Notice } from './link-fields'
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
 * set aside under a second key, named in a notice, and replaced by the initial session; so is a part of it.
 */
export function loadSession(storage: KeyValueStorage | undefined): Decoded {
  const text = readText(storage)
  if (text === null) return { session: initialSession(), notices: [] }
  const saved = v.safeParse(SavedSession, parsed(text))
  if (saved.success) return withRefusedKept(storage, text, restored(saved.output))
  if (isNewer(parsed(text))) return { session: initialSession(), notices: [] }
  written(storage, `${KEY}.bad`, text)
  const message =
    'What this device remembered could not be read; it was set aside and the initial state is used.'
  return { session: initialSession(), notices: [{ field: 'storage', outcome: 'refused', message }] }
}

const partsWithDrafts = ({ drafts, part }: Session) => Object.keys(drafts).filter((other) => other !== part)

/** What could not be taken as it stood is soon written over on the device: the whole is set aside before. */
function withRefusedKept(storage: KeyValueStorage | undefined, text: string, decoded: Decoded): Decoded {
  if (decoded.notices.length > 0) written(storage, `${KEY}.bad`, text)
  return decoded
}

function restored({ panel, rooms, theme, singleKeys }: v.InferOutput<typeof SavedSession>): Decoded {
  const { session, notices } = Object.entries(rooms).reduce(
    (built: Decoded, [room, link]) => {
      const decoded = decodeLink(link, built.session)
      return decoded.ok
        ? { session: decoded.session, notices: [...built.notices, ...decoded.notices.map(remembered(room))] }
        : { ...built, notices: [...built.notices, unreadable(room)] }
    },
    { session: initialSession(), notices: [] },
  )
  const isKnown = [CHECK, ...constructions.map(({ id }) => id)].includes(panel)
  return { session: { ...session, theme, singleKeys, panel: isKnown ? panel : session.panel }, notices }
}

const remembered = (room: string) => (notice: Notice) => ({ ...notice, field: `${room}, ${notice.field}` })

const unreadable = (room: string): Notice => ({
  field: room.slice(0, 40),
  outcome: 'refused',
  message: 'what this device remembered of it could not be read',
})

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
