import { type ReactNode, useState } from 'react'
import type { Verdict } from '../../checker/check'
import type { Field } from '../../constructions/exercises/exercise'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'

interface Props {
  readonly verdict: Verdict
  readonly fields: readonly Field[]
  /** What else can be done, before the buttons. */
  readonly children?: ReactNode
  onAgain(): void
}

/** The verdict in words: what is wrong, on which smallest case, and a question that leads on. */
export function VerdictCard({ verdict, fields, children, onAgain }: Props) {
  const { accept, diagnosis, counterexample, instances, unread } = verdict
  const isUnread = unread.length > 0
  return (
    <section className={styles['card']} aria-label="Verdict" aria-live="polite">
      <p>
        <span className={styles['badge']} data-accept={String(accept)}>
          {badgeOf(accept, isUnread)}
        </span>
        {accept === true && `It does what the question asks on all ${instances} instances. `}
        {accept === null &&
          !isUnread &&
          'float64 cannot tell whether this reaches the target; write it with smaller numbers. '}
        {diagnosis && <Prose>{diagnosis.prose}</Prose>}
        {isUnread && <Prose>{unreadProse(verdict, fields)}</Prose>}
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
          <Prose>{diagnosis.next}</Prose>
        </p>
      )}
      {counterexample?.isVisible && counterexample.showing.note !== '' && (
        <p className={styles['next']}>{counterexample.showing.note}</p>
      )}
      <div className={styles['actions']}>
        {children}
        {counterexample && <CopyButton text={counterexample.numpy} />}
        {accept !== true && (
          <button type="button" onClick={onAgain}>
            Try again
          </button>
        )}
      </div>
    </section>
  )
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

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused; the text is in the figure’s table'),
    )
  return (
    <>
      <button type="button" onClick={copy} onBlur={() => setSaid('')}>
        Copy as NumPy
      </button>
      <span role="status">{said}</span>
    </>
  )
}
