import { text as textOfStream } from 'node:stream/consumers'
import type { Download, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { encodeLessonLink } from '../../src/state/lecture/lesson-link'
import { shippedLessons } from '../../src/state/lecture/lessons/shipped'
import { axe } from './axe'
import { countingLesson, expectInStep, openLecture, sentenceOf, stepOf } from './lecture'
import { openPage, screenshot } from './page'
import { expectQuiet } from './watch'

const wide = { width: 1366, height: 768 }
const lessonsPage = () => openPage('#v=1&panel=lessons', wide)
const rail = (page: Page) => page.getByRole('navigation', { name: 'Lesson', exact: true })
/** What was saved. The browser keeps the file: only its stream comes here. */
const textOf = async (saved: Download) => textOfStream(await saved.createReadStream())

async function capture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Capture as a step' }).click()
}

const sentences = (page: Page) => rail(page).locator('[data-step]').allInnerTexts()

describe('the page of lessons', () => {
  test('shows the lessons that come with the explorer, each step as the hall will see it', async () => {
    const page = await lessonsPage()
    await rail(page).locator('[data-step]').first().waitFor()
    for (const { title, steps } of shippedLessons()) {
      await page.getByRole('combobox', { name: 'Lesson' }).selectOption({ label: title })
      expect(await sentences(page)).toHaveLength(steps.length)
      for (const [i, step] of steps.entries()) {
        await rail(page).locator('[data-step]').nth(i).click()
        const place = page.locator('main')
        await place.getByRole('heading', { name: `Step ${i + 1}` }).waitFor()
        if (step.question) await place.getByText('A', { exact: true }).first().waitFor()
        else if (step.link.includes('panel=lab')) await place.getByText(/^The page “.*”, as it is$/).waitFor()
        else await place.locator('figure').first().waitFor()
      }
    }
    await screenshot(page, 'lessons')
    await axe(page)
    await expectQuiet(page)
  })

  test('a lesson is made by capturing, put in order by keys, edited, saved as a file and read back', async () => {
    const page = await openPage('#v=1&panel=two-key-average&scale=5', wide)
    await capture(page)
    await page.getByText('Captured as step 1').waitFor()
    await page.goto(`${new URL(page.url()).origin}/#v=1&panel=single-key`)
    await page.getByRole('heading', { name: 'Selecting one key' }).waitFor()
    await capture(page)
    await page.getByText('Captured as step 2').waitFor()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Lessons' }).click()
    await expect.poll(() => sentences(page)).toHaveLength(2)
    await rail(page).locator('[data-step]').nth(1).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await sentences(page))[0]).toContain('Selecting one key')
    await page.getByRole('textbox', { name: 'Sentence' }).fill('Look at the margin.')
    await page.getByRole('textbox', { name: 'Private notes' }).fill('A secret')
    await expect.poll(async () => (await sentences(page))[0]).toContain('Look at the margin.')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as JSON' }).click()
    const text = await textOf(await saving)
    expect(text).not.toContain('A secret')
    await page.reload()
    await expect.poll(async () => (await sentences(page))[0]).toContain('Look at the margin.')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Private notes' }).inputValue())
      .toBe('A secret')
    await page
      .getByLabel('File of a lesson')
      .setInputFiles({ name: 'lesson.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect.poll(() => page.getByRole('textbox', { name: 'Private notes' }).inputValue()).toBe('')
    expect(await sentences(page)).toHaveLength(2)
    await expectQuiet(page)
  })

  test('a file that is no lesson is named, and takes nothing', async () => {
    const page = await lessonsPage()
    await rail(page).locator('[data-step] .katex').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    const before = await sentences(page)
    const give = (name: string, text: string) =>
      page
        .getByLabel('File of a lesson')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    await give('broken.json', '{"v":1,')
    await page.getByText(/broken\.json.*holds no lesson/).waitFor()
    await give('later.json', '{"v":9,"title":"x"}')
    await page.getByText(/later\.json.*newer version/).waitFor()
    await expect.poll(() => sentences(page)).toEqual(before)
  })

  test('the link of a lesson opens it', async () => {
    const link = encodeLessonLink({ ...countingLesson(3), title: 'From a link' })!
    const page = await openPage(link, wide)
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Title of the lesson' }).inputValue())
      .toBe('From a link')
    expect(page.url()).not.toContain('lesson=')
    const opening = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Start the lecture' }).click()
    const hall = await opening
    await expectInStep({ console: page, hall })
    await page.keyboard.press('PageDown')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 2.')
  })
})

