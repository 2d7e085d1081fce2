/** What of the page is meant: an element that `css` selects, of an accessible name that matches. */
export interface Sought {
  readonly css: string
  /** The source of a regular expression. */
  readonly name?: string
}

/** What a page says of itself; a script of the page, so that every engine looks at it in the same way. */
export interface Probe {
  /** Where to click on what is sought, or null where it is not to be had or something covers it. */
  readonly place: (sought: Sought) => { x: number; y: number } | null
  /** Whether the last place was clicked; a click that met something else, as the page had moved, did nothing. */
  readonly isClicked: () => boolean
  /** Whether what is sought is there and has taken the focus, with all of its text selected. */
  readonly focus: (sought: Sought) => boolean
  readonly value: (sought: Sought) => string | null
  /** The text of what is sought, or null where there is none. */
  readonly text: (sought: Sought) => string | null
  /** For each of `parts` the texts of all that it selects. */
  readonly texts: (parts: readonly string[]) => readonly (readonly string[])[]
  /** Whether fonts have come, formulas are typeset and nothing is being drawn or counted. */
  readonly isDrawn: () => boolean
  /** What happened since the page was loaded that never happens in a quiet one. */
  readonly noise: readonly string[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

const noise: string[] = []

for (const level of ['error', 'warn'] as const)
  console[level] = (...words) => void noise.push(`console ${level}: ${words.join(' ')}`)
window.addEventListener('unhandledrejection', ({ reason }) => noise.push(`unhandled: ${reason}`))
// In the phase of capture, which hears too of files that did not come.
window.addEventListener('error', (event) => noise.push(...fromError(event)), true)

function fromError({ message, target }: ErrorEvent): readonly string[] {
  if (!(target instanceof Element)) return [`error: ${message}`]
  // Firefox refuses to fetch ahead a module that runs already, which changes nothing.
  return target.matches('link[rel="modulepreload"]') ? [] : [`did not come: ${target.outerHTML}`]
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

const isField = (element: Element) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** The accessible name of `element`, as far as this page makes use of the rules for it. */
function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = isField(element) ? [...(element.labels ?? [])] : []
  const named = [...labelled.map((id) => document.getElementById(id)), ...labels]
  const texts = named.length > 0 ? named : [element]
  return element.getAttribute('aria-label') ?? texts.map((part) => plain(part?.textContent ?? '')).join(' ')
}

function found({ css, name = '' }: Sought): HTMLElement | undefined {
  const pattern = new RegExp(name)
  return [...document.querySelectorAll<HTMLElement>(css)].find(
    (element) => element.checkVisibility() && pattern.test(nameOf(element)),
  )
}

/** What is to be clicked, until it has been. */
let aim: Element | undefined

for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
  window.addEventListener(type, (event) => intercept(event), true)

function intercept(event: Event): void {
  if (!aim) return
  if (!aim.contains(event.target as Node)) {
    event.preventDefault()
    event.stopImmediatePropagation()
  } else if (event.type === 'click') aim = undefined
}

function place(sought: Sought) {
  const element = found(sought)
  aim = element
  if (!element || element.matches(':disabled')) return null
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = element.getClientRects()[0]
  const point = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
  return element.contains(document.elementFromPoint(point.x, point.y)) ? point : null
}

function focus(sought: Sought): boolean {
  const element = found(sought)
  element?.focus()
  if (element && isField(element)) element.select()
  return element !== undefined && element === document.activeElement
}

window.probe = {
  noise,
  place,
  focus,
  value: (sought) => (found(sought) as HTMLInputElement | undefined)?.value ?? null,
  text: (sought) => {
    const element = found(sought)
    return element ? plain(element.textContent) : null
  },
  isClicked: () => aim === undefined,
  texts: (parts) =>
    parts.map((css) => [...document.querySelectorAll(css)].map(({ textContent }) => plain(textContent))),
  isDrawn: () =>
    document.fonts.status === 'loaded' &&
    // What still runs says so with dots.
    [...document.querySelectorAll('[role="status"]')].every(
      ({ textContent }) => !/…\s*$/.test(textContent),
    ) &&
    [...document.querySelectorAll('[data-tex]')].every((formula) => formula.querySelector('.katex-html')),
}
