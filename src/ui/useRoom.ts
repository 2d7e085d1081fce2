import { useMemo } from 'react'
import { initialParams } from '../constructions/params'
import { openConstruction, openParams, type Params, pinnedParams } from '../state/session'
import { useExplorer } from './explorer'

/** The open construction with its params, what follows from them, and the ways to change them. */
export function useRoom() {
  const { session, dispatch } = useExplorer()
  const construction = openConstruction(session)
  const current = useComputed(construction, openParams(session))!
  const pinned = useComputed(construction, pinnedParams(session))
  const ways = useMemo(
    () => ({
      onChange: (changes: Partial<Params>, intent: string) => dispatch({ type: 'change', changes, intent }),
      onSettle: () => dispatch({ type: 'settle' }),
      /** Goes to named params: the initial ones with some changes. */
      onChoose: (changes: Partial<Params>) =>
        dispatch({
          type: 'change',
          changes: { ...initialParams(construction.params), ...changes },
          intent: '',
        }),
    }),
    [construction, dispatch],
  )
  return { construction, ...current, pinned, ...ways }
}

export type OpenRoom = ReturnType<typeof useRoom>

function useComputed(construction: OpenConstruction, params: Params | undefined) {
  return useMemo(() => {
    if (!params) return undefined
    const model = construction.model(params)
    return { params, model, quantities: construction.quantities(params, model) }
  }, [construction, params])
}

type OpenConstruction = ReturnType<typeof openConstruction>
