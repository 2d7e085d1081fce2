import { FRAME_ID, ONE_FILE, PART, pageWithLesson, woven } from '../../export/one-file'
import { IS_SINGLE } from '../single'

/** The text of a file, or a sentence that says why it cannot be had. */
export type LessonPage = { readonly content: string } | { readonly obstacle: string }

/**
 * The explorer as one file that holds `lesson`, which is JSON. Where this page is such a file it writes itself again;
 * elsewhere the file is fetched from beside the page, and `onBytes` hears how much has come.
 */
export async function lessonPage(lesson: string, onBytes: (bytes: number) => void): Promise<LessonPage> {
  if (import.meta.env.DEV) return { obstacle: IN_DEVELOPMENT }
  try {
    const page = IS_SINGLE ? ownText() : await fetchedText(onBytes)
    const content = page === undefined ? undefined : pageWithLesson(page, lesson)
    return content === undefined ? { obstacle: NOT_HERE } : { content }
  } catch {
    return { obstacle: NOT_FETCHED }
  }
}

const INSTEAD = 'Save as JSON or copy the link instead.'
const IN_DEVELOPMENT = `The development server has no such file: “npm start” builds it. ${INSTEAD}`
const NOT_HERE = `The explorer as one file is not where this page is from. ${INSTEAD}`
const NOT_FETCHED = `The explorer could not be fetched: see whether you are online. ${INSTEAD}`

/** This page as it was before its program changed it: scripts and styles stay in it as they came. */
function ownText(): string | undefined {
  const parts = [...document.querySelectorAll(`[${PART}]`)].map(({ textContent }) => textContent)
  const pieces: readonly string[] = JSON.parse(document.getElementById(FRAME_ID)?.textContent ?? '[]')
  // Other programs change pages too.
  return pieces.length === parts.length + 1 ? woven(pieces, parts) : undefined
}

/** @throws {TypeError} without a network */
async function fetchedText(onBytes: (bytes: number) => void): Promise<string | undefined> {
  const { ok, body } = await fetch(new URL(ONE_FILE, document.baseURI))
  return ok && body ? new Response(body.pipeThrough(counting(onBytes))).text() : undefined
}

function counting(onBytes: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length
      onBytes(bytes)
      controller.enqueue(chunk)
    },
  })
}
