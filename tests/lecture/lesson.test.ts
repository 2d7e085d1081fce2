import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { startedLecture } from '../../src/state/lecture/lecture'
import { forgetLecture, LECTURE_KEY, loadLecture, saveLecture } from '../../src/state/lecture/lecture-storage'
import { LIMITS, stepAt } from '../../src/state/lecture/lesson'
import {
  decodeLessonText,
  encodeLesson,
  MOST_LESSON_CHARACTERS,
  withoutNotes,
} from '../../src/state/lecture/lesson-codec'
import { decodeLessonLink, encodeLessonLink, MOST_LINK_CHARACTERS } from '../../src/state/lecture/lesson-link'
import { NEW_OWNER } from '../../src/state/lecture/owner'
import { encodeLink } from '../../src/state/permalink'
import { initialSession } from '../../src/state/session'
import { lessons } from './arbitrary'

const link = encodeLink(initialSession())
const lesson = { id: 'one', title: 'One', steps: [stepAt(link, 'A sentence', { notes: 'secret' })] }
const written = (changes: object) => JSON.stringify({ ...JSON.parse(encodeLesson(lesson, true)), ...changes })
const withStep = (changes: object) => written({ steps: [{ ...lesson.steps[0], ...changes }] })

test.prop([lessons])('a lesson comes back from its file as it was', (one) => {
  expect(decodeLessonText(encodeLesson(one, true))).toEqual({ state: 'read', lesson: one, notices: [] })
})

test.prop([lessons])('private notes leave the device only if wanted', (one) => {
  const read = decodeLessonText(encodeLesson(one, false))
  expect(read).toMatchObject({ state: 'read', lesson: withoutNotes(one) })
})

test.prop([
  fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((text) => `{"v":1,"kind":"lesson",${text.slice(1)}`),
  ),
])('whatever a file holds, reading it does not throw', (text) => {
  expect(['read', 'newer', 'unreadable', 'long']).toContain(decodeLessonText(text).state)
})

test.prop([lessons, fc.nat(2000)])('a file that was cut off is not read', (one, at) => {
  const text = encodeLesson(one, true)
  expect(decodeLessonText(text.slice(0, at % text.length)).state).toBe('unreadable')
})

describe('what cannot be taken is named', () => {
  test('a lesson of a later version is left alone', () => {
    expect(decodeLessonText(written({ v: 2 })).state).toBe('newer')
  })

  test.each([
    ['screen', { screen: 5 }],
    ['lit', { lit: ['a b'] }],
    ['sentence', { sentence: 'x'.repeat(LIMITS.sentence + 1) }],
    ['notes', { notes: {} }],
    ['minutes', { minutes: -1 }],
    ['minutes', { minutes: '5' }],
    ['question', { question: { kind: 'essay' } }],
  ])('a step with a bad %s keeps the rest', (field, changes) => {
    const read = decodeLessonText(withStep(changes))
    expect(read.state).toBe('read')
    if (read.state !== 'read') return
    expect(read.notices.map((notice) => notice.field)).toEqual([`step 1, ${field}`])
    expect(read.lesson.steps[0].link).toBe(link)
  })

  test.each([5, null, '#v=99', 'javascript:alert(1)', 'https://example.org/#v=1', `#${'x'.repeat(9000)}`])(
    'a step whose state is %j is left out',
    (bad) => {
      const read = decodeLessonText(withStep({ link: bad }))
      expect(read).toMatchObject({ state: 'read', lesson: { steps: [] } })
      expect(read.state === 'read' && read.notices[0].field).toBe('step 1')
    },
  )

  test('more steps than a lesson may have', () => {
    const steps = Array.from({ length: LIMITS.steps + 3 }, () => lesson.steps[0])
    const read = decodeLessonText(written({ steps }))
    expect(read).toMatchObject({ state: 'read', notices: [{ field: 'steps' }] })
    expect(read.state === 'read' && read.lesson.steps.length).toBe(LIMITS.steps)
  })

  test('a file of another size than a lesson', () => {
    expect(decodeLessonText(`{"v":1,"x":"${'y'.repeat(MOST_LESSON_CHARACTERS)}"}`).state).toBe('long')
  })

  test('prototypes are no way in', () => {
    const read = decodeLessonText(`{"v":1,"id":"a","title":"b","steps":[],"__proto__":{"polluted":1}}`)
    expect(read.state).toBe('read')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

test('a short lesson has a link, without the notes; a long one has none', () => {
  const short = encodeLessonLink(lesson)!
  expect(decodeLessonLink(short)).toEqual({ state: 'read', lesson: withoutNotes(lesson), notices: [] })
  const long = {
    ...lesson,
    steps: [stepAt(link, 'x'.repeat(390)), ...Array(9).fill(stepAt(link, 'y'.repeat(390)))],
  }
  expect(encodeLessonLink(long)).toBeUndefined()
  expect(short.length).toBeLessThanOrEqual(MOST_LINK_CHARACTERS)
  expect(decodeLessonLink('#v=1&panel=check')).toBeUndefined()
  expect(decodeLessonLink('#lesson=%E0%A4%A')).toEqual({ state: 'unreadable' })
})

describe('a console that is loaded again', () => {
  const memory = new Map<string, string>()
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
    removeItem: (key: string) => void memory.delete(key),
  }

  test.prop([lessons])('goes on where it was', (one) => {
    const kept = { lecture: startedLecture('id-1', one, 5), owner: { ...NEW_OWNER, heard: { a: 3 } } }
    expect(saveLecture(storage, kept)).toBe(true)
    expect(loadLecture(storage)).toEqual(kept)
  })

  test('that was in no lecture is in none, nor where its memory is spoilt or refused', () => {
    forgetLecture(storage)
    expect(loadLecture(storage)).toBeUndefined()
    memory.set(LECTURE_KEY, '{"v":1,"id":"x"}')
    expect(loadLecture(storage)).toBeUndefined()
    const refusing = () => {
      throw new DOMException('not here', 'SecurityError')
    }
    const none = { getItem: refusing, setItem: refusing, removeItem: refusing }
    expect(loadLecture(none)).toBeUndefined()
    expect(saveLecture(none, { lecture: startedLecture('id', lesson, 0), owner: NEW_OWNER })).toBe(false)
    forgetLecture(none)
  })
})
