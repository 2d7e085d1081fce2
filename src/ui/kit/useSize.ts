import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Figures are drawn in units of a sixteenth of a rem, so that they grow with the text on a projector. */
const unitInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** The least that is drawn for: in less, words would lie over each other. */
const LEAST = 120

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The element to put the ref on, and its size in figure units; `initial` until it is measured. The style sheet decides
 * how large it is, and what is drawn in it follows.
 */
export function useSize<E extends Element>(initial: Size): readonly [RefObject<E | null>, Size] {
  const element = useRef<E>(null)
  const [size, setSize] = useState(initial)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = ([entry]: readonly ResizeObserverEntry[]) => {
      // A figure that is not shown has no size, and keeps the one it had.
      if (!entry || entry.contentRect.width === 0) return
      const inUnits = (pixels: number) => Math.max(LEAST, Math.round(pixels / unitInPixels()))
      const next = { width: inUnits(entry.contentRect.width), height: inUnits(entry.contentRect.height) }
      setSize((before) => (before.width === next.width && before.height === next.height ? before : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, size]
}
