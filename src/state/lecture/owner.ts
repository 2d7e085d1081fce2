import type { Presence } from '../presence'
import type { Picture } from './lecture'
import {
  type FromFollower,
  type FromOwner,
  isAfter,
  type Mark,
  type Message,
  ROLES,
  type Role,
  type Wish,
} from './messages'

/** What one role is to show. */
export interface View {
  readonly picture: Picture
  readonly isBlank: boolean
  readonly hasLaser: boolean
}

/** What an owner remembers over a reload: nothing is asked for twice, and its states stay the latest. */
export interface OwnerMemory {
  readonly life: number
  readonly number: number
  /** Wishes heard, by window. */
  readonly heard: Readonly<Record<string, number>>
}

export const NEW_OWNER: OwnerMemory = { life: 1, number: 0, heard: {} }

/** Memories of this many windows are kept: reloads of one hall make a new one each. */
const MOST_WINDOWS = 64

/** The owner of a lecture's state, as the other windows meet it. */
export interface Owner {
  /** Shows `view` to those of `role`; returns the count of that state. */
  show(role: Role, view: View): Mark
  point(presence: Presence): void
  /** To be called every second: who has missed something finds out, and asks. */
  beat(): void
  hear(message: Message): void
  end(): void
  memory(): OwnerMemory
}

interface Ways {
  send(message: FromOwner): void
  /** Does what a window has asked for: once for each time that it was asked. */
  onWish(wish: Wish): void
  onPoint(presence: Presence): void
  onAlive(message: Extract<FromFollower, { kind: 'alive' }>): void
  /** Another window owns this lecture now. */
  onSuperseded(): void
}

/** An owner that goes on from `memory`, in a life of its own. */
export function createOwner(
  memory: OwnerMemory,
  { send, onWish, onPoint, onAlive, onSuperseded }: Ways,
): Owner {
  const { life } = memory
  let number = memory.number
  let heard = memory.heard
  let presence: Presence | undefined
  const shown: Partial<Record<Role, { readonly mark: Mark; readonly view: View }>> = {}
  const nextMark = (): Mark => {
    number += 1
    return { life, number }
  }
  const sendView = (to: Role) => {
    const { mark, view } = shown[to] ?? {}
    if (mark && view) send({ kind: 'snapshot', to, mark, ...view })
  }
  const beat = () => {
    const none: Mark = { life, number: 0 }
    const marks = { hall: shown.hall?.mark ?? none, picture: shown.picture?.mark ?? none }
    send({ kind: 'beat', marks, heard })
  }
  const sendPresence = () => {
    if (presence) send({ kind: 'presence', mark: nextMark(), presence })
  }
  /** Wishes come in their order, each once: what is early waits to be sent again, what is late was done. */
  const hearWish = ({ source, count, wish }: Extract<FromFollower, { kind: 'wish' }>) => {
    const last = heard[source] ?? 0
    if (count === last + 1) {
      heard = latest({ ...heard, [source]: count })
      onWish(wish)
    }
    beat()
  }
  return {
    show(role, view) {
      const mark = nextMark()
      shown[role] = { mark, view }
      sendView(role)
      return mark
    },
    point(next) {
      presence = next
      sendPresence()
    },
    beat,
    hear(message) {
      if (message.kind === 'hello') {
        sendView(message.role)
        sendPresence()
        beat()
      } else if (message.kind === 'wish') hearWish(message)
      else if (message.kind === 'point') onPoint(message.presence)
      else if (message.kind === 'alive') onAlive(message)
      else if (message.kind === 'beat' && ROLES.some((role) => message.marks[role].life > life))
        onSuperseded()
    },
    end: () => send({ kind: 'end' }),
    memory: () => ({ life, number, heard }),
  }
}

/** The memory that an owner has in its next life. */
export const reborn = (memory: OwnerMemory): OwnerMemory => ({ ...memory, life: memory.life + 1 })

function latest(heard: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const entries = Object.entries(heard)
  return entries.length > MOST_WINDOWS ? Object.fromEntries(entries.slice(-MOST_WINDOWS)) : heard
}

/** Whether a window that shows `shown` is behind `wanted`. */
export const isBehind = (shown: Mark, wanted: Mark): boolean => isAfter(wanted, shown)
