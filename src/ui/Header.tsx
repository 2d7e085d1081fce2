import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { constructions } from '../constructions'
import { initialParams } from '../constructions/params'
import { encodeLink } from '../state/permalink'
import { CHECK, isChecking, openConstruction, type Session, THEMES, type Theme } from '../state/session'
import { useExplorer, useFromSession, useStore } from './explorer'
import styles from './Header.module.css'
import { onRest } from './onRest'

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
  const { get, dispatch } = useStore()
  const openPanel = useFromSession(({ panel }) => panel)
  const rested = useRested()
  const open = (event: MouseEvent, panel: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dispatch({ type: 'go', session: { ...get().present, panel } })
    document.querySelector<HTMLElement>('#room h1')?.focus()
  }
  const pages = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the pages scroll: the open one is brought into view.
    const link = pages.current?.querySelector<HTMLElement>(`[data-page="${openPanel}"]`)
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [openPanel])
  return (
    <nav ref={pages} className={styles['rooms']} aria-label="Pages">
      {constructions.map(({ id, menu, source }) => (
        <a
          key={id}
          data-page={id}
          href={encodeLink({ ...rested, panel: id })}
          aria-current={id === openPanel ? 'page' : undefined}
          onClick={(event) => open(event, id)}
        >
          <span aria-hidden="true">{source.replace(/^1\((.)\)/, '$1\u2009')}</span> {menu}
          <span className="visually-hidden">, part {source}</span>
        </a>
      ))}
      <a
        data-page={CHECK}
        href={encodeLink({ ...rested, panel: CHECK })}
        aria-current={openPanel === CHECK ? 'page' : undefined}
        onClick={(event) => open(event, CHECK)}
      >
        Check my answer
      </a>
    </nav>
  )
}

/** Milliseconds that the session must stand still before the links of all pages are written out again. */
const REST = 300

/** The session when it last stood still: links for other tabs need not follow a drag or a word being typed. */
function useRested(): Session {
  const { get, subscribe } = useStore()
  const [rested, setRested] = useState(() => get().present)
  useEffect(() => onRest(subscribe, () => setRested(get().present), REST), [get, subscribe])
  return rested
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
  const { get } = useStore()
  const [said, setSaid] = useState('')
  const share = () => {
    const link = new URL(encodeLink(get().present), location.href).href
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
  const theme = useFromSession((session) => session.theme)
  const { dispatch } = useStore()
  return (
    <label>
      <span className="visually-hidden">Theme</span>
      <select
        value={theme}
        onChange={(event) => dispatch({ type: 'settings', settings: { theme: event.target.value as Theme } })}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            ◐ {one}
          </option>
        ))}
      </select>
    </label>
  )
}
