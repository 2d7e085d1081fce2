/** A colour as every drawing program reads it. */
export interface PlainColour {
  readonly hex: string
  /** 0 to 1. */
  readonly opacity: number
}

const known = new Map<string, PlainColour>()
let context: CanvasRenderingContext2D | null | undefined

/** What a computed CSS colour is in red, green and blue: other programs know no `color(srgb …)`. */
export function plainColour(css: string): PlainColour {
  const before = known.get(css)
  if (before) return before
  const colour = measured(css)
  known.set(css, colour)
  return colour
}

function measured(css: string): PlainColour {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css)
  if (parts) return colourOf(parts.slice(1, 4).map(Number), Number(parts[4] ?? 1))
  context ??= smallContext()
  if (!context) return { hex: '#000000', opacity: 1 }
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
  return colourOf([r, g, b], a / 255)
}

function smallContext(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  return canvas.getContext('2d', { willReadFrequently: true })
}

const colourOf = (rgb: readonly number[], opacity: number): PlainColour => ({
  hex: `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
  opacity,
})

/** The attributes of a fill or stroke in a computed colour: always with an opacity, since one around it would count. */
export function inkAttributes(name: 'fill' | 'stroke', css: string, opacity = 1): string {
  const colour = plainColour(css)
  return ` ${name}="${colour.hex}" ${name}-opacity="${rounded(colour.opacity * opacity)}"`
}

/** A length in a drawing. */
export const rounded = (length: number): string => String(Number(length.toFixed(2)))
