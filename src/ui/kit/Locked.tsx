import type { ReactNode } from 'react'
import styles from './Locked.module.css'

interface Props {
  readonly isLocked: boolean
  /** Where the word stands: below the control, beside it, or below the field at its end. */
  readonly words?: 'below' | 'beside' | 'at end'
  readonly children: ReactNode
}

/** A control that cannot be used in a copy that was shared so: out of action, with a lock and the word. */
export function Locked({ isLocked, words = 'below', children }: Props) {
  if (!isLocked) return <>{children}</>
  return (
    <fieldset disabled className={styles['locked']} data-words={words}>
      {children}
      <span className={styles['words']}>
        <LockSign /> locked
      </span>
    </fieldset>
  )
}

export function LockSign() {
  return (
    <svg className={styles['sign']} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v6.5h-9z" />
    </svg>
  )
}
