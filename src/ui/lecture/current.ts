import { type Lecture, startedLecture } from '../../state/lecture/lecture'
import { loadLecture } from '../../state/lecture/lecture-storage'
import type { Lesson } from '../../state/lecture/lesson'
import { NEW_OWNER, type OwnerMemory, reborn } from '../../state/lecture/owner'
import { createStore } from '../../state/store'
import { newId } from './hallAddress'
import { openHall, tabStorage } from './hallWindow'

/** What the console of this window starts from. */
export interface Begun {
  readonly lecture: Lecture
  readonly owner: OwnerMemory
  /** The window of the hall; undefined where it was refused, or where this console was loaded again. */
  readonly hall: Window | undefined
  readonly isRestored: boolean
}

/** The lecture that this window is the console of, if any. */
export const current = createStore<Begun | undefined, Begun | undefined>((_, next) => next, undefined)

/** Makes this window the console of a lecture and opens that of the hall; to be called within a click. */
export function startLecture(lesson: Lesson): void {
  const lecture = startedLecture(newId(), lesson, Date.now())
  current.dispatch({ lecture, owner: NEW_OWNER, hall: openHall(lecture.id), isRestored: false })
}

/** Goes on with the lecture that this tab was the console of when it was loaded again. */
export function resumeLecture(): void {
  const kept = loadLecture(tabStorage())
  if (kept)
    current.dispatch({ lecture: kept.lecture, owner: reborn(kept.owner), hall: undefined, isRestored: true })
}
