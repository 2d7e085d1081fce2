import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { inScript } from '../../src/export/one-file'
import type { Lesson } from '../../src/state/lecture/lesson'
import { decodeLessonText, encodeLesson } from '../../src/state/lecture/lesson-codec'
import { heldLesson, idOfText, withLesson } from '../../src/state/lecture/lesson-shelf'
import { lessons } from './arbitrary'

/** The text of `lesson` within a page, and what the shelf keeps of it once it is taken. */
function taken(lesson: Lesson) {
  const text = inScript(encodeLesson(lesson, false))
  const read = decodeLessonText(text)
  if (read.state !== 'read') throw new Error(`expected a lesson, got ${read.state}`)
  return { text, kept: { ...read.lesson, id: idOfText(text) } }
}

test.prop([lessons])(
  'the lesson of a file that is opened again is there already, even once it is changed',
  (one) => {
    const { text, kept } = taken(one)
    expect(heldLesson([], text)).toBeUndefined()
    expect(heldLesson([kept], text)).toBe(kept)
    const changed = { ...kept, title: 'Mine now', steps: [] }
    expect(heldLesson([changed], text)).toBe(changed)
  },
)

test.prop([lessons])(
  'the lesson that a file was saved from is the one that the file offers, with its notes',
  (one) => {
    const { text, kept } = taken(one)
    expect(heldLesson([one], text)).toBe(one)
    expect(heldLesson([kept], inScript(encodeLesson(kept, true)))).toBe(kept)
  },
)

test.prop([lessons])('a file with other steps, or another title, holds another lesson', (one) => {
  const { kept } = taken(one)
  const { text, kept: later } = taken({ ...one, title: `${one.title}+` })
  expect(heldLesson([kept], text)).toBeUndefined()
  expect(withLesson([kept], later)).toEqual([kept, later])
  expect(heldLesson([kept], taken({ ...one, steps: [] }).text)).toBeUndefined()
})

test('what a file holds takes the name of no lesson that is there', () => {
  expect(idOfText('{"v":1,"id":"softmax"}')).toMatch(/^file-[0-9a-f]{16}$/)
})
