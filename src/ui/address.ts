import { useEffect } from 'react'
import type { Notice } from '../state/link-fields'
import { type DecodedLink, decodeLink, encodeLink } from '../state/permalink'
import type { Session } from '../state/session'
import type { Action, History, Store } from '../state/store'
import { debounced } from './debounced'
import { onLeave } from './onLeave'
import { savedSession } from './saved'

/**
 * Milliseconds that the session stands still before it is written: browsers refuse more than about 100 address changes in
 * 10 to 30 seconds, and take longer for one than a drag has time for.
 */
const WRITE_AFTER_MS = 400

/** The whole address, to be given away, that opens `session`. */
export const addressOf = (session: Session): string => new URL(encodeLink(session), location.href).href

/** A session to open, and the one that this device had kept. */
interface Opening {
  readonly session: Session
  readonly saved: Session
  readonly notices: readonly Notice[]
}

/** The address that the session was read from. */
let opened = ''

/** The session to open: the address's where it says something, this device's last one for the rest. */
export function openingSession(): Opening {
  opened = location.hash
  const { session: saved, notices } = savedSession()
  const linked = sessionAt(location.hash, saved)
  if (linked.ok) return { session: linked.session, saved, notices: [...notices, ...linked.notices] }
  return { session: saved, saved, notices: [...notices, linkNotice(linked.message)] }
}

/** The session of an address: the bare one is the front door. */
const sessionAt = (hash: string, base: Session): DecodedLink =>
  hash.length > 1 ? decodeLink(hash, base) : { ok: true, session: { ...base, page: 'home' }, notices: [] }

const linkNotice = (message: string): Notice => ({ field: 'link', outcome: 'refused', message })

/**
 * Keeps the address and the session in step: a changed session is written when it has stood still and when the page is left, a
 * new room at once and as a new entry of the browser's history; a changed address — back, forward, a pasted link — is
 * read. What was pasted stays as it is until the session changes: who mistyped it mends it there.
 */
export function useAddress(
  store: Store<History, Action>,
  onNotices: (notices: readonly Notice[]) => void,
): void {
  useEffect(() => {
    const writer = createWriter(store)
    const onAddress = () => writer.follow(() => readAddress(store, onNotices))
    const unsubscribe = store.subscribe(writer.changed)
    window.addEventListener('popstate', onAddress)
    // It may have changed before anybody was listening.
    if (location.hash !== opened) onAddress()
    const endLeaving = onLeave('persist', writer.write)
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
  const linked = sessionAt(location.hash, store.get().present)
  if (linked.ok) store.dispatch({ type: 'go', session: linked.session })
  onNotices(linked.ok ? linked.notices : [linkNotice(linked.message)])
}

function createWriter(store: Store<History, Action>) {
  let isFollowing = false
  let seen = store.get().present
  /** The address, the room that it stands for, and the link that it is as good as. */
  let written = { page: '', hash: '', link: '' }
  const put = (session: Session) => {
    const link = encodeLink(session)
    if (link === written.link) return
    // Where somebody else has changed the address, as Back does, that entry is the one to write into.
    const isNew = session.page !== written.page && location.hash === written.hash
    writeAddress(link, isNew ? 'pushState' : 'replaceState')
    // Refused, it is written at the next occasion.
    if (location.hash === link) written = { page: session.page, hash: link, link }
  }
  const write = () => {
    later.cancel()
    put(store.get().present)
  }
  const later = debounced(write, WRITE_AFTER_MS)
  const changed = () => {
    const before = seen
    seen = store.get().present
    if (isFollowing) return
    // A new room can be gone back from at once, to how the old one was left. All else waits: the browser takes many
    // milliseconds to write, and what answers the reader's hand comes first.
    if (seen.page === before.page) later()
    else {
      if (later.isWaiting() && location.hash === written.hash) put(before)
      write()
    }
  }
  /** Lets `read` bring the session to the address, and takes the address as it is. */
  const follow = (read: () => void) => {
    later.cancel()
    isFollowing = true
    read()
    isFollowing = false
    const { present } = store.get()
    written = { page: present.page, hash: location.hash, link: linkAt(location.hash, present) }
    write()
  }
  follow(() => {})
  return { write, changed, follow, stop: later.cancel }
}

/** What the address `hash` is as good as while `session` is shown. A bare one says nothing, unless the front door is open. */
const linkAt = (hash: string, session: Session) =>
  hash === '' && session.page !== 'home' ? '' : encodeLink(session)

/** Writes where the browser allows it. */
function writeAddress(hash: string, how: 'replaceState' | 'pushState'): void {
  if (hash === location.hash) return
  try {
    history[how](null, '', hash)
  } catch {
    // A browser that counts writes refuses for a while; the session itself is not affected.
  }
}
