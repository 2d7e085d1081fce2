import { useEffect } from 'react'
import type { Page } from '../state/page'
import { pageEntry } from '../state/pages'
import { Chunked } from './Chunked'
import { chunk } from './chunk'
import { useCopiedFormulas } from './copiedFormulas'
import { EditionMap } from './EditionMap'
import { useFromSession, useTheme } from './explorer'
import { FigureExportContext } from './figureExport'
import { Header } from './Header'
import { type Begun, current } from './lecture/current'
import { useLinkedMarks } from './linkedMarks'
import { Notices } from './Notices'
import { focusHeading, useArrival } from './navigation'
import { useDroppedFigures } from './openFigure'
import { drawingOf } from './pages'
import { ShareSheet } from './ShareSheet'
import { ShortcutSheet, useShortcuts } from './ShortcutSheet'
import { useFromStore } from './useFromStore'

/** Comes with what only a lecture needs. */
const consolePage = chunk(() => import('./lecture/Console'))

/** The whole page, or the console of the lecture that it is in. */
export function App() {
  const lecture = useFromStore(current, (begun) => begun)
  return lecture ? <Lecture key={lecture.lecture.id} begun={lecture} /> : <Explorer />
}

function Lecture({ begun }: { begun: Begun }) {
  useTheme(useFromSession(({ theme }) => theme))
  useTitle(`${begun.lecture.lesson.title} · Lecture`)
  useLinkedMarks()
  useShortcuts()
  return (
    <>
      <Notices />
      <Chunked chunk={consolePage} what="the console">
        {({ default: Console }) => <Console begun={begun} />}
      </Chunked>
      <ShortcutSheet />
    </>
  )
}

function Explorer() {
  const page = useFromSession((session) => session.page)
  const { chunk: drawing, what } = drawingOf(page)
  useTheme(useFromSession(({ theme }) => theme))
  useTitle(page === 'home' ? 'Attention Explorer' : `${pageEntry(page).title} · Attention Explorer`)
  useLinkedMarks()
  useCopiedFormulas()
  useDroppedFigures()
  useShortcuts()
  return (
    <>
      <a className="skip" href="#room" onClick={skipToRoom}>
        Skip to the content
      </a>
      <Header />
      <Notices />
      <Chunked key={what} chunk={drawing} what={what}>
        {({ default: Drawn }) => (
          <FigureExportContext value>
            <Drawn />
            <Arrival page={page} />
          </FigureExportContext>
        )}
      </Chunked>
      <ShareSheet />
      <ShortcutSheet />
      <EditionMap />
    </>
  )
}

/** Drawn with a page: the focus goes to the heading then. */
function Arrival({ page }: { page: Page }) {
  useArrival(page)
  return null
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}

/** The address carries the session, so the skip link moves the focus itself. */
function skipToRoom(event: React.MouseEvent): void {
  event.preventDefault()
  focusHeading()
}
