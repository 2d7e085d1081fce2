import { FORMULAS, LETTERS } from './signs'
import { plainTex } from './symbols'
import { type Node, texNodes } from './tidy'

/** Signs that have a command, by it. */
const SIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...Object.entries(LETTERS), ...Object.entries(FORMULAS)].map(([sign, tex]) => [tex, sign]),
  ),
  '\\le': '≤',
  '\\ge': '≥',
  '\\ne': '≠',
  '\\sim': '∼',
  '\\perp': '⊥',
  '\\iff': '⟺',
  '\\dots': '…',
  '\\lVert': '‖',
  '\\rVert': '‖',
}

/** What shapes or spaces a formula, and is not read. */
const SILENT = /^(?:[&~]|\\(?:[\\,;:! ]|textstyle|displaystyle|[bB]igg?[lr]?|left|right|quad|qquad))$/

type Read = (next: () => string) => string

const over: Read = (next) => `${grouped(next())}/${grouped(next())}`
const barred: Read = (next) => ` ${next()} bar `
const nothing: Read = (next) => (next(), ' ')

/** How what takes arguments is read, given the way to read the next of them. */
const FORMS: Readonly<Record<string, Read>> = {
  '^': (next) => raised(next().trim()),
  _: (next) => ` ${next()} `,
  '\\frac': over,
  '\\tfrac': over,
  '\\dfrac': over,
  '\\sqrt': (next) => ` the root of ${grouped(next())} `,
  '\\bar': barred,
  '\\hat': (next) => ` ${next()} hat `,
  '\\phantom': nothing,
  '\\begin': nothing,
  '\\end': nothing,
  ...Object.fromEntries(
    ['text', 'operatorname', 'mathrm', 'mathbf', 'mathbb', 'mathcal'].map((name) => [
      `\\${name}`,
      (next: () => string) => ` ${next()} `,
    ]),
  ),
}

/** Prose as a screen reader reads it: its formulas in letters, signs and words, not in TeX. */
export function spokenProse(prose: string): string {
  const parts = plainTex(prose).split(/(\$[^$]*\$)/)
  return parts
    .map((part) => (part.startsWith('$') ? spokenTex(part.slice(1, -1)) : part.replaceAll('*', '')))
    .join('')
}

/** A formula as a screen reader reads it: `k_{a}^{\top}q \le \tfrac12` is “k a transposed q ≤ 1/2”. */
export function spokenTex(tex: string): string {
  return spoken(texNodes(plainTex(tex)))
    .replaceAll(/[\\{}^_$]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[([]) | (?=[)\],.;])/g, '')
    .trim()
}

function spoken(nodes: readonly Node[]): string {
  const left = [...nodes]
  const next = (): string => {
    const node = left.shift()
    if (node === undefined) return ''
    if (typeof node !== 'string') return spoken(node)
    if (node.trim() === '') return next()
    return FORMS[node]?.(next) ?? word(node)
  }
  let words = ''
  // Only before an argument spaces say nothing.
  while (left.length > 0)
    words += typeof left[0] === 'string' && left[0].trim() === '' ? left.shift() : next()
  return words
}

function word(token: string): string {
  if (SILENT.test(token)) return ' '
  if (/[-+=<>]/.test(token)) return ` ${token} `
  return token.startsWith('\\') ? ` ${SIGNS[token] ?? token.slice(1)} ` : token
}

const raised = (exponent: string) =>
  exponent === 'top' || exponent === '⊤' ? ' transposed ' : ` to the ${exponent} `

const grouped = (words: string) => (/\s/.test(words.trim()) ? `(${words.trim()})` : words.trim())
