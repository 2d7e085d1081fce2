import { type ReactNode, useState } from 'react'
import type { Verdict } from '../../checker/check'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'

interface Props {
  readonly verdict: Verdict
  /** What else can be done, before the buttons. */
  readonly children?: ReactNode
  onAgain(): void
}

/** The verdict in words: what is wrong, on which smallest case, and a question that leads on. */
export function VerdictCard({ verdict, children, onAgain }: Props) {
  const { accept, diagnosis, counterexample, instances } = verdict
  return (
    <section className={styles['card']} aria-label="Verdict" aria-live="polite">
      <p>
        <span className={styles['badge']} data-accept={String(accept)}>
          {accept === null ? '– cannot decide' : accept ? '✓ right' : '✗ wrong'}
        </span>
        {accept === true && `It does what the question asks on all ${instances} instances. `}
        {accept === null &&
          'float64 cannot tell whether this reaches the target; write it with smaller numbers. '}
        {diagnosis && <Prose>{diagnosis.prose}</Prose>}
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
      {counterexample && counterexample.showing.note !== '' && (
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
