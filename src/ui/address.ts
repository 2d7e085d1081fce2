import { useEffect } from 'react'
import type { Notice } from '../state/link-fields'
import { decodeLink, encodeLink } from '../state/permalink'
import type { Session } from '../state/session'
import type { Action, History, Store } from '../state/store'
import { onLeave } from './onLeave'
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
    const endLeaving = onLeave('writes', writer.write)
    writer.write()
    return () => {
      writer.stop()
      unsubscribe()
      window.removeEventListener('popstate', onAddress)
      endLeaving()
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
  let seen = store.get().present
  let written = { panel: seen.panel, hash: location.hash }
  const put = (session: Session) => {
    // Where somebody else has changed the address, as Back does, that entry is the one to write into.
    const isNew = session.panel !== written.panel && location.hash === written.hash
    writeAddress(encodeLink(session), isNew ? 'pushState' : 'replaceState')
    written = { panel: session.panel, hash: location.hash }
  }
  const write = () => {
    clearTimeout(timer)
    timer = 0
    put(store.get().present)
  }
  const changed = () => {
    const before = seen
    seen = store.get().present
    // A new room can be gone back from at once, to how the old one was left. All else waits: the browser takes many
    // milliseconds to write, and what answers the reader's hand comes first.
    if (seen.panel === before.panel) timer ||= window.setTimeout(write, WRITE_INTERVAL_MS)
    else {
      if (timer && location.hash === written.hash) put(before)
      write()
    }
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
