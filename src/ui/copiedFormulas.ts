import { useEffect } from 'react'
import { plainTex } from '../tex/symbols'
import { tidyTex } from '../tex/tidy'

/** Puts formulas into the clipboard as their LaTeX, once, instead of as what they are drawn and read aloud with. */
export function useCopiedFormulas(): void {
  useEffect(() => {
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [])
}

function onCopy(event: ClipboardEvent): void {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !event.clipboardData || isInField(event.target)) return
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) =>
    whole(selection.getRangeAt(i).cloneRange()),
  )
  const parts = ranges.map((range) => range.cloneContents())
  if (!parts.some((part) => part.querySelector('[data-tex]'))) return
  event.clipboardData.setData('text/plain', parts.map(textOf).join('\n'))
  event.preventDefault()
}

/** Fields copy what is selected in them. */
const isInField = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** The range with all of the formulas that it begins or ends in. */
function whole(range: Range): Range {
  const first = formulaAt(range.startContainer)
  const last = formulaAt(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  return range
}

const formulaAt = (node: Node) =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-tex]')

function textOf(part: DocumentFragment): string {
  const [formula, ...others] = part.querySelectorAll<HTMLElement>('[data-tex]')
  for (const unread of part.querySelectorAll('.visually-hidden')) unread.remove()
  const isAlone = others.length === 0 && part.textContent.trim() === formula?.textContent.trim()
  if (formula && isAlone) return latexOf(formula)
  for (const one of [formula, ...others]) one?.replaceWith(delimited(one))
  return laidOut(part)
}

const latexOf = ({ dataset }: HTMLElement) => tidyTex(plainTex(dataset['tex'] ?? ''))

/** Between words, LaTeX says where its formulas begin and end. */
function delimited(formula: HTMLElement): string {
  const latex = latexOf(formula)
  return formula.dataset['display'] ? `\\[ ${latex} \\]` : `$${latex}$`
}

/** The text with line breaks where the page has them: it takes a layout to know. */
function laidOut(part: DocumentFragment): string {
  const holder = document.createElement('div')
  holder.style.position = 'fixed'
  holder.style.left = '-100vw'
  holder.append(part)
  document.body.append(holder)
  const text = holder.innerText
  holder.remove()
  return text
}
