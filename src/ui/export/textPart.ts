import { xmlText } from '../../export/figure-metadata'
import { inkAttributes, rounded } from './ink'
import type { UsedFonts } from './usedFonts'

/** A word and where the page has it. */
interface Word {
  readonly text: string
  readonly rect: DOMRect
}

/** The words of a text node where they are on the page, a line at a time. */
export function textLines(
  node: Text,
  style: CSSStyleDeclaration,
  fonts: UsedFonts,
): { markup: string; rects: DOMRect[] } {
  const words = wordsOf(node)
  if (words.length > 0) fonts.meet(style)
  const markup = linesOf(words)
    .map(
      (line) =>
        `<text y="${rounded(baselineOf(line[0].rect, style))}"${looksOf(style)}>${spans(line, style)}</text>`,
    )
    .join('')
  return { markup, rects: words.map(({ rect }) => rect) }
}

function wordsOf(node: Text): Word[] {
  const range = document.createRange()
  return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: text, index }) => {
    range.setStart(node, index)
    range.setEnd(node, index + text.length)
    const [rect] = range.getClientRects()
    return rect && rect.width > 0 ? [{ text, rect }] : []
  })
}

function linesOf(words: readonly Word[]): (readonly Word[])[] {
  const starts = words.flatMap(({ rect }, i) => (i === 0 || rect.top > words[i - 1].rect.top + 2 ? [i] : []))
  return starts.map((start, i) => words.slice(start, starts[i + 1]))
}

const spans = (line: readonly Word[], { textTransform }: CSSStyleDeclaration) =>
  line
    .map(({ text, rect }) => {
      const shown = textTransform === 'uppercase' ? text.toUpperCase() : text
      return `<tspan x="${rounded(rect.left)}">${xmlText(shown)}</tspan>`
    })
    .join(' ')

/** The attributes of a text in a computed style. */
export function looksOf({ color, fontFamily, fontSize, fontWeight, fontStyle }: CSSStyleDeclaration): string {
  const font = [
    ['font-family', fontFamily],
    ['font-size', fontSize.replace('px', '')],
    ['font-weight', fontWeight],
    ['font-style', fontStyle],
  ]
  const attributes = font
    .filter(([, value]) => value !== 'normal')
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
  return inkAttributes('fill', color) + attributes.join('')
}

let context: CanvasRenderingContext2D | null | undefined

/** The baseline of a line: its box is as high as the font's ascent and descent. */
export function baselineOf(
  { top, height }: Pick<DOMRect, 'top' | 'height'>,
  style: CSSStyleDeclaration,
): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return top + 0.8 * height
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x')
  return top + (height * ascent) / (ascent + descent)
}
