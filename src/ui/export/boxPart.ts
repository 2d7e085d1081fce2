import { inkAttributes, plainColour, rounded } from './ink'

/** The ground, the borders and the rim of an element's box. */
export function boxOf(element: Element, style: CSSStyleDeclaration): string {
  const rect = element.getBoundingClientRect()
  if (rect.width === 0 || rect.height === 0) return ''
  return groundOf(rect, style) + bordersOf(rect, style) + rimOf(rect, style)
}

function groundOf(rect: DOMRect, style: CSSStyleDeclaration): string {
  if (plainColour(style.backgroundColor).opacity === 0) return ''
  return `<rect${placeOf(rect, 0)}${cornersOf(style)}${inkAttributes('fill', style.backgroundColor)}/>`
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const

function bordersOf(rect: DOMRect, style: CSSStyleDeclaration): string {
  const widths = SIDES.map((side) =>
    style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
  )
  if (widths.every((width) => width === 0)) return ''
  const isEven =
    widths.every((width) => width === widths[0]) && style.borderTopColor === style.borderLeftColor
  if (isEven)
    return `<rect${placeOf(rect, widths[0] / 2)}${cornersOf(style)} fill="none"${strokeOf(style, 'Top', widths[0])}/>`
  return SIDES.map((side, i) => (widths[i] === 0 ? '' : sideLine(rect, style, side, widths[i]))).join('')
}

function sideLine(
  { left, right, top, bottom }: DOMRect,
  style: CSSStyleDeclaration,
  side: (typeof SIDES)[number],
  width: number,
): string {
  const half = width / 2
  const [x1, y1, x2, y2] = {
    Top: [left, top + half, right, top + half],
    Right: [right - half, top, right - half, bottom],
    Bottom: [left, bottom - half, right, bottom - half],
    Left: [left + half, top, left + half, bottom],
  }[side].map(rounded)
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"${strokeOf(style, side, width)}/>`
}

function strokeOf(style: CSSStyleDeclaration, side: (typeof SIDES)[number], width: number): string {
  const dashes =
    { dashed: ' stroke-dasharray="4 3"', dotted: ' stroke-dasharray="1 2"' }[style[`border${side}Style`]] ??
    ''
  return `${inkAttributes('stroke', style[`border${side}Color`])} stroke-width="${rounded(width)}"${dashes}`
}

/** A shadow that is spread and not blurred is a line around the box. */
function rimOf(rect: DOMRect, style: CSSStyleDeclaration): string {
  const [, colour, width, inset] = /^(.+\)|#\w+) 0px 0px 0px ([\d.]+)px( inset)?$/.exec(style.boxShadow) ?? []
  if (colour === undefined) return ''
  const half = Number(width) / 2
  return `<rect${placeOf(rect, inset ? half : -half)}${cornersOf(style)} fill="none"${inkAttributes('stroke', colour)} stroke-width="${width}"/>`
}

const placeOf = ({ left, top, width, height }: DOMRect, inward: number) =>
  ` x="${rounded(left + inward)}" y="${rounded(top + inward)}" width="${rounded(Math.max(0, width - 2 * inward))}" height="${rounded(Math.max(0, height - 2 * inward))}"`

function cornersOf({ borderTopLeftRadius }: CSSStyleDeclaration): string {
  const radius = Number.parseFloat(borderTopLeftRadius)
  return radius > 0 && !borderTopLeftRadius.includes('%') ? ` rx="${rounded(radius)}"` : ''
}
