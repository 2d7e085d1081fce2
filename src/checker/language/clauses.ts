import type { Token } from './tokens'
import { isEquationStart } from './words'

/** A stretch of a text between words, commas and brackets that hold words. */
export interface Clause {
  readonly tokens: readonly Token[]
  /** The words right before it and right after it, up to the next comma: they may say how large its letter is. */
  readonly before: readonly Token[]
  readonly after: readonly Token[]
}

const RELATIONS = '=≈→∝≫≪<>≥≤∈∉≠'

/** Whether `token` says how one thing relates to another. */
export const isRelation = ({ kind, text }: Token) => kind === 'sign' && RELATIONS.includes(text)

/** The clauses of a text whose brackets match, those in brackets among them: `C(k_a + k_b) (C large)` has two. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  return lifted(tokens).flatMap((part) => sentences(part).flatMap(inSentence))
}

/** What is left when brackets that hold words or relations are taken out, then what those hold. */
function lifted(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = []
  const open: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'sign' && '(['.includes(token.text)) open.push([token])
    else if (token.kind === 'sign' && ')]'.includes(token.text)) {
      const group = open.pop() ?? []
      const inner = group.slice(1)
      if (inner.some((each) => each.kind === 'word' || isRelation(each))) parts.push(inner)
      else open[open.length - 1].push(...group, token)
    } else open[open.length - 1].push(token)
  }
  return [open.flat(), ...parts]
}

/** Parts of a text between commas, full stops and lines, where no bracket is open. */
function sentences(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  let depth = 0
  tokens.forEach((token, i) => {
    const { kind, text } = token
    if (kind === 'sign' && '(['.includes(text)) depth++
    if (kind === 'sign' && ')]'.includes(text)) depth--
    const isEnd =
      kind === 'sign' && depth === 0 && (',;:.⇒'.includes(text) || (text === '\n' && isLineEnd(tokens, i)))
    if (isEnd) parts.push([])
    else if (text !== '\n') parts[parts.length - 1].push(token)
  })
  return parts
}

/** A line ends a formula where an equation or words follow; else it is only wrapped. */
const isLineEnd = (tokens: readonly Token[], i: number) =>
  tokens[i + 1]?.kind === 'word' || isEquationStart(tokens, i + 1)

function inSentence(tokens: readonly Token[]): readonly Clause[] {
  const runs: { tokens: Token[]; at: number }[] = []
  tokens.forEach((token, i) => {
    if (token.kind === 'word') return
    if (i > 0 && tokens[i - 1].kind !== 'word') runs[runs.length - 1].tokens.push(token)
    else runs.push({ tokens: [token], at: i })
  })
  return runs.map(({ tokens: run, at }, i) => {
    const [last, next] = [runs[i - 1], runs[i + 1]]
    return {
      tokens: run,
      before: tokens.slice(last ? last.at + last.tokens.length : 0, at),
      after: tokens.slice(at + run.length, next?.at),
    }
  })
}
