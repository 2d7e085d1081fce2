import { declarationOf } from '../constructions/declared'
import type { Decoded, Field } from './link-fields'
import { roomOf } from './page'
import { decodeRoom, roomFields } from './room-link'
import type { Session } from './session'
import type { Shared } from './session-parts'

/** The fields of a link that bring back a room within another page: which, and those of the room. */
export function embedFields(session: Shared): Field[] {
  const room = roomOf(session.embedded)
  return room ? [['room', room.id], ...roomFields(room, session)] : []
}

/** The session that a link's fields within another page stand for; every field that is not taken is named. */
export function decodeEmbed(fields: readonly Field[], base: Session): Decoded {
  const named = fields.find(([name]) => name === 'room')?.[1] ?? base.embedded
  const room = declarationOf(named)
  if (!room) {
    const message = `there is no room "${named.slice(0, 40)}"; nothing was taken from the link`
    return { session: { ...base, page: 'embed' }, notices: [{ field: 'room', outcome: 'refused', message }] }
  }
  const rest = fields.filter(([name]) => name !== 'room')
  const { session, notices } = decodeRoom(room, rest, base)
  return { session: { ...session, page: 'embed', embedded: room.id }, notices }
}
