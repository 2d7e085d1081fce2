import { useEffect } from 'react'
import type { Notice } from '../state/link-fields'
import { decodeLink, encodeLink } from '../state/permalink'
import type { Session } from '../state/session'
import type { Action, History, Store } from '../state/store'
import { savedSession } from './saved'

/** Browsers refuse more than about 100 address changes in 10 to 30 seconds. */
const WRITE_INTERVAL_MS = 400

/** The session to open: the address's where it says something, this device's last one for the rest. */
export function openingSession(): { session: Session; notices: readonly Notice[] } {
  const saved = savedSession()
  const linked = decodeLink(location.hash, saved.session)
  if (linked.ok) return { session: linked.session, notices: [...saved.notices, ...linked.notices] }
  return { session: saved.session, notices: [...saved.notices, linkNotice(linked.message)] }
}

const linkNotice = (message: string): Notice => ({ field: 'link', outcome: 'refused', message })

/**
 * Keeps the address and the session in step: a changed session is written once in 400 ms and when the page is left, a
 * new room at once and as a new entry of the browser's history; a changed address — back, forward, a pasted link — is
 * read.
 */
export function useAddress(
  store: Store<History, Action>,
  onNotices: (notices: readonly Notice[]) => void,
): void {
  useEffect(() => {
    const writer = createWriter(store)
    const onAddress = () => readAddress(store, onNotices)
    const unsubscribe = store.subscribe(writer.changed)
    window.addEventListener('popstate', onAddress)
    window.addEventListener('pagehide', writer.write)
    writer.write()
    return () => {
      writer.stop()
      unsubscribe()
      window.removeEventListener('popstate', onAddress)
      window.removeEventListener('pagehide', writer.write)
    }
  }, [store, onNotices])
}

function readAddress(store: Store<History, Action>, onNotices: (notices: readonly Notice[]) => void): void {
  if (location.hash === encodeLink(store.get().present)) return
  const linked = decodeLink(location.hash, store.get().present)
  if (linked.ok) store.dispatch({ type: 'go', session: linked.session })
  onNotices(linked.ok ? linked.notices : [linkNotice(linked.message)])
}

function createWriter(store: Store<History, Action>) {
  let timer = 0
  let writtenPanel = store.get().present.panel
  const write = () => {
    clearTimeout(timer)
    timer = 0
    const { present } = store.get()
    writeAddress(encodeLink(present), present.panel === writtenPanel ? 'replaceState' : 'pushState')
    writtenPanel = present.panel
  }
  const changed = () => {
    // A new room can be gone back from at once. All else waits: the browser takes many milliseconds to write, and what
    // answers the reader's hand comes first.
    if (store.get().present.panel !== writtenPanel) write()
    else timer ||= window.setTimeout(write, WRITE_INTERVAL_MS)
  }
  return { write, changed, stop: () => clearTimeout(timer) }
}

/** Writes where the browser allows it; a refused write is made up for by the next. */
function writeAddress(hash: string, how: 'replaceState' | 'pushState'): void {
  if (hash === location.hash) return
  try {
    history[how](null, '', hash)
  } catch {
    // A browser that counts writes refuses for a while; the session itself is not affected.
  }
}
