import type { Claim, Judgement } from '../../constructions/construction'
import { Prose } from './Prose'
import styles from './story.module.css'
import { SIGNS } from './verdicts'

interface Props<P, M> {
  readonly id: string
  readonly claim: Claim<P, M>
  readonly judgement: Judgement<P>
  /** Changes to the initial params with which it is false, where it holds now and can be. */
  readonly fails: Partial<P> | undefined
  /** The same with which it holds or applies, where it does not now. */
  readonly holds: Partial<P> | undefined
  /** Goes to the initial params with these changes. */
  onShow(params: Partial<P>): void
}

/** A statement with the verdict its checks give at the current params, and a way to see where it is otherwise. */
export function ClaimCard<P, M>({ id, claim, judgement, fails, holds, onShow }: Props<P, M>) {
  const { verdict, appliesWith, prose } = judgement
  const { correction } = claim
  return (
    <article
      id={id}
      className={styles['claim']}
      data-verdict={verdict}
      tabIndex={-1}
      aria-label={`Claim: ${claim.name}`}
    >
      <span className={`${styles['badge']} ${styles[verdict.replaceAll(' ', '-')]}`}>
        <span aria-hidden="true">{SIGNS[verdict]}</span> <span>{verdict}</span>
      </span>
      <div>
        <p className={styles['statement']}>
          {correction && <span>Notes: </span>}
          <Prose>{claim.prose}</Prose>
        </p>
        {correction && (
          <p className={styles['statement']}>
            <Prose>{correction.prose}</Prose>
          </p>
        )}
        <p className={styles['finding']}>
          <Prose>{prose}</Prose>
        </p>
        {fails && (
          <button type="button" className={styles['show']} onClick={() => onShow(fails)}>
            Break it
          </button>
        )}
        {holds && (
          <button type="button" className={styles['show']} onClick={() => onShow(holds)}>
            {appliesWith ? 'Show where it applies' : 'Show where it holds'}
          </button>
        )}
      </div>
    </article>
  )
}
