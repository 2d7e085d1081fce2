import { boxOf } from './boxPart'
import { fieldOf } from './fieldPart'
import { rounded } from './ink'
import { svgInside } from './svgPart'
import { textLines } from './textPart'
import { createUsedFonts, type UsedFonts } from './usedFonts'

/** A part of the page as a drawing. */
export interface Drawing {
  /** The inside of an SVG of this size, in pixels of the page. */
  readonly markup: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly fonts: UsedFonts
}

/** What is for the ear, or only answers the hand. */
const NOT_DRAWN = '.visually-hidden, .katex-mathml, .pill, [data-on-screen-only]'

/** What has been drawn so far, and how far it reaches. */
interface Sheet {
  readonly fonts: UsedFonts
  readonly extent: { left: number; top: number; right: number; bottom: number }
}

/**
 * What `element` shows, text and boxes as well as drawings and pictures in it, as lines, rectangles and texts: whatever a
 * figure is made of on the page, as a file it is a drawing. What is scrolled out of sight in it is drawn as well.
 */
export function drawingOf(element: HTMLElement): Drawing {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const sheet: Sheet = { fonts: createUsedFonts(), extent: { left, top, right, bottom } }
  // Behind its table a figure is still there.
  const before = element.style.visibility
  element.style.visibility = 'visible'
  const markup = nodesOf(element, sheet)
  element.style.visibility = before
  const { extent } = sheet
  return {
    markup,
    left: extent.left,
    top: extent.top,
    width: extent.right - extent.left,
    height: extent.bottom - extent.top,
    fonts: sheet.fonts,
  }
}

const nodesOf = (element: Element, sheet: Sheet): string =>
  [...element.childNodes].map((node) => nodeOf(node, sheet)).join('')

function nodeOf(node: Node, sheet: Sheet): string {
  if (node instanceof Text) {
    const style = getComputedStyle(node.parentElement!)
    if (style.visibility !== 'visible') return ''
    const { markup, rects } = textLines(node, style, sheet.fonts)
    for (const rect of rects) reach(sheet, rect)
    return markup
  }
  return node instanceof Element && !node.matches(NOT_DRAWN) ? elementOf(node, sheet) : ''
}

function elementOf(element: Element, sheet: Sheet): string {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.opacity === '0') return ''
  const own = style.visibility === 'visible' ? ownOf(element, style, sheet) : ''
  const inside = element instanceof HTMLElement && !isField(element) ? nodesOf(element, sheet) : ''
  return style.opacity === '1' || inside + own === ''
    ? own + inside
    : `<g opacity="${rounded(Number(style.opacity))}">${own}${inside}</g>`
}

/** What an element is itself, without what is in it. */
function ownOf(element: Element, style: CSSStyleDeclaration, sheet: Sheet): string {
  if (element instanceof SVGSVGElement) return within(element, sheet)
  if (element instanceof HTMLCanvasElement) return pictureOf(element, sheet)
  reach(sheet, element.getBoundingClientRect(), element)
  return boxOf(element, style) + (isField(element) ? fieldOf(element, style, sheet.fonts) : '')
}

const isField = (element: Element) =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement

/** A drawing of the page in its place; signs of formulas are longer than the part of them that is seen. */
function within(svg: SVGSVGElement, sheet: Sheet): string {
  const rect = svg.getBoundingClientRect()
  if (rect.width === 0 || rect.height === 0) return ''
  const frame =
    svg.parentElement && getComputedStyle(svg.parentElement).overflowX === 'hidden' ? svg.parentElement : svg
  const seen = frame.getBoundingClientRect()
  reach(sheet, seen)
  if (frame === svg)
    for (const text of svg.querySelectorAll('text')) reach(sheet, text.getBoundingClientRect())
  const box = svg.getAttribute('viewBox')
  const fit = svg.getAttribute('preserveAspectRatio')
  const attributes = `${box ? ` viewBox="${box}"` : ''}${fit ? ` preserveAspectRatio="${fit}"` : ''}`
  const overflow = getComputedStyle(svg).overflowX === 'visible' ? ' overflow="visible"' : ''
  const whole = `<svg${placeOf(rect)}${attributes}${overflow}>${svgInside(svg, sheet.fonts)}</svg>`
  if (frame === svg) return whole
  const { left, top, width, height } = seen
  const view = ` viewBox="${[left, top, width, height].map(rounded).join(' ')}"`
  return `<svg${placeOf(seen)}${view} overflow="hidden">${whole}</svg>`
}

function pictureOf(canvas: HTMLCanvasElement, sheet: Sheet): string {
  const rect = canvas.getBoundingClientRect()
  reach(sheet, rect)
  const fit = getComputedStyle(canvas).objectFit === 'contain' ? 'xMidYMid' : 'none'
  return `<image${placeOf(rect)} preserveAspectRatio="${fit}" href="${canvas.toDataURL()}"/>`
}

const placeOf = ({ left, top, width, height }: DOMRect) =>
  ` x="${rounded(left)}" y="${rounded(top)}" width="${rounded(width)}" height="${rounded(height)}"`

/** Boxes that only hold others may be cut off, and are no reason for a larger sheet. */
function reach({ extent }: Sheet, { left, top, right, bottom, width }: DOMRect, holder?: Element): void {
  if (width === 0 || holder?.childElementCount) return
  extent.left = Math.min(extent.left, left)
  extent.top = Math.min(extent.top, top)
  extent.right = Math.max(extent.right, right)
  extent.bottom = Math.max(extent.bottom, bottom)
}
