/**
 * Typesets a few formulas a frame instead of all at once: each costs milliseconds of script and layout, and a drag
 * changes a dozen of them many times a second. Of several requests for one element only the last is carried out.
 */

/** Time that typesetting may take of one frame; new elements get more, since they show nothing yet. */
const BUDGET_MS = { again: 3, first: 12 }

const waiting = new Map<Element, () => void>()
const done = new WeakSet<Element>()
let frame = 0
let hasGivenWay = false

/** Has `typeset` called for `element` in one of the next frames. */
export function requestTypesetting(element: Element, typeset: () => void): void {
  // Deleted first, so that a formula that changes all the time does not keep the others waiting.
  waiting.delete(element)
  waiting.set(element, typeset)
  // What is drawn already changes because of the reader's hand.
  if (done.has(element)) giveWay()
  else frame ||= requestAnimationFrame(typesetSome)
}

/**
 * The frame that answers the reader's hand comes first. Only one, or a drag would keep all formulas waiting to its end.
 */
export function giveWay(): void {
  if (hasGivenWay) return
  hasGivenWay = true
  cancelAnimationFrame(frame)
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(typesetSome)
  })
}

/** Milliseconds without a change after which what no eye sees follows. */
const REST_MS = 250

const resting = new Map<Element, () => void>()
let timer = 0

/** Has `typeset` called for `element` once formulas have stopped changing: for what is heard, not seen. */
export function requestAtRest(element: Element, typeset: () => void): void {
  resting.set(element, typeset)
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    const due = [...resting]
    resting.clear()
    for (const [one, run] of due) requestTypesetting(one, run)
  }, REST_MS)
}

/** Forgets what is waiting for `element`: it is about to change again, or to leave the page. */
export function cancelTypesetting(element: Element): void {
  waiting.delete(element)
  resting.delete(element)
}

function typesetSome(): void {
  hasGivenWay = false
  const start = performance.now()
  for (const [element, typeset] of waiting) {
    const budget = done.has(element) ? BUDGET_MS.again : BUDGET_MS.first
    if (performance.now() - start > budget) break
    waiting.delete(element)
    done.add(element)
    typeset()
  }
  frame = waiting.size > 0 ? requestAnimationFrame(typesetSome) : 0
}
