import type { ReactNode } from 'react'
import type { Verdict } from '../../checker/verdict/check'
import type { Exercise, Field } from '../../constructions/exercises/exercise'
import { numpyScript } from '../../export/numpy-script'
import { CopyButton } from '../kit/CopyButton'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'

interface Props {
  readonly verdict: Verdict
  readonly exercise: Exercise
  /** What else can be done, before the buttons. */
  readonly children?: ReactNode
  onAgain(): void
}

/** The verdict in words: what is wrong, on which smallest case, and a question that leads on. */
export function VerdictCard({ verdict, exercise, children, onAgain }: Props) {
  const { accept, diagnosis, counterexample, instances, unread } = verdict
  const isUnread = unread.length > 0
  return (
    <section className={styles['card']} data-accept={String(accept)} aria-label="Verdict" aria-live="polite">
      <p>
        <span className={styles['badge']} data-accept={String(accept)}>
          {badgeOf(accept, isUnread)}
        </span>
        {accept === true && (
          <Prose>{`It does what the question asks on all ${instances} instances${limitsOf(verdict)}.`}</Prose>
        )}{' '}
        {accept === null &&
          !isUnread &&
          'float64 cannot tell whether this reaches the target; write it with smaller numbers. '}
        {diagnosis && <Prose>{diagnosis.prose}</Prose>}
        {isUnread && <Prose>{unreadProse(verdict, exercise.fields)}</Prose>}
        {counterexample && (
          <>
            {' '}
            Smallest instance found: <strong>n = {counterexample.size.n}</strong>, d = {counterexample.size.d}
            , seed {counterexample.seed}.
          </>
        )}
      </p>
      {diagnosis && (
        <p className={styles['next']}>
          <strong>Next</strong>
          <Prose>{diagnosis.next}</Prose>
        </p>
      )}
      {counterexample?.isVisible && counterexample.showing.note !== '' && (
        <p className={styles['next']}>{counterexample.showing.note}</p>
      )}
      <div className={styles['actions']}>
        {accept !== true && (
          <button type="button" className={styles['again']} onClick={onAgain}>
            Try again
          </button>
        )}
        {children}
        {counterexample && (
          <CopyButton text={() => numpyScript(exercise, counterexample.reproduction)}>
            Copy as NumPy
          </CopyButton>
        )}
      </div>
    </section>
  )
}

const GOES = { large: '\\to\\infty', small: '\\to0^+', negative: '\\to-\\infty' }

/** Where the letters go that are not simply as large as wanted: “, as $\epsilon\to0^+$”. */
function limitsOf({ letters }: Verdict): string {
  if (letters.every(({ direction }) => direction === 'large')) return ''
  return `, as ${letters.map(({ tex, direction }) => `$${tex}${GOES[direction]}$`).join(' and ')}`
}

function badgeOf(accept: boolean | null, isUnread: boolean): string {
  if (accept === null) return isUnread ? '– not read yet' : '– cannot decide'
  return accept ? '✓ right' : '✗ wrong'
}

/** Which lines say nothing yet; the reasons stand below the lines themselves. */
function unreadProse({ accept, unread }: Verdict, fields: readonly Field[]): string {
  const texOf = (name: string) => fields.find((field) => field.name === name)?.tex ?? name
  const namesOf = (isEmpty: boolean) =>
    unread
      .filter(({ refused }) => (refused.code === 'E_EMPTY') === isEmpty)
      .map(({ field }) => `$${texOf(field)}$`)
      .join(', ')
  const [empty, refused] = [namesOf(true), accept === null ? namesOf(false) : '']
  return [
    empty && `Still empty: ${empty}.`,
    refused && `See the message below the line of ${refused}.`,
    'No attempt counted.',
  ]
    .filter(Boolean)
    .map((sentence) => ` ${sentence}`)
    .join('')
}
