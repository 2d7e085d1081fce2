import { type Session, sameRooms } from './session'

/** Where a part of the session goes. */
interface Ways {
  /** Into links. */
  readonly link: boolean
  /** To the second window of a lecture. */
  readonly lecture: boolean
  /** Into this device's storage. */
  readonly saved: boolean
  /** Whether undo brings it back. */
  readonly undo: boolean
}

type Way = keyof Ways

/** Every part of the session, and where it goes: links, storage, undo and the second window all read this table. */
export const sessionParts = {
  page: { link: true, lecture: true, saved: true, undo: true },
  left: { link: false, lecture: false, saved: true, undo: false },
  part: { link: true, lecture: true, saved: true, undo: true },
  drafts: { link: true, lecture: false, saved: true, undo: false },
  params: { link: true, lecture: true, saved: true, undo: true },
  pinned: { link: true, lecture: true, saved: true, undo: true },
  embedded: { link: true, lecture: false, saved: false, undo: true },
  limits: { link: true, lecture: true, saved: false, undo: true },
  lab: { link: true, lecture: true, saved: true, undo: false },
  shownCase: { link: false, lecture: false, saved: true, undo: false },
  theme: { link: false, lecture: false, saved: true, undo: false },
  singleKeys: { link: false, lecture: false, saved: true, undo: false },
} as const satisfies Record<keyof Session, Ways>

type Table = typeof sessionParts

/** The parts that go, or do not go, one way. */
export type PartsWith<W extends Way, Is extends boolean> = {
  [P in keyof Table]: Table[P][W] extends Is ? P : never
}[keyof Table]

const names = Object.keys(sessionParts) as (keyof Session)[]

/** The parts of `session` that go by `way`, or with `is` false those that do not. */
export function partsWith<W extends Way, Is extends boolean>(
  session: Session,
  way: W,
  is: Is,
): Pick<Session, PartsWith<W, Is>> {
  const taken = names.filter((name) => sessionParts[name][way] === is).map((name) => [name, session[name]])
  return Object.fromEntries(taken) as Pick<Session, PartsWith<W, Is>>
}

/** What a link carries. */
export type Shared = Pick<Session, PartsWith<'link', true>>

/** What belongs to this device and not to what is looked at: no part of links or of undo. */
export type Settings = Pick<Session, PartsWith<'link', false>>

/** The settings of a session. */
export const settingsOf = (session: Session): Settings => partsWith(session, 'link', false)

/** Whether undo would find no difference between two sessions. */
export function sameContent(a: Session, b: Session): boolean {
  return names.every((name) => !sessionParts[name].undo || samePart(name, a, b))
}

/** Whether all parts of two sessions are the same. */
export const sameParts = (a: Session, b: Session) => names.every((name) => samePart(name, a, b))

function samePart(name: keyof Session, a: Session, b: Session): boolean {
  if (name === 'params' || name === 'pinned') return sameRooms(a[name], b[name])
  if (name === 'limits') return JSON.stringify(a.limits) === JSON.stringify(b.limits)
  return a[name] === b[name]
}
