import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOfStream } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { dataElement, LESSON_ID, ONE_FILE, pageWithLesson } from '../../src/export/one-file'
import type { Lesson } from '../../src/state/lecture/lesson'
import { encodeLesson } from '../../src/state/lecture/lesson-codec'
import { SHELF_KEY, saveShelf } from '../../src/state/lecture/lesson-shelf'
import { countingLesson, expectInStep, sentenceOf } from './lecture'
import { openPage, screenshot, stage } from './page'
import { expectQuiet } from './watch'

const wide = { width: 1366, height: 768 }
const LESSONS = '#v=1&panel=lessons'
/** Its words would end a script, hide the end of one, or break lines of programs. */
const hostile: Lesson = { ...countingLesson(3), title: 'Counting </script><!-- <script> \u2028 \\u003c' }

/** The text of a shelf with `lessons`, as this device keeps it. */
function shelfText(...lessons: Lesson[]): string {
  let text = ''
  saveShelf({ getItem: () => null, setItem: (_, value) => void (text = value) }, lessons)
  return text
}

/** The page of lessons, on a device that keeps `lessons`. */
async function openLessons(...lessons: Lesson[]): Promise<Page> {
  const page = await openPage('', wide)
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [SHELF_KEY, shelfText(...lessons)])
  await page.goto('about:blank')
  await page.goto(`${stage().origin}/${LESSONS}`)
  return page
}

async function savedFrom(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as one HTML file' }).click()
  const saved = await saving
  return { name: saved.suggestedFilename(), text: await textOfStream(await saved.createReadStream()) }
}

/** Opens `text` as a file on a disk, in a fresh profile without a network. */
async function openFile(text: string): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'lesson.html')
  writeFileSync(file, text)
  const page = await openPage('', wide, 'about:blank')
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(file).href)
  return page
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the lesson' })
const own = (page: Page) => page.locator('optgroup[label="Mine"] option').allInnerTexts()
/** The bare explorer as one file with `lesson` in it. */
const fileWith = (lesson: string) => pageWithLesson(builtFile(), lesson)!
const builtFile = () => readFileSync(join(stage().folder, ONE_FILE), 'utf8')
/** What `text` is without its lesson. */
const withoutLesson = (text: string) => pageWithLesson(text, '')

test('a lesson is saved within the explorer, and the file offers and holds it without a network', async () => {
  const page = await openLessons(hostile)
  await expect.poll(() => title(page).inputValue()).toBe(hostile.title)
  const { name, text } = await savedFrom(page)
  expect(name).toBe('counting-script-script-u003c.html')
  await page.getByText(`Saved as ${name}.`).waitFor()
  await screenshot(page, 'lesson-saved')
  expect(text).not.toContain('Note 1')
  expect(withoutLesson(text)).toBe(builtFile())
  await expectQuiet(page)

  const file = await openFile(text)
  await expect.poll(() => title(file).inputValue()).toBe(hostile.title)
  expect(file.url()).toContain(LESSONS)
  const opening = file.waitForEvent('popup')
  await file.getByRole('button', { name: 'Start the lecture' }).click()
  const hall = await opening
  await expectInStep({ console: file, hall })
  expect(await sentenceOf(hall)).toBe('This is step 1.')
  await hall.locator('figure').first().waitFor()
  // The console holds the picture of the hall.
  await file.frameLocator('iframe').locator('figure').first().waitFor()
  await file.keyboard.press('PageDown')
  await expect.poll(() => sentenceOf(hall)).toBe('This is step 2.')
  await expectQuiet(file)
})

test('a file with a lesson writes itself again, with another lesson', async () => {
  const file = await openFile(fileWith(encodeLesson(hostile, true)))
  await title(file).fill('Mine')
  const { name, text } = await savedFrom(file)
  expect(name).toBe('mine.html')
  expect(withoutLesson(text)).toBe(builtFile())
  const again = await openFile(text)
  await expect.poll(() => title(again).inputValue()).toBe('Mine')
  await expectQuiet(again)
})

test('a file that is opened again adds nothing, and leaves what was changed and what was kept', async () => {
  const file = await openFile(builtFile())
  const kept = { ...countingLesson(1), id: 'counting', title: 'Kept before' }
  await file.evaluate(([key, text]) => localStorage.setItem(key, text), [SHELF_KEY, shelfText(kept)])
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'lesson.html')
  const open = async () => {
    await file.goto('about:blank')
    await file.goto(pathToFileURL(path).href)
  }
  // Of the same id as the one that is kept.
  writeFileSync(path, fileWith(encodeLesson(countingLesson(2), true)))
  await open()
  await expect.poll(() => own(file)).toEqual(['Kept before', 'Counting'])
  await title(file).fill('Counting, changed')
  await open()
  await expect.poll(() => title(file).inputValue()).toBe('Counting, changed')
  expect(await own(file)).toEqual(['Kept before', 'Counting, changed'])
  writeFileSync(path, fileWith(encodeLesson(countingLesson(3), true)))
  await open()
  await expect.poll(() => own(file)).toEqual(['Kept before', 'Counting, changed', 'Counting'])
  await expectQuiet(file)
})

test.each([
  ['a text cut off', '{"v":1,', /the lesson of this file: holds no lesson/],
  ['a later lesson', '{"v":9,"title":"x"}', /the lesson of this file: was made by a newer version/],
  [
    'a step that leads elsewhere',
    encodeLesson(hostile, true).replace('#v=1&', 'javascript:'),
    /step 1: has no state of a page/,
  ],
])('what a file holds that cannot be taken is named: %s', async (_, lesson, words) => {
  const file = await openFile(fileWith(lesson))
  await file.getByText(words).waitFor()
  await file.locator('[data-step]').first().waitFor()
  await expectQuiet(file)
})

test('without a network, or where the host lacks the file, the page says so and what to do instead', async () => {
  const page = await openLessons(countingLesson(1))
  const save = () => page.getByRole('button', { name: 'Save as one HTML file' }).click()
  const said = (words: RegExp) => page.getByRole('status').getByText(words).waitFor()
  await page.route(`**/${ONE_FILE}`, (route) => route.fulfill({ status: 404 }))
  await save()
  await said(/is not where this page is from\. Save as JSON or copy the link instead\./)
  // Some hosts answer with another page.
  await page.route(`**/${ONE_FILE}`, (route) => route.fulfill({ body: '<!doctype html><title>Home</title>' }))
  await save()
  await said(/is not where this page is from/)
  await page.unrouteAll()
  await page.context().setOffline(true)
  await save()
  await said(/could not be fetched: see whether you are online\. Save as JSON or copy the link instead\./)
  await page.context().setOffline(false)
  expect((await savedFrom(page)).text).toContain(dataElement(LESSON_ID))
})
