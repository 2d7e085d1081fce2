/** A font that texts of a drawing are in. */
export interface UsedFont {
  readonly family: string
  readonly weight: number
  readonly isItalic: boolean
}

/** The fonts that were met while something was drawn. */
export interface UsedFonts {
  readonly all: ReadonlyMap<string, UsedFont>
  /** Takes note of the first font of a computed style. */
  meet(style: CSSStyleDeclaration): void
}

export function createUsedFonts(): UsedFonts {
  const all = new Map<string, UsedFont>()
  return {
    all,
    meet: ({ fontFamily, fontWeight, fontStyle }) => {
      const family = bareName(fontFamily.split(',')[0])
      const font = { family, weight: Number(fontWeight), isItalic: fontStyle !== 'normal' }
      all.set(`${family} ${fontWeight} ${fontStyle}`, font)
    },
  }
}

/** Most characters of fonts that are written into one file. */
const MOST_CHARACTERS = 500_000

/** What of the fonts goes into a file. */
export interface WrittenFonts {
  /** `@font-face` rules with the fonts in them. */
  readonly css: string
  /** Families that are only named, since they cannot be had or would make the file too large. */
  readonly named: readonly string[]
}

/** The fonts of this page that `used` names, as data; the others stay names, with what the style has behind them. */
export async function writtenFonts({ all }: UsedFonts): Promise<WrittenFonts> {
  const faces = new Map<CSSFontFaceRule, string>()
  const named = new Set<string>()
  for (const font of all.values()) {
    const face = faceOf(font)
    if (face) faces.set(face, font.family)
    else named.add(font.family)
  }
  let [css, room] = ['', MOST_CHARACTERS]
  for (const [face, family] of faces) {
    const data = await dataOf(face).catch(() => undefined)
    if (data === undefined || data.length > room) named.add(family)
    else {
      css += ruleWith(face, data)
      room -= data.length
    }
  }
  return { css, named: [...named] }
}

/** The rule of this page's styles that declares a font. */
function faceOf({ family, weight, isItalic }: UsedFont): CSSFontFaceRule | undefined {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule)
  const own = faces.filter(({ style }) => bareName(style.getPropertyValue('font-family')) === family)
  const slanted = own.filter(({ style }) => isItalicFace(style) === isItalic)
  const candidates = slanted.length > 0 ? slanted : own
  return candidates.find(({ style }) => hasWeight(style, weight)) ?? candidates[0]
}

const bareName = (family: string) => family.trim().replaceAll(/^["']|["']$/g, '')

const isItalicFace = (style: CSSStyleDeclaration) =>
  /italic|oblique/.test(style.getPropertyValue('font-style'))

function hasWeight(style: CSSStyleDeclaration, weight: number): boolean {
  const [from = 400, to = from] = style
    .getPropertyValue('font-weight')
    .replace('bold', '700')
    .replace('normal', '400')
    .split(/\s+/)
    .filter(Boolean)
    .map(Number)
  return weight >= from && weight <= to
}

/** The font itself as a data address. */
async function dataOf(face: CSSFontFaceRule): Promise<string> {
  const [, address = ''] = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(face.style.getPropertyValue('src')) ?? []
  if (address.startsWith('data:')) return address
  const file = await fetch(new URL(address, face.parentStyleSheet?.href ?? document.baseURI))
  if (!file.ok) throw new Error(`dataOf: expected a font, got status ${file.status}`)
  return `data:font/woff2;base64,${base64(new Uint8Array(await file.arrayBuffer()))}`
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function ruleWith({ style }: CSSFontFaceRule, data: string): string {
  const kept = ['font-family', 'font-weight', 'font-style'].flatMap((name) => {
    const value = style.getPropertyValue(name)
    return value ? [`${name}:${value}`] : []
  })
  return `@font-face{${kept.join(';')};src:url(${data}) format("woff2")}`
}
