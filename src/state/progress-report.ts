import { declarations } from '../constructions/declared'
import { exerciseOf } from '../constructions/exercise-registry'
import type { Part } from '../constructions/exercises/exercise'
import type { Outcome, PartReport, ProgressReport, WrittenReport } from '../export/progress-report'
import { predictionFinding } from '../questions/prediction'
import type { WrittenTask } from '../questions/task'
import { writtenTasks } from '../questions/written'
import {
  type Attempt,
  PART_SOURCES,
  PARTS,
  type PartProgress,
  type Progress,
  partProgress,
  type WrittenProgress,
  writtenProgress,
} from './progress'

/** What has been done, in the order of the assignment, without what has not been touched. */
export function progressReport(progress: Progress): ProgressReport {
  const parts = PARTS.filter((part) => progress.parts[part])
  const tasks = writtenTasks.filter(({ id }) => progress.written[id])
  return {
    parts: parts.map((part) => partReport(part, partProgress(progress, part))),
    written: tasks.map((task) => writtenReport(task, writtenProgress(progress, task.id))),
  }
}

/** How an attempt was judged, in a word. */
export function outcomeOf({ accept }: Attempt): Outcome {
  if (accept === null) return 'undecided'
  return accept ? 'right' : 'wrong'
}

/** What one has come to on a part, in words. */
export function summaryOf({ attempts, isRevealed }: PartProgress): string {
  const first = attempts.findIndex(({ accept }) => accept === true)
  const count = (number: number) => `${number} ${number === 1 ? 'attempt' : 'attempts'}`
  const revealed = isRevealed ? ' Solutions were shown.' : ''
  if (attempts.length === 0) return `Not tried yet.${revealed}`
  const all = attempts.length > first + 1 ? `, ${attempts.length} in all` : ''
  if (first >= 0) return `Right after ${count(first + 1)}${all}.${revealed}`
  return `Not right yet after ${count(attempts.length)}.${revealed}`
}

/** Title of the room that a part belongs to. */
export function titleOf(part: Part): string {
  return roomOf(part)?.title ?? ''
}

/** What the diagnosis of an attempt says, prose with TeX. */
export function findingOf(part: Part, { diagnosis }: Attempt): string {
  if (diagnosis === null) return ''
  const known = exerciseOf(part).diagnoses.find(({ id }) => id === diagnosis)
  return known?.prose ?? diagnosis.replaceAll('-', ' ')
}

const roomOf = (part: Part) => declarations.find(({ asked }) => asked?.part === part)

function partReport(part: Part, progress: PartProgress): PartReport {
  return {
    part,
    source: PART_SOURCES[part],
    title: titleOf(part),
    summary: summaryOf(progress),
    attempts: progress.attempts.map((attempt) => ({
      outcome: outcomeOf(attempt),
      when: `${attempt.at.slice(0, 16).replace('T', ' ')} UTC`,
      texts: attempt.texts,
      finding: findingOf(part, attempt),
    })),
    note: progress.note,
  }
}

function writtenReport(
  task: WrittenTask,
  { text, prediction, isShown, ticked }: WrittenProgress,
): WrittenReport {
  return {
    task,
    finding: (isShown && predictionFinding(task.prediction, prediction)) || '',
    text,
    points: task.points.map(({ id, prose }) => ({ prose, isTicked: ticked.includes(id) })),
  }
}
