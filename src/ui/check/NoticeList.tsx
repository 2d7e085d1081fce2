import type { Notice } from '../../state/link-fields'
import styles from './progress.module.css'

interface Props {
  readonly notices: readonly Notice[]
  onDismiss(): void
}

/** What was not taken of what was read, one sentence each, until it is dismissed. */
export function NoticeList({ notices, onDismiss }: Props) {
  if (notices.length === 0) return null
  return (
    <div className={styles['notices']} role="status">
      <ul>
        {notices.map(({ field, message }) => (
          <li key={`${field}${message}`}>{field === 'storage' ? message : `${field}: ${message}.`}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  )
}