describe('predict, then reveal', () => {
  const lesson = shippedLessons()[0]
  const at = lesson.steps.findIndex(({ question }) => question !== null)

  test('hands of the first round stay hidden until the second; the truth is hidden until the reveal', async () => {
    const windows = await openLecture({ ...lesson, steps: lesson.steps.slice(at) })
    const { console, hall } = windows
    const press = async (times = 1) => {
      for (let i = 0; i < times; i += 1) await console.keyboard.press('PageDown')
    }
    await hall.getByText('nearly flat').waitFor()
    await press()
    await console.getByRole('textbox', { name: 'First hands for ½ and ½' }).fill('31')
    await press(2)
    await console.getByRole('textbox', { name: 'Second hands for nearly flat' }).fill('37')
    await hall.getByText('Hands up again').waitFor()
    expect(await hall.getByText('31', { exact: true }).count()).toBe(0)
    await console.locator('body').click({ position: { x: 700, y: 4 } })
    await press()
    await hall.getByText('31', { exact: true }).waitFor()
    expect(await hall.getByText('truth').count()).toBe(0)
    const bars = console.getByRole('slider', { name: /^Expected for/ })
    await bars.first().focus()
    for (let i = 0; i < 5; i += 1) await console.keyboard.press('Shift+ArrowUp')
    await console.keyboard.press('ArrowRight')
    for (let i = 0; i < 5; i += 1) await console.keyboard.press('Shift+ArrowUp')
    expect(await stepOf(console)).toBe(1)
    await console.keyboard.press('Enter')
    await hall.getByText('Locked.').waitFor()
    await hall.reload()
    await hall.getByText('Locked.').waitFor()
    expect(await hall.getByText('truth').count()).toBe(0)
    await press()
    // e^½ ⁄ (8 + 2 e^½) on each of the two.
    const truth = (200 * Math.exp(0.5)) / (8 + 2 * Math.exp(0.5))
    await hall.getByText(`you put 100 %. The truth is ${truth.toPrecision(3)} %.`).waitFor()
    await hall.locator('[data-right]').getByText('nearly flat').waitFor()
    await screenshot(hall, 'lecture-predict')
    await screenshot(console, 'lecture-console-predict')
    await console.keyboard.press('PageUp')
    await hall.getByText('Locked.').waitFor()
    await press(3)
    await expect.poll(() => sentenceOf(hall)).toContain('Pointing is not enough')
    await hall.locator('figure').waitFor()
    await screenshot(hall, 'lecture-step')
    await screenshot(console, 'lecture-console-step')
  })
})

describe('questions are made, and answered alone', () => {
  test('a captured step gets a question, whose truth is worked out from its page', async () => {
    const page = await openPage('#v=1&panel=two-key-average&scale=2', wide)
    await capture(page)
    await page.getByText('Captured as step 1').waitFor()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Lessons' }).click()
    const kind = page.getByRole('combobox', { name: 'The hall is asked to' })
    const worked = page.getByRole('status').filter({ hasText: 'Worked out from the page' })
    for (const [label, words] of [
      ['draw the weights', /k.*0\.324.*10 in all/s],
      ['place the output among the values', /0\.324.*0\.351.*nearest: option A/s],
      ['choose the limit', /nearest: option/],
    ] as const) {
      await kind.selectOption({ label })
      await expect.poll(() => worked.innerText()).toMatch(words)
    }
    await kind.selectOption({ label: 'place the output among the values' })
    await page.getByRole('textbox', { name: 'What is asked' }).fill('Where is $c$?')
    await page.getByRole('textbox', { name: 'Option B', exact: true }).fill('near the middle')
    const numbers = page.getByRole('textbox', { name: 'Numbers expected with option B' })
    await numbers.fill('0.3 0.3')
    await page.getByText('2 of 3 numbers').waitFor()
    await numbers.fill('0.3 0.3 0.4')
    await expect.poll(() => worked.innerText()).toContain('nearest: option B')
    await page.getByRole('button', { name: 'Remove option C' }).click()
    await page.locator('[inert] h1').filter({ hasText: 'Where is' }).waitFor()
    await axe(page)
    await page.reload()
    await expect.poll(() => numbers.inputValue()).toBe('0.3 0.3 0.4')
    await expectQuiet(page)
  })

  test('somebody alone predicts by keys, locks, sees the truth, says why, and finds it all again', async () => {
    const page = await lessonsPage()
    await page.getByRole('button', { name: 'Go through it yourself' }).click()
    const steps = shippedLessons()[0].steps
    const at = steps.findIndex(({ question }) => question?.kind === 'point')
    await page.getByRole('heading', { level: 1, name: /^The wanted key is ahead/ }).waitFor()
    for (let i = 0; i < at; i += 1) await page.keyboard.press('PageDown')
    await page.getByText(`step ${at + 1} of ${steps.length}`).waitFor()
    const lock = page.getByRole('button', { name: 'Lock it and show the truth' })
    await expect.poll(() => lock.isDisabled()).toBe(true)
    const point = page.getByRole('button', { name: /^Expected place of the output c, not placed yet/ })
    await point.focus()
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: /^Expected place of the output c, 48 % v a, 48 % v b/ }).waitFor()
    expect(await page.getByText(/It is at/).count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByText(/^You put .* It is at/).waitFor()
    await page.getByText('✓ nearest to the truth').waitFor()
    await page.getByRole('textbox', { name: /explain the gap/ }).fill('The others are many.')
    await screenshot(page, 'study')
    await axe(page)
    await page.reload()
    await page.getByRole('button', { name: 'Go through it yourself' }).click()
    await page.getByText(`step ${at + 1} of ${steps.length}`).waitFor()
    const why = page.getByRole('textbox', { name: /explain the gap/ })
    await expect.poll(() => why.inputValue()).toBe('The others are many.')
    await page.getByRole('button', { name: 'Predict again' }).click()
    await point.waitFor()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByRole('slider', { name: 'Scale', exact: true }).waitFor()
    await page.getByRole('button', { name: '‹ All lessons' }).click()
    await page.getByRole('button', { name: 'Start the lecture' }).waitFor()
    await expectQuiet(page)
  })
})
