import {
  type Cause,
  decodeRequest,
  type EmbedMessage,
  type EmbedRequest,
  encodeEmbed,
} from '../../state/embed-messages'
import { decodeLink, encodeLink } from '../../state/permalink'
import type { Action, History, Store } from '../../state/store'
import { debounced } from '../debounced'

/** Milliseconds that a room stands still before it has settled. */
const SETTLED_MS = 400

/**
 * Tells the page around of changes and of the height that the room would like, and answers what that page asks. Any page may
 * ask: there is nothing here but a room and its numbers. Answers go to who has asked.
 */
export function talk(store: Store<History, Action>, place: HTMLElement): void {
  if (parent === window) return
  const state = () => encodeLink(store.get().present)
  const say = (message: EmbedMessage) => parent.postMessage(encodeEmbed(message), '*')
  let cause: Cause = 'person'
  let said = state()
  const settled = debounced(() => say({ type: 'settled', state: state() }), SETTLED_MS)
  store.subscribe(() => {
    const now = state()
    if (now === said) return
    said = now
    say({ type: 'change', cause, state: now })
    settled()
  })
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (source !== parent) return
    const read = decodeRequest(data)
    if (!read) return
    cause = 'host'
    say(read.ok ? answered(read.request, store) : read.error)
    cause = 'person'
  })
  const height = () => say({ type: 'height', height: Math.ceil(place.scrollHeight) })
  new ResizeObserver(debounced(height, 100)).observe(place)
  say({ type: 'ready', state: said })
  height()
}

function answered(request: EmbedRequest, { get, dispatch }: Store<History, Action>): EmbedMessage {
  const { id } = request
  if (request.type === 'get') return { type: 'answer', id, state: encodeLink(get().present), refused: [] }
  const { present } = get()
  const linked = decodeLink(request.state, present)
  if (!linked.ok) return { type: 'error', id, message: linked.message }
  if (linked.session.page !== 'embed')
    return { type: 'error', id, message: 'state: a room within another page begins with #v=1&panel=embed' }
  dispatch({ type: 'go', session: linked.session })
  const refused = linked.notices.map(({ field, message }) => `${field}: ${message}`)
  return { type: 'answer', id, state: encodeLink(get().present), refused }
}
