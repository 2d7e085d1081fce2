import { constructions, exercises } from '../constructions'
import { type Construction, paramsWith } from '../constructions/construction'
import type { Exercise, Texts } from '../constructions/exercises/exercise'
import { initialParams, type ParamSpecs, type ParamValues } from '../constructions/params'

export type Params = ParamValues<ParamSpecs>

export const THEMES = ['system', 'light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]

/** The page where answers are checked, beside the rooms. */
export const CHECK = 'check'

/** The whole state of the explorer. Everything else on screen is derived from it. */
export interface Session {
  /** The construction whose room is open, or {@link CHECK}. */
  readonly panel: string
  /** The part whose question is open on the page of answers. */
  readonly part: string
  /** What has been typed as an answer, by part and field. */
  readonly drafts: Readonly<Record<string, Texts>>
  /** The parameters of every room, by construction. */
  readonly params: Readonly<Record<string, Params>>
  /** For rooms where a state was pinned to compare with: its params. */
  readonly pinned: Readonly<Record<string, Params>>
  readonly theme: Theme
  /** Whether shortcuts of one character are on; people who speak their input turn them off. */
  readonly singleKeys: boolean
}

/** Where each part of the session goes: into links, to a second window, into this device's storage. */
export const sessionParts = {
  panel: { link: true, lecture: true, saved: true },
  part: { link: true, lecture: true, saved: true },
  drafts: { link: true, lecture: false, saved: true },
  params: { link: true, lecture: true, saved: true },
  pinned: { link: true, lecture: true, saved: true },
  theme: { link: false, lecture: false, saved: true },
  singleKeys: { link: false, lecture: false, saved: true },
} satisfies Record<keyof Session, { link: boolean; lecture: boolean; saved: boolean }>

/** The session of a first visit. */
export function initialSession(): Session {
  return {
    panel: constructions[0].id,
    part: exercises[0].part,
    drafts: {},
    params: Object.fromEntries(constructions.map((c) => [c.id, paramsWith(c, initialParams(c.params), {})])),
    pinned: {},
    theme: 'system',
    singleKeys: true,
  }
}

/** The construction whose room is open. */
export function openConstruction({ panel }: Session): Construction {
  return constructions.find(({ id }) => id === panel) ?? constructions[0]
}

/** Whether the page of answers is open. */
export const isChecking = ({ panel }: Session): boolean => panel === CHECK

/** The question that is open on the page of answers. */
export function openExercise({ part }: Session): Exercise {
  return exercises.find((exercise) => exercise.part === part) ?? exercises[0]
}

/** What has been typed as an answer to the open question. */
export function openDraft(session: Session): Texts {
  return session.drafts[openExercise(session).part] ?? {}
}

/** `session` with the answer to the question of `part` replaced. */
export function withDraft(session: Session, part: string, texts: Texts): Session {
  return { ...session, drafts: { ...session.drafts, [part]: texts } }
}

/** The params of the open room. */
export function openParams(session: Session): Params {
  return session.params[openConstruction(session).id]
}

/** `session` with `changes` made to the params of the open room. */
export function withParams(session: Session, changes: Partial<Params>): Session {
  const construction = openConstruction(session)
  const params = paramsWith(construction, openParams(session), changes)
  return { ...session, params: { ...session.params, [construction.id]: params } }
}

/** The params pinned as A in the open room, if any. */
export function pinnedParams(session: Session): Params | undefined {
  return session.pinned[openConstruction(session).id]
}

/** `session` with `params`, or nothing, pinned as A in the open room. */
export function withPinned(session: Session, params: Params | undefined): Session {
  const { [openConstruction(session).id]: _, ...others } = session.pinned
  return { ...session, pinned: params ? { ...others, [openConstruction(session).id]: params } : others }
}

/** `session` with the pinned and the current params of the open room exchanged; the same where nothing is pinned. */
export function swapped(session: Session): Session {
  const pinned = pinnedParams(session)
  return pinned ? withParams(withPinned(session, openParams(session)), pinned) : session
}

/** What a person sets for this device: no part of links or of undo. */
export type Settings = Pick<Session, 'theme' | 'singleKeys'>

/** The settings of a session. */
export function settingsOf({ theme, singleKeys }: Session): Settings {
  return { theme, singleKeys }
}
