import { type Glyph, glyphs, textOf } from './source'

/** What a sum runs over: all of a family but `except`, or `among` alone. */
export interface Range {
  readonly index: string
  readonly except: readonly string[]
  readonly among?: readonly string[]
}

const NAME = String.raw`\w+`
const LIST = String.raw`[([]*${NAME}(?:,${NAME})*[)\]]*`

/** Ways to say that an index runs over everything: `i`, `i=1`, `1≤i≤n`, `i∈[n]`. */
const ALL = new RegExp(String.raw`^(?:1≤)?(\w)(?:=1(?:[,.…]*n)?|≤n|∈[([]?(?:n|1,…,n|1,2,…,n)[)\]]?)?`)

/**
 * The range that `written`, a lower limit in plain text, says: `i≠a,b`, `i∉(a,b)`, `i=1,i≠a,b`, `i∈(a,b)`,
 * `i=a,b`, `i∈[n]∖(a,b)`, `i`. Undefined where it says something else. Braces are round brackets in plain text.
 */
export function rangeOf(written: string): Range | undefined {
  const text = written
    .trim()
    .replace(/\s*(?:\n|;|\band\b)\s*/g, ',')
    .replace(/\b(?:mu|[kux])_(?=\w)/g, '')
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replaceAll('!=', '≠')
  const among = new RegExp(`^(\\w)[∈=](${LIST})$`).exec(text)
  if (among && /,/.test(among[2]) && !/[\dn…]/.test(among[2]))
    return { index: among[1], except: [], among: namesIn(among[2]) }
  const all = ALL.exec(text)
  if (!all) return undefined
  const index = all[1]
  const rest = text.slice(all[0].length).replaceAll(`,${index}≠`, '≠').replaceAll(`,${index}∉`, '∉')
  const exceptions = rest.replace(/^,(?=[≠∉])/, '')
  if (!new RegExp(`^(?:[≠∉∖]${LIST})*$`).test(exceptions)) return undefined
  return { index, except: namesIn(exceptions) }
}

const namesIn = (list: string) => list.match(/\w+/g) ?? []

/**
 * `body` with the sum of a family in place of its one indexed name, once that name is there and all brackets are
 * closed: `Q k_i` becomes `Q sum_except(k,a,b)`, because factors that do not depend on the index come out of the sum.
 */
export function summand(body: readonly Glyph[], { index, except, among }: Range): Glyph[] | undefined {
  const text = textOf(body)
  const indexed = [...text.matchAll(new RegExp(String.raw`(mu|[a-zA-Z])_${index}(?!\w)`, 'g'))]
  if (indexed.length !== 1 || !isBalanced(text) || /[^\s(]\s*[+-]/.test(text)) return undefined
  const [whole, family] = indexed[0]
  const at = indexed[0].index
  const sum = among ? ['sum_among', ...among] : ['sum_except', ...except]
  const place = { start: body[at].start, end: body[at + whole.length - 1].end }
  const call = glyphs(` ${sum[0]}(${[family, ...sum.slice(1)].join(',')})`, place)
  return [...body.slice(0, at), ...call, ...body.slice(at + whole.length)]
}

const isBalanced = (text: string) => text.split('(').length === text.split(')').length
