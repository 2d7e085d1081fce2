import { type Lesson, type LessonStep, LIMITS, stepAt } from '../../state/lecture/lesson'
import {
  type DecodedLesson,
  decodeLessonText,
  MOST_LESSON_CHARACTERS,
} from '../../state/lecture/lesson-codec'
import { decodeLessonLink } from '../../state/lecture/lesson-link'
import {
  heldLesson,
  idOfText,
  loadShelf,
  MOST_LESSONS,
  type Shelf,
  saveShelf,
  withLesson,
  withoutLesson,
} from '../../state/lecture/lesson-shelf'
import { shippedLessons } from '../../state/lecture/lessons/shipped'
import type { Notice } from '../../state/link-fields'
import { createStore, type Store } from '../../state/store'
import { newId } from '../lecture/hallAddress'
import { deviceStorage, savedAtRest } from '../saved'

/** The lessons of this page. */
export interface Lessons {
  /** A person's own. */
  readonly shelf: Shelf
  /** Id of the one that is looked at. */
  readonly open: string
  /** Index of the step of it that is looked at. */
  readonly step: number
  readonly notices: readonly Notice[]
  /** False where this device refused to keep them. */
  readonly isKept: boolean
}

type Update = (lessons: Lessons) => Lessons

/** Milliseconds of rest after which a change is saved. */
const REST = 400

let store: Store<Lessons, Update> | undefined

/** The page's one store of lessons: read from this device at first use, saved at rest and when the page is left. */
export function lessonStore(): Store<Lessons, Update> {
  store ??= startStore()
  return store
}

function startStore(): Store<Lessons, Update> {
  const { value, notices } = loadShelf(deviceStorage())
  const initial = { shelf: value, open: value.at(-1)?.id ?? 'softmax', step: 0, notices, isKept: true }
  const lessons = createStore((state: Lessons, update: Update) => update(state), initial)
  let saved: Shelf = value
  const save = () => {
    const { shelf, isKept } = lessons.get()
    if (shelf === saved) return
    saved = shelf
    const isDone = saveShelf(deviceStorage(), shelf)
    if (isDone !== isKept) lessons.dispatch((state) => ({ ...state, isKept: isDone }))
  }
  savedAtRest(lessons, save, REST)
  return lessons
}

/** The lesson that is looked at: a person's own, or one that comes with the explorer. */
export function openLesson({ shelf, open }: Lessons): Lesson {
  const shipped = shippedLessons()
  return [...shelf, ...shipped].find(({ id }) => id === open) ?? shipped[0]
}

/** Whether the lesson that is looked at is a person's own and can be changed. */
export const isOwn = ({ shelf, open }: Lessons): boolean => shelf.some(({ id }) => id === open)

const update = (change: Update) => lessonStore().dispatch(change)

/** Looks at the lesson `id`. */
export const open = (id: string): void => update((state) => ({ ...state, open: id, step: 0 }))

export const look = (step: number): void => update((state) => ({ ...state, step }))

/** Changes the lesson that is looked at; nothing happens to one that comes with the explorer. */
export function changeLesson(change: (lesson: Lesson) => Lesson, step?: number): void {
  update((state) => {
    if (!isOwn(state)) return state
    const lesson = change(openLesson(state))
    const at = Math.max(0, Math.min(step ?? state.step, lesson.steps.length - 1))
    return { ...state, shelf: withLesson(state.shelf, lesson), step: at }
  })
}

/** Changes the step that is looked at. */
export function changeStep(changes: Partial<LessonStep>): void {
  const { step } = lessonStore().get()
  changeLesson((lesson) => ({
    ...lesson,
    steps: lesson.steps.map((one, i) => (i === step ? { ...one, ...changes } : one)),
  }))
}

/** Puts a lesson on the shelf, under an `id` that no other has, and looks at it; false where there is no more room. */
export function addLesson(lesson: Omit<Lesson, 'id'>, id = newId()): boolean {
  if (lessonStore().get().shelf.length >= MOST_LESSONS) return false
  const own = { ...lesson, id }
  update((state) => ({ ...state, shelf: withLesson(state.shelf, own), open: own.id, step: 0 }))
  return true
}

/** Adds the state at `link` to a person's own lesson, to a new one where none is looked at; returns its number from 1. */
export function captureStep(link: string, sentence: string): number | undefined {
  if (!isOwn(lessonStore().get()) && !addLesson({ title: 'My lesson', steps: [] })) return undefined
  const { steps } = openLesson(lessonStore().get())
  if (steps.length >= LIMITS.steps) return undefined
  changeLesson((lesson) => ({ ...lesson, steps: [...lesson.steps, stepAt(link, sentence)] }), steps.length)
  return steps.length + 1
}

/** Takes the lesson that is looked at off the shelf. */
export const removeLesson = (): void =>
  update((state) => {
    const shelf = withoutLesson(state.shelf, state.open)
    return { ...state, shelf, open: shelf.at(-1)?.id ?? 'softmax', step: 0 }
  })

export const dismiss = (): void => update((state) => ({ ...state, notices: [] }))

/** Puts what was read of a file or a link on the shelf, and says what could not be taken. */
export function takeLesson(decoded: DecodedLesson, from: string, id?: string): void {
  const isTaken = decoded.state === 'read' && addLesson(decoded.lesson, id)
  const said: readonly Notice[] =
    decoded.state === 'read'
      ? isTaken
        ? decoded.notices
        : [refused(from, `was not taken: ${MOST_LESSONS} lessons are all that is kept. Remove one first.`)]
      : [refused(from, WHY[decoded.state])]
  update((state) => ({ ...state, notices: said }))
}

/** Puts the lesson of a link on the shelf. */
export const takeLink = (fragment: string): void =>
  takeLesson(decodeLessonLink(fragment) ?? { state: 'unreadable' }, 'link')

/** Puts the lesson within this page's own file on the shelf, unless it is there, and looks at it. */
export function takeWithin(text: string): void {
  const held = heldLesson(lessonStore().get().shelf, text)
  if (held) open(held.id)
  else takeLesson(decodeLessonText(text), 'the lesson of this file', idOfText(text))
}

const refused = (field: string, message: string): Notice => ({ field, outcome: 'refused', message })

const WHY = {
  newer: 'was made by a newer version of the explorer, and is left as it is',
  unreadable: 'holds no lesson that can be read',
  long: `is longer than ${MOST_LESSON_CHARACTERS / 1e6} million characters`,
}
