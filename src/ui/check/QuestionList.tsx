import { constructions } from '../../constructions'
import type { Construction } from '../../constructions/construction'
import type { Part } from '../../constructions/exercises/exercise'
import type { PartProgress } from '../../state/progress'
import styles from './check.module.css'

/** How a person stands with a question. */
export type Standing = 'right' | 'wrong' | 'open'

const SIGNS: Readonly<Record<Standing, string>> = { right: '✓', wrong: '✗', open: '○' }
const WORDS: Readonly<Record<Standing, string>> = {
  right: 'answered',
  wrong: 'last answer was wrong',
  open: 'not answered',
}

/** Right once is right: a later try at something else does not take it back. */
export function standingOf({ attempts }: PartProgress): Standing {
  if (attempts.some(({ accept }) => accept === true)) return 'right'
  return attempts.at(-1)?.accept === false ? 'wrong' : 'open'
}

interface Props {
  readonly open: Part
  standing(part: Part): Standing
  onOpen(part: Part): void
}

/** The questions that can be checked, with how one stands with each. */
export function QuestionList({ open, standing, onOpen }: Props) {
  return (
    <div className={styles['parts']} role="group" aria-label="Questions">
      {constructions.map((construction) => (
        <QuestionButton key={construction.id} {...{ construction, open, standing, onOpen }} />
      ))}
    </div>
  )
}

function QuestionButton({ construction, open, standing, onOpen }: Props & { construction: Construction }) {
  const { exercise, source, menu } = construction
  if (!exercise) return null
  const stands = standing(exercise.part)
  return (
    <button type="button" aria-pressed={exercise.part === open} onClick={() => onOpen(exercise.part)}>
      <span className={styles[stands]} aria-hidden="true">
        {SIGNS[stands]}
      </span>
      {source.replace('1', '')} {menu}
      <span className="visually-hidden">, {WORDS[stands]}</span>
    </button>
  )
}
