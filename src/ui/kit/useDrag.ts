import { type PointerEvent, useRef } from 'react'

type Press = Pick<PointerEvent, 'button' | 'ctrlKey'>

/** Whether a press may begin a drag: a finger, a pen, the primary button of a mouse. */
export const isPrimary = ({ button, ctrlKey }: Press) => button === 0 && !ctrlKey

interface Drag<E extends Element> {
  onStart(event: PointerEvent<E>): void
  onMove(event: PointerEvent<E>): void
  onEnd(): void
  /** The browser has taken the pointer for something else, as to scroll: what was moved goes back. */
  onCancel(): void
}

/**
 * Handlers for an element that follows the pointer from press to lift; a second finger changes nothing.
 *
 * The element needs a `touch-action`, and a `display` that is not `inline`: Chromium ignores the one on the other, and
 * cancels the drag of a finger after a few pixels.
 */
export function useDrag<E extends Element>({ onStart, onMove, onEnd, onCancel }: Drag<E>) {
  const followed = useRef<number>(undefined)
  const isFollowed = ({ pointerId }: PointerEvent) => pointerId === followed.current
  const isLetGo = (event: PointerEvent) => {
    if (!isFollowed(event)) return false
    followed.current = undefined
    return true
  }
  return {
    onPointerDown(event: PointerEvent<E>) {
      if (followed.current !== undefined || !isPrimary(event)) return
      followed.current = event.pointerId
      event.currentTarget.setPointerCapture(event.pointerId)
      onStart(event)
    },
    onPointerMove(event: PointerEvent<E>) {
      if (isFollowed(event)) onMove(event)
    },
    onPointerUp(event: PointerEvent<E>) {
      if (isLetGo(event)) onEnd()
    },
    onPointerCancel(event: PointerEvent<E>) {
      if (isLetGo(event)) onCancel()
    },
    onLostPointerCapture(event: PointerEvent<E>) {
      if (isLetGo(event)) onEnd()
    },
  }
}
