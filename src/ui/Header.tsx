import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { declarations } from '../constructions/declared'
import { initialParams } from '../constructions/params'
import { type Page, PLACES } from '../state/page'
import { pageEntry } from '../state/pages'
import { encodeLink } from '../state/permalink'
import { openConstruction, type Session, THEMES, type Theme } from '../state/session'
import { useArrangement } from './arrangement'
import { debounced } from './debounced'
import { useExplorer, useFromSession, useStore } from './explorer'
import styles from './Header.module.css'
import { LectureButton } from './lecture/LectureButton'
import { CaptureButton, Captured } from './lesson/CaptureButton'
import { useNavigation } from './navigation'
import { OpenFigureButton } from './OpenFigureButton'
import { PageLink } from './PageLink'
import { SheetButton } from './Sheet'
import { openShareSheet } from './sharing'

/** Name, rooms by concept with their part letters, and what can be done to the session as a whole. */
export function Header() {
  const isPhone = useArrangement() === 'phone'
  return (
    <header className={styles['header']}>
      <p className={styles['name']}>
        <PageLink to="home">
          <span aria-hidden="true" className="role-weight">
            α
          </span>{' '}
          Attention Explorer
        </PageLink>
      </p>
      {isPhone ? <PagesMenu /> : <RoomLinks />}
      <div className={styles['tools']}>
        <HistoryButtons />
        {!isPhone && <LectureButton />}
        {!isPhone && <ShareButton />}
        <Menu>{isPhone && <ShareButton />}</Menu>
      </div>
      <Captured />
    </header>
  )
}

/** The name of the open page, which opens the list of all. */
function PagesMenu() {
  const id = useId()
  const page = useFromSession((session) => session.page)
  const room = useFromSession(openConstruction)
  const close = (event: React.MouseEvent<HTMLDivElement>) => {
    if ((event.target as Element).closest('a')) event.currentTarget.hidePopover()
  }
  return (
    <>
      <button type="button" className={styles['open']} popoverTarget={id}>
        {room && (
          <span className={styles['part']} aria-hidden="true">
            {letterOf(room.source)}
          </span>
        )}{' '}
        <b>{pageEntry(page).title}</b> <span aria-hidden="true">▾</span>
      </button>
      <div id={id} popover="auto" className={styles['pages']} onClickCapture={close}>
        <RoomLinks />
      </div>
    </>
  )
}

/** `e i` of `1(e)i`. */
const letterOf = (source: string) => source.replace(/^1\((.)\)/, '$1\u2009')

function RoomLinks() {
  const openPage = useFromSession(({ page }) => page)
  const rested = useRested()
  const { follow } = useNavigation()
  const pages = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the pages scroll: the open one is brought into view.
    const link = pages.current?.querySelector<HTMLElement>(`[data-page="${openPage}"]`)
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [openPage])
  const linkTo = (page: Page) => ({
    'data-page': page,
    href: encodeLink({ ...rested, page }),
    'aria-current': page === openPage ? ('page' as const) : undefined,
    onClick: (event: React.MouseEvent) => follow(event, page),
  })
  return (
    <nav ref={pages} className={styles['rooms']} aria-label="Pages">
      {declarations.map(({ id, menu, source }) => (
        <a key={id} {...linkTo(id)}>
          <span className={styles['part']} aria-hidden="true">
            {letterOf(source)}
          </span>{' '}
          <span className={styles['concept']}>{menu}</span>
          <span className="visually-hidden">, part {source}</span>
        </a>
      ))}
      {PLACES.map((place) => {
        const { menu } = pageEntry(place)
        return (
          menu && (
            <a key={place} {...linkTo(place)}>
              {menu}
            </a>
          )
        )
      })}
    </nav>
  )
}

/** Milliseconds that the session must stand still before the links of all pages are written out again. */
const REST = 300

/** The session when it last stood still: links for other tabs need not follow a drag or a word being typed. */
function useRested(): Session {
  const { get, subscribe } = useStore()
  const [rested, setRested] = useState(() => get().present)
  useEffect(() => {
    const later = debounced(() => setRested(get().present), REST)
    const unsubscribe = subscribe(later)
    return () => {
      unsubscribe()
      later.cancel()
    }
  }, [get, subscribe])
  return rested
}

function HistoryButtons() {
  const { history, dispatch } = useExplorer()
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
    </>
  )
}

/** What is needed now and then: below its button, and closed by whatever is chosen in it. */
function Menu({ children }: { children: ReactNode }) {
  const id = useId()
  const close = (event: React.MouseEvent<HTMLDivElement>) => {
    // What says that it is done stays to say it.
    if ((event.target as Element).closest('button:not(.pill)')) event.currentTarget.hidePopover()
  }
  return (
    <>
      <button type="button" aria-label="Menu" popoverTarget={id}>
        ⋯
      </button>
      {/* Before the choice itself, so that the focus is back on the button that opened it. */}
      <div id={id} popover="auto" className={styles['menu']} onClickCapture={close}>
        {children}
        <ThemeChoice />
        <ResetButton />
        <LessonsButton />
        <CaptureButton />
        <OpenFigureButton />
        <SheetButton of="editions">Editions</SheetButton>
        <SheetButton of="shortcuts">Keyboard shortcuts</SheetButton>
      </div>
    </>
  )
}

function LessonsButton() {
  const { open } = useNavigation()
  return (
    <button type="button" onClick={() => open('lessons')}>
      Lessons
    </button>
  )
}

function ResetButton() {
  const room = useFromSession(openConstruction)
  const { dispatch } = useStore()
  if (!room) return null
  return (
    <button
      type="button"
      onClick={() => dispatch({ type: 'change', changes: initialParams(room.params), intent: '' })}
    >
      Reset
    </button>
  )
}

function ShareButton() {
  return (
    <button type="button" aria-haspopup="dialog" onClick={openShareSheet}>
      Share
    </button>
  )
}

function ThemeChoice() {
  const theme = useFromSession((session) => session.theme)
  const { dispatch } = useStore()
  return (
    <label>
      <span>Theme</span>
      <select
        value={theme}
        onChange={(event) => dispatch({ type: 'settings', settings: { theme: event.target.value as Theme } })}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  )
}
