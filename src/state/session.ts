import { type Asked, paramsWith } from '../constructions/construction'
import { type ConstructionId, type Declaration, declarations, questions } from '../constructions/declared'
import type { Texts } from '../constructions/exercises/exercise'
import { initialParams, type ParamSpecs, type ParamValues, sameValue } from '../constructions/params'
import { initialLab, type LabState } from './lab-settings'
import { heldBack, isFree, type Limits, limitOf, NO_LIMITS } from './limits'
import { type Page, roomOf } from './page'

export type Params = ParamValues<ParamSpecs>

export const THEMES = ['system', 'light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]

/** A case that shows what an answer does. */
export interface ShownCase {
  readonly part: string
  readonly n: number
}

/** The whole state of the explorer. Everything else on screen is derived from it. */
export interface Session {
  /** The page that is open. */
  readonly page: Page
  /** The page beside the front door that was open last: where a returning person goes on; null on a first visit. */
  readonly left: Page | null
  /** The part whose question is open on the page of answers. */
  readonly part: string
  /** What has been typed as an answer, by part and field. */
  readonly drafts: Readonly<Record<string, Texts>>
  /** The parameters of every room, by construction. */
  readonly params: Readonly<Record<string, Params>>
  /** For rooms where a state was pinned to compare with: its params. */
  readonly pinned: Readonly<Record<string, Params>>
  /** The room that the page for other people's pages shows. */
  readonly embedded: ConstructionId
  /** What is locked or hidden in rooms that somebody shared so, by construction. */
  readonly limits: Readonly<Record<string, Limits>>
  /** The open part of the knowledge lab, and the setting of its next runs. */
  readonly lab: LabState
  /** The answer whose case was opened in its room last: its question, and the number of keys; null before that. */
  readonly shownCase: ShownCase | null
  readonly theme: Theme
  /** Whether shortcuts of one character are on; people who speak their input turn them off. */
  readonly singleKeys: boolean
}

/** The session of a first visit. */
export function initialSession(): Session {
  return {
    page: 'home',
    left: null,
    part: questions[0].part,
    drafts: {},
    params: Object.fromEntries(declarations.map((c) => [c.id, paramsWith(c, initialParams(c.params), {})])),
    pinned: {},
    embedded: declarations[0].id,
    limits: {},
    lab: initialLab(),
    shownCase: null,
    theme: 'system',
    singleKeys: true,
  }
}

/** The construction whose room is open, or undefined on a page that has no room. */
export function openConstruction({
  page,
  embedded,
}: Pick<Session, 'page' | 'embedded'>): Declaration | undefined {
  return roomOf(page === 'embed' ? embedded : page)
}

/** The question that is open on the page of answers. */
export function openQuestion({ part }: Pick<Session, 'part'>): Asked {
  return questions.find((asked) => asked.part === part) ?? questions[0]
}

/** What has been typed as an answer to the open question. */
export function openDraft({ part, drafts }: Pick<Session, 'part' | 'drafts'>): Texts {
  return drafts[openQuestion({ part }).part] ?? {}
}

/** `session` with the answer to the question of `part` replaced. */
export function withDraft(session: Session, part: string, texts: Texts): Session {
  return { ...session, drafts: { ...session.drafts, [part]: texts } }
}

/**
 * `session` with `changes` made to the params of `room`, those that are locked excepted; as it is where no such room is
 * open, or where a locked param would have to follow.
 */
export function withParams(
  session: Session,
  changes: Partial<Params>,
  room: ConstructionId | undefined = openConstruction(session)?.id,
): Session {
  const construction = room && roomOf(room)
  if (!construction) return session
  const before = session.params[construction.id]
  const limits = limitsOf(session, construction.id)
  const params = paramsWith(construction, before, isFree(limits) ? changes : allowed(limits, changes))
  if (heldBack(limits, before, params).length > 0) return session
  return { ...session, params: { ...session.params, [construction.id]: params } }
}

const allowed = (limits: Limits, changes: Partial<Params>): Partial<Params> =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => limitOf(limits, name) === 'free'))

/** What is locked or hidden in `room`. */
export const limitsOf = ({ limits }: Pick<Session, 'limits'>, room: string): Limits =>
  limits[room] ?? NO_LIMITS

/** `session` with `limits` on `room`. */
export function withLimits(session: Session, room: ConstructionId, limits: Limits): Session {
  const { [room]: _, ...others } = session.limits
  return { ...session, limits: isFree(limits) ? others : { ...others, [room]: limits } }
}

/** `session` with `params`, or nothing, pinned as A in `room`. */
export function withPinned(session: Session, room: ConstructionId, params: Params | undefined): Session {
  const { [room]: _, ...others } = session.pinned
  return { ...session, pinned: params ? { ...others, [room]: params } : others }
}

/** `session` with the pinned and the current params of `room` exchanged; the same where nothing is pinned. */
export function swapped(session: Session, room: ConstructionId): Session {
  const pinned = session.pinned[room]
  return pinned ? withParams(withPinned(session, room, session.params[room]), pinned, room) : session
}

/** `session`, remembering the page that is open unless that is the front door. */
export function withLeft(session: Session): Session {
  const { page, left } = session
  return page === 'home' || page === 'embed' || page === left ? session : { ...session, left: page }
}

/** Whether two sets of params, by room, are the same, value by value. */
export function sameRooms(a: Session['params'], b: Session['params']): boolean {
  const rooms = Object.keys(a)
  return (
    a === b || (rooms.length === Object.keys(b).length && rooms.every((room) => sameParams(a[room], b[room])))
  )
}

const sameParams = (a: Params, b: Params | undefined) =>
  a === b || (b !== undefined && Object.keys(a).every((name) => sameValue(a[name], b[name])))
