import { RequestError, reasonOf } from './request-error'

/** Deeper than any request goes. */
const DEEPEST = 16

/**
 * The JSON value that `text` spells.
 *
 * @throws {RequestError} if it spells none, is nested too deeply, or holds a number beyond float64, which
 * JSON.parse would turn into ±∞ without a word
 */
export function readJson(text: string, what: string): unknown {
  const value = parsed(text, what)
  inspect(value, what, DEEPEST)
  return value
}

/** What was parsed, as an object with fields; of JSON arrays and plain values none. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * `value` as JSON on one line. Numbers read back as the same float64: whole ones as they are, others with 17
 * significant digits, −0 as `-0.0`; what JSON has no number for as `"Infinity"`, `"-Infinity"`, `"NaN"`. Fields without
 * a value, and functions, are left out.
 */
export function jsonText(value: unknown): string {
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'bigint') return wholeText(value)
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (value instanceof Float64Array) return jsonText(Array.from(value))
  if (isRecord(value)) return `{${fieldTexts(value).join(', ')}}`
  return JSON.stringify(value)
}

/** As {@link jsonText}, each field of the outermost object on a line of its own. */
export function jsonLines(value: Readonly<Record<string, unknown>>): string {
  return `{\n  ${fieldTexts(value).join(',\n  ')}\n}`
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RequestError(`${what}: expected JSON; ${reasonOf(error)}`, { cause: error })
  }
}

function inspect(value: unknown, what: string, deepest: number): void {
  if (value === Infinity || value === -Infinity)
    throw new RequestError(`${what}: a number is too large for float64; write "Infinity" if that is meant`)
  if (typeof value !== 'object' || value === null) return
  if (deepest === 0) throw new RequestError(`${what}: nested too deeply`)
  for (const inner of Object.values(value)) inspect(inner, what, deepest - 1)
}

function fieldTexts(value: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(value)
    .filter(([, field]) => field !== undefined && typeof field !== 'function')
    .map(([name, field]) => `${JSON.stringify(name)}: ${jsonText(field)}`)
}

function numberText(x: number): string {
  if (!Number.isFinite(x)) return `"${x}"`
  if (Object.is(x, -0)) return '-0.0'
  return Number.isSafeInteger(x) ? String(x) : x.toPrecision(17)
}

/** An exact whole number; as a string of digits where a float64 cannot hold it. */
function wholeText(n: bigint): string {
  return Number.isSafeInteger(Number(n)) ? String(n) : `"${n}"`
}
