import type { KatexOptions } from 'katex'
import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { cancelTypesetting, requestTypesetting } from './typesetting'

type Katex = typeof import('katex').default

let katex: Katex | undefined
let status: 'loading' | 'ready' | 'failed' = 'loading'
const listeners = new Set<() => void>()

/** Fetches the typesetting code once, after the page stands; where it cannot be had, formulas show their source. */
function loadKatex(): void {
  const settled = () => {
    for (const listener of listeners) listener()
  }
  Promise.all([import('katex'), import('katex/dist/katex.css')])
    .then(([module]) => {
      katex = module.default
      status = 'ready'
    })
    .catch(() => {
      status = 'failed'
    })
    .finally(settled)
}

function subscribe(listener: () => void): () => void {
  if (status === 'loading' && listeners.size === 0) loadKatex()
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
  /** True for what the reader waits for: typeset with the change itself instead of in one of the next frames. */
  readonly atOnce?: boolean
  /** Called each time the formula stands anew. */
  readonly onTypeset?: () => void
}

/** A typeset formula. It stands a frame or more after its text changes, see {@link requestTypesetting}, or at once. */
export const Tex = memo(function Tex({
  children,
  display = false,
  foreign = false,
  atOnce = false,
  onTypeset,
}: Props) {
  const span = useRef<HTMLSpanElement>(null)
  const fetched = useSyncExternalStore(subscribe, () => status)
  useLayoutEffect(() => {
    const element = span.current
    if (fetched !== 'ready' || !element) return undefined
    const run = () => {
      typeset(children, element, options(display, foreign))
      onTypeset?.()
    }
    if (atOnce) run()
    else requestTypesetting(element, run)
    return () => cancelTypesetting(element)
  }, [fetched, children, display, foreign, atOnce, onTypeset])
  return (
    <span translate="no" ref={span}>
      {fetched === 'failed' ? <code>{children}</code> : null}
    </span>
  )
})
