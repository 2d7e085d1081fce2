import { useSyncExternalStore } from 'react'
import type { Store } from '../state/store'

/** What `select` finds in a store's state: the component is drawn again only when that is another value. */
export function useFromStore<State, T>(
  { subscribe, get }: Pick<Store<State, never>, 'subscribe' | 'get'>,
  select: (state: State) => T,
): T {
  return useSyncExternalStore(subscribe, () => select(get()))
}
