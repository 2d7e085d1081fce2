import { visible } from '../core/numbers/characters'
import type { Field } from './link-fields'
import { ANSWER } from './question-link'

/** A fragment that ends in a letter or a digit, so that no program takes its end for the end of a sentence. */
export function fragmentOf(fields: readonly Field[]): string {
  const text = fields.map((field) => field.map(escaped).join('=')).join('&')
  return `#${text.replace(/[-_.,;]$/, percent)}`
}

/**
 * The fields of a fragment, also of one that a program has changed on its way: encoded once more, in part or as a whole,
 * escaped for HTML, or with the punctuation of the sentence around it. A bare `+` is a plus unless there are encoded ones
 * beside it: then a program has written spaces so.
 */
export function fieldsOf(fragment: string): Field[] {
  const text = fragment.replace(/^#/, '')
  const fields = fieldsAsWritten(text)
  if (hasVersion(fields)) return fields
  const plainer = fieldsAsWritten(decodedOnce(text))
  return hasVersion(plainer) ? plainer : fields
}

const hasVersion = (fields: readonly Field[]) =>
  fields.some(([name, value]) => name === 'v' && /^\d+$/.test(value))

function fieldsAsWritten(text: string): Field[] {
  const plus = /%2B/i.test(text) ? '%20' : '%2B'
  const tidy = withoutPunctuation(text).replaceAll('&amp;', '&').replaceAll('+', plus)
  const fields = [...new URLSearchParams(tidy)].map(([name, value]): Field => [visible(name).trim(), value])
  const last = fields.at(-1)
  // What an answer ends in is for its reader to say.
  if (last && !last[0].startsWith(ANSWER))
    fields.splice(-1, 1, [last[0], last[1].replace(/[\s\p{P}<>`]+$/u, '')])
  return fields
}

/** Without what a sentence puts behind a link: signs that no link of ours ends in, and brackets that close nothing in it. */
function withoutPunctuation(text: string): string {
  const count = (sign: string) => text.split(sign).length + text.split(percent(sign)).length
  const spare = new Map(Array.from(BRACKETS, ([open, close]) => [close, count(close) - count(open)]))
  let end = text.length
  for (; end > 0; end -= 1) {
    const sign = text[end - 1]
    const left = spare.get(sign) ?? 0
    if (left <= 0 && !'.,;:!?*_~|'.includes(sign)) break
    spare.set(sign, left - 1)
  }
  return text.slice(0, end)
}

const BRACKETS = ['()', '[]', '{}']

/** With one layer of encoding less: of the whole where its escapes are escaped, else of the signs between the fields. */
function decodedOnce(text: string): string {
  if (!text.includes('%25'))
    return text.replaceAll(/(^|&|%26)([\w.]+)(?:=|%3D)/gi, (_, before: string, name: string) =>
      before === '' ? `${name}=` : `&${name}=`,
    )
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Percent-encodes all but what addresses, mails and chats leave alone; commas and semicolons stay readable. */
function escaped(text: string): string {
  // Half a character, as a cut text may end in, has no encoding.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
    .replaceAll(/[!'()*~]/g, percent)
    .replaceAll('%2C', ',')
    .replaceAll('%3B', ';')
}

const percent = (c: string) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
