import type { Verdict } from '../../constructions/construction'

/** A sign beside the words: colour is never alone in telling verdicts apart. */
export const SIGNS: Readonly<Record<Verdict, string>> = {
  holds: '✓',
  'fails here': '✗',
  'does not apply here': '–',
  unsaid: '✓',
  corrected: '≠',
}

/** What each verdict means. */
export const MEANINGS: Readonly<Record<Verdict, string>> = {
  holds: 'The notes say it, and it is true in the state on the screen.',
  'fails here': 'The notes say it, and it is false in this state; move back to where it holds.',
  corrected: 'What the notes say is wrong. The right statement stands below it, with a case that shows it.',
  unsaid: 'It is true, and missing from the notes.',
  'does not apply here': 'Its condition is not met in this state. The claim says what would meet it.',
}
