import { xmlText } from '../../export/figure-metadata'
import { inkAttributes, rounded } from './ink'
import { baselineOf, looksOf } from './textPart'
import type { UsedFonts } from './usedFonts'

/** What a field of the page shows, as a drawing: its text, or whether it is ticked. */
export function fieldOf(
  field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  style: CSSStyleDeclaration,
  fonts: UsedFonts,
): string {
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
    return tickOf(field)
  const text = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.value
  if (!text || (field instanceof HTMLInputElement && field.type === 'range')) return ''
  fonts.meet(style)
  const { left, top, width, height } = field.getBoundingClientRect()
  const size = Number.parseFloat(style.fontSize) * 1.2
  const y = baselineOf({ top: top + (height - size) / 2, height: size }, style)
  const { x, anchor } = alignment(style, left, width)
  return `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="${anchor}"${looksOf(style)}>${xmlText(text)}</text>`
}

function alignment(style: CSSStyleDeclaration, left: number, width: number) {
  const inner = (side: 'Left' | 'Right') =>
    Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`])
  if (style.textAlign === 'center') return { x: left + width / 2, anchor: 'middle' }
  if (style.textAlign === 'right' || style.textAlign === 'end')
    return { x: left + width - inner('Right'), anchor: 'end' }
  return { x: left + inner('Left'), anchor: 'start' }
}

function tickOf(field: HTMLInputElement): string {
  const { left, top, width, height } = field.getBoundingClientRect()
  const style = getComputedStyle(field)
  const [x, y, r] = [left + width / 2, top + height / 2, Math.min(width, height) / 2 - 1]
  if (!(r > 0)) return ''
  const round = field.type === 'radio' ? r : 2
  const frame = `<rect x="${rounded(x - r)}" y="${rounded(y - r)}" width="${rounded(2 * r)}" height="${rounded(2 * r)}" rx="${rounded(round)}" fill="none"${inkAttributes('stroke', style.color)}/>`
  return field.checked
    ? `${frame}<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r / 2)}"${inkAttributes('fill', style.color)}/>`
    : frame
}
