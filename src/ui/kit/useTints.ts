import { type RefObject, useLayoutEffect, useState } from 'react'

/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * The theme's tints `--tint-1` … as red, green and blue, for a canvas to paint with; read again when the theme
 * changes. Empty until the element is there.
 */
export function useTints(element: RefObject<HTMLElement | null>): readonly Rgb[] {
  const [tints, setTints] = useState<readonly Rgb[]>([])
  useLayoutEffect(() => {
    const read = () => element.current && setTints(tintsOf(element.current))
    const observer = new MutationObserver(read)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    read()
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    dark.addEventListener('change', read)
    return () => {
      observer.disconnect()
      dark.removeEventListener('change', read)
    }
  }, [element])
  return tints
}

const TINTS = 12

/** A custom property is text; only a colour property resolves it to the theme's red, green and blue. */
function tintsOf(element: HTMLElement): Rgb[] {
  const tints = Array.from({ length: TINTS }, (_, i): Rgb => {
    element.style.color = `var(--tint-${i + 1})`
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(element)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? []
    return [red, green, blue]
  })
  element.style.removeProperty('color')
  return tints
}
