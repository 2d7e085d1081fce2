import { useEffect } from 'react'
import { loadSession, saveSession } from '../state/storage'
import type { Action, History, Store } from '../state/store'
import { onLeave } from './onLeave'
import { onRest } from './onRest'

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

/** Writes the session to this device's storage when it has rested, and when the page is left. */
export function useSaved(store: Store<History, Action>): void {
  useEffect(() => {
    const save = () => saveSession(deviceStorage(), store.get().present)
    const ends = [onRest(store.subscribe, save, 500), onLeave('writes', save)]
    return () => {
      for (const end of ends) end()
    }
  }, [store])
}
