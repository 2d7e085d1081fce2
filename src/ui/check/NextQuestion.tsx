import type { Part } from '../../constructions/exercises/exercise'
import { PART_SOURCES, type Progress, partProgress } from '../../state/progress'
import styles from './check.module.css'
import { parts, statusOf } from './QuestionStrip'

interface Props {
  readonly progress: Progress
  /** The part that is answered. */
  readonly part: Part
  onOpen(part: Part): void
}

/** Leads on from a right answer to the next question that has none yet, in order and round. */
export function NextQuestion({ progress, part, onOpen }: Props) {
  const here = parts.indexOf(part)
  const next = [...parts.slice(here + 1), ...parts.slice(0, here)].find(
    (other) => statusOf(partProgress(progress, other)) !== 'right',
  )
  if (next === undefined) return <p>That was the last one: all questions are answered.</p>
  return (
    <button type="button" className={styles['again']} onClick={() => onOpen(next)}>
      Next question: {PART_SOURCES[next]}
    </button>
  )
}
