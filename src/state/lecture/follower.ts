import type { Presence } from '../presence'
import {
  type FromFollower,
  type FromOwner,
  isAfter,
  type Mark,
  type Message,
  type Role,
  type Wish,
} from './messages'

type Snapshot = Extract<FromOwner, { kind: 'snapshot' }>

/** A window that follows the owner of a lecture. */
export interface Follower {
  /** To be called once it can hear, and every second: says hello until it is answered, and what was not heard again. */
  greet(): void
  hear(message: Message): void
  /** Asks the owner for `wish`: that is sent until the owner has heard it, and heard once. */
  wish(wish: Wish): void
  point(presence: Presence): void
  /** Says what it shows. */
  report(width: number, height: number): void
}

interface Ways {
  send(message: FromFollower): void
  onSnapshot(snapshot: Snapshot): void
  onPresence(presence: Presence): void
  /** Called at every sign of life of the owner. */
  onBeat(): void
  onFullscreen(): void
  onEnd(): void
}

const NEVER: Mark = { life: 0, number: 0 }

/** More wishes than this are not kept waiting: an owner that hears none is not there. */
const MOST_WISHES = 500

/** A follower in the window `source` that shows what there is for `role`. */
export function createFollower(role: Role, source: string, ways: Ways): Follower {
  const { send, onSnapshot, onPresence, onBeat, onFullscreen, onEnd } = ways
  let shown = NEVER
  let pointed = NEVER
  let count = 0
  let waiting: readonly Extract<FromFollower, { kind: 'wish' }>[] = []
  const hello = () => send({ kind: 'hello', role, source })
  const hearBeat = ({ marks, heard }: Extract<FromOwner, { kind: 'beat' }>) => {
    const last = heard[source] ?? 0
    waiting = waiting.filter((wish) => wish.count > last)
    // An owner that shows nothing yet has nothing to send.
    if (marks[role].number > 0 && isAfter(marks[role], shown)) hello()
    onBeat()
  }
  return {
    greet() {
      if (shown === NEVER) hello()
      for (const wish of waiting) send(wish)
    },
    hear(message) {
      if (message.kind === 'snapshot' && message.to === role && isAfter(message.mark, shown)) {
        shown = message.mark
        onSnapshot(message)
      } else if (message.kind === 'presence' && isAfter(message.mark, pointed)) {
        pointed = message.mark
        onPresence(message.presence)
      } else if (message.kind === 'beat') hearBeat(message)
      else if (message.kind === 'fullscreen') onFullscreen()
      else if (message.kind === 'end') onEnd()
    },
    wish(wish) {
      if (waiting.length >= MOST_WISHES) return
      count += 1
      const message = { kind: 'wish', source, count, wish } as const
      waiting = [...waiting, message]
      send(message)
    },
    point: (presence) => send({ kind: 'point', presence }),
    report: (width, height) => send({ kind: 'alive', role, source, mark: shown, width, height }),
  }
}
