import * as v from 'valibot'

/** What an exported figure says of itself: where it comes from, and how the explorer shows it again. */
export interface FigureOrigin {
  readonly title: string
  /** Address of the page that shows it. */
  readonly link: string
  /** The version of the explorer that drew it. */
  readonly version: string
}

const FORMAT = 'attention-explorer-figure'

/** More than any link of the explorer has. */
const MOST_CHARACTERS = 20_000

const Text = v.pipe(v.string(), v.maxLength(MOST_CHARACTERS))

const Origin = v.strictObject({
  format: v.literal(FORMAT),
  title: Text,
  link: v.pipe(Text, v.includes('#')),
  version: Text,
})

/** Text of {@link FigureOrigin} from which {@link decodeOrigin} brings it back. */
export const encodeOrigin = ({ title, link, version }: FigureOrigin): string =>
  JSON.stringify({ format: FORMAT, title, link, version })

/** What a text of {@link encodeOrigin} says, or undefined where it is none. Never throws. */
export function decodeOrigin(text: string): FigureOrigin | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Origin), text)
  if (!read.success) return undefined
  const { title, link, version } = read.output
  return { title, link, version }
}

/** `<metadata>` of an SVG. */
export const metadataOf = (origin: FigureOrigin): string =>
  `<metadata>${xmlText(encodeOrigin(origin))}</metadata>`

/** What the `<metadata>` of an SVG file says, or undefined where it holds nothing of the explorer. Never throws. */
export function originInSvg(file: string): FigureOrigin | undefined {
  for (const [, text] of file.matchAll(/<metadata>([^<]*)<\/metadata>/g)) {
    const origin = decodeOrigin(plainText(text))
    if (origin) return origin
  }
  return undefined
}

/** `text` with the characters escaped that mean something in XML, and without those that may not be in it. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_IN_XML, '').replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Control characters beside tabs and line ends, halves of characters, and two that are none. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plainText = (text: string) =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()]
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
