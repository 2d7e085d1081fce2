import { type Construction, paramsWith } from '../constructions/construction'
import { initialParams, sameValue } from '../constructions/params'
import type { Params } from '../state/session'

const known = new WeakMap<Construction, readonly Params[]>()

/** The params of each preset of `construction`, in order; computed once, since a drag asks for them at every frame. */
export function presetParams(construction: Construction): readonly Params[] {
  const before = known.get(construction)
  if (before) return before
  const initial = initialParams(construction.params)
  const all = construction.presets.map(({ params }) => paramsWith(construction, initial, params))
  known.set(construction, all)
  return all
}

/** Names of the params in which `a` and `b` differ. */
export const differing = (a: Params, b: Params): readonly string[] =>
  Object.keys(a).filter((name) => !sameValue(a[name], b[name]))

/**
 * Names of the params that differ from the preset that `params` are nearest to, the initial ones included: what a person has
 * changed since they chose it.
 */
export function changedParams(construction: Construction, params: Params): readonly string[] {
  const named = presetParams(construction).map((preset) => differing(params, preset))
  const initial = differing(params, initialParams(construction.params))
  return named.reduce((least, names) => (names.length < least.length ? names : least), initial)
}
