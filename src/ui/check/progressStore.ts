import type { Progress } from '../../state/progress'
import { decodeProgress } from '../../state/progress-decode'
import { mergedProgress } from '../../state/progress-merge'
import { type LoadedProgress, loadProgress, PROGRESS_KEY, saveProgress } from '../../state/progress-storage'
import { createStore, type Store } from '../../state/store'
import { deviceStorage, savedAtRest } from '../saved'

/** What the page knows of a person's progress. */
export interface KeptProgress extends LoadedProgress {
  /** False where this device refused to keep it. */
  readonly isKept: boolean
}

type Update = (kept: KeptProgress) => KeptProgress

export type ProgressStore = Store<KeptProgress, Update>

/** Milliseconds of rest after which a change is saved. */
const REST = 500

let store: ProgressStore | undefined

/** The page's one store of progress: read from this device at first use, saved at rest and when the page is left. */
export function progressStore(): ProgressStore {
  store ??= startStore()
  return store
}

function startStore(): ProgressStore {
  const kept = createStore((state: KeptProgress, update: Update) => update(state), {
    ...loadProgress(deviceStorage()),
    isKept: true,
  })
  let saved = kept.get().progress
  const save = () => {
    const { progress, isKept } = kept.get()
    if (progress === saved) return
    saved = progress
    const done = saveProgress(deviceStorage(), progress)
    if (done !== isKept) kept.dispatch((state) => ({ ...state, isKept: done }))
  }
  savedAtRest(kept, save, REST)
  window.addEventListener('storage', ({ key, newValue }) => {
    const others = key === PROGRESS_KEY && newValue !== null ? readOrNone(newValue) : undefined
    if (!others) return
    // Another tab has saved: what is unsaved here is added to it, or else the two tabs are made alike.
    const isUnsaved = kept.get().progress !== saved
    if (!isUnsaved) saved = others
    kept.dispatch((state) => ({
      ...state,
      progress: isUnsaved ? mergedProgress(state.progress, others).progress : others,
    }))
  })
  return kept
}

function readOrNone(text: string): Progress | undefined {
  const decoded = decodeProgress(text)
  return decoded.state === 'read' ? decoded.progress : undefined
}
