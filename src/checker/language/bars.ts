import { refuse } from './refused'
import type { Token } from './tokens'

const CALLS = new Map([
  ['|', 'abs'],
  ['‖', 'norm'],
])

/** Bars as calls: `|x|` is `abs(x)`, `‖x‖` is `norm(x)`; the 2 of `‖x‖₂` is the length that is meant anyhow. */
export function withCalls(tokens: readonly Token[]): readonly Token[] {
  const open: Token[] = []
  const called = withoutIndices(tokens).flatMap((token, i, all) => {
    const name = token.kind === 'sign' ? CALLS.get(token.text) : undefined
    if (name === undefined) return [token]
    if (open.at(-1)?.text === token.text && endsFactor(all[i - 1])) {
      open.pop()
      return [{ ...token, text: ')' }]
    }
    open.push(token)
    return [
      { ...token, kind: 'name' as const, text: name },
      { ...token, text: '(', isSpaced: false },
    ]
  })
  const last = open.at(-1)
  if (last) refuse('E_SYNTAX', `This “${last.text}” is never closed.`, last)
  return called
}

/** Without the index of a norm: `‖x‖_2`, `‖A‖_F`. */
function withoutIndices(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((_, i) => {
    const isIndex = (at: number) =>
      tokens[at]?.text === '_' &&
      [')', '‖'].includes(tokens[at - 1]?.text) &&
      /^[2F]$/.test(tokens[at + 1]?.text ?? '')
    return !isIndex(i) && !isIndex(i - 1)
  })
}

const endsFactor = (token: Token | undefined) =>
  token !== undefined && (token.kind === 'number' || token.kind === 'name' || ")]'".includes(token.text))
