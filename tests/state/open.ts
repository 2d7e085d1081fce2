import type { ConstructionId } from '../../src/constructions'
import { initialSession, openConstruction, type Params, type Session } from '../../src/state/session'

/** The session of a first visit, in the room called `id` of those that the tests enter. */
export const inRoom = (id: string): Session => ({ ...initialSession(), page: id as ConstructionId })

/** The params of the open room. */
export function openParams(session: Session): Params {
  return session.params[openConstruction(session)!.id]
}

/** The params pinned as A in the open room, if any. */
export function pinnedParams(session: Session): Params | undefined {
  return session.pinned[openConstruction(session)!.id]
}
