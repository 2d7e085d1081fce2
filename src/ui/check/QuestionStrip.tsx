import { type Declaration, declarations } from '../../constructions/declared'
import type { Part } from '../../constructions/exercises/exercise'
import type { PartProgress } from '../../state/progress'
import styles from './check.module.css'

/** How far a person is with a question. */
export type QuestionStatus = 'right' | 'wrong' | 'open'

const SIGNS: Readonly<Record<QuestionStatus, string>> = { right: '✓', wrong: '✗', open: '○' }
const WORDS: Readonly<Record<QuestionStatus, string>> = {
  right: 'answered',
  wrong: 'last answer was wrong',
  open: 'not answered',
}

/** Right once is right: a later try at something else does not take it back. */
export function statusOf({ attempts }: PartProgress): QuestionStatus {
  if (attempts.some(({ accept }) => accept === true)) return 'right'
  return attempts.at(-1)?.accept === false ? 'wrong' : 'open'
}

interface Props {
  readonly open: Part
  status(part: Part): QuestionStatus
  onOpen(part: Part): void
}

/** The parts whose answers are judged, in the order of the assignment. */
export const parts = declarations.flatMap(({ asked }) => (asked ? [asked.part] : []))

/** The name of the page and the questions that can be checked, with the status of each. */
export function QuestionStrip({ open, status, onOpen }: Props) {
  const right = parts.filter((part) => status(part) === 'right').length
  return (
    <header className={styles['strip']}>
      <h1 tabIndex={-1}>Check my answer</h1>
      <div className={styles['parts']} role="group" aria-label="Questions">
        {declarations.map((construction) => (
          <QuestionButton key={construction.id} {...{ construction, open, status, onOpen }} />
        ))}
      </div>
      <p>
        {right} of {parts.length} right
      </p>
    </header>
  )
}

function QuestionButton({ construction, open, status, onOpen }: Props & { construction: Declaration }) {
  const { asked, source, menu } = construction
  if (!asked) return null
  const current = status(asked.part)
  return (
    <button type="button" aria-pressed={asked.part === open} onClick={() => onOpen(asked.part)}>
      <span className={`${styles['standing']} ${styles[current]}`} aria-hidden="true">
        {SIGNS[current]}
      </span>
      {source.replace('1', '')} {menu}
      <span className="visually-hidden">, {WORDS[current]}</span>
    </button>
  )
}
