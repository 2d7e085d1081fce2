import type { Part, Texts } from '../constructions/exercises/exercise'
import type { Vector } from '../core/linear/linalg'
import { withLineFeeds } from './texts'

/** Bounds of what is kept, so that it fits a browser's storage. */
export const MOST_ATTEMPTS = 200
export const MOST_ANSWER_CHARACTERS = 1000
export const MOST_NOTE_CHARACTERS = 20_000

/** An answer that was judged. */
export interface Attempt {
  /** When, in ISO 8601 with milliseconds: `2026-11-22T18:03:14.000Z`. */
  readonly at: string
  readonly texts: Texts
  /** Whether it was accepted; null where that could not be decided. */
  readonly accept: boolean | null
  /** Id of what was wrong with it, null where nothing was named. */
  readonly diagnosis: string | null
}

/** What a person has done on one part. */
export interface PartProgress {
  /** Oldest first, at most {@link MOST_ATTEMPTS}. */
  readonly attempts: readonly Attempt[]
  /** Whether its solutions have been shown. */
  readonly isRevealed: boolean
  readonly note: string
}

/** What a person has done on one written question. */
export interface WrittenProgress {
  readonly text: string
  /** Heights of a histogram in whole percents, or a count; empty while nothing has been predicted. */
  readonly prediction: Vector
  /** Whether the truth has been shown beside the prediction. */
  readonly isShown: boolean
  /** Ids of the checklist's points that the text has. */
  readonly ticked: readonly string[]
}

/** What a person has done, kept on the device. */
export interface Progress {
  readonly parts: Readonly<Partial<Record<Part, PartProgress>>>
  /** By id of the written question. */
  readonly written: Readonly<Record<string, WrittenProgress>>
}

export const NO_PROGRESS: Progress = { parts: {}, written: {} }

export const NOTHING_TRIED: PartProgress = { attempts: [], isRevealed: false, note: '' }

export const NOTHING_WRITTEN: WrittenProgress = { text: '', prediction: [], isShown: false, ticked: [] }

/** Numbers of the parts in the assignment of 2021, in its order. */
export const PART_SOURCES = {
  a: '1(a)',
  b: '1(b)',
  c: '1(c)i',
  d: '1(d)i',
  e1: '1(e)i',
  e: '1(e)ii',
} satisfies Record<Part, string>

/** The parts in the order of the assignment. */
export const PARTS = Object.keys(PART_SOURCES) as readonly Part[]

/** What has been done on `part`. */
export function partProgress({ parts }: Progress, part: Part): PartProgress {
  return parts[part] ?? NOTHING_TRIED
}

/** What has been done on the written question `id`. */
export function writtenProgress({ written }: Progress, id: string): WrittenProgress {
  return written[id] ?? NOTHING_WRITTEN
}

/** `progress` with one more attempt; the oldest go where there are too many. */
export function withAttempt(progress: Progress, part: Part, attempt: Attempt): Progress {
  const texts = Object.entries(attempt.texts).map(([name, text]) => [
    name,
    withLineFeeds(text).slice(0, MOST_ANSWER_CHARACTERS),
  ])
  const kept = { ...attempt, texts: Object.fromEntries(texts) }
  const attempts = inOrder([...partProgress(progress, part).attempts, kept]).slice(-MOST_ATTEMPTS)
  return withPart(progress, part, { attempts })
}

/** `progress` with the solutions of `part` shown: that cannot be taken back. */
export function withRevealed(progress: Progress, part: Part): Progress {
  return withPart(progress, part, { isRevealed: true })
}

/** `progress` with the note on `part` replaced, cut at {@link MOST_NOTE_CHARACTERS}. */
export function withNote(progress: Progress, part: Part, note: string): Progress {
  return withPart(progress, part, { note: withLineFeeds(note).slice(0, MOST_NOTE_CHARACTERS) })
}

/** `progress` with changes to the written question `id`, its text cut at {@link MOST_NOTE_CHARACTERS}. */
export function withWritten(progress: Progress, id: string, changes: Partial<WrittenProgress>): Progress {
  const changed = { ...writtenProgress(progress, id), ...changes }
  const kept = { ...changed, text: withLineFeeds(changed.text).slice(0, MOST_NOTE_CHARACTERS) }
  return { ...progress, written: { ...progress.written, [id]: kept } }
}

/** Whether there is nothing to keep. */
export function isBlank({ parts, written }: Progress): boolean {
  return Object.keys(parts).length === 0 && Object.keys(written).length === 0
}

/** By time; attempts of one time stay as they are. */
export function inOrder(attempts: readonly Attempt[]): Attempt[] {
  return attempts.toSorted((x, y) => (x.at === y.at ? 0 : x.at < y.at ? -1 : 1))
}

function withPart(progress: Progress, part: Part, changes: Partial<PartProgress>): Progress {
  return {
    ...progress,
    parts: { ...progress.parts, [part]: { ...partProgress(progress, part), ...changes } },
  }
}
