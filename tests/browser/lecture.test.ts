import { describe, expect, test } from 'vitest'
import { countingLesson, expectInStep, openLecture, sentenceOf, stepOf } from './lecture'
import { openPage, screenshot } from './page'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** Presses that a room of students would notice if one went missing. */
const PRESSES = 60

test('one click makes this window the console and opens the hall, which shows the page', async () => {
  const page = await openPage('#v=1&panel=two-key-average', { width: 1366, height: 768 })
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Lecture' }).click()
  const hall = await opening
  await hall.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
  await expectInStep({ console: page, hall })
  await hall.locator('figure').waitFor()
  await expect.poll(() => hall.locator('figure:visible').count()).toBe(1)
  await screenshot(page, 'lecture-console')
  await expectQuiet(page)
  await page.getByRole('button', { name: 'End' }).click()
  await expect.poll(() => hall.isClosed()).toBe(true)
  await page.getByRole('navigation', { name: 'Pages' }).waitFor()
})

describe('stepping', () => {
  test('a clicker steps with a slider focused, which does not move; plus, minus and Shift with arrows move it', async () => {
    const { console, hall } = await openLecture(countingLesson(100))
    const scale = slider(console, 'Scale')
    const keys = ['PageDown', 'ArrowRight', ' ', 'ArrowDown', 'PageUp', 'ArrowLeft', 'ArrowUp'] as const
    let expected = 0
    for (let press = 0; press < PRESSES; press += 1) {
      const key = keys[(press * 5) % keys.length]
      await scale.control.focus()
      await console.keyboard.press(key)
      const isNext = ['PageDown', 'ArrowRight', ' ', 'ArrowDown'].includes(key)
      expected = Math.max(0, expected + (isNext ? 1 : -1))
    }
    expect(await stepOf(console)).toBe(expected + 1)
    await expect.poll(() => sentenceOf(hall)).toBe(`This is step ${expected + 1}.`)
    // Each step brings its own scale: had an arrow moved the slider too, it were another.
    await expect
      .poll(() => console.getByRole('textbox', { name: 'Scale' }).inputValue())
      .toBe(String(expected + 1))
    await scale.press('Shift+ArrowRight')
    await expect.poll(() => scaleShown(console)).toBeGreaterThan(expected + 1)
    const before = await scaleShown(console)
    await console.keyboard.press('-')
    await expect.poll(() => scaleShown(console)).toBeLessThan(before)
    expect(await stepOf(console)).toBe(expected + 1)
    await expect.poll(() => scaleShown(hall)).toBe(await scaleShown(console))
  })

  test('keys work in the hall too, and a window that is busy misses none', async () => {
    const { console, hall } = await openLecture(countingLesson(60))
    await hall.bringToFront()
    for (let press = 0; press < 40; press += 1) await hall.keyboard.press('PageDown')
    await expect.poll(() => stepOf(console)).toBe(41)
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 41.')
    await hall.keyboard.press('1')
    await hall.keyboard.press('2')
    await hall.keyboard.press('Enter')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 12.')
  })

  test('in a text field letters are typed, and the page keys step all the same', async () => {
    const { console } = await openLecture(countingLesson(5))
    const field = console.getByRole('textbox', { name: 'Scale' })
    await field.fill('7')
    await console.keyboard.press('ArrowLeft')
    await console.keyboard.press('b')
    expect(await stepOf(console)).toBe(1)
    await console.keyboard.press('PageDown')
    expect(await stepOf(console)).toBe(2)
    await console.keyboard.press('Escape')
    expect(await stepOf(console)).toBe(2)
  })
})

const scaleShown = async (page: import('playwright-core').Page) =>
  Number((await page.getByRole('textbox', { name: 'Scale' }).inputValue()).replace(',', ''))

