import { xmlText } from '../../export/figure-metadata'
import { inkAttributes, rounded } from './ink'
import type { UsedFonts } from './usedFonts'

/** Properties that a part takes from what is around it, so that only changes are written. */
const INHERITED = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'font-family',
  'text-anchor',
  'paint-order',
] as const

/** Attributes that only the page reads, or that the computed style says. */
const LEFT_OUT =
  /^(?:class|style|role|tabindex|translate|color|fill|stroke|opacity|font.*|text-anchor|paint-order|aria-.*|data-.*|fill-.*|stroke-.*|xmlns.*|on.*)$/i

/** The insides of a drawing on the page, with its looks in attributes: whole without the page's style sheet. */
export function svgInside(svg: SVGSVGElement, fonts: UsedFonts): string {
  const style = getComputedStyle(svg)
  const looks = `${inks(style, undefined)}${changes(style, undefined)}${opacityOf(style)}`
  return `<g${looks}>${[...svg.childNodes].map((node) => part(node, style, fonts)).join('')}</g>`
}

function part(node: Node, around: CSSStyleDeclaration, fonts: UsedFonts): string {
  if (node instanceof Text) {
    if (/\S/.test(node.data)) fonts.meet(around)
    return xmlText(node.data)
  }
  if (!(node instanceof SVGElement)) return ''
  const style = getComputedStyle(node)
  if (style.display === 'none' || style.visibility !== 'visible' || node.localName === 'foreignObject')
    return ''
  const own = [...node.attributes].filter(
    ({ name, value }) => !LEFT_OUT.test(name) && !value.includes('var('),
  )
  const attributes = own.map(({ name, value }) => ` ${name}="${xmlText(value)}"`).join('')
  const looks = `${inks(style, around)}${changes(style, around)}${opacityOf(style)}`
  const inside = [...node.childNodes].map((child) => part(child, style, fonts)).join('')
  return `<${node.localName}${attributes}${looks}>${inside}</${node.localName}>`
}

/** Fill and stroke with their opacities, where they are others than around. */
function inks(style: CSSStyleDeclaration, around: CSSStyleDeclaration | undefined): string {
  return (['fill', 'stroke'] as const)
    .filter((name) => inkOf(name, style) !== (around && inkOf(name, around)))
    .map((name) => inkOf(name, style))
    .join('')
}

function inkOf(name: 'fill' | 'stroke', style: CSSStyleDeclaration): string {
  const css = style[name]
  if (css === 'none' || css.startsWith('url')) return ` ${name}="${xmlText(css)}"`
  return inkAttributes(name, css, Number(style[`${name}Opacity`]))
}

function changes(style: CSSStyleDeclaration, around: CSSStyleDeclaration | undefined): string {
  return INHERITED.map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([name, value]) => value !== '' && value !== around?.getPropertyValue(name))
    .map(([name, value]) => ` ${name}="${xmlText(withoutUnits(value))}"`)
    .join('')
}

const opacityOf = ({ opacity }: CSSStyleDeclaration) =>
  opacity === '1' ? '' : ` opacity="${rounded(Number(opacity))}"`

/** Lengths in the drawing's own units. */
const withoutUnits = (value: string) => value.replaceAll(/(\d)px\b/g, '$1')
