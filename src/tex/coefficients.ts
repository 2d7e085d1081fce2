import type { Matrix } from '../core/linear/linalg'
import { keyboardText } from '../core/numbers/characters'
import { readNumber } from '../core/numbers/number-text'
import { over, rationalOf, toNumber } from '../core/numbers/rational'

/** A value that was read, or what is missing. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string }

/**
 * The number that a cell's text spells: a decimal or a fraction, `-3`, `0.25`, `1/3`, `−2/7`, `½`, in any of the
 * spellings of {@link readNumber}. A fraction becomes the nearest float64, which gives the fraction back where it is shown.
 */
export function readCoefficient(text: string, min: number, max: number): Read<number> {
  const typed = keyboardText(text).trim().replace(VULGAR, asQuotient)
  if (typed === '') return refused('Empty: a number or a fraction, please.')
  const [numerator, denominator = '1', ...more] = typed.split('/')
  if (more.length > 0) return refused('Not a number or a fraction yet.')
  const [p, q] = [readNumber(numerator), readNumber(denominator)]
  if (!p.ok || !q.ok) {
    const advice = (!p.ok && p.advice) || (!q.ok && q.advice)
    return refused(`${advice || 'Not a number or a fraction yet'}.`)
  }
  if (q.value === 0) return refused('The denominator is 0.')
  if (!Number.isFinite(p.value) || !Number.isFinite(q.value)) return refused(`From ${min} to ${max}, please.`)
  const value = toNumber(over(rationalOf(p.value), rationalOf(q.value))) + 0
  return value >= min && value <= max ? { ok: true, value } : refused(`From ${min} to ${max}, please.`)
}

/** A fraction in one character, and nothing before it: `1½` is not `11/2`. */
const VULGAR = /^([+-]?)([¼-¾⅐-⅞])$/

const asQuotient = (_: string, sign: string, fraction: string) =>
  sign + fraction.normalize('NFKC').replace('\u2044', '/')

/**
 * A table of numbers as spreadsheets and LaTeX arrays write it: rows by lines, `;` or `\\`; cells by tabs, else by `&`,
 * else by `,` or spaces. Undefined where it has another size; refused with the reason of its first wrong cell.
 */
export function readTable(
  text: string,
  [rows, columns]: readonly [number, number],
  min: number,
  max: number,
): Read<Matrix> | undefined {
  const typed = keyboardText(text).trim()
  const separator = typed.includes('\t') ? '\t' : typed.includes('&') ? '&' : /\s*,\s*|\s+/
  const lines = typed.replace(/\s*\\\\$/, '').split(/\r?\n|;|\\\\/)
  const cells = lines.map((line) => line.trim().split(separator))
  if (cells.length !== rows || cells.some((row) => row.length !== columns)) return undefined
  const read = cells.map((row) => row.map((cell) => readCoefficient(cell, min, max)))
  const wrong = read.flat().find((cell) => !cell.ok)
  return wrong ?? { ok: true, value: read.map((row) => row.map((cell) => (cell.ok ? cell.value : 0))) }
}

const refused = (message: string) => ({ ok: false, message }) as const