describe('the hall follows', () => {
  test('a slider that is dragged in the console, while it is dragged', async () => {
    const { console, hall } = await openLecture(countingLesson(3))
    const control = slider(console, 'Scale').control
    const box = (await control.boundingBox())!
    await console.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2)
    await console.mouse.down()
    for (const share of [0.5, 0.7, 0.9]) {
      await console.mouse.move(box.x + box.width * share, box.y + box.height / 2)
      await expect.poll(async () => (await scaleShown(hall)) === (await scaleShown(console))).toBe(true)
      expect(await scaleShown(console)).not.toBe(1)
    }
    await console.mouse.up()
  })

  test('what the lecturer points at in the picture, and the laser, which goes when it stands still', async () => {
    const { console, hall } = await openLecture(countingLesson(3))
    const picture = console.frameLocator('iframe')
    await picture.locator('figure [data-mark]').first().waitFor()
    await console.keyboard.press('l')
    const frame = (await console.locator('iframe').boundingBox())!
    await console.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
    await console.mouse.move(frame.x + frame.width / 4, frame.y + frame.height / 2)
    const laser = hall.getByTestId('laser')
    await expect
      .poll(async () => {
        const box = await laser.boundingBox()
        return box ? Math.abs(box.x + box.width / 2 - hall.viewportSize()!.width / 4) < 12 : 'no laser'
      })
      .toBe(true)
    await screenshot(hall, 'lecture-audience')
    await laser.waitFor({ state: 'detached' })
  })

  test('no longer while it is frozen, and is blank when it should be', async () => {
    const { console, hall } = await openLecture(countingLesson(5))
    await console.keyboard.press('z')
    await console.keyboard.press('PageDown')
    await console.keyboard.press('PageDown')
    await expect.poll(() => console.frameLocator('iframe').locator('h1').innerText()).toBe('This is step 3.')
    expect(await sentenceOf(hall)).toBe('This is step 1.')
    await hall.reload()
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 1.')
    await console.keyboard.press('z')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 3.')
    await console.keyboard.press('.')
    await hall.getByTestId('blank').waitFor()
    expect(await hall.locator('[data-hall] h1').count()).toBe(0)
    await console.keyboard.press('b')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 3.')
  })
})

describe('either window may be loaded again', () => {
  test('the hall gets everything, and shows no way in', async () => {
    const windows = await openLecture(countingLesson(5))
    await windows.console.keyboard.press('PageDown')
    await windows.hall.reload()
    await expect.poll(() => sentenceOf(windows.hall)).toBe('This is step 2.')
    expect(await windows.hall.getByTestId('cover').count()).toBe(0)
    await expectInStep(windows)
  })

  test('the console goes on where it was, and the hall with it', async () => {
    const windows = await openLecture(countingLesson(9))
    const { console, hall } = windows
    for (const key of ['PageDown', 'PageDown', '+', 'z']) await console.keyboard.press(key)
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 3.')
    await console.keyboard.press('PageDown')
    await console.reload()
    await expectInStepOrFrozen(console)
    expect(await stepOf(console)).toBe(4)
    expect(await sentenceOf(hall)).toBe('This is step 3.')
    await console.keyboard.press('z')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 4.')
    await hall.keyboard.press('PageDown')
    await expect.poll(() => sentenceOf(hall)).toBe('This is step 5.')
    expect(await stepOf(console)).toBe(5)
    await expectQuiet(console)
  })
})

const expectInStepOrFrozen = (console: import('playwright-core').Page) =>
  expect.poll(() => console.getByTestId('hall-state').textContent()).toMatch(/in step$|frozen/)

test('two lectures side by side do not mix', async () => {
  const first = await openLecture(countingLesson(9), 'lecture-1')
  const page = await first.console.context().newPage()
  await page.goto(first.console.url())
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Lecture' }).click()
  const hall = await opening
  await expectInStep({ console: page, hall })
  const own = await sentenceOf(hall)
  for (let press = 0; press < 3; press += 1) await first.console.keyboard.press('PageDown')
  await expect.poll(() => sentenceOf(first.hall)).toBe('This is step 4.')
  expect(await sentenceOf(hall)).toBe(own)
  await page.getByRole('button', { name: 'End' }).click()
  await expect.poll(() => hall.isClosed()).toBe(true)
  expect(first.hall.isClosed()).toBe(false)
  await first.console.keyboard.press('PageDown')
  await expect.poll(() => sentenceOf(first.hall)).toBe('This is step 5.')
})

test('where the browser refuses the window, the console says so, and one window does', async () => {
  const page = await openPage('#v=1&panel=two-key-average', { width: 1366, height: 768 })
  await page.evaluate(() => Object.assign(window, { open: () => null }))
  await page.getByRole('button', { name: 'Lecture' }).click()
  await expect.poll(() => page.getByTestId('hall-state').textContent()).toContain('refused')
  await page.getByRole('button', { name: 'One window' }).click()
  await expect.poll(() => sentenceOf(page)).toBe('Averaging two keys')
  await page.keyboard.press('s')
  await page.getByTestId('hall-state').waitFor()
})
