import { useState } from 'react'
import { useExplorer } from './explorer'
import { LockedRoom } from './LockedRoom'
import styles from './Notices.module.css'
import { useUpdate } from './offline'

/** What there is to say about the page as a whole. */
export function Notices() {
  return (
    <>
      <LockedRoom />
      <RefusedParts />
      <UpdateOffer />
    </>
  )
}

/** What of a link or of this device's memory was not taken as it stood, field by field, until it is dismissed. */
function RefusedParts() {
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

/** Says that a later version is stored, and begins to use it when asked: never by itself, never while someone works. */
function UpdateOffer() {
  const update = useUpdate()
  const [isAsked, setAsked] = useState(false)
  if (!update) return null
  const begin = () => {
    setAsked(true)
    update()
  }
  return (
    <aside className={styles['notices']} role="status" aria-label="A new version">
      <p>
        {isAsked
          ? 'The new version is starting; the page then loads again by itself. At times this takes half a minute.'
          : 'A new version of the explorer is ready. What you set, wrote and noted is kept.'}
      </p>
      <button type="button" className="pill" onClick={begin} disabled={isAsked}>
        Use it now
      </button>
    </aside>
  )
}
