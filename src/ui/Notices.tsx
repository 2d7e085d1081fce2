import { useExplorer } from './explorer'
import styles from './Notices.module.css'

/** What of a link or of this device's memory was not taken as it stood, field by field, until it is dismissed. */
export function Notices() {
  const { notices, setNotices } = useExplorer()
  if (notices.length === 0) return null
  return (
    <aside className={styles['notices']} role="status" aria-label="What was not taken as it stood">
      <ul>
        {notices.map(({ field, message, outcome }) => (
          <li key={`${field}${outcome}${message}`}>
            {field === 'link' || field === 'storage'
              ? message
              : `${field.slice(0, 40)}: ${message} (${outcome}).`}
          </li>
        ))}
      </ul>
      <button type="button" className="pill" onClick={() => setNotices([])}>
        Dismiss
      </button>
    </aside>
  )
}
