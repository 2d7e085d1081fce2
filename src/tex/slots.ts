/** Commands after which a group is a name, words, or not to be seen. */
const NAMED = new Set(
  'htmlData htmlClass begin end text operatorname phantom mathrm mathbf mathbb mathcal'
    .split(' ')
    .map((name) => `\\${name}`),
)

/** After these a number is an argument, of which TeX may take the first digit alone. */
const TAKES = /^(?:[\^_[}]|\\(?:frac|tfrac|dfrac|binom|sqrt|bar|hat|vec|tilde))$/

/** These have the number before them as their base, of which TeX takes the last digit alone. */
const RAISES = /^[\^_']$/

/** What KaTeX sets in one piece with the digits beside it. */
const MERGES = /^(?:[|/!@?".∞]|\\(?:infty|[%$#&_]|top|bot|forall|exists|nabla|angle|ell|hbar))$/

const TOKENS = /\\[a-zA-Z]+|\\[^]|\d+(?:\.\d+)?|[^]/g

/** A number in a formula: where it stands, and its digits. */
interface Slot {
  readonly at: number
  readonly digits: string
}

/**
 * The numbers of `tex` whose digits may be changed without typesetting it again: those that TeX takes for one thing and
 * that are set beside others, not into them. A sign, a thin space between digits and a power of ten are no part of them.
 */
function slotsIn(tex: string): Slot[] {
  const slots: Slot[] = []
  let pending: Slot | undefined
  let before = ''
  let skipped = 0
  let isNamed = false
  for (const { 0: token, index } of tex.matchAll(TOKENS)) {
    if (token.trim() === '') continue
    if (skipped > 0 || isNamed) {
      skipped += token === '{' ? 1 : token === '}' ? -1 : 0
      isNamed = false
      continue
    }
    if (pending && !RAISES.test(token) && !MERGES.test(token)) slots.push(pending)
    const isNumber = /^\d/.test(token)
    pending =
      isNumber && !TAKES.test(before) && !MERGES.test(before) ? { at: index, digits: token } : undefined
    isNamed = NAMED.has(token)
    before = token
  }
  return pending ? [...slots, pending] : slots
}

/** A formula apart from the digits of its numbers. */
export interface Slotted {
  /** The same of two formulas that differ in those digits only: typeset, they differ in texts only. */
  readonly structure: string
  readonly numbers: readonly string[]
}

/** Takes the digits out of `tex`. */
export function slotted(tex: string): Slotted {
  const slots = slotsIn(tex)
  return {
    structure: replaced(tex, slots, () => '#'),
    numbers: slots.map(({ digits }) => digits),
  }
}

/** `tex` with each of its numbers marked as a slot, in order from 0: `\htmlData{slot=0}{0.5}`. */
export function withSlots(tex: string): string {
  return replaced(tex, slotsIn(tex), ({ digits }, i) => `\\htmlData{slot=${i}}{${digits}}`)
}

function replaced(tex: string, slots: readonly Slot[], by: (slot: Slot, i: number) => string): string {
  let out = ''
  let end = 0
  for (const [i, slot] of slots.entries()) {
    out += tex.slice(end, slot.at) + by(slot, i)
    end = slot.at + slot.digits.length
  }
  return out + tex.slice(end)
}
