import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { dataElement, FRAME_ID, inScript, LESSON_ID, pageWithLesson, woven } from '../../src/export/one-file'
import { stepAt } from '../../src/state/lecture/lesson'
import { decodeLessonText, encodeLesson } from '../../src/state/lecture/lesson-codec'
import { encodeLink } from '../../src/state/permalink'
import { initialSession } from '../../src/state/session'

const begin = dataElement(LESSON_ID)
/** As the build writes it: the program holds the words that begin the element, and is after it. */
const PAGE = `<head><style>a{}</style></head><body>${begin}</script>\n<script>const begin = '${begin}'</script></body>`

/** What of `page` a browser takes for the text of the lesson's element. */
function textWithin(page: string): string {
  const text = page.slice(page.indexOf(begin) + begin.length)
  return text.slice(0, text.search(/<\/script/i))
}

const link = encodeLink(initialSession())
const lessonThatSays = (sentence: string) => ({
  id: 'one',
  title: sentence.slice(0, 20),
  steps: [stepAt(link, sentence, { notes: sentence })],
})

const PIECES = [
  '</script>',
  '</SCRIPT ',
  '<script',
  '<!--',
  '-->',
  ']]>',
  '\u2028',
  '\u2029',
  '\\u003c',
  '\\',
  '"',
  '\0',
]
const sentences = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES, '\uD800', '\r\n', '$&', '&lt;', '\uFEFF'),
      fc.string({ unit: 'binary', maxLength: 9 }),
    ),
  )
  .map((parts) => parts.join('').slice(0, 200))

describe('a lesson within the explorer as one file', () => {
  test.prop([sentences])('comes back as it was, whatever it says', (sentence) => {
    const lesson = lessonThatSays(sentence)
    const page = pageWithLesson(PAGE, encodeLesson(lesson, true))!
    expect(decodeLessonText(textWithin(page))).toEqual({ state: 'read', lesson, notices: [] })
  })

  test.prop([sentences])('holds nothing that ends its element, or hides the end', (sentence) => {
    const page = pageWithLesson(PAGE, encodeLesson(lessonThatSays(sentence), true))!
    expect(textWithin(page)).not.toContain('<')
    expect(page.replace(textWithin(page), () => '')).toBe(PAGE)
  })

  test.prop([sentences, sentences])('takes the place of another', (first, second) => {
    const [a, b] = [first, second].map((sentence) => encodeLesson(lessonThatSays(sentence), false))
    expect(pageWithLesson(pageWithLesson(PAGE, a)!, b)).toBe(pageWithLesson(PAGE, b))
  })

  test.each(['', '<!doctype html><title>Not found</title>', begin])('goes into no other page: %j', (page) => {
    expect(pageWithLesson(page, '{}')).toBeUndefined()
  })
})

test.prop([fc.array(fc.string(), { minLength: 1 })])(
  'a page is woven of its frame and what is between',
  (pieces) => {
    const parts = pieces.slice(1).map((_, i) => `part ${i}`)
    const page = woven(pieces, parts)
    expect(page.length).toBe([...pieces, ...parts].join('').length)
    expect(page.startsWith(pieces[0] + (parts[0] ?? ''))).toBe(true)
  },
)

test('the frame of a page, which holds the beginning of a lesson, does not take the place of the lesson', () => {
  const page = `${begin}</script>${dataElement(FRAME_ID)}${inScript(JSON.stringify([begin, '</script>']))}</script>`
  expect(textWithin(pageWithLesson(page, '{"v":1}')!)).toBe('{"v":1}')
})
