import { fc } from '@fast-check/vitest'

/** Something that a person may do, by where on the page they do it. */
export interface Move {
  readonly kind: 'slider' | 'button' | 'link' | 'field' | 'cell' | 'choice' | 'undo' | 'redo'
  /** Which of the things of its kind that are there, counted round. */
  readonly at: number
  /** How far: along a slider, or which of some texts. */
  readonly share: number
}

/** What a move came to: in words for a report, and what is wrong with the page after it. */
export interface Outcome {
  readonly done: string
  readonly wrong: string
}

/** Does `move` in the page and looks at it two frames later. Runs inside the page: it refers to nothing outside. */
export async function moveInPage({ kind, at, share }: Move): Promise<Outcome> {
  const texts = ['1', '-3', '1e999', '0.5', 'x', '', '1000000', '−2,5', '∞']
  // What leaves the page, opens other windows, or trains for minutes.
  const left =
    /lecture|save|export|copy|share|start|train|resume|print|clear|screen|link|file|window|one step|run|measure|download/i
  const selectors = {
    slider: 'input[type="range"]',
    button: 'button',
    link: 'a[href^="#"]',
    field: 'input:not([type]),input[type="text"],textarea',
    cell: '[data-cell]',
    choice: 'select,input[type="radio"],input[type="checkbox"]',
    undo: 'button[aria-label^="Undo"]',
    redo: 'button[aria-label^="Redo"]',
  }
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? element.getAttribute('name') ?? '')
      .trim()
      .slice(0, 40)
  const isThere = (element: HTMLElement) =>
    element.getClientRects().length > 0 &&
    !(element as HTMLButtonElement).disabled &&
    !(kind === 'button' && left.test(nameOf(element)))
  const found = [...document.querySelectorAll<HTMLElement>(selectors[kind])].filter(isThere)
  const element = found[at % Math.max(1, found.length)]
  const write = (value: string) => {
    const own = element as HTMLInputElement
    const prototype = own.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
    own.focus()
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(own, value)
    own.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  // A press beside an open card closes it.
  const card = document.querySelector<HTMLElement>(':popover-open')
  if (element && !card?.contains(element)) card?.hidePopover()
  if (element) {
    if (kind === 'slider') {
      const { min, max } = element as HTMLInputElement
      write(String(Number(min || 0) + share * (Number(max || 100) - Number(min || 0))))
      element.dispatchEvent(new Event('change', { bubbles: true }))
      element.blur()
    } else if (kind === 'field') {
      write(texts[Math.floor(share * texts.length)])
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      element.blur()
    } else if (element instanceof HTMLSelectElement) {
      element.selectedIndex = Math.floor(share * element.options.length)
      element.dispatchEvent(new Event('change', { bubbles: true }))
    } else element.click()
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
  const text = document.body.innerText
  const nonsense = /.{0,40}(?:NaN|undefined|Infinity|\[object).{0,40}/.exec(text)
  const isEmpty = document.querySelector('main, .console') === null && !/Loading/.test(text)
  return {
    done: element
      ? `${kind} “${nameOf(element)}” ${share.toFixed(3)} at ${location.hash.slice(0, 120)}`
      : `no ${kind}`,
    wrong: nonsense ? `on the screen: ${nonsense[0]}` : isEmpty ? 'the page is empty' : '',
  }
}

const kind = fc.oneof(
  { weight: 5, arbitrary: fc.constant('slider' as const) },
  { weight: 3, arbitrary: fc.constantFrom('button' as const, 'field' as const, 'cell' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('link' as const, 'choice' as const, 'undo' as const, 'redo' as const),
  },
)

const move: fc.Arbitrary<Move> = fc.record({
  kind,
  at: fc.nat(200),
  // Doubles of fast-check are mostly near 0.
  share: fc.nat(999).map((thousandths) => thousandths / 1000),
})

/** `count` moves of a random user. */
export const moves = (count: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(move, { minLength: count, maxLength: count })
