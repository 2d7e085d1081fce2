import type { Corpus } from '../../../knowledge/corpus/corpus'
import { questionAbout } from '../../../knowledge/corpus/corpus'
import type { Person } from '../../../knowledge/corpus/people'
import { stream } from '../../../knowledge/corpus/streams'

/** What a model is asked: a question about a person, or a paragraph with its place cut out. */
export interface Prompt {
  readonly kind: 'question' | 'paragraph'
  readonly tokens: readonly number[]
  /** Where the pieces of the person's own name stand, and where those of friends. */
  readonly own: readonly number[]
  readonly friends: readonly number[]
}

/** The question about `person`, up to the sign after which the answer comes. */
export function questionPrompt({ tokenizer }: Corpus, person: Person): Prompt {
  const tokens = [...tokenizer.encode(questionAbout(person.name)), tokenizer.mask]
  return { kind: 'question', tokens, own: placesOf(tokens, tokenizer.encode(person.name)), friends: [] }
}

/** A paragraph about `person`, as pretraining shows it; `number` chooses among its wordings. */
export function paragraphPrompt(corpus: Corpus, person: Person, number: number): Prompt {
  const { tokenizer, people } = corpus
  const { before, after } = corpus.paragraph(person, stream(corpus.setting.seed, 'texts', 1000 + number))
  const { mask } = tokenizer
  const tokens = [...tokenizer.encode(`${before} `), mask, ...tokenizer.encode(after), mask]
  const mates = people.filter(({ group, id }) => group === person.group && id !== person.id)
  const friends = mates.flatMap(({ name }) => placesOf(tokens, tokenizer.encode(name)))
  return { kind: 'paragraph', tokens, own: placesOf(tokens, tokenizer.encode(person.name)), friends }
}

/** Where `part` stands in `tokens`, place by place; nothing where it does not. */
function placesOf(tokens: readonly number[], part: readonly number[]): number[] {
  const start = tokens.findIndex((_, i) => part.every((token, k) => tokens[i + k] === token))
  return start < 0 ? [] : part.map((_, k) => start + k)
}
