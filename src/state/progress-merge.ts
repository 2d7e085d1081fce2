import type { Notice } from './link-fields'
import {
  type Attempt,
  inOrder,
  MOST_ATTEMPTS,
  MOST_NOTE_CHARACTERS,
  PART_SOURCES,
  PARTS,
  type PartProgress,
  type Progress,
  partProgress,
  type WrittenProgress,
  writtenProgress,
} from './progress'
import { decodeProgress } from './progress-decode'

/** Progress, and what of the other one did not fit into it. */
export interface Merged {
  readonly progress: Progress
  readonly notices: readonly Notice[]
}

/**
 * `own` with what `other` has besides: nothing of `own` is lost, what is in both is kept once, and what does not fit
 * within the bounds is left out of `other` and named. Doing it twice changes nothing.
 */
export function mergedProgress(own: Progress, other: Progress): Merged {
  const notices: Notice[] = []
  const parts = PARTS.filter((part) => own.parts[part] ?? other.parts[part]).map((part) => {
    const merged = mergedPart(partProgress(own, part), partProgress(other, part), PART_SOURCES[part], notices)
    return [part, merged]
  })
  const written = [...new Set([...Object.keys(own.written), ...Object.keys(other.written)])].map((id) => [
    id,
    mergedWritten(writtenProgress(own, id), writtenProgress(other, id), id, notices),
  ])
  return { progress: { parts: Object.fromEntries(parts), written: Object.fromEntries(written) }, notices }
}

/** Progress with that of a file, and whether the file had anything to add. */
export interface Imported extends Merged {
  readonly isMore: boolean
}

/** `own` with what the text of a file has besides. Never throws, whatever the text: what is not taken is named. */
export function importedProgress(own: Progress, text: string): Imported {
  const decoded = decodeProgress(text)
  if (decoded.state !== 'read')
    return { progress: own, isMore: false, notices: [refused('file', WHY[decoded.state])] }
  const { progress, notices } = mergedProgress(own, decoded.progress)
  return { progress, isMore: isMore(progress, own), notices: [...decoded.notices, ...notices] }
}

function isMore(merged: Progress, own: Progress): boolean {
  const differ = (a: object, b: object) => JSON.stringify(a) !== JSON.stringify(b)
  return (
    PARTS.some((part) => differ(partProgress(merged, part), partProgress(own, part))) ||
    Object.keys(merged.written).some((id) => differ(writtenProgress(merged, id), writtenProgress(own, id)))
  )
}

const WHY = {
  newer: 'was made by a newer version of the explorer; nothing was taken from it',
  unreadable: 'is not a copy of progress as this page saves it; nothing was taken from it',
}

function mergedPart(own: PartProgress, other: PartProgress, source: string, notices: Notice[]): PartProgress {
  return {
    attempts: mergedAttempts(own.attempts, other.attempts, source, notices),
    isRevealed: own.isRevealed || other.isRevealed,
    note: mergedText(own.note, other.note, `note on ${source}`, notices),
  }
}

function mergedAttempts(
  own: readonly Attempt[],
  other: readonly Attempt[],
  source: string,
  notices: Notice[],
): readonly Attempt[] {
  const known = new Set(own.map(identity))
  const others = other.filter((attempt) => !known.has(identity(attempt)))
  const left = Math.max(0, others.length - (MOST_ATTEMPTS - own.length))
  if (left > 0)
    notices.push(
      refused(`attempts at ${source}`, `${left} of the oldest are more than is kept; they were left out`),
    )
  return inOrder([...own, ...others.slice(left)])
}

/** Two attempts are one if they say the same of the same moment. */
function identity({ at, texts, accept, diagnosis }: Attempt): string {
  return JSON.stringify([
    at,
    Object.entries(texts).toSorted(([x], [y]) => (x < y ? -1 : 1)),
    accept,
    diagnosis,
  ])
}

function mergedWritten(
  own: WrittenProgress,
  other: WrittenProgress,
  id: string,
  notices: Notice[],
): WrittenProgress {
  const isOthers = own.prediction.length === 0 && other.prediction.length > 0
  const { prediction, isShown } = isOthers ? other : own
  return {
    text: mergedText(own.text, other.text, `answer to ${id}`, notices),
    prediction,
    isShown,
    ticked: [...new Set([...own.ticked, ...other.ticked])],
  }
}

/** The longer where it holds the other; else both, one below the other, where they fit. */
function mergedText(own: string, other: string, field: string, notices: Notice[]): string {
  if (own.includes(other)) return own
  if (other.includes(own)) return other
  const both = `${own}\n\n${other}`
  if (both.length <= MOST_NOTE_CHARACTERS) return both
  notices.push(refused(field, 'is too long to be added to what is there; it was left out'))
  return own
}

function refused(field: string, message: string): Notice {
  return { field, outcome: 'refused', message }
}
