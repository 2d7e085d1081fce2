import type { Declared } from '../constructions/construction'
import { type ParamSpecs, type ParamValues, sameValue } from '../constructions/params'

type Params = ParamValues<ParamSpecs>

/** What a person may do with a part of a room that was shared: change it, only see it, or neither. */
export type Limit = 'free' | 'locked' | 'hidden'

/** What of a room is not free, in the copy that somebody shared. */
export interface Limits {
  /** Names of params that are shown and cannot be changed. */
  readonly locked: readonly string[]
  /** Names of params that cannot be changed and have no control, and of parts of the room that are not shown. */
  readonly hidden: readonly string[]
}

export const NO_LIMITS: Limits = { locked: [], hidden: [] }

/** Parts of a room beside its controls that a copy can be without. */
export const HIDEABLE = { presets: 'Presets', story: 'Story' } as const

/** Whether `name` is one of these parts. */
export const isPart = (name: string) => Object.hasOwn(HIDEABLE, name)

/** What may be done with the param or part `name`. */
export function limitOf({ locked, hidden }: Limits, name: string): Limit {
  if (hidden.includes(name)) return 'hidden'
  return locked.includes(name) ? 'locked' : 'free'
}

/** `limits` with another one on `name`. */
export function withLimit({ locked, hidden }: Limits, name: string, limit: Limit): Limits {
  const without = (names: readonly string[]) => names.filter((other) => other !== name)
  return {
    locked: limit === 'locked' ? [...without(locked), name] : without(locked),
    hidden: limit === 'hidden' ? [...without(hidden), name] : without(hidden),
  }
}

/** Whether everything is free. */
export const isFree = ({ locked, hidden }: Limits): boolean => locked.length + hidden.length === 0

/** Whether a param may be hidden: one that is moved in a figure is there with the figure. */
export const isHideable = ({ params }: Pick<Declared, 'params'>, name: string): boolean =>
  params[name].kind !== 'matrix' && params[name].place !== 'figure'

/** Names of params that `limits` does not let change from `before` to `after`. */
export const heldBack = (limits: Limits, before: Params, after: Params): string[] =>
  [...limits.locked, ...limits.hidden].filter(
    (name) => Object.hasOwn(before, name) && !sameValue(before[name], after[name]),
  )
