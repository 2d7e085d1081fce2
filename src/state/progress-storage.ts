import { type Kept, type KeyValueStorage, loadKept, saveKept } from './device'
import type { Notice } from './link-fields'
import { NO_PROGRESS, type Progress } from './progress'
import { progressCodec } from './progress-decode'

/** Where this device keeps its progress. */
export const PROGRESS_KEY = 'attention-explorer/v1/progress'

const kept: Kept<Progress> = {
  ...progressCodec,
  key: PROGRESS_KEY,
  none: () => NO_PROGRESS,
  words: {
    newer:
      'The progress on this device was saved by a newer version of the explorer. It is left as it is, and what you do now is not kept: export it before you leave.',
    unreadable: 'The progress on this device could not be read: you start with none.',
    aside: 'What this device had kept was set aside as it was.',
  },
}

/** What this device remembers. */
export interface LoadedProgress {
  readonly progress: Progress
  readonly notices: readonly Notice[]
}

/** The progress that `storage` holds, or none; what cannot be taken is named. */
export function loadProgress(storage: KeyValueStorage | undefined): LoadedProgress {
  const { value, notices } = loadKept(storage, kept)
  return { progress: value, notices }
}

/** Keeps `progress` for the next visit; false where the storage refuses, or holds what a later version saved. */
export const saveProgress = (storage: KeyValueStorage | undefined, progress: Progress): boolean =>
  saveKept(storage, kept, progress)
