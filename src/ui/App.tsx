import { lazy, Suspense, useEffect } from 'react'
import { isChecking, openConstruction } from '../state/session'
import { EditionMap } from './EditionMap'
import { useFromSession, useTheme } from './explorer'
import { Header } from './Header'
import { LoadBoundary } from './LoadBoundary'
import { useLinkedMarks } from './linkedMarks'
import { Notices } from './Notices'
import { Room } from './Room'
import { ShortcutSheet, useShortcuts } from './ShortcutSheet'

const CheckPage = lazy(() => import('./check/CheckPage'))

/** The whole page. */
export function App() {
  const checking = useFromSession(isChecking)
  const title = useFromSession((session) =>
    isChecking(session) ? 'Check my answer' : openConstruction(session).title,
  )
  useTheme(useFromSession(({ theme }) => theme))
  useLinkedMarks()
  useShortcuts()
  useEffect(() => {
    document.title = `${title} · Attention Explorer`
  }, [title])
  return (
    <>
      <a className="skip" href="#room" onClick={skipToRoom}>
        Skip to the room
      </a>
      <Header />
      <Notices />
      {checking ? <LazyCheckPage /> : <Room />}
      <ShortcutSheet />
      <EditionMap />
    </>
  )
}

/** Comes with the reader of answers and the judge, which the rooms do without. */
function LazyCheckPage() {
  return (
    <LoadBoundary what="the page of answers">
      <Suspense fallback={<p className="boot">Loading the page of answers…</p>}>
        <CheckPage />
      </Suspense>
    </LoadBoundary>
  )
}

/** The address carries the session, so the skip link moves the focus itself. */
function skipToRoom(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#room h1')?.focus()
}
