import type { Answered, Diagnosis, Property, Standing } from './exercise'
import { SCALE_DIAGNOSES } from './scale-diagnoses'

/** What an answer to a question of averaging has to do; `compared` of $a$ and $b$ must come to agree. */
export const averagingProperties = (compared: string): readonly Property[] => [
  {
    id: 'alike',
    prose: 'keys $a$ and $b$ are weighted alike in the limit',
    distance: `difference of the ${compared} of $a$ and $b$`,
  },
  {
    id: 'vanish',
    prose: 'the weights of all other keys vanish in the limit',
    distance: 'weight of the best other key over that of the best wanted one',
  },
]

/** What a scale that is made of the variance has to keep small. */
export const NOISE: Property = {
  id: 'noise',
  prose: 'the noise of the scores vanishes as $\\alpha\\to0$',
  distance: 'variance of a score, $\\lVert q\\rVert^2\\alpha$',
  onlyWith: 'alpha',
}

/** Of a query that compares nothing. */
export const ZERO_QUERY: Diagnosis = {
  id: 'zero-query',
  prose: 'A query is zero: all of its scores are 0, and every value gets the same weight.',
  next: 'What must differ between two keys for their weights to differ?',
}

/** What goes wrong in 1(b), 1(c) and 1(d). */
export const AVERAGING_DIAGNOSES: readonly Diagnosis[] = [
  ZERO_QUERY,
  ...SCALE_DIAGNOSES,
  {
    id: 'lead-stays',
    prose:
      'The scores grow, but the lead over the other keys does not: it is a fixed number, and so is their share of the weight.',
    next: 'What is the score of $a$ minus that of another key, and how does it depend on the scale?',
  },
  {
    id: 'sign',
    prose: 'One sign is turned: a key that should attract pushes, or the other way round.',
    next: 'What is the score of each key, one by one? Which signs do they have?',
  },
  {
    id: 'unequal-weights',
    prose: 'The other keys vanish, but $a$ and $b$ do not share the weight equally.',
    next: 'What is the difference of the scores of $a$ and $b$, and what does the exponential make of it?',
  },
  {
    id: 'one-value-missing',
    prose: 'One of the two values never gets into the output.',
    next: 'Which key does each of the heads select? Which value is then missing from the mean?',
  },
  {
    id: 'identical-heads',
    prose:
      'Right; from 2023 on the assignment asks for two different queries. Both heads are the same query here: in the next part they see the same sample and put out the same, so two of them are worth no more than one.',
    next: 'Does the score of key $a$ depend on how far it is stretched along its mean? If so, what do both heads do when that changes?',
  },
  {
    id: 'scale-of-alpha',
    prose:
      'Right: as $\\alpha\\to0$ this scale grows, while $\\lVert q\\rVert^2\\alpha$, the variance of a score, still vanishes. In the question $\\alpha$ is taken to 0 first; then any letter does.',
    next: 'How fast may the scale grow as $\\alpha\\to0$ before the noise of the scores stays?',
  },
  {
    id: 'right-only-for-these-n',
    prose: 'This is right for some numbers of keys only.',
    next: 'Try it with one key more, and one fewer: which score changes?',
  },
  {
    id: 'others-remain',
    prose: 'The weights of the other keys do not vanish.',
    next: 'Which key has the largest score here? Does its lead grow with the scale?',
  },
]

/** What the properties of a wrong answer say about it. */
export function averagingFault({ alike, vanish }: Readonly<Record<string, Standing>>): string {
  return alike === 'fails' && vanish === 'holds' ? 'unequal-weights' : 'others-remain'
}

/** The remark on a right answer whose scale is made of the variance. */
export const scaleOfAlpha = ({ names }: Answered) => (names.includes('alpha') ? 'scale-of-alpha' : undefined)
