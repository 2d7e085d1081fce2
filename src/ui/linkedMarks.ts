import { useEffect } from 'react'
import type { LitMark } from '../state/presence'
import { presence } from './presence'

/**
 * What an event's target lights: it belongs to an element, in a formula or a figure, with names in `data-mark`.
 * Beyond its own name, a part of a figure lights symbols only: not its neighbours of the same kind.
 */
function litBy(target: EventTarget | null): readonly LitMark[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null
  const names = element?.dataset['mark']?.split(' ') ?? []
  const isSymbol = element?.closest('.katex') != null
  return names.map((name, i) => ({ name, symbolsOnly: i > 0 && !isSymbol }))
}

/**
 * Lights every element that shares a name in `data-mark` with the one under the pointer or the focus, in formulas
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
    let lit = presence.get().marks
    const unsubscribe = presence.subscribe(() => {
      const { marks } = presence.get()
      // Every change of the sheet has the whole page's styles looked at again.
      if (marks !== lit) sheet.replaceSync(marks.map(ruleOf).join(''))
      lit = marks
    })
    const onEvent = ({ target }: Event) => presence.dispatch({ marks: litBy(target) })
    // A finger that is lifted is nowhere: nothing stays lit.
    const onLift = ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') presence.dispatch({ marks: [] })
    }
    document.addEventListener('pointerup', onLift)
    document.addEventListener('pointercancel', onLift)
    const events = ['pointerover', 'focusin'] as const
    for (const name of events) document.addEventListener(name, onEvent)
    return () => {
      for (const name of events) document.removeEventListener(name, onEvent)
      document.removeEventListener('pointerup', onLift)
      document.removeEventListener('pointercancel', onLift)
      unsubscribe()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [])
}

/** Tells the page which mark is current where neither pointer nor focus is on an element of its own. */
export function announceMark(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
}

function ruleOf({ name, symbolsOnly }: LitMark): string {
  const selector = `${symbolsOnly ? '.katex ' : ''}[data-mark~="${CSS.escape(name)}"]`
  const wash = 'color-mix(in srgb, currentColor 16%, transparent)'
  // Text keeps its contrast on the faint one; what lights the element is the ring.
  const faint = 'color-mix(in srgb, currentColor 4%, transparent)'
  const ring = 'color-mix(in srgb, currentColor 40%, transparent)'
  return `${selector}:not(svg *) { background: ${faint}; box-shadow: 0 0 0 0.12em ${ring}; border-radius: 0.2em }
    svg ${selector} { filter: brightness(1.15) drop-shadow(0 0 3px currentColor); stroke-width: calc(var(--stroke) * 1.6px) }
    svg text${selector}, svg ${selector} text { filter: none; stroke: ${wash} }`
}
