import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { decodeLink } from '../../state/permalink'
import { initialSession } from '../../state/session'
import { createStore, reduceChanges, startHistory } from '../../state/store'
import { definitionOf } from '../definitions'
import { FollowingProvider } from '../explorer'
import { notifiedInFrames } from '../inFrames'
import { fetchPage } from '../pages'
import { panelOf } from '../panels'
import { EmbedApp } from './EmbedApp'
import { talk } from './talk'

/** Draws a room within another page: nothing of it is kept on this device, and nothing of the device is read. */
export async function mountEmbed(hash: string): Promise<void> {
  const linked = decodeLink(hash, { ...initialSession(), page: 'embed' })
  const session = linked.ok ? linked.session : { ...initialSession(), page: 'embed' as const }
  const notices = linked.ok
    ? linked.notices.map(({ field, message }) => `${field}: ${message}`)
    : [linked.message]
  const store = notifiedInFrames(
    createStore(reduceChanges, startHistory(session)),
    (action) => action.type === 'change' && action.intent !== '',
  )
  await fetchPage(session.page)
  await Promise.allSettled([definitionOf(session.embedded).fetch(), panelOf(session.embedded).fetch()])
  const place = document.getElementById('root')!
  place.replaceChildren()
  document.documentElement.dataset['embedded'] = ''
  createRoot(place).render(
    <StrictMode>
      <FollowingProvider store={store}>
        <EmbedApp notices={notices} />
      </FollowingProvider>
    </StrictMode>,
  )
  talk(store, place)
}
