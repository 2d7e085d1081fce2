import type { Asked } from '../constructions/construction'
import { questions } from '../constructions/declared'
import type { Decoded, Field, Notice } from './link-fields'
import { openDraft, type Session, withDraft } from './session'
import type { Shared } from './session-parts'
import { withLineFeeds } from './texts'

/** What the fields of an answer begin with. */
export const ANSWER = 'answer.'

/** Most characters of one field of an answer. */
export const MOST_CHARACTERS = 1000

/** The fields of a link that bring back the open question and what has been typed as an answer to it. */
export function questionFields(session: Shared): Field[] {
  const texts = Object.entries(openDraft(session)).filter(([, text]) => text !== '')
  return [['part', session.part], ...texts.map(([name, text]): Field => [ANSWER + name, text])]
}

/** The session that a link's fields on the page of answers stand for; every field that is not taken is named. */
export function decodeQuestion(fields: readonly Field[], base: Session): Decoded {
  const part = fields.find(([name]) => name === 'part')?.[1] ?? base.part
  const asked = questions.find((one) => one.part === part)
  if (!asked) return { session: base, notices: [unknownQuestion(part)] }
  const { texts, notices } = decodeAnswer(asked, fields)
  const open = { ...base, page: 'check' as const, part }
  return { session: Object.keys(texts).length > 0 ? withDraft(open, part, texts) : open, notices }
}

const unknownQuestion = (part: string): Notice => ({
  field: 'part',
  outcome: 'refused',
  message: `there is no question "${part.slice(0, 40)}"; nothing was taken from the link`,
})

function decodeAnswer(asked: Asked, fields: readonly Field[]) {
  const notices: Notice[] = []
  const texts = new Map<string, string>()
  for (const [field, text] of fields) {
    const problem = problemOf(asked, field, text)
    if (problem) notices.push({ field, outcome: 'ignored', message: problem })
    else if (field !== 'part') texts.set(field.slice(ANSWER.length), withLineFeeds(text))
  }
  return { texts: Object.fromEntries(texts), notices }
}

/** Why a field cannot be taken, or undefined. */
function problemOf({ fields }: Asked, field: string, text: string): string | undefined {
  if (field === 'part') return undefined
  if (!fields.some((name) => ANSWER + name === field)) return 'is not asked for in this question'
  return text.length > MOST_CHARACTERS ? `is longer than ${MOST_CHARACTERS} characters` : undefined
}
