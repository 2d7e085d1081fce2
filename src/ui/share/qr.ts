import { encode } from 'uqr'

/** Dark places of a QR code, row by row, its quiet border included. */
export type QrMatrix = readonly (readonly boolean[])[]

/** The QR code of `text`, or undefined where it is too long for one. */
export function matrixOf(text: string): QrMatrix | undefined {
  try {
    return encode(text, { ecc: 'L', border: 4 }).data
  } catch {
    return undefined
  }
}

/** The dark places as one path, runs of a row together. */
export const qrPath = (matrix: QrMatrix): string =>
  matrix
    .flatMap((row, y) => runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`))
    .join('')

function runsOf(row: readonly boolean[]): [from: number, to: number][] {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []))
  return starts.map((from) => {
    const end = row.indexOf(false, from)
    return [from, end < 0 ? row.length : end]
  })
}

/** A QR code as a file. */
export const qrSvg = (matrix: QrMatrix): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 ${matrix.length} ${matrix.length}"><rect width="100%" height="100%" fill="#fff"/><path d="${qrPath(matrix)}"/></svg>\n`
