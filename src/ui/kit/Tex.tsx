import type { KatexOptions } from 'katex'
import 'katex/dist/katex.css'
import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { withSlots } from '../../tex/slots'
import { chunk } from '../chunk'
import { fillSlots, forgetSlots, keepSlots } from './filledSlots'
import { cancelTypesetting, requestAtRest, requestTypesetting } from './typesetting'

/** The typesetting code, which comes after the page. */
const typesetter = chunk(() => import('katex'))

let status: 'loading' | 'ready' | 'failed' = 'loading'
const statusNow = () => status
const listeners = new Set<() => void>()

/** Fetches the typesetting code once; where it cannot be had, formulas show their source until it can. */
function loadKatex(): void {
  const settle = (now: typeof status) => () => {
    status = now
    for (const listener of listeners) listener()
  }
  const fail = () => {
    settle('failed')()
    addEventListener('online', loadKatex, { once: true })
  }
  typesetter.fetch().then(settle('ready'), fail)
}

function subscribe(listener: () => void): () => void {
  if (status === 'loading' && listeners.size === 0) loadKatex()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const CLASSES = new Set(['role-query', 'role-key', 'role-value', 'role-weight', 'struck'])
const ATTRIBUTES = new Set(['data-mark', 'data-quantity', 'data-param', 'data-slot'])

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
    const isOwn = how.trust !== false
    typesetter.content?.default.render(isOwn ? withSlots(tex) : tex, element, how)
    if (isOwn) keepSlots(element, tex)
    // Its source, in a form that no screen reader reads: what copies it takes it from the attribute.
    element.querySelector('annotation')?.remove()
  } catch {
    forgetSlots(element)
    element.textContent = tex
  }
}

/** Brings what screen readers read of `element` up to what is seen, after its slots were filled. */
function typesetReading(tex: string, element: HTMLElement, how: KatexOptions): void {
  const place = element.querySelector('.katex-mathml')
  const read = document.createElement('span')
  typesetter.content?.default.render(tex, read, { ...how, output: 'mathml', throwOnError: false })
  read.querySelector('annotation')?.remove()
  const formula = read.querySelector('math')
  if (formula) place?.replaceChildren(formula)
}

interface Props {
  readonly children: string
  readonly display?: boolean
  /** True for TeX that a person typed or pasted: no command may then create links, classes or attributes. */
  readonly foreign?: boolean
  /** True for what the reader waits for: typeset with the change itself instead of in one of the next frames. */
  readonly atOnce?: boolean
  /** Called each time the formula has been drawn again. */
  readonly onTypeset?: () => void
}

/**
 * A typeset formula. Where only digits of its text change it follows at once; else it is drawn a frame or more later, see
 * {@link requestTypesetting}, or at once if it must.
 */
export const Tex = memo(function Tex({
  children,
  display = false,
  foreign = false,
  atOnce = false,
  onTypeset,
}: Props) {
  const span = useRef<HTMLSpanElement>(null)
  const fetched = useSyncExternalStore(subscribe, statusNow, statusNow)
  useLayoutEffect(() => {
    const element = span.current
    if (fetched !== 'ready' || !element) return undefined
    const how = options(display, foreign)
    const run = () => {
      typeset(children, element, how)
      onTypeset?.()
    }
    if (fillSlots(element, children)) requestAtRest(element, () => typesetReading(children, element, how))
    else if (atOnce) run()
    else requestTypesetting(element, run)
    return () => cancelTypesetting(element)
  }, [fetched, children, display, foreign, atOnce, onTypeset])
  return (
    <span translate="no" ref={span} data-tex={children} data-display={display || undefined}>
      {fetched === 'failed' ? <code>{children}</code> : null}
    </span>
  )
})
