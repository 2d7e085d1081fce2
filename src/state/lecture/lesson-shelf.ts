import * as v from 'valibot'
import { inScript } from '../../export/one-file'
import { type Kept, type KeyValueStorage, loadKept, type Read, saveKept } from '../device'
import type { Notice } from '../link-fields'
import type { Lesson } from './lesson'
import { encodeLesson, lessonCodec } from './lesson-codec'

/** The lessons of a person, kept on this device. */
export type Shelf = readonly Lesson[]

/** Where this device keeps lessons. */
export const SHELF_KEY = 'attention-explorer/v1/lessons'

/** More lessons than this are not kept: the device has little room. */
export const MOST_LESSONS = 50

const Content = v.object({ lessons: v.array(v.unknown()) })

const kept: Kept<Shelf> = {
  key: SHELF_KEY,
  version: 1,
  none: () => [],
  encode: (lessons) => ({ lessons: lessons.map(lessonCodec.encode) }),
  decode: decodeShelf,
  words: {
    newer:
      'The lessons on this device were saved by a newer version of the explorer. They are left as they are, and what you change now is not kept: save it as a file.',
    unreadable: 'The lessons on this device could not be read.',
    aside: 'What this device had kept was set aside as it was.',
  },
}

function decodeShelf(content: unknown): Read<Shelf> | undefined {
  const read = v.safeParse(Content, content)
  if (!read.success) return undefined
  const notices: Notice[] = []
  const lessons = read.output.lessons.slice(0, MOST_LESSONS).flatMap((one, i) => {
    const lesson = lessonCodec.decode(one)
    const field = `lesson ${i + 1}`
    if (!lesson) notices.push({ field, outcome: 'refused', message: 'could not be read; it was left out' })
    for (const notice of lesson?.notices ?? [])
      notices.push({ ...notice, field: `${field}, ${notice.field}` })
    return lesson ? [lesson.value] : []
  })
  const over = read.output.lessons.length - MOST_LESSONS
  if (over > 0)
    notices.push({ field: 'lessons', outcome: 'refused', message: `there are ${over} more than can be kept` })
  return { value: lessons, notices }
}

/** The lessons that `storage` holds; what cannot be taken is named. */
export const loadShelf = (storage: KeyValueStorage | undefined): Read<Shelf> => loadKept(storage, kept)

/** Keeps `shelf` for the next visit; false where the storage refuses, or holds what a later version saved. */
export const saveShelf = (storage: KeyValueStorage | undefined, shelf: Shelf): boolean =>
  saveKept(storage, kept, shelf)

/** `shelf` with `lesson` in place of the one of its id, or at the end. */
export function withLesson(shelf: Shelf, lesson: Lesson): Shelf {
  const at = shelf.findIndex(({ id }) => id === lesson.id)
  return at < 0 ? [...shelf, lesson] : shelf.with(at, lesson)
}

export const withoutLesson = (shelf: Shelf, id: string): Shelf => shelf.filter((lesson) => lesson.id !== id)

/**
 * The lesson of `shelf` that the text within a one-file page is of: taken from it before, whatever became of it since, or
 * the one that it was saved from.
 */
export const heldLesson = (shelf: Shelf, text: string): Lesson | undefined =>
  shelf.find(({ id }) => id === idOfText(text)) ??
  shelf.find((lesson) => [true, false].some((hasNotes) => inScript(encodeLesson(lesson, hasNotes)) === text))

/** The id under which a lesson is kept that came as `text`: the same for the same text. */
export function idOfText(text: string): string {
  let [low, high] = [0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i += 1) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ text.charCodeAt(i), 0xc2b2ae35)
  }
  return `file-${[low, high].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')}`
}
