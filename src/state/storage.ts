import * as v from 'valibot'
import { declarations } from '../constructions/declared'
import { type Kept, type KeyValueStorage, loadKept, type Read, saveKept } from './device'
import type { Decoded, Notice } from './link-fields'
import { pageOf } from './page'
import { decodeLink, encodeLink } from './permalink'
import { initialSession, type Session, THEMES } from './session'
import { partsWith, type Settings, settingsOf } from './session-parts'

const PageName = v.pipe(
  v.string(),
  v.transform((name) => pageOf(name) ?? null),
)

const ShownCase = v.object({ part: v.string(), n: v.number() })

/** How what belongs to this device is read; the first versions of the explorer did not write all of it. */
const settings = {
  left: v.optional(v.nullable(PageName)),
  shownCase: v.optional(v.nullable(ShownCase), null),
  theme: v.picklist(THEMES),
  singleKeys: v.boolean(),
} satisfies Record<keyof Settings, v.GenericSchema>

/** What is kept on the device: the settings, the open page, and a link for every room and every answer begun. */
const Saved = v.object({ ...settings, panel: PageName, rooms: v.record(v.string(), v.string()) })

const kept: Kept<Session> = {
  key: 'attention-explorer/v1/session',
  version: 1,
  none: initialSession,
  encode: encodeSession,
  decode: decodeSession,
  words: {
    newer:
      'What this device remembers was saved by a newer version of the explorer. It is left as it is, and what you set now is not kept.',
    unreadable: 'What this device remembered could not be read; the initial state is used.',
    aside: 'It was set aside as it was.',
  },
}

/**
 * Writes `session` for the next visit. Storage that refuses, or holds what a later version saved, is left alone: nothing
 * on screen depends on it. Rooms and answers that have not changed since `base`, the session that this page last read or
 * wrote, stay as another tab wrote them.
 */
export const saveSession = (
  storage: KeyValueStorage | undefined,
  session: Session,
  base?: Session,
): boolean => saveKept(storage, kept, session, base)

/**
 * The session of the last visit, or the initial one. Foreign like any input: content that cannot be read is
 * set aside and named.
 */
export function loadSession(storage: KeyValueStorage | undefined): Decoded {
  const { value, notices } = loadKept(storage, kept)
  return { session: value, notices }
}

function encodeSession(session: Session): Record<string, unknown> {
  const saved = { ...initialSession(), ...partsWith(session, 'saved', true) }
  const rooms = Object.fromEntries([
    ...declarations.map(({ id }) => [id, encodeLink({ ...saved, page: id })]),
    ['lab', encodeLink({ ...saved, page: 'lab' })],
    // The open question comes last: it is the one that stays open.
    ...[...partsWithDrafts(saved), saved.part].map((part) => [
      `check ${part}`,
      encodeLink({ ...saved, page: 'check', part }),
    ]),
  ])
  return { panel: saved.page, ...settingsOf(saved), rooms }
}

const partsWithDrafts = ({ drafts, part }: Session) => Object.keys(drafts).filter((other) => other !== part)

function decodeSession(content: unknown): Read<Session> | undefined {
  const saved = v.safeParse(Saved, content)
  if (!saved.success) return undefined
  const { panel, rooms, left, ...others } = saved.output
  const { session, notices } = Object.entries(rooms).reduce(withRoom, {
    session: initialSession(),
    notices: [],
  })
  const before = left === undefined ? panel : left
  const own = { ...others, left: before === 'home' ? null : before }
  return { value: { ...session, ...own, page: panel ?? 'home' }, notices }
}

function withRoom({ session, notices }: Decoded, [room, link]: [string, string]): Decoded {
  const decoded = decodeLink(link, session)
  return decoded.ok
    ? { session: decoded.session, notices: [...notices, ...decoded.notices.map(remembered(room))] }
    : { session, notices: [...notices, unreadable(room)] }
}

const remembered = (room: string) => (notice: Notice) => ({ ...notice, field: `${room}, ${notice.field}` })

const unreadable = (room: string): Notice => ({
  field: room.slice(0, 40),
  outcome: 'refused',
  message: 'what this device remembered of it could not be read',
})
