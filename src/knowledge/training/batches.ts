import type { Random } from '../../core/random/random'
import { type Corpus, questionAbout } from '../corpus/corpus'
import { type Paragraph, textOf } from '../corpus/paragraphs'
import type { Person } from '../corpus/people'
import { CITIES } from '../corpus/places'
import { batchOf, drawSpan, questionRow, type Row, rowOf, spanRow } from '../corpus/spans'
import { choose, shuffled, stream } from '../corpus/streams'
import type { RunSetting } from './setting'

/** Tokens, targets and sizes of one step. */
export type TrainingBatch = ReturnType<typeof batchOf>

/** The rows of pretraining step `step`: people at random, each in a paragraph with a span cut out. */
export function pretrainingBatch(corpus: Corpus, setting: RunSetting, step: number): TrainingBatch {
  const random = stream(setting.seed, 'pretraining', step)
  const { rows, placeShare } = setting.training
  return batchOf(
    Array.from({ length: rows }, () => {
      const paragraph = corpus.paragraph(choose(corpus.people, random), random)
      const isPlace = random.uniform() < placeShare
      return isPlace ? placeRow(corpus, paragraph) : randomRow(corpus, setting, paragraph, random)
    }),
    corpus.tokenizer.pad,
  )
}

/** A paragraph with its place cut out. */
export function placeRow({ tokenizer }: Corpus, { before, place, after }: Paragraph, onlyPlace = false): Row {
  const { mask } = tokenizer
  const [prefix, masked, suffix] = [`${before} `, place, after].map((text) => tokenizer.encode(text))
  const context = [...prefix, mask, ...suffix, mask]
  return rowOf([...context, ...masked], onlyPlace ? context.length - 1 : 0)
}

function randomRow({ tokenizer }: Corpus, setting: RunSetting, paragraph: Paragraph, random: Random): Row {
  const document = tokenizer.encode(textOf(paragraph))
  return spanRow(document, drawSpan(document.length, setting.model.positions, random), tokenizer.mask)
}

/** The rows of finetuning step `step`: questions in an order that is drawn for each epoch. */
export function finetuningBatch(corpus: Corpus, setting: RunSetting, step: number): TrainingBatch {
  const train = corpus.people.filter(({ half }) => half === 'train')
  const { rows } = setting.training
  const picked = Array.from({ length: rows }, (_, i) => {
    const at = step * rows + i
    const epoch = Math.floor(at / train.length)
    return epochOrder(train, setting.seed, epoch)[at % train.length]
  })
  return batchOf(
    picked.map((person) => personRow(corpus, person)),
    corpus.tokenizer.pad,
  )
}

const epochOrder = (people: readonly Person[], seed: number, epoch: number) =>
  shuffled(people, stream(seed, 'finetuning', epoch))

/** The question about a person, with the answer. */
export function personRow({ tokenizer }: Corpus, { name, city }: Person): Row {
  return questionRow(tokenizer.encode(questionAbout(name)), tokenizer.encode(CITIES[city]), tokenizer.mask)
}
