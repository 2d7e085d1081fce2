import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  decodeOrigin,
  encodeOrigin,
  metadataOf,
  originInSvg,
  xmlText,
} from '../../src/export/figure-metadata'
import { originInPng, withOrigin } from '../../src/export/png-chunks'

const ORIGIN = {
  title: 'Weights & <scores>',
  link: 'https://a.example/#v=1&panel=single-key',
  version: '0.1.0',
}
const text = fc.string({ unit: 'grapheme' })
const origins = fc.record({
  title: text,
  link: text.map((end) => `https://a.example/#${end}`),
  version: text,
})

/** The smallest PNG: one pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
)

/** CRC-32 of `bytes`, by the polynomial and a shift register, apart from the code that writes it. */
function checksumOf(bytes: Uint8Array): number {
  let register = 0xffffffffn
  for (const byte of bytes)
    for (let bit = 0n; bit < 8n; bit += 1n) {
      const isSet = (register ^ (BigInt(byte) >> bit)) & 1n
      register = (register >> 1n) ^ (isSet ? 0xedb88320n : 0n)
    }
  return Number(register ^ 0xffffffffn)
}

describe('what a figure says of itself', () => {
  property.prop([origins])('comes back from an SVG', (origin) => {
    const file = `<svg xmlns="http://www.w3.org/2000/svg">${metadataOf(origin)}</svg>`
    const back = originInSvg(file)
    expect(back).toEqual(origin)
  })

  property.prop([origins])('comes back from a PNG', (origin) => {
    expect(originInPng(withOrigin(PNG, origin, 300))).toEqual(origin)
  })

  property.prop([text])('is undefined of any other text', (foreign) => {
    expect(decodeOrigin(foreign)).toBeUndefined()
    expect(originInSvg(`<svg><metadata>${xmlText(foreign)}</metadata></svg>`)).toBeUndefined()
    expect(originInPng(new TextEncoder().encode(foreign))).toBeUndefined()
  })

  test.each([
    ['another program’s', { ...JSON.parse(encodeOrigin(ORIGIN)), format: 'other' }],
    ['one with more parts', { ...JSON.parse(encodeOrigin(ORIGIN)), script: 1 }],
    ['one without a link', { format: 'attention-explorer-figure', title: '', version: '' }],
    ['one whose link has no state', { ...JSON.parse(encodeOrigin(ORIGIN)), link: 'https://a.example/' }],
    ['a list', []],
  ])('refuses %s', (_, foreign) => {
    expect(decodeOrigin(JSON.stringify(foreign))).toBeUndefined()
  })

  test('cannot end its element', () => {
    expect(metadataOf({ ...ORIGIN, title: '</metadata><script>' })).not.toMatch(/<script|<\/metadata>./)
  })

  test('stands in chunks whose checksums are right, with the resolution of print', () => {
    const png = withOrigin(PNG, ORIGIN, 300)
    const view = new DataView(png.buffer)
    const types: string[] = []
    for (let at = 8; at < png.length; ) {
      const length = view.getUint32(at)
      const named = png.subarray(at + 4, at + 8 + length)
      types.push(String.fromCharCode(...named.subarray(0, 4)))
      expect(view.getUint32(at + 8 + length), types.at(-1)).toBe(checksumOf(named))
      if (types.at(-1) === 'pHYs') expect(view.getUint32(at + 8)).toBe(11811)
      at += 12 + length
    }
    expect(types).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND'])
  })
})
