import { useEffect } from 'react'
import { openConstruction } from '../state/session'
import { EditionMap } from './EditionMap'
import { useExplorer, useTheme } from './explorer'
import { Header } from './Header'
import { useLinkedMarks } from './linkedMarks'
import { Notices } from './Notices'
import { Room } from './Room'
import { ShortcutSheet, useShortcuts } from './ShortcutSheet'

/** The whole page. */
export function App() {
  const { session } = useExplorer()
  const { title } = openConstruction(session)
  useTheme(session.theme)
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
      <Room />
      <ShortcutSheet />
      <EditionMap />
    </>
  )
}

/** The address carries the session, so the skip link moves the focus itself. */
function skipToRoom(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#room h1')?.focus()
}
