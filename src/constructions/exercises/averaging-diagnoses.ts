import type { Diagnosis, Property, Standing } from './exercise'
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
      'Right, and accepted until 2022. But both heads are the same query: in the next part both see the same sample, put out the same, and their mean gains nothing.',
    next: 'If one head is pulled towards the longer key, what does the other one do?',
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
