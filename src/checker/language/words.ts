import { withAmounts } from './amounts'
import { letterParts } from './free-letters'
import { functionNamed, type Names } from './names'
import { AS_NUMBER, isListed } from './prose'
import type { Token } from './tokens'

/**
 * `tokens` with the words among them marked, and without the dollar signs that separate words from formulas. A name is
 * a word where it is listed as one, where it is among words only between two dollar signs, and where it cannot be
 * read and is beside a word or before a colon.
 */
export function withWords(tokens: readonly Token[], names: Names): readonly Token[] {
  const marked = spread(
    withAmounts(betweenDollars(tokens, names)).map((token, i, all) => listed(token, i, all)),
    names,
  )
  return withArticles(marked).map(withDash)
}

/** Words between formulas, judged by what is there: the signs of many a text do not come in pairs. */
function betweenDollars(tokens: readonly Token[], names: Names): readonly Token[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.text === '$') parts.push([])
    else parts[parts.length - 1].push(token)
  }
  if (parts.length === 1) return tokens
  return parts.flatMap((part) => (isText(part, names) ? part.map(asWord) : part))
}

function isText(part: readonly Token[], names: Names): boolean {
  const isPunctuation = ({ kind, text }: Token) => kind === 'sign' && '.,;:!?\'"()-\n'.includes(text)
  const words = part.filter((token) => !isPunctuation(token))
  if (!words.every(({ kind, text }) => kind === 'word' || (kind === 'name' && !text.includes('_'))))
    return false
  return words.some(
    ({ kind, text }) => kind === 'word' || isListed(text) || (isLong(text) && !names.isReadable(text)),
  )
}

/** Words stay words within punctuation of their own; a comma between them still ends a clause. */
const asWord = (token: Token): Token =>
  token.kind === 'name' || '\'"()-!?'.includes(token.text) ? { ...token, kind: 'word' } : token

function listed(token: Token, i: number, all: readonly Token[]): Token {
  if (AS_NUMBER.test(token.text) && isFactor(i, all)) return { ...token, kind: 'sign', text: '∞' }
  return isListed(token.text) ? { ...token, kind: 'word' } : token
}

/** Whether a word such as `large` is in a number's place. */
function isFactor(i: number, all: readonly Token[]): boolean {
  const [before, after] = [all[i - 1], all[i + 1]]
  const isStart = before === undefined || (before.kind === 'sign' && '=(+-*/^≈\n'.includes(before.text))
  if (before?.text === '→' || [before?.text, after?.text].some((text) => text === '*' || text === '/'))
    return true
  return isStart && (after?.text === '(' || (after?.kind === 'name' && after.text.includes('_')))
}

/** Marks names that cannot be read as words where words are beside them, over and over. */
function spread(tokens: readonly Token[], names: Names): readonly Token[] {
  const marked = [...tokens]
  const isUnread = (token: Token | undefined) =>
    token?.kind === 'name' && isLong(token.text) && !names.isReadable(token.text) && isNoCall(token, marked)
  const isWord = (token: Token | undefined) => token?.kind === 'word'
  const next = (i: number, step: number): Token | undefined => {
    const token = marked[i + step]
    return token?.kind === 'sign' && "-'".includes(token.text) && isWord(marked[i + 2 * step])
      ? marked[i + 2 * step]
      : token
  }
  for (let again = true; again; ) {
    again = false
    marked.forEach((token, i) => {
      if (!isUnread(token)) return
      const [before, after] = [next(i, -1), next(i, 1)]
      const isLabel = after?.kind === 'sign' && after.text === ':'
      const isBeside = isLabel || [before, after].some((one) => isWord(one) || isUnread(one))
      if (!isBeside || (!isWord(after) && !isUnread(after) && isMathStart(marked, i + 1))) return
      marked[i] = { ...token, kind: 'word' }
      again = true
    })
  }
  return marked
}

/** Whether a name is more than one letter with its index. */
const isLong = (name: string) => letterParts(name) === undefined

const isNoCall = (token: Token, all: readonly Token[]) =>
  !(functionNamed(token.text) && all[all.indexOf(token) + 1]?.text === '(')

/** Whether a formula goes on at `i`: an unread name before it is no word, unless an equation begins there. */
function isMathStart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.kind === 'sign') return '([^*/+-'.includes(token.text)
  return !isEquationStart(tokens, i)
}

/** Whether `q =` begins at `i`, with an index, a star or a transposition on the way. */
export function isEquationStart(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.kind !== 'name') return false
  let at = i + 1
  while (at < i + 5 && /^(?:\^|\*|'|\(|\)|\d)$/.test(tokens[at]?.text ?? '')) at++
  return tokens[at]?.kind === 'sign' && '=≈→∝'.includes(tokens[at].text)
}

/** A long dash before words is one; elsewhere it is a minus that a program has lengthened. */
const withDash = (token: Token, i: number, all: readonly Token[]): Token =>
  token.text === '—' && token.kind === 'sign'
    ? { ...token, text: all[i + 1]?.kind === 'word' ? ';' : '-' }
    : token

/** `a` in “a large number”, and `I` in “I choose”, are words. */
function withArticles(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const isArticle = /^[aAI]$/.test(token.text) && after?.kind === 'word'
    const opens = before === undefined || before.kind === 'word' || '.,;:(\n'.includes(before.text)
    return isArticle && opens ? { ...token, kind: 'word' } : token
  })
}
