import { type Claim, verdictOf } from '../../constructions/construction'
import { Prose } from './Prose'
import styles from './story.module.css'

interface Props<P, M> {
  readonly claim: Claim<P, M>
  readonly params: P
  readonly model: M
  onShow(params: Partial<P>): void
}

/** A statement with the verdict its check gives at the current params, and a way to see where it fails. */
export function ClaimCard<P, M>({ claim, params, model, onShow }: Props<P, M>) {
  const finding = claim.check(params, model)
  const verdict = verdictOf(claim, finding)
  const { failsAt, correction } = claim
  const failing =
    verdict === 'fails here' || (claim.kind === 'corrected' && !(finding.error <= finding.bound))
  return (
    <article className={styles['claim']}>
      <span className={`${styles['badge']} ${styles[verdict.replace(' ', '-')]}`}>
        {verdict === 'holds' ? '✓ ' : verdict === 'fails here' ? '✗ ' : ''}
        {verdict}
      </span>
      <div>
        <p className={styles['statement']}>
          {correction && 'Notes: '}
          <Prose>{claim.prose}</Prose>
        </p>
        {correction && (
          <p className={styles['statement']}>
            <Prose>{correction.prose}</Prose>
          </p>
        )}
        <p className={styles['finding']}>
          <Prose>{finding.prose}</Prose>{' '}
          {correction && <Prose>{correction.check(params, model).prose}</Prose>}
        </p>
        {failsAt && !failing && (
          <button type="button" className={styles['show']} onClick={() => onShow(failsAt)}>
            Show where it fails
          </button>
        )}
      </div>
    </article>
  )
}
