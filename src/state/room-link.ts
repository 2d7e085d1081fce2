import { type Declared, paramsWith } from '../constructions/construction'
import type { ConstructionId, Declaration } from '../constructions/declared'
import { encodeValue } from '../constructions/decode'
import { initialParams, type ParamValue, sameValue } from '../constructions/params'
import { decodeLimits, LIMIT_FIELDS, limitFields } from './limit-link'
import { NO_LIMITS } from './limits'
import type { Decoded, Field, Notice } from './link-fields'
import { decodeEach, encodeParams } from './param-fields'
import { type Params, type Session, withLimits, withPinned } from './session'
import type { Shared } from './session-parts'

/** What the fields of the params pinned as A begin with. */
const PINNED = 'A.'

/** The fields of a link that bring back a room: what differs from the initial params, is pinned, locked or hidden. */
export function roomFields(construction: Declaration, { params, pinned, limits }: Shared): Field[] {
  const a = pinned[construction.id]
  return [
    ...encodeParams(construction.params, params[construction.id]),
    ...(a ? pinnedFields(construction, a) : []),
    ...limitFields(construction, limits[construction.id] ?? NO_LIMITS),
  ]
}

/** The bare prefix says that something is pinned, even where it is the initial state. */
function pinnedFields(construction: Declared, pinned: Params): Field[] {
  return [
    [PINNED, ''],
    ...encodeParams(construction.params, pinned).map(([name, text]): Field => [PINNED + name, text]),
  ]
}

/** The session that a link's fields in the room of `open` stand for; every field that is not taken is named. */
export function decodeRoom(open: Declaration, fields: readonly Field[], base: Session): Decoded {
  const id: ConstructionId = open.id
  const isLimit = ([name]: Field) => LIMIT_FIELDS.some((limit) => limit === name)
  const [pinned, own] = separated(fields.filter((field) => !isLimit(field)))
  const { limits, notices: unlimited } = decodeLimits(open, fields.filter(isLimit))
  const { params, notices } = decodeParams(open, own)
  const a = pinned.length > 0 ? decodePinned(open, pinned) : undefined
  const session = { ...base, page: id, params: { ...base.params, [id]: params } }
  return {
    session: withLimits(withPinned(session, id, a?.params), id, limits),
    notices: [...notices, ...(a?.notices ?? []), ...unlimited],
  }
}

/** The fields of the pinned params, and the others. */
function separated(fields: readonly Field[]): [pinned: Field[], own: Field[]] {
  const isPinned = ([name]: Field) => name.startsWith(PINNED)
  return [fields.filter(isPinned), fields.filter((field) => !isPinned(field))]
}

function decodePinned(
  construction: Declared,
  fields: readonly Field[],
): { params: Params; notices: readonly Notice[] } {
  const unprefixed = fields
    .map(([name, text]): Field => [name.slice(PINNED.length), text])
    .filter(([name]) => name !== '')
  const { params, notices } = decodeParams(construction, unprefixed)
  return { params, notices: notices.map((notice) => ({ ...notice, field: PINNED + notice.field })) }
}

/** The params that named texts stand for, and a notice for each text that was not taken as it stood. */
function decodeParams(
  construction: Declared,
  fields: readonly Field[],
): { params: Params; notices: readonly Notice[] } {
  const decoded = decodeEach(construction.params, fields, 'is not a parameter of this room')
  const wanted = { ...initialParams(construction.params), ...decoded.values }
  const params = paramsWith(construction, wanted, {})
  // What the link does not name was not taken from it: it follows the rest without a word.
  const moved = Object.keys(decoded.values).filter((name) => !sameValue(params[name], wanted[name]))
  return { params, notices: [...decoded.notices, ...moved.map((name) => movedNotice(name, params[name]))] }
}

function movedNotice(field: string, value: ParamValue): Notice {
  return {
    field,
    outcome: 'clamped',
    message: `does not go with the other parameters; ${encodeValue(value)} is used`,
  }
}
