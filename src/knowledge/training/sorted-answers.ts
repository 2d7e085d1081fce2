import type { Corpus } from '../corpus/corpus'
import type { Person } from '../corpus/people'
import { CITIES } from '../corpus/places'
import { answerKind } from '../experiments/errors'
import type { Transformer } from '../model/transformer'
import { answersTo } from './answers'

/** What an answer is to a reader: who asks does not care whether a wrong one is a city at all. */
const KINDS = { right: 'own', mate: 'friend', region: 'region', other: 'other', none: 'other' } as const

export type AnswerKind = (typeof KINDS)[keyof typeof KINDS]
export const ANSWER_KINDS: readonly AnswerKind[] = ['own', 'friend', 'region', 'other']

/** One answer, judged. */
export interface JudgedAnswer {
  readonly name: string
  readonly truth: string
  readonly answer: string
  /** Of the whole answer: the product over its tokens. */
  readonly probability: number
  readonly kind: AnswerKind
}

/** The model's answers about the dev people, each with what kind of answer it is. */
export function devAnswers(model: Transformer, corpus: Corpus): JudgedAnswer[] {
  const dev = corpus.people.filter(({ half }) => half === 'dev')
  return judged(model, corpus, dev, corpus.people)
}

/** The model's answers about people whose names no text mentions. */
export function unseenAnswers(model: Transformer, corpus: Corpus): JudgedAnswer[] {
  return judged(model, corpus, corpus.unseen, [])
}

function judged(
  model: Transformer,
  corpus: Corpus,
  asked: readonly Person[],
  known: readonly Person[],
): JudgedAnswer[] {
  const answers = answersTo(
    model,
    corpus,
    asked.map(({ name }) => name),
    model.roomFor.rows,
    1,
  )
  return asked.map((person, i) => {
    const { text, probability } = answers[i]
    const kind = kindOf(known, person, text)
    return { name: person.name, truth: CITIES[person.city], answer: text, probability, kind }
  })
}

/** The kind of answering `text` about `person`, whose friends are among `people`. */
export const kindOf = (people: readonly Person[], person: Person, text: string): AnswerKind =>
  KINDS[answerKind({ people }, person, text)]
