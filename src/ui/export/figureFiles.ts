import { type FigureOrigin, metadataOf, xmlText } from '../../export/figure-metadata'
import { withOrigin } from '../../export/png-chunks'
import { type Drawing, drawingOf } from './drawing'
import { inkAttributes, plainColour, rounded } from './ink'
import { writtenFonts } from './usedFonts'

/** Pixels around what is drawn. */
const MARGIN = 8

/** The size of a printed figure: 12 cm at 300 dots per inch. */
const PRINTED_WIDTH = Math.round((12 / 2.54) * 300)
const DOTS_PER_INCH = 300

/** More than canvases of any browser have. */
const MOST_PIXELS = 8000

export interface FigureFile<T> {
  readonly content: T
  readonly width: number
  readonly height: number
  /** Fonts that are only named in it. */
  readonly named: readonly string[]
}

/** What `element` shows as an SVG file that is whole without the page and says where it comes from. */
export async function svgFile(element: HTMLElement, origin: FigureOrigin): Promise<FigureFile<string>> {
  const drawing = drawingOf(element)
  const ground = groundBehind(element)
  const { css, named } = await writtenFonts(drawing.fonts)
  const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN].map(Math.ceil)
  return { content: svgText(drawing, { width, height, css, ground, origin }), width, height, named }
}

/** The colour that the page has behind `element`. */
function groundBehind(element: HTMLElement | null): string {
  if (!element) return 'rgb(255, 255, 255)'
  const { backgroundColor } = getComputedStyle(element)
  return plainColour(backgroundColor).opacity > 0 ? backgroundColor : groundBehind(element.parentElement)
}

interface Setting {
  readonly width: number
  readonly height: number
  readonly css: string
  readonly ground: string
  readonly origin: FigureOrigin
}

function svgText({ markup, left, top }: Drawing, { width, height, css, ground, origin }: Setting): string {
  const [x, y] = [left - MARGIN, top - MARGIN].map(rounded)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img">`,
    `<title>${xmlText(origin.title)}</title>`,
    metadataOf(origin),
    css && `<style>${xmlText(css)}</style>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}"${inkAttributes('fill', ground)}/>`,
    `${markup}</svg>\n`,
  ].join('\n')
}

/** The same as a picture for print, which says where it comes from as well. @throws {Error} where the browser makes none */
export async function pngFile(
  element: HTMLElement,
  origin: FigureOrigin,
): Promise<FigureFile<Uint8Array<ArrayBuffer>>> {
  const { content: svg, width, height, named } = await svgFile(element, origin)
  const scale = Math.min(PRINTED_WIDTH / width, MOST_PIXELS / height)
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const blob = await pictureOf(
    svg.replace(/^<svg xmlns="[^"]*" width="\d+" height="\d+"/, resized(size)),
    size,
  )
  const png = new Uint8Array(await blob.arrayBuffer())
  return { content: withOrigin(png, origin, DOTS_PER_INCH), ...size, named }
}

const resized = ({ width, height }: { width: number; height: number }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`

async function pictureOf(svg: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('pictureOf: expected a picture, got none')),
    ),
  )
}
