import { useCallback, useSyncExternalStore } from 'react'
import type { Progress } from '../../state/progress'
import { type KeptProgress, progressStore } from './progressStore'

/** A person's progress, and how to change it. */
export interface HeldProgress extends KeptProgress {
  /** Changes the progress of the whole page, however many changes are under way. */
  change(update: (progress: Progress) => Progress): void
  /** Forgets what was said of the content of this device. */
  dismiss(): void
}

/** The progress kept on this device: the same for every component, saved at rest and when the page is left. */
export function useProgress(): HeldProgress {
  const store = progressStore()
  const kept = useSyncExternalStore(store.subscribe, store.get)
  const change = useCallback(
    (update: (progress: Progress) => Progress) =>
      store.dispatch((state) => ({ ...state, progress: update(state.progress) })),
    [store],
  )
  const dismiss = useCallback(() => store.dispatch((state) => ({ ...state, notices: [] })), [store])
  return { ...kept, change, dismiss }
}
