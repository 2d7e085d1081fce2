import { pageEntry } from '../../state/pages'
import { encodeLink } from '../../state/permalink'
import { openConstruction } from '../../state/session'
import { Chunked } from '../Chunked'
import { useFromSession, useStore, useTheme } from '../explorer'
import { useLinkedMarks } from '../linkedMarks'
import { drawingOf } from '../pages'
import styles from './embed.module.css'

/** A room within another page, with a way to the whole of it. */
export function EmbedApp({ notices }: { notices: readonly string[] }) {
  useTheme('system')
  useLinkedMarks()
  const { chunk, what } = drawingOf('embed')
  return (
    <>
      <Chunked chunk={chunk} what={what}>
        {({ default: Page }) => <Page />}
      </Chunked>
      <footer className={styles['foot']}>
        {notices.length > 0 && <p role="status">Not taken from the link: {notices.join('; ')}.</p>}
        <WholeRoom />
      </footer>
    </>
  )
}

/** The link is made when it is followed: until then the room may change. */
function WholeRoom() {
  const { get } = useStore()
  const room = useFromSession(openConstruction)
  if (!room) return null
  const refresh = (event: { currentTarget: HTMLAnchorElement }) => {
    event.currentTarget.href = encodeLink({ ...get().present, page: room.id })
  }
  return (
    <a
      href={encodeLink({ ...get().present, page: room.id })}
      target="_blank"
      rel="noreferrer"
      onPointerDown={refresh}
      onFocus={refresh}
    >
      {pageEntry(room.id).title} in the Attention Explorer ↗
    </a>
  )
}
