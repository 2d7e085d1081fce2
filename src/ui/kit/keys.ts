import type { KeyboardEvent } from 'react'

/** What the browser calls a key that belongs to the writing of a character. */
const IN_COMPOSITION = 229

/**
 * Whether a key press belongs to the composing of a character, as one writes Chinese or an accent, and means nothing
 * else. The Enter that ends it comes after the composition in Safari: then its code alone tells.
 */
export function isComposing({ nativeEvent, keyCode }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || keyCode === IN_COMPOSITION
}

/** How many steps an arrow or page key asks for; Shift makes ten of one. */
export function arrowSteps(event: KeyboardEvent, key = event.key): number {
  const { shiftKey, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey || isComposing(event)) return 0
  const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[key] ?? 0
  return shiftKey && Math.abs(steps) === 1 ? steps * 10 : steps
}

const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** The steps to the right and up that an arrow key asks for; Shift makes ten of one. Undefined for other keys. */
export function arrowWay({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const arrow = ARROWS[key]
  if (!arrow || ctrlKey || metaKey || altKey) return undefined
  const count = shiftKey ? 10 : 1
  return [arrow[0] * count, arrow[1] * count] as const
}
