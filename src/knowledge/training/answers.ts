import type { Corpus } from '../corpus/corpus'
import { questionAbout } from '../corpus/corpus'
import type { Transformer } from '../model/transformer'

/** A token that was answered, and what else could have been. */
export interface AnswerStep {
  readonly token: number
  readonly probability: number
  /** The most probable tokens, the answered one first. */
  readonly best: readonly { readonly token: number; readonly probability: number }[]
}

/** An answer, token by token, until ⁇ or a length of 32. */
export interface Answer {
  readonly text: string
  /** Product of the probabilities of its tokens, the closing ⁇ included. */
  readonly probability: number
  readonly steps: readonly AnswerStep[]
}

/** As many tokens as an answer may have: the assignment stops after 32 characters. */
const LONGEST = 32

/**
 * Greedy answers to `Where was NAME born?⁇`, for all names at once.
 *
 * @throws {RangeError} if a name has a character that the vocabulary lacks, or is too long for the model
 */
export function answersTo(
  model: Transformer,
  { tokenizer }: Pick<Corpus, 'tokenizer'>,
  names: readonly string[],
  rows: number,
  runnersUp = 5,
): Answer[] {
  const prompts = names.map((name) => [...tokenizer.encode(questionAbout(name)), tokenizer.mask])
  return Array.from({ length: Math.ceil(names.length / rows) }, (_, chunk) =>
    continued(model, prompts.slice(chunk * rows, chunk * rows + rows), tokenizer.mask, runnersUp),
  )
    .flat()
    .map((steps) => {
      const ended = steps.at(-1)?.token === tokenizer.mask
      const text = tokenizer.decode(steps.slice(0, ended ? -1 : undefined).map(({ token }) => token))
      return { text, steps, probability: steps.reduce((product, step) => product * step.probability, 1) }
    })
}

/** Continues each prompt by its most probable tokens, to `stop` or to the end of the positions. */
function continued(
  model: Transformer,
  prompts: readonly (readonly number[])[],
  stop: number,
  runnersUp: number,
): AnswerStep[][] {
  const room = model.roomFor.length
  const sequences = prompts.map((prompt) => prompt.slice())
  const answers = prompts.map((): AnswerStep[] => [])
  const isOpen = (i: number) =>
    answers[i].at(-1)?.token !== stop && answers[i].length < LONGEST && sequences[i].length <= room
  for (;;) {
    const open = sequences.flatMap((_, i) => (isOpen(i) ? [i] : []))
    if (open.length === 0) return answers
    const length = Math.max(...open.map((i) => sequences[i].length))
    const tokens = new Int32Array(open.length * length)
    open.forEach((i, row) => tokens.set(sequences[i], row * length))
    model.forward(tokens, { rows: open.length, length })
    open.forEach((i, row) => {
      const step = bestAt(model, row * length + sequences[i].length - 1, runnersUp)
      answers[i].push(step)
      sequences[i] = [...sequences[i], step.token]
    })
  }
}

/** The most probable next token at a position of the last forward pass. */
export function bestAt({ logits, config }: Transformer, position: number, count: number): AnswerStep {
  const { vocabulary } = config
  const row = logits.subarray(position * vocabulary, (position + 1) * vocabulary)
  const order = Array.from(row.keys()).toSorted((a, b) => row[b] - row[a])
  const peak = row[order[0]]
  let total = 0
  for (const logit of row) total += Math.exp(logit - peak)
  const best = order
    .slice(0, count)
    .map((token) => ({ token, probability: Math.exp(row[token] - peak) / total }))
  return { ...best[0], best }
}
