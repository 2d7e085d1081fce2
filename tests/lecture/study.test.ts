import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { QUESTION_KINDS, type Question } from '../../src/state/lecture/lesson'
import { expectedIn, questionAt, questionKindsAt } from '../../src/state/lecture/question-drafts'
import {
  answerAt,
  isAnswered,
  loadStudies,
  NOT_STUDIED,
  type Studies,
  saveStudies,
  withAnswer,
} from '../../src/state/lecture/study'
import { findingOf, rightOption, truthOf } from '../../src/state/lecture/truth'

const question: Question = { kind: 'weights', ask: 'How?', quantity: '', options: [] }

const answers = fc.record({
  ask: fc.string({ maxLength: 30 }),
  option: fc.option(fc.integer({ min: 0, max: 5 })),
  drawn: fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
    { maxLength: 5 },
  ),
  isLocked: fc.boolean(),
  gap: fc.string({ maxLength: 30 }),
})

const ids = fc.stringMatching(/^[a-z][\w-]{0,12}$/)

const studies: fc.Arbitrary<Studies> = fc.dictionary(
  ids,
  fc.record({
    step: fc.integer({ min: 0, max: 99 }),
    answers: fc.dictionary(fc.integer({ min: 0, max: 99 }).map(String), answers, { maxKeys: 4 }),
  }),
  { maxKeys: 4, noNullPrototype: true },
)

function device(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['attention-explorer/v1/study', text]])
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('an answer', () => {
  test('once locked is fixed, but for the explanation; predicting again starts over', () => {
    const chosen = withAnswer(NOT_STUDIED, 3, question, { option: 1 })
    const locked = withAnswer(chosen, 3, question, { isLocked: true })
    const tried = withAnswer(locked, 3, question, { option: 2, drawn: [1], gap: 'I forgot the others.' })
    expect(answerAt(tried, 3, question)).toEqual({
      ask: 'How?',
      option: 1,
      drawn: [],
      isLocked: true,
      gap: 'I forgot the others.',
    })
    const again = withAnswer(tried, 3, question, { isLocked: false, option: null, drawn: [] })
    expect(isAnswered(answerAt(again, 3, question))).toBe(false)
  })

  test('is not that of a question which has been changed since', () => {
    const chosen = withAnswer(NOT_STUDIED, 0, question, { option: 1 })
    expect(answerAt(chosen, 0, { ...question, ask: 'How much?' }).option).toBeNull()
  })
})

describe('what this device keeps', () => {
  property.prop([studies])('comes back as it was', (given) => {
    const storage = device()
    expect(saveStudies(storage, given)).toBe(true)
    expect(loadStudies(storage)).toMatchObject({ value: given, notices: [] })
  })

  test('of another tab stays', () => {
    const storage = device()
    const one = { softmax: { step: 1, answers: {} } }
    const other = { heads: { step: 2, answers: {} } }
    saveStudies(storage, one)
    saveStudies(storage, other)
    expect(loadStudies(storage).value).toEqual({ ...one, ...other })
  })

  property.prop([fc.oneof(fc.string(), fc.json())])('is named where it cannot be read', (text) => {
    const { value, notices } = loadStudies(device(text))
    expect(typeof value).toBe('object')
    expect(Object.keys(value).length > 0 || notices.length > 0).toBe(true)
  })

  test('loses one answer that cannot be read, and no other', () => {
    const good = { ask: '', option: 0, drawn: [], isLocked: true, gap: '' }
    const text = JSON.stringify({
      v: 1,
      studies: { softmax: { step: 2, answers: { 1: good, 2: { ...good, option: 99 } } }, 'a b': {} },
    })
    const whole = loadStudies(device(text.replace(',"a b":{}', '')))
    expect(whole.value).toEqual({ softmax: { step: 2, answers: { 1: good } } })
    expect(whole.notices.map(({ field }) => field)).toContain('prediction of softmax, step 3')
  })
})

describe('a question to begin from', () => {
  const pages = constructions.map(({ id }) => ({ id, link: `#v=1&panel=${id}` }))

  test.each(pages)('on $id is of a kind that can be asked there, with options that fit', ({ link }) => {
    const kinds = questionKindsAt(link)
    expect(kinds).toContain('limit')
    for (const kind of QUESTION_KINDS) {
      const asked = questionAt(kind, link)
      expect(asked !== undefined).toBe(kinds.includes(kind))
      if (!asked) continue
      const truth = truthOf(asked, link)!
      expect(rightOption(asked, truth)).toBeDefined()
      expect(findingOf(asked, truth, asked.options[0].expected)).toMatch(/\.$/)
    }
  })

  test('is none on a page that is no room', () => {
    expect(questionKindsAt('#v=1&panel=check')).toEqual([])
  })
})

test.each([
  ['0.5 0.5 0', 3, [0.5, 0.5, 0]],
  [' 1e-3;2 ', 2, [1e-3, 2]],
  ['1 2', 3, '2 of 3 numbers'],
  ['', 1, '0 of 1 numbers'],
  ['1 x 3', 3, 'Numbers with a decimal point, apart by spaces'],
  ['1e999', 1, 'Numbers with a decimal point, apart by spaces'],
])('%j for %i numbers is %j', (text, count, expected) => {
  expect(expectedIn(text, count)).toEqual(expected)
})
