import { NOUN_OF_NUMBER, SIZE_OF_NUMBER } from './prose'
import type { Token } from './tokens'

/**
 * `tokens` with “large number” in a factor's place, as in “a large number times (k_a + k_b)”, as ∞, and the word
 * “times” after it as a sign.
 */
export function withAmounts(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [size, noun, after] = tokens.slice(i, i + 3)
    const isAmount = SIZE_OF_NUMBER.test(size.text) && NOUN_OF_NUMBER.test(noun?.text ?? '')
    if (isAmount && (isProduct(after) || isProduct(read.at(-1)) || isInBrackets(tokens, i))) {
      const { end } = noun
      const article = read.at(-1)
      if (article?.text === 'a') read.splice(-1, 1, { ...article, kind: 'word' })
      read.push({
        ...size,
        kind: 'sign',
        end,
        text: '∞',
        source: [...size.source, ...noun.source],
      })
      if (after?.text === 'times') read.push({ ...after, kind: 'sign', text: '*' })
      i += after?.text === 'times' ? 2 : 1
    } else read.push(size)
  }
  return read
}

const isProduct = (token: Token | undefined) => /^(?:\*|times)$/.test(token?.text ?? '')

/** Whether the two words at `i` are alone in brackets before a factor: `(large number) k_a`. */
function isInBrackets(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 3]
  return (
    tokens[i - 1]?.text === '(' &&
    tokens[i + 2]?.text === ')' &&
    (next?.kind === 'name' || '(*'.includes(next?.text ?? '?'))
  )
}
