import { texEquals, texNumber } from './format'

/** Colours that a formula may use: the role of what is written. */
export type SymbolRole = 'query' | 'key' | 'value' | 'weight' | 'plain'

/** Names that link a symbol with the marks of a figure; the only characters that reach an attribute. */
const NAMES = /^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/

/**
 * TeX of a symbol coloured by its role and, where `mark` is given, linked with the figure's marks of that name, or
 * of those names, separated by spaces.
 *
 * @throws {RangeError} if `mark` holds anything but names of lower-case letters, digits and hyphens
 */
export function symbol(role: SymbolRole, tex: string, mark?: string): string {
  const coloured = role === 'plain' ? `{${tex}}` : `\\htmlClass{role-${role}}{${tex}}`
  return mark === undefined ? coloured : data('mark', mark, coloured)
}

/** TeX that opens the explanation of the quantity `id` where it is focused. */
export function explained(id: string, tex: string): string {
  return data('quantity', id, tex)
}

/** A parameter's value in a formula, which can be dragged and stepped in place. */
export function adjustable(param: string, tex: string): string {
  return data('param', param, tex)
}

/** `q`, the query, or one of several. */
export const query = (index?: string) => symbol('query', subscripted('q', index), named('query', index))

/** `k_i`, a key. */
export const key = (index: string) => symbol('key', subscripted('k', index), named('key', index))

/** `v_i`, a value. */
export const value = (index: string) => symbol('value', subscripted('v', index), named('value', index))

/** `α_i`, an attention weight. */
export const weight = (index: string) =>
  symbol('weight', subscripted('\\alpha', index), named('weight', index))

/** `c`, the output of attention, or one of several. */
export const output = (index?: string) => symbol('value', subscripted('c', index), named('output', index))

/** What is in a formula and contributes nothing. */
export function struck(tex: string): string {
  return `\\htmlClass{struck}{${tex}}`
}

/** `= x` or `≈ x`, the number explaining itself as the quantity `id`. */
export function explainedEquals(id: string, x: number, log?: number, digits?: number): string {
  const [relation, ...rest] = texEquals(x, log, digits).split(' ')
  return `${relation} ${explained(id, rest.join(' '))}`
}

/** A parameter's value that can be dragged: its digits, adjustable. */
export function adjustableNumber(param: string, x: number, digits?: number): string {
  return adjustable(param, texNumber(x, undefined, digits))
}

/** `tex` without colours and links: what a document outside the explorer can compile. */
export function plainTex(tex: string): string {
  return unwrapped(unwrapped(tex, '\\htmlClass'), '\\htmlData')
}

function data(name: string, content: string, tex: string): string {
  if (!NAMES.test(content.toLowerCase())) throw new RangeError(`symbol: expected a name, got "${content}"`)
  return `\\htmlData{${name}=${content}}{${tex}}`
}

const subscripted = (letter: string, index: string | undefined) => (index ? `${letter}_{${index}}` : letter)

const named = (name: string, index: string | undefined) =>
  index ? `${name}-${index.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}` : name

/** Replaces every `command{…}{body}` by `{body}`. */
function unwrapped(tex: string, command: string): string {
  const start = tex.indexOf(command)
  if (start < 0) return tex
  const body = tex.indexOf('{', tex.indexOf('}', start))
  return tex.slice(0, start) + unwrapped(tex.slice(body), command)
}
