/** What came back for a command, or why nothing did. */
type Reply =
  | { readonly type: 'success'; readonly id: number; readonly result: never }
  | { readonly type: 'error'; readonly id: number; readonly error: string; readonly message: string }
  | { readonly type: 'event' }

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** Drives a browser with WebDriver BiDi, over a socket. */
export interface Bidi {
  readonly send: <T>(method: string, params: object) => Promise<T>
  readonly close: () => void
}

/** Opens the socket at `address`. */
export async function bidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, Waiting>()
  socket.addEventListener('message', ({ data }) => settle(JSON.parse(String(data)), waiting))
  const gone = new Error(`${address}: the browser has gone`)
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(gone)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let id = 0
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(gone)
        id += 1
        waiting.set(id, { resolve, reject })
        socket.send(JSON.stringify({ id, method, params }))
      }),
    close: () => socket.close(),
  }
}

function settle(reply: Reply, waiting: Map<number, Waiting>): void {
  if (reply.type === 'event') return
  const { resolve, reject } = waiting.get(reply.id) ?? {}
  waiting.delete(reply.id)
  if (reply.type === 'success') resolve?.(reply.result)
  else reject?.(new Error(`${reply.error}: ${reply.message}`))
}
