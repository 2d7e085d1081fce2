import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Pixels that “+ 12” takes at the end of a row. */
const COUNT = 52

/**
 * The element of a row that must not wrap, and how many of its `count` children with `data-fits` have room in it, the
 * count of the others included; all of them until that is measured.
 */
export function useFitting<E extends HTMLElement>(count: number): readonly [RefObject<E | null>, number] {
  const row = useRef<E>(null)
  const [measured, setMeasured] = useState({ count, fitting: count })
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => setMeasured({ count, fitting: fittingIn(element) })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [count])
  return [row, measured.count === count ? measured.fitting : count]
}

/** Measured with all children shown, then as it was: between two paints nobody sees it. */
function fittingIn(row: HTMLElement): number {
  const items = [...row.querySelectorAll<HTMLElement>(':scope > [data-fits]')]
  const before = items.map((item) => item.hidden)
  for (const item of items) item.hidden = false
  const gap = Number.parseFloat(getComputedStyle(row).columnGap) || 0
  const widths = items.map((item) => item.getBoundingClientRect().width)
  for (const [i, item] of items.entries()) item.hidden = before[i]
  return fitted(widths, gap, row.clientWidth)
}

/** How many of `widths`, `gap` apart, have room in `room`, with space for a count unless all of them fit. */
export function fitted(widths: readonly number[], gap: number, room: number): number {
  let end = 0
  let most = 0
  for (const [i, width] of widths.entries()) {
    end += width + (i > 0 ? gap : 0)
    if (end + gap + COUNT <= room) most = i + 1
  }
  return end <= room ? widths.length : most
}
