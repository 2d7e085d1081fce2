import * as v from 'valibot'
import { type Codec, decodeText, encodeText, type KeyValueStorage } from '../device'
import type { Lecture } from './lecture'
import { lessonCodec } from './lesson-codec'
import type { OwnerMemory } from './owner'
import { AskingSchema, PictureSchema, stepFields } from './schemas'

/** What a console is brought back from. */
export interface KeptLecture {
  readonly lecture: Lecture
  readonly owner: OwnerMemory
}

/** Where the console's own tab keeps its lecture; another tab has another. */
export const LECTURE_KEY = 'attention-explorer/v1/lecture'

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0))

const Content = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  lesson: v.unknown(),
  step: Count,
  link: v.union([v.literal(''), stepFields.link]),
  asked: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), AskingSchema),
  isBlank: v.boolean(),
  frozen: v.nullable(PictureSchema),
  hasLaser: v.boolean(),
  timer: v.object({ ran: Milliseconds, since: v.nullable(Milliseconds) }),
  owner: v.object({ life: Count, number: Count, heard: v.record(v.string(), Count) }),
})

const codec: Codec<KeptLecture> = {
  version: 1,
  encode: ({ lecture, owner }) => {
    const { digits: _, lesson, ...rest } = lecture
    return { ...rest, lesson: lessonCodec.encode(lesson), owner }
  },
  decode(content) {
    const read = v.safeParse(Content, content)
    if (!read.success) return undefined
    const { owner, lesson: given, ...rest } = read.output
    const lesson = lessonCodec.decode(given)?.value
    if (!lesson || (lesson.steps.length > 0 && rest.step >= lesson.steps.length)) return undefined
    return { value: { lecture: { ...rest, lesson, digits: '' }, owner }, notices: [] }
  },
}

/** Keeps a lecture for a reload of its console; false where the storage refuses. */
export function saveLecture(storage: Storage | KeyValueStorage | undefined, kept: KeptLecture): boolean {
  try {
    storage?.setItem(LECTURE_KEY, encodeText(codec, kept))
    return storage !== undefined
  } catch {
    return false
  }
}

/** The lecture that a console was in when it was reloaded; undefined where it was in none, or that cannot be read. */
export function loadLecture(storage: KeyValueStorage | undefined): KeptLecture | undefined {
  try {
    const decoded = decodeText(codec, storage?.getItem(LECTURE_KEY) ?? '')
    return decoded.state === 'read' ? decoded.value : undefined
  } catch {
    return undefined
  }
}

/** Forgets the lecture, which has ended. */
export function forgetLecture(storage: Pick<Storage, 'removeItem'> | undefined): void {
  try {
    storage?.removeItem(LECTURE_KEY)
  } catch {
    // Nothing is kept where nothing can be removed.
  }
}
