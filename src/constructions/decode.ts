import type { Matrix } from '../core/linear/linalg'
import { keyboardText, visible } from '../core/numbers/characters'
import { readNumber } from '../core/numbers/number-text'
import { type ChoiceSpec, type MatrixSpec, type NumberSpec, type ParamSpec, type ParamValue } from './params'
import { clamped } from './scale'

/** What became of one foreign value: taken as it is, moved into the range, or replaced by the initial one. */
export interface Decoded {
  readonly outcome: 'accepted' | 'clamped' | 'refused'
  readonly value: ParamValue
  /** What was wrong and what is used instead; empty when accepted. */
  readonly message: string
}

/**
 * The value that `foreign` (JSON from a script, a file, a link) stands for under `spec`. Never throws: what
 * does not fit is clamped or refused, with a sentence saying so.
 */
export function decodeValue(spec: ParamSpec, foreign: unknown): Decoded {
  if (spec.kind === 'number') return decodeNumber(spec, foreign)
  return spec.kind === 'choice' ? decodeChoice(spec, foreign) : decodeMatrix(spec, foreign)
}

/** As {@link decodeValue}, from the text that {@link encodeValue} writes. */
export function decodeText(spec: ParamSpec, text: string): Decoded {
  if (spec.kind === 'choice') return decodeChoice(spec, visible(text).trim())
  if (spec.kind === 'number') return decodeNumberText(spec, text)
  const rows = keyboardText(text).split(';')
  return decodeMatrix(
    spec,
    rows.map((row) => row.split(',').map(numberOrText)),
  )
}

/** Text of `value` for a link: shortest decimals, cells separated by `,` and rows by `;`. */
export function encodeValue(value: ParamValue): string {
  return typeof value === 'object' ? value.map((row) => row.join(',')).join(';') : String(value)
}

/** A finite number is one; what is beyond float64 stays a text, which says what was written. */
function numberOrText(text: string): number | string {
  const read = readNumber(text)
  return read.ok && Number.isFinite(read.value) ? read.value : text
}

function decodeNumberText(spec: NumberSpec, text: string): Decoded {
  const read = readNumber(text, spec.integer)
  if (!read.ok) return refused(spec, text, `is not a number${read.advice && `. ${read.advice}`}`)
  return Number.isFinite(read.value)
    ? decodeNumber(spec, read.value)
    : refused(spec, text, 'is too large for a number')
}

function decodeNumber(spec: NumberSpec, foreign: unknown): Decoded {
  if (typeof foreign !== 'number' || !Number.isFinite(foreign))
    return refused(spec, foreign, 'is not a number')
  if (spec.integer && !Number.isInteger(foreign)) return refused(spec, foreign, 'is not a whole number')
  const value = clamped(spec, foreign) + 0
  if (value === foreign) return { outcome: 'accepted', value, message: '' }
  const side = foreign < spec.min ? `below ${spec.min}` : `above ${spec.max}`
  return { outcome: 'clamped', value, message: `${shown(foreign)} is ${side}; ${value} is used` }
}

function decodeChoice(spec: ChoiceSpec, foreign: unknown): Decoded {
  const option = spec.options.find(({ value }) => value === foreign)
  if (option) return { outcome: 'accepted', value: option.value, message: '' }
  return refused(spec, foreign, `is none of ${spec.options.map((o) => o.value).join(', ')}`)
}

function decodeMatrix(spec: MatrixSpec, foreign: unknown): Decoded {
  const problem = matrixProblem(spec, foreign)
  if (problem) return refused(spec, foreign, problem)
  return { outcome: 'accepted', value: (foreign as Matrix).map((row) => row.map((x) => x + 0)), message: '' }
}

/** Why `foreign` is not a matrix of this spec, or undefined when it is one. */
function matrixProblem(spec: MatrixSpec, foreign: unknown): string | undefined {
  if (!Array.isArray(foreign) || !foreign.every(Array.isArray)) return 'is not a table of numbers'
  const width: number = foreign[0]?.length ?? 0
  if (!within(foreign.length, spec.rows) || !within(width, spec.columns)) {
    return `is not ${sizes(spec.rows)} rows of ${sizes(spec.columns)}`
  }
  if (!foreign.every((row) => row.length === width)) return 'has rows of different lengths'
  const cell = foreign.flat().find((x) => typeof x !== 'number' || !(x >= spec.min && x <= spec.max))
  return cell === undefined ? undefined : `holds ${shown(cell)}, not a number from ${spec.min} to ${spec.max}`
}

const within = (x: number, [low, high]: readonly [number, number]) => x >= low && x <= high

const sizes = ([low, high]: readonly [number, number]) => (low === high ? `${low}` : `${low} to ${high}`)

function refused(spec: ParamSpec, foreign: unknown, why: string): Decoded {
  return {
    outcome: 'refused',
    value: spec.initial,
    message: `${shown(foreign)} ${why}; ${shown(spec.initial)} is used`,
  }
}

/** Foreign content as it may stand in a sentence: quoted when text, and never long. */
function shown(foreign: unknown): string {
  const text = typeof foreign === 'string' ? `"${foreign}"` : asJson(foreign)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** JSON of `foreign`; content nested so deeply that writing it overflows the stack is only called that. */
function asJson(foreign: unknown): string {
  // JSON writes what is no number, and what is beyond all numbers, as null.
  if (typeof foreign === 'number') return String(foreign).replace('Infinity', '∞')
  try {
    return JSON.stringify(foreign) ?? String(foreign)
  } catch {
    return 'deeply nested content'
  }
}
