import { decodeMessage, encodeMessage, type Message } from '../../state/lecture/messages'

/** A way to the other windows of one lecture. */
export interface Channel {
  send(message: Message): void
  /** Also reaches `window`, should the browser not let windows of this page hear each other in general. */
  addPeer(window: Window): void
  /** Sends to `window` alone, with the press of a key or a button that it needs in order to go full screen. */
  delegate(window: Window, message: Message): void
  close(): void
}

/**
 * Opens the way between the windows of `lecture`. A broadcast comes first; pages that were opened as files cannot hear
 * it, so until one has been heard everything is posted to the windows that are known as well. Who hears a message twice
 * tells so by its number.
 */
export function openChannel(lecture: string, hear: (message: Message) => void): Channel {
  const broadcast = openBroadcast(`attention-explorer/lecture/${lecture}`)
  const peers = new Set<Window>()
  let isBroadcastHeard = false
  const take = ({ data, source }: MessageEvent) => {
    const message = decodeMessage(lecture, data)
    if (!message) return
    if (source) peers.add(source as Window)
    hear(message)
  }
  const takeBroadcast = (event: MessageEvent) => {
    isBroadcastHeard ||= decodeMessage(lecture, event.data) !== undefined
    take(event)
  }
  broadcast?.addEventListener('message', takeBroadcast)
  window.addEventListener('message', take)
  return {
    send(message) {
      const data = encodeMessage(lecture, message)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it reaches this origin alone
      broadcast?.postMessage(data)
      if (!isBroadcastHeard) for (const peer of peers) post(peer, data)
    },
    addPeer: (peer) => void peers.add(peer),
    delegate: (peer, message) =>
      post(
        peer,
        encodeMessage(lecture, message),
        navigator.userActivation?.isActive ? 'fullscreen' : undefined,
      ),
    close() {
      broadcast?.close()
      window.removeEventListener('message', take)
    },
  }
}

/** The name of the lecture, which nobody guesses, is in the message: who has another page open in `peer` learns little. */
function post(peer: Window, data: unknown, delegate?: 'fullscreen'): void {
  const targetOrigin = location.protocol === 'file:' ? '*' : location.origin
  // Known to some browsers only; the others take it for nothing.
  const options: WindowPostMessageOptions & { delegate?: string } = {
    targetOrigin,
    ...(delegate && { delegate }),
  }
  peer.postMessage(data, options)
}

function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
