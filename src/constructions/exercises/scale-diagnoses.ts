import type { Diagnosis } from './exercise'

/** What goes wrong with the length of a query whose direction is right. */
export const SCALE_DIAGNOSES: readonly Diagnosis[] = [
  {
    id: 'scale-missing',
    prose:
      'The direction is right, but the lead over the other keys does not grow: they keep a fixed share of the weight.',
    next: 'What do the weights do when every score is doubled?',
  },
  {
    id: 'scale-fixed',
    prose:
      'A number stands where the scale should. However large it is, the lead over the other keys is fixed, and the weight that they keep does not fall. “As large as wanted” needs a letter, such as $Q$.',
    next: 'How many keys would it take for the others to have half of the weight, and which scale is enough for every number of keys?',
  },
  {
    id: 'scale-wrong',
    prose: 'The direction is right, but its length shrinks as the scale grows.',
    next: 'Is the query longer or shorter when the scale is large?',
  },
]
