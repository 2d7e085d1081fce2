import type { Corpus } from '../corpus/corpus'
import type { Paragraph } from '../corpus/paragraphs'
import { CITIES } from '../corpus/places'
import { batchOf, type Row } from '../corpus/spans'
import { stream } from '../corpus/streams'
import type { Transformer } from '../model/transformer'
import { answersTo } from './answers'
import { placeRow } from './batches'

/** Losses of a model, in nats for each place: all its tokens together. */
export interface PlaceLosses {
  /** Places of dev people, cut out of a paragraph about them. */
  readonly placeLoss: number
  /** The same for people with names that no text mentions. */
  readonly unseenLoss: number
}

/** Mean cross-entropy of whole places, of dev people and of unseen names. */
export function placeLosses(model: Transformer, corpus: Corpus): PlaceLosses {
  // The same paragraphs each time, so that curves do not tremble.
  const random = stream(corpus.setting.seed, 'texts', 2)
  const dev = corpus.people.filter(({ half }) => half === 'dev')
  const rows = (texts: readonly Paragraph[]) => texts.map((text) => placeRow(corpus, text, true))
  return {
    placeLoss: lossOfRows(model, rows(dev.map((person) => corpus.paragraph(person, random))), corpus),
    unseenLoss: lossOfRows(
      model,
      rows(corpus.unseen.map((person) => corpus.unseenParagraph(person, random))),
      corpus,
    ),
  }
}

/** Mean over the rows of the summed loss of each row's targets. */
function lossOfRows(model: Transformer, rows: readonly Row[], { tokenizer }: Corpus): number {
  let sum = 0
  const room = model.roomFor.rows
  for (let from = 0; from < rows.length; from += room) {
    const { tokens, targets, batch } = batchOf(rows.slice(from, from + room), tokenizer.pad)
    model.forward(tokens, batch)
    sum += model.loss(targets) * targets.reduce((count, target) => count + (target >= 0 ? 1 : 0), 0)
  }
  return rows.length === 0 ? 0 : sum / rows.length
}

/** Share of dev people for whom the greedy answer is exactly the city; their number in `n`. */
export function devAccuracy(model: Transformer, corpus: Corpus): { dev: number; n: number } {
  const people = corpus.people.filter(({ half }) => half === 'dev')
  const answers = answersTo(
    model,
    corpus,
    people.map(({ name }) => name),
    model.roomFor.rows,
    1,
  )
  const right = people.filter(({ city }, i) => answers[i].text === CITIES[city]).length
  return { dev: people.length === 0 ? 0 : right / people.length, n: people.length }
}

/** Standard error of a share `p` of `n`: √(p(1 − p)/n). */
export const standardError = (p: number, n: number) => (n === 0 ? 0 : Math.sqrt((p * (1 - p)) / n))
