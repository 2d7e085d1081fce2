import type { Lesson } from './lesson'
import { type DecodedLesson, decodeLessonText, encodeLesson } from './lesson-codec'

/** Longest address that programs for mail and chat leave whole. */
export const MOST_LINK_CHARACTERS = 2000

/** What the fragment of a lesson's link begins with. */
export const LESSON_PREFIX = '#lesson='

/** The fragment that opens `lesson`, without private notes; undefined where it is too long for an address. */
export function encodeLessonLink(lesson: Lesson): string | undefined {
  const text = LESSON_PREFIX + encodeURIComponent(encodeLesson(lesson, false))
  return text.length > MOST_LINK_CHARACTERS ? undefined : text
}

/** The lesson of a fragment; undefined where it is the link of something else. */
export function decodeLessonLink(fragment: string): DecodedLesson | undefined {
  if (!fragment.startsWith(LESSON_PREFIX)) return undefined
  try {
    return decodeLessonText(decodeURIComponent(fragment.slice(LESSON_PREFIX.length)))
  } catch {
    return { state: 'unreadable' }
  }
}
