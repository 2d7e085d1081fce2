import { slotted } from '../../tex/slots'

/** What stands in an element, and the texts of it that hold the digits of its numbers, in order. */
interface Standing {
  readonly structure: string
  readonly slots: readonly Text[]
}

const standing = new WeakMap<Element, Standing>()

/**
 * Keeps the slots of the formula that was just typeset into `element` from `withSlots(tex)`, to be filled from now on,
 * and takes their marks out of it: what stands is the same as if it had been typeset without.
 */
export function keepSlots(element: Element, tex: string): void {
  const { structure, numbers } = slotted(tex)
  const slots = numbers.map((_, i) => takenOut(element.querySelector(`.katex-html [data-slot="${i}"]`)))
  if (slots.every((slot) => slot !== undefined)) standing.set(element, { structure, slots })
  else standing.delete(element)
}

/** The text in a slot that is a number and nothing else, the slot itself taken away from around it. */
function takenOut(slot: Element | null): Text | undefined {
  const text = slot?.firstChild?.firstChild
  slot?.replaceWith(...slot.childNodes)
  return text instanceof Text && text.parentNode?.childNodes.length === 1 ? text : undefined
}

/** Nothing can be filled in `element` until slots are kept again. */
export function forgetSlots(element: Element): void {
  standing.delete(element)
}

/** Makes what stands in `element` the formula `tex` where only digits differ, and returns whether it could. */
export function fillSlots(element: Element, tex: string): boolean {
  const stands = standing.get(element)
  if (!stands) return false
  const { structure, numbers } = slotted(tex)
  if (structure !== stands.structure) return false
  for (const [i, slot] of stands.slots.entries()) if (slot.data !== numbers[i]) slot.data = numbers[i]
  return true
}
