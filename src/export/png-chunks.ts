import { decodeOrigin, encodeOrigin, type FigureOrigin } from './figure-metadata'

/** Name of the text that says where a picture comes from. */
const KEYWORD = 'attention-explorer'

/** Bytes before the first chunk, and of the chunk that comes first. */
const SIGNATURE = 8
const HEADER_END = SIGNATURE + 25

const METRES_PER_INCH = 0.0254

/** A PNG with its resolution and where it comes from written into it. */
export function withOrigin(
  png: Uint8Array<ArrayBuffer>,
  origin: FigureOrigin,
  dotsPerInch: number,
): Uint8Array<ArrayBuffer> {
  const added = [resolution(dotsPerInch), chunk('iTXt', textData(encodeOrigin(origin)))]
  return joined([png.subarray(0, HEADER_END), ...added, png.subarray(HEADER_END)])
}

/** Where a PNG comes from, or undefined where it does not say so. Never throws. */
export function originInPng(png: Uint8Array): FigureOrigin | undefined {
  const start = textData('')
  for (const { type, data } of chunksOf(png)) {
    if (type !== 'iTXt' || !start.every((byte, i) => data[i] === byte)) continue
    const origin = decodeOrigin(new TextDecoder().decode(data.subarray(start.length)))
    if (origin) return origin
  }
  return undefined
}

function* chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = SIGNATURE; at + 12 <= png.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    yield { type, data: png.subarray(at + 8, Math.min(png.length, at + 8 + length)) }
    at += 12 + length
  }
}

function resolution(dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  data[8] = 1
  return chunk('pHYs', data)
}

/** Keyword and its end, not compressed, no language, no translation of the keyword; then the text. */
const textData = (text: string) => new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${text}`)

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = joined([new TextEncoder().encode(type), data])
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)]
  new DataView(length.buffer).setUint32(0, data.length)
  new DataView(sum.buffer).setUint32(0, checksum(named))
  return joined([length, named, sum])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
