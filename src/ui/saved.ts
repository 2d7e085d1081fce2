import { useEffect } from 'react'
import type { Session } from '../state/session'
import { loadSession, saveSession } from '../state/storage'
import type { Action, History, Store } from '../state/store'
import { debounced } from './debounced'
import { onLeave } from './onLeave'

/** The device's storage, or undefined where the browser refuses it. */
export function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** What this device remembers of the last visit. */
export function savedSession() {
  return loadSession(deviceStorage())
}

/**
 * Writes the session to this device's storage when it has rested, and when the page is left. `read` is the session that
 * the page found there: what another tab writes meanwhile is kept where this one changes nothing.
 */
export function useSaved(store: Store<History, Action>, read: Session): void {
  useEffect(() => {
    let base = read
    const save = () => {
      const { present } = store.get()
      if (present !== base && saveSession(deviceStorage(), present, base)) base = present
    }
    return savedAtRest(store, save, 500)
  }, [store, read])
}

/** Calls `save` when `store` has rested for `ms` milliseconds after a change, and when the page is left; returns the way to stop. */
export function savedAtRest(
  store: Pick<Store<unknown, never>, 'subscribe'>,
  save: () => void,
  ms: number,
): () => void {
  const later = debounced(save, ms)
  const ends = [store.subscribe(later), later.cancel, onLeave('persist', save)]
  return () => {
    for (const end of ends) end()
  }
}
