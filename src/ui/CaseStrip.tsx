import type { Declaration } from '../constructions/declared'
import { encodeLink } from '../state/permalink'
import type { Session } from '../state/session'
import { useFromSession, useStore } from './explorer'
import { useNavigation } from './navigation'
import styles from './Room.module.css'

/** In a room that was opened with the case of an answer: whose case it is, and the way back to the answer. */
export function CaseStrip({ construction: { asked, source } }: { construction: Declaration }) {
  const { get, dispatch } = useStore()
  const { follow } = useNavigation()
  const shownCase = useFromSession((session) => session.shownCase)
  if (shownCase === null || shownCase.part !== asked?.part) return null
  const answer = (): Session => ({ ...get().present, page: 'check', part: shownCase.part })
  return (
    <p className={styles['case']}>
      <span>
        Your answer to {source} on <i>n</i> = {shownCase.n}
      </span>
      <a href={encodeLink(answer())} onClick={(event) => follow(event, 'check', answer())}>
        Back to my answer
      </a>
      <button
        type="button"
        aria-label="Forget where this case came from"
        onClick={() => dispatch({ type: 'settings', settings: { shownCase: null } })}
      >
        ×
      </button>
    </p>
  )
}
