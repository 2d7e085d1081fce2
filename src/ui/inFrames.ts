import type { Store } from '../state/store'

/** What must find the page up to date: it reads what the page shows, and goes on from there. */
const FLUSHES = ['keydown', 'pointerdown', 'beforeinput'] as const

/**
 * The store itself, but listeners hear of a message that `isOfGesture` in the next frame only, once however many there
 * were: a pointer reports its way more often than a screen can show it, and a page that has changed between two frames
 * is laid out for the pointer's next move as well as for the frame. The state is never behind, so whatever reads it
 * finds the newest. Any other message, a key, a press and a text about to change let listeners hear at once.
 */
export function notifiedInFrames<State, Message>(
  { get, dispatch }: Store<State, Message>,
  isOfGesture: (message: Message) => boolean,
): Store<State, Message> {
  const listeners = new Set<() => void>()
  let frame = 0
  const notify = () => {
    cancelAnimationFrame(frame)
    frame = 0
    for (const listener of listeners) listener()
  }
  for (const name of FLUSHES) addEventListener(name, () => frame !== 0 && notify(), true)
  return {
    get,
    dispatch(message) {
      dispatch(message)
      if (isOfGesture(message)) frame ||= requestAnimationFrame(notify)
      else notify()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
