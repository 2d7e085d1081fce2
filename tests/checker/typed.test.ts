import { describe, expect, test } from 'vitest'
import { check } from '../../src/checker/verdict/check'
import type { Part, Texts } from '../../src/constructions/exercises/exercise'
import spelled from '../reference/spelled-answers.json'
import typed from '../reference/typed-answers.json'

/** An answer in its writer's own words and signs. */
interface Typed {
  readonly part: string
  readonly answer: Texts
  /** Whether it is right; null where it is to be refused, or where either will do. */
  readonly accept: boolean | null
  /** Whether a verdict is wanted, and not only a refusal that says what to write. */
  readonly expect?: string
}

/** What was found of an answer, with the reasons why it was not read. */
function found({ part, answer }: Typed) {
  const { accept, unread } = check(part as Part, answer)
  return { accept, refused: unread.map(({ field, refused }) => `${field}: ${refused.message}`).join(' ') }
}

const cases = (entries: readonly Typed[]) =>
  entries.map((entry) => [`${entry.part}: ${Object.values(entry.answer).join(' | ')}`, entry] as const)

const WHAT_TO_DO =
  /write|called|leave|begin|brackets|point|say that|missing|expected|closed|empty|asked for|something else|Did you mean|offers/i

const given = typed as unknown as readonly Typed[]
const own = spelled as unknown as readonly Typed[]

describe('as students typed them', () => {
  test.each(cases(given.filter((entry) => entry.expect === 'verdict')))('%s is judged', (_, entry) => {
    expect({ ...entry.answer, ...found(entry) }).toMatchObject({ accept: entry.accept })
  })

  test.each(cases(given.filter((entry) => entry.expect !== 'verdict')))(
    '%s is judged, or refused with advice',
    (_, entry) => {
      const { accept, refused } = found(entry)
      if (accept === null) expect(refused).toMatch(WHAT_TO_DO)
      else if (entry.accept !== null) expect(accept).toBe(entry.accept)
    },
  )
})

describe('in many notations', () => {
  test.each(cases(own.filter((entry) => entry.accept !== null)))('%s is judged', (_, entry) => {
    expect({ ...entry.answer, ...found(entry) }).toMatchObject({ accept: entry.accept })
  })

  test.each(cases(own.filter((entry) => entry.accept === null)))('%s is refused with advice', (_, entry) => {
    const { accept, refused } = found(entry)
    expect(accept).toBeNull()
    expect(refused).toMatch(WHAT_TO_DO)
  })
})
