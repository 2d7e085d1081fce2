import { useEffect } from 'react'
import { loadSession, saveSession } from '../state/storage'
import type { Action, History, Store } from '../state/store'

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
    let timer = 0
    const save = () => saveSession(deviceStorage(), store.get().present)
    const later = () => {
      clearTimeout(timer)
      timer = window.setTimeout(save, 500)
    }
    const unsubscribe = store.subscribe(later)
    window.addEventListener('pagehide', save)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      window.removeEventListener('pagehide', save)
    }
  }, [store])
}
