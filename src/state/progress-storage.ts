import type { Notice } from './link-fields'
import { NO_PROGRESS, type Progress } from './progress'
import { decodeProgress, encodeProgress, isNewerProgress } from './progress-decode'
import type { KeyValueStorage } from './storage'

/** Where this device keeps its progress. */
export const PROGRESS_KEY = 'attention-explorer/v1/progress'

/** What this device remembers. */
export interface LoadedProgress {
  readonly progress: Progress
  readonly notices: readonly Notice[]
}

/**
 * The progress that `storage` holds, or none. Foreign like any input: where something cannot be read, the whole is set
 * aside under a second key, and what cannot is named. What a later version saved is left alone, and named.
 */
export function loadProgress(storage: KeyValueStorage | undefined): LoadedProgress {
  const text = readText(storage)
  if (text === null) return { progress: NO_PROGRESS, notices: [] }
  const decoded = decodeProgress(text)
  if (decoded.state === 'newer') return { progress: NO_PROGRESS, notices: [notice(NEWER)] }
  const read = decoded.state === 'read' ? decoded : { progress: NO_PROGRESS, notices: [notice(UNREADABLE)] }
  if (read.notices.length === 0) return read
  written(storage, `${PROGRESS_KEY}.bad`, text)
  return { ...read, notices: [...read.notices, notice(ASIDE)] }
}

/** Keeps `progress` for the next visit; false where the storage refuses, or holds what a later version saved. */
export function saveProgress(storage: KeyValueStorage | undefined, progress: Progress): boolean {
  if (isNewerProgress(readText(storage) ?? '')) return false
  return written(storage, PROGRESS_KEY, encodeProgress(progress))
}

const NEWER =
  'The progress on this device was saved by a newer version of the explorer. It is left as it is, and what you do now is not kept: export it before you leave.'
const UNREADABLE = 'The progress on this device could not be read: you start with none.'
const ASIDE = 'What this device had kept was set aside as it was.'

const notice = (message: string): Notice => ({ field: 'storage', outcome: 'refused', message })

function readText(storage: KeyValueStorage | undefined): string | null {
  try {
    return storage?.getItem(PROGRESS_KEY) ?? null
  } catch {
    return null
  }
}

function written(storage: KeyValueStorage | undefined, key: string, text: string): boolean {
  try {
    storage?.setItem(key, text)
    return storage !== undefined
  } catch {
    return false
  }
}
