import type { ReactNode } from 'react'
import styles from './ExportMenu.module.css'

/** A format, what it is good for, and what can be done with it. */
export function Row({ name, about, children }: { name: string; about: string; children: ReactNode }) {
  return (
    <li>
      <b>{name}</b>
      <span className={styles['about']}>{about}</span>
      {children}
    </li>
  )
}

export function SaveButton({ name, onSave }: { name: string; onSave(): void }) {
  return (
    <button type="button" aria-label={`Save ${name}`} onClick={onSave}>
      Save
    </button>
  )
}

export function CopyIt({ name, onCopy }: { name: string; onCopy(): void }) {
  return (
    <button type="button" aria-label={`Copy ${name}`} onClick={onCopy}>
      Copy
    </button>
  )
}
