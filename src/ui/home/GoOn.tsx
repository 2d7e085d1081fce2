import type { Part } from '../../constructions/exercises/exercise'
import { type Page, roomOf } from '../../state/page'
import { pageEntry } from '../../state/pages'
import { PART_SOURCES } from '../../state/progress'
import { openQuestion } from '../../state/session'
import { useFromSession } from '../explorer'
import { PageLink } from '../PageLink'
import styles from './home.module.css'

/** For who has been here before: the page that was left, as it was left. */
export function GoOn() {
  const left = useFromSession((session) => session.left)
  const part = useFromSession((session) => openQuestion(session).part)
  if (left === null) return null
  return (
    <PageLink to={left} className={styles['goOn']}>
      <strong>Go on where you were</strong>
      <span>{nameOf(left, part)}</span>
      <span aria-hidden="true">→</span>
    </PageLink>
  )
}

function nameOf(page: Page, part: Part): string {
  const { title } = pageEntry(page)
  const source = roomOf(page)?.source ?? (page === 'check' ? PART_SOURCES[part] : undefined)
  return source ? `${title}, part ${source}` : title
}
