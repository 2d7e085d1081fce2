import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { constructions } from '../constructions'
import { initialParams } from '../constructions/params'
import { encodeLink } from '../state/permalink'
import { CHECK, isChecking, openConstruction, type Session, THEMES, type Theme } from '../state/session'
import { useExplorer } from './explorer'
import styles from './Header.module.css'

/** Name, rooms by concept with their part letters, and what can be done to the session as a whole. */
export function Header() {
  return (
    <header className={styles['header']}>
      <p className={styles['name']}>
        <span aria-hidden="true" className="role-weight">
          α
        </span>{' '}
        Attention Explorer
      </p>
      <RoomLinks />
      <div className={styles['tools']}>
        <HistoryButtons />
        <ShareButton />
        <ThemeChoice />
        <button type="button" popoverTarget="editions">
          Editions
        </button>
        <button type="button" popoverTarget="shortcuts" aria-label="Keyboard shortcuts">
          ?
        </button>
      </div>
    </header>
  )
}

function RoomLinks() {
  const { session, dispatch } = useExplorer()
  const open = (event: MouseEvent, target: Session) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dispatch({ type: 'go', session: target })
    document.querySelector<HTMLElement>('#room h1')?.focus()
  }
  const pages = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the pages scroll: the open one is brought into view.
    const link = pages.current?.querySelector<HTMLElement>(`[data-page="${session.panel}"]`)
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [session.panel])
  return (
    <nav ref={pages} className={styles['rooms']} aria-label="Pages">
      {constructions.map(({ id, menu, source }) => (
        <a
          key={id}
          data-page={id}
          href={encodeLink({ ...session, panel: id })}
          aria-current={id === session.panel ? 'page' : undefined}
          onClick={(event) => open(event, { ...session, panel: id })}
        >
          <span aria-hidden="true">{source.replace(/^1\((.)\)/, '$1\u2009')}</span> {menu}
          <span className="visually-hidden">, part {source}</span>
        </a>
      ))}
      <a
        data-page={CHECK}
        href={encodeLink({ ...session, panel: CHECK })}
        aria-current={isChecking(session) ? 'page' : undefined}
        onClick={(event) => open(event, { ...session, panel: CHECK })}
      >
        Check my answer
      </a>
    </nav>
  )
}

function HistoryButtons() {
  const { history, session, dispatch } = useExplorer()
  const reset = () =>
    dispatch({ type: 'change', changes: initialParams(openConstruction(session).params), intent: '' })
  return (
    <>
      <button
        type="button"
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        disabled={history.past.length === 0}
        onClick={() => dispatch({ type: 'undo' })}
      >
        ↶
      </button>
      <button
        type="button"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={history.future.length === 0}
        onClick={() => dispatch({ type: 'redo' })}
      >
        ↷
      </button>
      {!isChecking(session) && (
        <button type="button" onClick={reset}>
          Reset
        </button>
      )}
    </>
  )
}

function ShareButton() {
  const { session } = useExplorer()
  const [said, setSaid] = useState('')
  const share = () => {
    const link = new URL(encodeLink(session), location.href).href
    navigator.clipboard.writeText(link).then(
      () => setSaid('Link copied'),
      () => setSaid('Copy the address bar: the browser refused'),
    )
  }
  return (
    <>
      <button type="button" onClick={share} onBlur={() => setSaid('')}>
        Share
      </button>
      <span role="status" className={styles['said']}>
        {said}
      </span>
    </>
  )
}

function ThemeChoice() {
  const { session, dispatch } = useExplorer()
  return (
    <label>
      <span className="visually-hidden">Theme</span>
      <select
        value={session.theme}
        onChange={(event) => dispatch({ type: 'settings', settings: { theme: event.target.value as Theme } })}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            ◐ {theme}
          </option>
        ))}
      </select>
    </label>
  )
}
