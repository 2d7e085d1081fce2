import * as v from 'valibot'
import type { PredictionTask, WrittenTask } from '../questions/task'
import { writtenTaskOf } from '../questions/written'
import { type Codec, decodeText, encodeText, type Read } from './device'
import type { Notice } from './link-fields'
import {
  type Attempt,
  inOrder,
  MOST_ANSWER_CHARACTERS,
  MOST_ATTEMPTS,
  MOST_NOTE_CHARACTERS,
  NOTHING_TRIED,
  NOTHING_WRITTEN,
  PART_SOURCES,
  PARTS,
  type PartProgress,
  type Progress,
  type WrittenProgress,
} from './progress'
import { withLineFeeds } from './texts'

/** What a text says of progress: as much of it as can be read, with a notice for what cannot, or why nothing can. */
export type DecodedProgress =
  | { readonly state: 'read'; readonly progress: Progress; readonly notices: readonly Notice[] }
  | { readonly state: 'newer' | 'unreadable' }

const Saved = v.object({
  parts: v.record(v.string(), v.unknown()),
  written: v.record(v.string(), v.unknown()),
})

const isTime = (text: string) =>
  /^\d{4}-.*Z$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text

/** A file may have been through a program that ends lines in another way; the same text is the same here. */
function textOf(most: number) {
  return v.pipe(v.string(), v.transform(withLineFeeds), v.maxLength(most))
}

const SavedAttempt = v.object({
  at: v.pipe(v.string(), v.check(isTime)),
  texts: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,9}$/)), textOf(MOST_ANSWER_CHARACTERS)),
    v.maxEntries(4),
  ),
  accept: v.nullable(v.boolean()),
  diagnosis: v.nullable(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,59}$/))),
})

const Note = textOf(MOST_NOTE_CHARACTERS)
const Loose = v.record(v.string(), v.unknown())

/** How progress is written, on this device and in files. */
export const progressCodec: Codec<Progress> = {
  version: 1,
  encode: (progress) => ({ ...progress }),
  decode: decodeContent,
}

/** The text from which {@link decodeProgress} brings `progress` back. */
export const encodeProgress = (progress: Progress): string => encodeText(progressCodec, progress)

/**
 * The progress that `text` holds. Never throws, whatever the text: attempts, notes and answers that cannot be read are
 * left out and named, the others are taken.
 */
export function decodeProgress(text: string): DecodedProgress {
  const decoded = decodeText(progressCodec, text)
  return decoded.state === 'read'
    ? { state: 'read', progress: decoded.value, notices: decoded.notices }
    : { state: decoded.state }
}

function decodeContent(content: unknown): Read<Progress> | undefined {
  const saved = v.safeParse(Saved, content)
  if (!saved.success) return undefined
  const { parts, written } = saved.output
  const reader = createReader()
  const known = PARTS.filter((part) => Object.hasOwn(parts, part))
  const tasks = Object.keys(written).flatMap((id) => writtenTaskOf(id) ?? [])
  reader.count('parts', Object.keys(parts).length - known.length, 'are not known')
  reader.count('written questions', Object.keys(written).length - tasks.length, 'are not known')
  const progress = {
    parts: Object.fromEntries(
      known.map((part) => [part, decodePart(parts[part], PART_SOURCES[part], reader)]),
    ),
    written: Object.fromEntries(
      tasks.map((task) => [task.id, decodeWritten(written[task.id], task, reader)]),
    ),
  }
  return { value: progress, notices: reader.notices }
}

interface Reader {
  readonly notices: readonly Notice[]
  /** `value` if it has the schema's form; else `otherwise`, with a notice unless it is missing. */
  read<T>(field: string, schema: v.GenericSchema<unknown, T>, value: unknown, otherwise: T): T
  /** A notice that `number` things were refused, unless none was. */
  count(field: string, number: number, what?: string): void
}

function createReader(): Reader {
  const notices: Notice[] = []
  const refuse = (field: string, message: string) => notices.push({ field, outcome: 'refused', message })
  return {
    notices,
    read(field, schema, value, otherwise) {
      const result = v.safeParse(schema, value)
      if (result.success) return result.output
      if (value !== undefined) refuse(field, 'could not be read')
      return otherwise
    },
    count(field, number, what = 'could not be read') {
      if (number > 0) refuse(field, `${number} ${what}`)
    },
  }
}

function decodePart(content: unknown, source: string, reader: Reader): PartProgress {
  const { attempts, isRevealed, note } = reader.read(source, Loose, content, {})
  return {
    attempts: decodeAttempts(
      reader.read(`attempts at ${source}`, v.array(v.unknown()), attempts, []),
      source,
      reader,
    ),
    isRevealed: reader.read(`${source}, solutions shown`, v.boolean(), isRevealed, NOTHING_TRIED.isRevealed),
    note: reader.read(`note on ${source}`, Note, note, NOTHING_TRIED.note),
  }
}

function decodeAttempts(items: readonly unknown[], source: string, reader: Reader): readonly Attempt[] {
  const attempts = items.flatMap((item) => {
    const attempt = v.safeParse(SavedAttempt, item)
    return attempt.success ? [attempt.output] : []
  })
  reader.count(`attempts at ${source}`, items.length - attempts.length)
  reader.count(
    `attempts at ${source}`,
    attempts.length - MOST_ATTEMPTS,
    'of the oldest are more than is kept',
  )
  return inOrder(attempts).slice(-MOST_ATTEMPTS)
}

function decodeWritten(
  content: unknown,
  { id, source, prediction, points }: WrittenTask,
  reader: Reader,
): WrittenProgress {
  const saved = reader.read(source, Loose, content, {})
  const ticked = reader.read(`checklist of ${source}`, v.array(v.string()), saved['ticked'], [])
  const known = points.filter((point) => ticked.includes(point.id)).map((point) => point.id)
  reader.count(`points of ${id}`, ticked.length - known.length, 'are not known')
  return {
    text: reader.read(`answer to ${source}`, Note, saved['text'], NOTHING_WRITTEN.text),
    prediction: reader.read(
      `prediction for ${source}`,
      predictionSchema(prediction),
      saved['prediction'],
      [],
    ),
    isShown: reader.read(
      `${source}, prediction shown`,
      v.boolean(),
      saved['isShown'],
      NOTHING_WRITTEN.isShown,
    ),
    ticked: known,
  }
}

/** Heights in whole percents, or one count; or nothing yet. */
function predictionSchema(task: PredictionTask): v.GenericSchema<unknown, number[]> {
  const [length, most] = task.kind === 'histogram' ? [task.truth.length, 100] : [1, task.of]
  const entry = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
  return v.pipe(
    v.array(entry),
    v.check((heights) => heights.length === 0 || heights.length === length),
  )
}
