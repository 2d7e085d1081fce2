import { readNumber } from '../core/numbers/number-text'

/** A table of texts, its heading first. */
export type Table = readonly (readonly string[])[]

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n|%]/

/**
 * A table as CSV (RFC 4180). Numbers are written as programs read them: `1.5e-4` for `1.5e−4`, no groups of digits. Any other
 * text that a spreadsheet would run as a formula begins with an apostrophe, which keeps it a text.
 */
export function csvOf(table: Table): string {
  return table.map((row) => `${row.map((text) => cell(plainCell(text))).join(',')}\r\n`).join('')
}

/** The cells of a CSV text. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const isEnd = end === '' && row.length === 0 && quoted === undefined && bare === ''
    if (isEnd) break
    row.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end !== ',') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

/** What stands in a cell for `text`: a number for a program, or a text that no program runs. */
export function plainCell(text: string): string {
  if (text === '∞' || text === '−∞') return text === '∞' ? 'inf' : '-inf'
  const read = readNumber(text)
  if (read.ok && Number.isFinite(read.value)) return numberCell(text, read.value)
  return FORMULA.test(text) ? `'${text}` : text
}

/** A number below float64's range keeps its digits: it would read as 0. */
function numberCell(text: string, value: number): string {
  const isLost = value === 0 && /[1-9]/.test(text.split('e')[0])
  return isLost ? text.replaceAll('−', '-') : String(value)
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
