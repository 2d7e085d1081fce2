import type { KatexOptions } from 'katex'
import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

type Katex = typeof import('katex').default

let katex: Katex | undefined
let failed = false
const listeners = new Set<() => void>()

/** Fetches the typesetting code once, after the page stands; formulas show their source until it is here. */
function loadKatex(): void {
  const settled = () => {
    for (const listener of listeners) listener()
  }
  Promise.all([import('katex'), import('katex/dist/katex.css')])
    .then(([module]) => {
      katex = module.default
    })
    .catch(() => {
      failed = true
    })
    .finally(settled)
}

function subscribe(listener: () => void): () => void {
  if (!katex && listeners.size === 0) loadKatex()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const CLASSES = new Set(['role-query', 'role-key', 'role-value', 'role-weight', 'struck'])
const ATTRIBUTES = new Set(['data-mark', 'data-quantity', 'data-param'])

/** Admits the two commands that the explorer's own TeX uses, with names from fixed sets only. */
const trust: Exclude<KatexOptions['trust'], boolean | undefined> = (context) => {
  if (context.command === '\\htmlClass') return CLASSES.has(context.class)
  if (context.command === '\\htmlData')
    return Object.keys(context.attributes).every((name) => ATTRIBUTES.has(name))
  return false
}

const options = (display: boolean, foreign: boolean): KatexOptions => ({
  displayMode: display,
  trust: foreign ? false : trust,
  strict: false,
  maxExpand: 100,
  maxSize: 20,
  macros: {},
})

/** Typesets into `element`; what cannot be read as TeX is shown as it was written. */
function typeset(tex: string, element: HTMLElement, how: KatexOptions): void {
  try {
    katex?.render(tex, element, how)
  } catch {
    element.textContent = tex
  }
}

interface Props {
  readonly children: string
  readonly display?: boolean
  /** True for TeX that a person typed or pasted: no command may then create links, classes or attributes. */
  readonly foreign?: boolean
}

/** A typeset formula. */
export const Tex = memo(function Tex({ children, display = false, foreign = false }: Props) {
  const element = useRef<HTMLSpanElement>(null)
  const ready = useSyncExternalStore(subscribe, () => katex !== undefined)
  useLayoutEffect(() => {
    if (ready && element.current) typeset(children, element.current, options(display, foreign))
  }, [ready, children, display, foreign])
  return (
    <span translate="no" ref={element} suppressHydrationWarning>
      {ready ? null : <code className={failed ? undefined : 'visually-hidden'}>{children}</code>}
    </span>
  )
})
