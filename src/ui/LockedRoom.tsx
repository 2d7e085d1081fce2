import { isFree, type Limits, NO_LIMITS } from '../state/limits'
import { limitsOf, openConstruction, withLimits } from '../state/session'
import { useFromSession, useStore } from './explorer'
import { LockSign } from './kit/Locked'
import styles from './Notices.module.css'

/** Says what cannot be changed in a room that was shared so, and offers a copy in which everything can. */
export function LockedRoom() {
  const { get, dispatch } = useStore()
  const room = useFromSession(openConstruction)
  const limits = useFromSession((session) => (room ? limitsOf(session, room.id) : NO_LIMITS))
  if (!room || isFree(limits)) return null
  const open = () => dispatch({ type: 'go', session: withLimits(get().present, room.id, NO_LIMITS) })
  return (
    <aside className={`${styles['notices']} ${styles['locked']}`} aria-label="What is locked" data-locked>
      <p>
        <LockSign /> {words(limits, (name) => room.params[name]?.label)}
      </p>
      <button type="button" className="pill" onClick={open}>
        Open an unlocked copy
      </button>
    </aside>
  )
}

function words({ locked, hidden }: Limits, labelOf: (name: string) => string | undefined): string {
  const labels = [...locked, ...hidden].flatMap((name) => labelOf(name) ?? [])
  return labels.length === 0
    ? 'Parts of this room are not shown in this copy.'
    : `Locked in this copy: ${labels.join(', ')}.`
}
