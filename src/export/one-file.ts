/** Name of the explorer as one file, which every build writes beside its page. */
export const ONE_FILE = 'attention-explorer.html'

/** Marks the elements of that file whose text its frame does not repeat. */
export const PART = 'data-of-file'

/** Id of the element that holds the text between those elements, so that the file can be written again from its page. */
export const FRAME_ID = 'frame-of-file'

/** Id of the element that holds a lesson. */
export const LESSON_ID = 'lesson-of-file'

/** Begins an element that holds data. Nothing runs it, so the file's policy, which names scripts by hash, need not know it. */
export const dataElement = (id: string) => `<script type="application/json" ${PART} id="${id}">`

const END = '</script>'

/** JSON as it may stand in a script element: with no "<" it can neither end the element nor hide its end. */
export const inScript = (json: string) => json.replaceAll('<', String.raw`\u003c`)

/** The page of which `pieces` are the frame and `parts` what is between them. */
export const woven = (pieces: readonly string[], parts: readonly string[]) =>
  pieces.map((piece, i) => piece + (parts[i] ?? '')).join('')

/** `page` with the JSON of a lesson in place of what it held; undefined where it is not the explorer as one file. */
export function pageWithLesson(page: string, lesson: string): string | undefined {
  const begin = dataElement(LESSON_ID)
  // The first is the element: the program, which also holds these words, comes later.
  const start = page.indexOf(begin)
  const end = page.indexOf(END, start)
  return start < 0 || end < 0
    ? undefined
    : page.slice(0, start + begin.length) + inScript(lesson) + page.slice(end)
}
