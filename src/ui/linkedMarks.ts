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
 * A part of a figure may have several names, its own first: `key-3 key-j` is key 3, which a formula calls k_j.
 * It answers to each of them; under the pointer it lights what shares its own name, and the symbols that the
 * others name.
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

function lightMark(sheet: CSSStyleSheet, marks: string | undefined): void {
  const lit = marks ? lightSelector(marks) : undefined
  sheet.replaceSync(
    lit
      ? `:is(${lit}):not(svg *) { background: color-mix(in srgb, currentColor 16%, transparent); border-radius: 0.2em; box-shadow: 0 0 0 0.12em color-mix(in srgb, currentColor 16%, transparent) }
         svg :is(${lit}) { filter: brightness(1.15) drop-shadow(0 0 3px currentColor); stroke-width: calc(var(--stroke) * 1.6px) }`
      : '',
  )
}

/** Selects what the marks under the pointer light: `marks` is one name or several with spaces between. */
function lightSelector(marks: string): string {
  const [own, ...others] = marks.split(' ').map((name) => CSS.escape(name))
  return [`[data-mark~="${own}"]`, ...others.map((name) => `[data-mark="${name}"]`)].join(', ')
}
