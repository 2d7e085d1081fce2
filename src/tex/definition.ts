import { texNumber } from './format'

/** What stands at a place of a formula: one text, or one thing in symbols and another in numbers. */
type Slot = string | readonly [symbols: string, numbers: string | number]

/** Between factors that as symbols stand side by side and as numbers need a dot. */
export const dot = ['', '\\cdot '] as const

/**
 * The definition of a quantity, said once and written twice, in symbols and with numbers, to be spread into it:
 * definition`\\frac{${['n-1', 8]}}{2}` is `{ formula: '\\frac{n-1}{2}', plugged: '\\frac{8}{2}' }`.
 */
export function definition(texts: TemplateStringsArray, ...slots: readonly Slot[]) {
  const written = (side: 0 | 1) => String.raw({ raw: texts }, ...slots.map((slot) => texOf(slot, side)))
  return { formula: written(0), plugged: written(1) }
}

function texOf(slot: Slot, side: 0 | 1): string {
  const tex = typeof slot === 'string' ? slot : slot[side]
  return typeof tex === 'number' ? texNumber(tex) : tex
}
