import { useMemo } from 'react'
import type { Registered } from '../constructions'
import { paramsWith } from '../constructions/construction'
import { initialParams } from '../constructions/params'
import { heldBack } from '../state/limits'
import { limitsOf, type Params } from '../state/session'
import { useExplorer, useStore } from './explorer'

/** The construction of an open room with its params, what follows from them, and what can be done in it. */
export function useRoom(construction: Registered) {
  const { session } = useExplorer()
  const limits = limitsOf(session, construction.id)
  const current = useComputed(construction, session.params[construction.id])!
  const pinned = useComputed(construction, session.pinned[construction.id])
  return { construction, ...current, pinned, limits, ...useRoomActions(construction) }
}

/** What can be done to the params of a room; the same functions at every render. */
export function useRoomActions(construction: Registered) {
  const { dispatch, setNotices } = useExplorer()
  const { get } = useStore()
  return useMemo(
    () => ({
      change: (changes: Partial<Params>, intent = '') =>
        dispatch({ type: 'change', changes, intent, room: construction.id }),
      settle: () => dispatch({ type: 'settle' }),
      cancel: () => dispatch({ type: 'cancel' }),
      /** Goes to named params: the initial ones with some changes. */
      choose: (changes: Partial<Params>) => {
        const { present } = get()
        const chosen = paramsWith(construction, initialParams(construction.params), changes)
        const held = heldBack(limitsOf(present, construction.id), present.params[construction.id], chosen)
        if (held.length > 0) setNotices(held.map((name) => heldNotice(construction, name)))
        else dispatch({ type: 'change', changes: chosen, intent: '', room: construction.id })
      },
    }),
    [construction, dispatch, get, setNotices],
  )
}

const heldNotice = ({ params }: Registered, name: string) =>
  ({
    field: params[name].label,
    outcome: 'refused',
    message: 'is locked in this copy, and would have to change',
  }) as const

export type OpenRoom = ReturnType<typeof useRoom>

function useComputed(construction: Registered, params: Params | undefined) {
  return useMemo(() => {
    if (!params) return undefined
    const model = construction.model(params)
    return { params, model, quantities: construction.quantities(params, model) }
  }, [construction, params])
}
