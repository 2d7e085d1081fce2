import type { Matrix } from '../core/linalg'
import { over, rationalOf, toNumber } from '../core/rational'

/** A value that was read, or what is missing. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string }

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** The most that a coefficient can take to write. */
const MAX_CHARACTERS = 40

/**
 * The number that a cell's text spells: a decimal or a fraction, `-3`, `0.25`, `1/3`, `−2/7`. A fraction becomes the
 * nearest float64, which gives the fraction back where it is shown.
 */
export function readCoefficient(text: string, min: number, max: number): Read<number> {
  const tidy = text
    .trim()
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/\s*\/\s*/g, '/')
  if (tidy === '') return refused('Empty: a number or a fraction, please.')
  if (tidy.length > MAX_CHARACTERS)
    return refused(`Too long for a number: at most ${MAX_CHARACTERS} characters.`)
  const [numerator, denominator = '1', ...more] = tidy.split('/')
  if (more.length > 0 || !NUMBER.test(numerator) || !NUMBER.test(denominator)) {
    return refused(
      /^[+-]?\d+,\d+$/.test(tidy)
        ? `Write ${tidy.replace(',', '.')}, with a point.`
        : 'Not a number or a fraction yet.',
    )
  }
  const [p, q] = [Number(numerator), Number(denominator)]
  if (q === 0) return refused('The denominator is 0.')
  if (!Number.isFinite(p) || !Number.isFinite(q)) return refused(`From ${min} to ${max}, please.`)
  const value = toNumber(over(rationalOf(p), rationalOf(q))) + 0
  return value >= min && value <= max ? { ok: true, value } : refused(`From ${min} to ${max}, please.`)
}

/** A table of numbers as spreadsheets and LaTeX arrays write it: rows by lines, `;` or `\\`, cells by tabs, `,` or `&`. */
export function readTable(
  text: string,
  [rows, columns]: readonly [number, number],
  min: number,
  max: number,
): Matrix | undefined {
  const lines = text
    .trim()
    .replace(/\s*\\\\\s*$/, '')
    .split(/\r?\n|;|\\\\/)
  const cells = lines.map((line) => line.trim().split(/\s*[\t,&]\s*|\s+/))
  if (cells.length !== rows || cells.some((row) => row.length !== columns)) return undefined
  const read = cells.map((row) => row.map((cell) => readCoefficient(cell, min, max)))
  if (read.flat().some(({ ok }) => !ok)) return undefined
  return read.map((row) => row.map((cell) => (cell.ok ? cell.value : 0)))
}

const refused = (message: string) => ({ ok: false, message }) as const
