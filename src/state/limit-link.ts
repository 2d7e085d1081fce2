import type { Declared } from '../constructions/construction'
import { HIDEABLE, isHideable, isPart, type Limits, limitOf, NO_LIMITS, withLimit } from './limits'
import type { Field, Notice } from './link-fields'

/** What the fields of a link that carry limits are called. */
export const LIMIT_FIELDS = ['lock', 'hide'] as const

/** The fields of a link that carry `limits`, names in the order of the room. */
export function limitFields({ params }: Pick<Declared, 'params'>, { locked, hidden }: Limits): Field[] {
  const order = [...Object.keys(params), ...Object.keys(HIDEABLE)]
  const sorted = (names: readonly string[]) => order.filter((name) => names.includes(name)).join(',')
  return [
    ...(locked.length > 0 ? [['lock', sorted(locked)] as const] : []),
    ...(hidden.length > 0 ? [['hide', sorted(hidden)] as const] : []),
  ]
}

/** The limits that a link's fields stand for; every name that is not taken is named. */
export function decodeLimits(
  construction: Pick<Declared, 'params'>,
  fields: readonly Field[],
): { limits: Limits; notices: readonly Notice[] } {
  const notices: Notice[] = []
  let limits = NO_LIMITS
  for (const [field, text] of fields)
    for (const name of new Set(text.split(',').filter((part) => part !== ''))) {
      const problem = problemOf(construction, field, name)
      if (problem) notices.push({ field, outcome: 'refused', message: problem })
      else if (limitOf(limits, name) === 'free')
        limits = withLimit(limits, name, field === 'lock' ? 'locked' : 'hidden')
      else notices.push({ field, outcome: 'ignored', message: `"${name}" is locked already` })
    }
  return { limits, notices }
}

function problemOf(construction: Pick<Declared, 'params'>, field: string, name: string): string | undefined {
  const shown = name.slice(0, 40)
  const isParam = Object.hasOwn(construction.params, name)
  if (!isParam && !isPart(name)) return `there is no control "${shown}" in this room`
  if (field === 'lock') return isParam ? undefined : `"${shown}" can be hidden, not locked`
  return isParam && !isHideable(construction, name)
    ? `"${shown}" is part of a figure and cannot be hidden`
    : undefined
}
