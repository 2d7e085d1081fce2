import { useEffect } from 'react'

/** The mark that an event's target belongs to: an element, in a formula or a figure, with `data-mark`. */
function markUnder(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null
  return element?.dataset['mark']
}

/**
 * Lights every element that carries the same `data-mark` as the one under the pointer or the focus, in formulas
 * and figures alike.
 *
 * One rule in an adopted style sheet does it, so that marks drawn later, while the pointer rests, are lit too.
 */
export function useLinkedMarks(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
    const onEvent = ({ target }: Event) => lightMark(sheet, markUnder(target))
    const events = ['pointerover', 'focusin'] as const
    for (const name of events) document.addEventListener(name, onEvent)
    return () => {
      for (const name of events) document.removeEventListener(name, onEvent)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [])
}

/** Tells the page which mark is current where neither pointer nor focus is on an element of its own. */
export function announceMark(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
}

function lightMark(sheet: CSSStyleSheet, mark: string | undefined): void {
  const name = mark && CSS.escape(mark)
  sheet.replaceSync(
    name
      ? `[data-mark="${name}"]:not(svg *) { background: color-mix(in srgb, currentColor 16%, transparent); border-radius: 0.2em; box-shadow: 0 0 0 0.12em color-mix(in srgb, currentColor 16%, transparent) }
         svg [data-mark="${name}"] { filter: brightness(1.15) drop-shadow(0 0 3px currentColor); stroke-width: calc(var(--stroke) * 1.6px) }`
      : '',
  )
}
