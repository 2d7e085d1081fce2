import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Figures are drawn in units of a sixteenth of a rem, so that they grow with the text on a projector. */
const unitInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** The element to put the ref on, and its width in figure units; `initial` until it is measured. */
export function useWidth<E extends Element>(initial: number): [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(initial)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = ([entry]: readonly ResizeObserverEntry[]) => {
      if (entry) setWidth(Math.max(120, Math.round(entry.contentRect.width / unitInPixels())))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
