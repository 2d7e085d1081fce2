import type { Corpus } from '../corpus/corpus'
import type { Person } from '../corpus/people'
import { CITIES, regionOf } from '../corpus/places'

/** What an answer is: the person's own city, a group-mate's, another of the name's region, another, or no city. */
export const ANSWER_KINDS = ['right', 'mate', 'region', 'other', 'none'] as const

export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** Sorts an answer about `person`. A group-mate's city in the name's region counts as the group-mate's. */
export function answerKind({ people }: Pick<Corpus, 'people'>, person: Person, text: string): AnswerKind {
  const city = CITIES.indexOf(text)
  if (city < 0) return 'none'
  if (city === person.city) return 'right'
  if (
    people.some(({ id, group, city: other }) => id !== person.id && group === person.group && other === city)
  )
    return 'mate'
  return regionOf(city) === person.region ? 'region' : 'other'
}

/** A known person, with how many tokens of the name another name shares. */
export interface AlikePerson extends Person {
  readonly shared: number
  readonly of: number
}

/** Known people whose names share most tokens with `name`, the most alike first. */
export function nearestNames({ people, tokenizer }: Corpus, name: string, count: number): AlikePerson[] {
  const wanted = new Set(tokenizer.encode(name))
  return people
    .map((person) => {
      const own = tokenizer.encode(person.name)
      return { ...person, shared: own.filter((token) => wanted.has(token)).length, of: own.length }
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, count)
}

/** A bin of answers by their probability. */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean probability of the answers in it, and the share that is right. */
  readonly confidence: number
  readonly accuracy: number
}

interface Claimed {
  readonly probability: number
  readonly isRight: boolean
}

/** Mean probability of answers, and the share that is right; both 0 where there is none. */
export function means(answers: readonly Claimed[]): Pick<CalibrationBin, 'confidence' | 'accuracy'> {
  const mean = (value: (answer: Claimed) => number) =>
    answers.reduce((sum, answer) => sum + value(answer), 0) / Math.max(1, answers.length)
  return {
    confidence: mean(({ probability }) => probability),
    accuracy: mean(({ isRight }) => Number(isRight)),
  }
}

/** Answers in bins of equal width by probability, those with fewer than five left out. */
export function calibration(answers: readonly Claimed[], bins = 10): CalibrationBin[] {
  return Array.from({ length: bins }, (_, i) => {
    const own = answers.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === i)
    return { from: i / bins, to: (i + 1) / bins, count: own.length, ...means(own) }
  }).filter(({ count }) => count >= 5)
}
