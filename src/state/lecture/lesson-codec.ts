import * as v from 'valibot'
import { type Codec, decodeText, encodeText, type Read } from '../device'
import type { Notice } from '../link-fields'
import { decodeLink } from '../permalink'
import { type Lesson, type LessonStep, LIMITS, stepAt } from './lesson'
import { stepFields } from './schemas'

/** More characters than any lesson needs: a file that has more is not read. */
export const MOST_LESSON_CHARACTERS = 2_000_000

const Content = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  title: v.pipe(v.string(), v.maxLength(LIMITS.title)),
  steps: v.array(v.unknown()),
})

const Loose = v.record(v.string(), v.unknown())

/** How a lesson is written to files and to this device. */
export const lessonCodec: Codec<Lesson> = {
  version: 1,
  encode: ({ id, title, steps }) => ({ kind: 'lesson', id, title, steps }),
  decode: decodeLesson,
}

/** What a text is worth as a lesson. */
export type DecodedLesson =
  | { readonly state: 'read'; readonly lesson: Lesson; readonly notices: readonly Notice[] }
  | { readonly state: 'newer' | 'unreadable' | 'long' }

/** The text of a lesson's file. Private notes are in it only if wanted. */
export function encodeLesson(lesson: Lesson, hasNotes: boolean): string {
  return encodeText(lessonCodec, hasNotes ? lesson : withoutNotes(lesson))
}

export const withoutNotes = (lesson: Lesson): Lesson => ({
  ...lesson,
  steps: lesson.steps.map((step) => ({ ...step, notes: '' })),
})

/** The lesson that a file's text holds. Never throws: steps and fields that cannot be read are named, the others taken. */
export function decodeLessonText(text: string): DecodedLesson {
  if (text.length > MOST_LESSON_CHARACTERS) return { state: 'long' }
  const decoded = decodeText(lessonCodec, text)
  return decoded.state === 'read'
    ? { state: 'read', lesson: decoded.value, notices: decoded.notices }
    : { state: decoded.state }
}

function decodeLesson(content: unknown): Read<Lesson> | undefined {
  const read = v.safeParse(Content, content)
  if (!read.success) return undefined
  const { id, title, steps } = read.output
  const taken = steps.slice(0, LIMITS.steps).map((step, i) => decodeStep(step, `step ${i + 1}`))
  const over = steps.length - taken.length
  const notices = taken.flatMap((one) => one.notices)
  return {
    value: { id, title, steps: taken.flatMap(({ step }) => (step ? [step] : [])) },
    notices: over > 0 ? [...notices, tooMany(over)] : notices,
  }
}

const tooMany = (over: number): Notice => ({
  field: 'steps',
  outcome: 'refused',
  message: `a lesson has at most ${LIMITS.steps} steps; the last ${over} were left out`,
})

interface DecodedStep {
  readonly step?: LessonStep
  readonly notices: readonly Notice[]
}

/** A step whose state cannot be read is none; its other fields fall back one by one. */
function decodeStep(content: unknown, where: string): DecodedStep {
  const given = v.safeParse(Loose, content)
  const link = v.safeParse(stepFields.link, given.success ? given.output['link'] : undefined)
  if (!given.success || !link.success)
    return { notices: [refused(where, 'has no state of a page; it was left out')] }
  const opened = decodeLink(link.output)
  if (!opened.ok) return { notices: [refused(where, `was left out: ${opened.message}`)] }
  const stateNotices = opened.notices.map((notice) => ({ ...notice, field: `${where}, ${notice.field}` }))
  const fields = fallenBack(given.output, stepAt(link.output, ''), where)
  return { step: fields.step, notices: [...stateNotices, ...fields.notices] }
}

const OPTIONAL = ['screen', 'lit', 'sentence', 'notes', 'minutes', 'question'] as const

function fallenBack(given: Readonly<Record<string, unknown>>, initial: LessonStep, where: string) {
  const notices: Notice[] = []
  const read = OPTIONAL.flatMap((name) => {
    if (!Object.hasOwn(given, name)) return []
    const field = v.safeParse(stepFields[name], given[name])
    if (field.success) return [[name, field.output]]
    notices.push(refused(`${where}, ${name}`, 'could not be read; it was left out'))
    return []
  })
  return { step: { ...initial, ...Object.fromEntries(read) } as LessonStep, notices }
}

const refused = (field: string, message: string): Notice => ({ field, outcome: 'refused', message })
