import { constructionOf } from '../../constructions'
import { readNumber } from '../../core/numbers/number-text'
import { asProbabilities } from '../../questions/prediction'
import { initialSession } from '../session'
import { LIMITS, type Option, QUESTION_KINDS, type Question, type QuestionKind } from './lesson'
import { sessionAtLink } from './page-state'
import { quantitiesAtEnd, truthOf } from './truth'

/** A quantity whose limit can be asked for. */
export interface Askable {
  readonly id: string
  readonly label: string
}

/** The quantities of the page at `link` that have a limit along its primary slider. */
export function askableAt(link: string): readonly Askable[] {
  const session = sessionAtLink(link, initialSession())
  const room = constructionOf(session.page)
  if (!room) return []
  const params = session.params[room.id]
  const atEnd = new Set(quantitiesAtEnd(room, params).map(({ id }) => id))
  return room
    .quantities(params, room.model(params))
    .filter(({ id }) => atEnd.has(id))
    .map(({ id, label }) => ({ id, label }))
}

/** What can be asked about the page at `link`. */
export const questionKindsAt = (link: string): readonly QuestionKind[] =>
  QUESTION_KINDS.filter((kind) =>
    kind === 'limit' ? askableAt(link).length > 0 : truthOf({ kind, quantity: '' }, link) !== undefined,
  )

/** A question of a kind about the page at `link`, to begin from; undefined where that page has no such thing. */
export function questionAt(kind: QuestionKind, link: string): Question | undefined {
  const quantity = kind === 'limit' ? (askableAt(link)[0]?.id ?? '') : ''
  const truth = truthOf({ kind, quantity }, link)
  if (!truth) return undefined
  return { kind, quantity, ask: ASKED[kind], options: OPTIONS[kind](truth.values.length) }
}

const ASKED: Readonly<Record<QuestionKind, string>> = {
  weights: 'How is the weight spread over the keys?',
  point: 'Where does the output $c$ lie between the values?',
  limit: 'What does it tend to as the slider goes to its upper end?',
  histogram: 'Over many draws: how often does which share come out?',
}

const shares = (count: number, of: (i: number) => number) =>
  asProbabilities(Array.from({ length: count }, (_, i) => of(i))) ?? []

/** Options to begin from: the guesses that are made most. */
const OPTIONS: Readonly<Record<QuestionKind, (count: number) => readonly Option[]>> = {
  weights: (count) => [
    { text: 'alike on all', expected: shares(count, () => 1) },
    { text: 'half on each of the first two', expected: shares(count, (i) => (i < 2 ? 1 : 0)) },
    { text: 'all on one', expected: shares(count, (i) => (i === 0 ? 1 : 0)) },
  ],
  point: (count) => [
    { text: 'halfway between the two', expected: shares(count, (i) => (i < 2 ? 1 : 0)) },
    { text: 'at the mean of the others', expected: shares(count, (i) => (i < 2 ? 0 : 1)) },
    { text: 'at one of the two', expected: shares(count, (i) => (i === 0 ? 1 : 0)) },
  ],
  limit: () => [
    { text: '0', expected: [0] },
    { text: '½', expected: [0.5] },
    { text: '1', expected: [1] },
  ],
  histogram: (count) => [
    { text: 'alike everywhere', expected: shares(count, () => 1) },
    {
      text: 'mostly in the middle',
      expected: shares(count, (i) => Math.exp(-((i - (count - 1) / 2) ** 2) / 4)),
    },
    { text: 'mostly at the two ends', expected: shares(count, (i) => (i === 0 || i === count - 1 ? 1 : 0)) },
  ],
}

/** The numbers in a text of `count` of them, apart by spaces or semicolons; or what is wrong, in words. */
export function expectedIn(text: string, count: number): readonly number[] | string {
  const words = text.split(/[\s;]+/).filter((word) => word !== '')
  if (words.length > LIMITS.expected) return `${words.length} of ${count} numbers`
  const numbers = words.flatMap((word) => {
    const read = readNumber(word)
    return read.ok && Number.isFinite(read.value) ? [read.value] : []
  })
  if (numbers.length < words.length) return 'Numbers with a decimal point, apart by spaces'
  return words.length === count ? numbers : `${words.length} of ${count} numbers`
}
