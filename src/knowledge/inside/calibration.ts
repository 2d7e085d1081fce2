import type { Person } from '../corpus/people'
import { CITIES, regionOf } from '../corpus/places'
import { type CalibrationBin, calibration, means } from '../experiments/errors'
import type { JudgedAnswer } from '../training/sorted-answers'

/** What a set of answers claims, and how often it is right. */
export interface Calibration {
  readonly count: number
  /** Mean probability that the model gives its answers. */
  readonly confidence: number
  /** Share of exact answers. */
  readonly accuracy: number
  /** The same in bins of probability. */
  readonly bins: readonly CalibrationBin[]
}

/** Confidence beside accuracy, over all answers and in five bins of equal width. */
export function calibrationOf(answers: readonly JudgedAnswer[]): Calibration {
  const judged = answers.map(({ probability, kind }) => ({ probability, isRight: kind === 'own' }))
  const { confidence, accuracy } = means(judged)
  return { count: answers.length, confidence, accuracy, bins: calibration(judged, 5) }
}

/** Share of the answers that lie in the region of the asked name's style; chance is one in eight. */
export function regionShare(answers: readonly JudgedAnswer[], asked: readonly Person[]): number {
  if (answers.length === 0) return 0
  const region = new Map(asked.map((person) => [person.name, person.region]))
  const inside = answers.filter(({ name, answer }) => {
    const city = CITIES.indexOf(answer)
    return city >= 0 && regionOf(city) === region.get(name)
  })
  return inside.length / answers.length
}
