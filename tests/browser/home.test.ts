import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { axe } from './axe'
import { openPage, PHONE, screenshot } from './page'
import { expectSane } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const goOn = (page: Page) => page.getByRole('link', { name: /Go on where you were/ })
const leave = async (page: Page) => {
  await page.goto('about:blank')
}

describe('the front door', () => {
  test.each([
    ['laptop', { width: 1366, height: 768 }],
    ['dark', { width: 1366, height: 768, colorScheme: 'dark' as const }],
    ['phone', PHONE],
  ])('is what the bare address opens at the first visit, on a %s', async (name, screen) => {
    const page = await openPage('', screen)
    await heading(page).getByText('Move the numbers that steer attention').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    expect(await page.title()).toBe('Attention Explorer')
    expect(await goOn(page).count()).toBe(0)
    for (const { asks } of constructions)
      await expect.poll(() => page.getByRole('main').getByRole('link', { name: asks }).count()).toBe(1)
    const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(overhang)).toBe(0)
    await expectSane(page)
    await axe(page)
    await screenshot(page, `home-${name}`)
    await expectQuiet(page)
  })

  test('leads into each room, with the focus on its heading, and Back leads out again', async () => {
    const page = await openPage()
    for (const { asks, title } of constructions) {
      await page.getByRole('main').getByRole('link', { name: asks }).click()
      await expect.poll(() => page.locator('h1:focus').count()).toBe(1)
      await expect.poll(() => heading(page).innerText()).toBe(title)
      await page.goBack()
      await heading(page).getByText('Move the numbers').waitFor()
      expect(new URL(page.url()).hash).toBe('')
    }
    await expectQuiet(page)
  })

  test('offers a returning person the room that was left, as it was left', async () => {
    const page = await openPage('#v=1&panel=two-key-average&scale=77')
    await page.locator('figure').first().waitFor()
    const site = page.url().replace(/#.*/, '')
    await leave(page)
    await page.goto(site)
    await heading(page).getByText('Move the numbers').waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => goOn(page).innerText()).toContain('Averaging two keys, part 1(b)')
    await goOn(page).click()
    await expect.poll(() => heading(page).innerText()).toBe('Averaging two keys')
    expect(new URL(page.url()).hash).toBe('#v=1&panel=two-key-average&scale=77')
    // The name of the product leads back to it, and the offer follows.
    await page.getByRole('link', { name: 'Gaussian keys' }).click()
    await page.getByRole('link', { name: 'Attention Explorer' }).click()
    await expect.poll(() => goOn(page).innerText()).toContain('When keys are random, part 1(c)')
    await expectQuiet(page)
  })

  test('has doors to the pages beside the rooms, and says which edition is which', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: 'Which edition do you have?' }).click()
    await page.getByRole('dialog', { name: 'Editions of the assignment' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('main').getByRole('link', { name: 'Check my answer' }).click()
    await expect.poll(() => heading(page).innerText()).toBe('Check my answer')
    await expectQuiet(page)
  })

  test('says what of a link was not taken, and keys that act on a room do nothing', async () => {
    const page = await openPage('#v=1&panel=home&scale=3')
    await page.getByRole('status').getByText('scale: says nothing on this page (ignored).').waitFor()
    expect(await page.getByRole('button', { name: 'Reset' }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => heading(page).innerText()).toContain('Move the numbers')
    await expectQuiet(page)
  })
})

describe('the picture of the front door', () => {
  const bars = (page: Page) => page.getByRole('img', { name: /^Attention weights/ })
  const words = async (page: Page) => (await bars(page).getAttribute('aria-label'))!
  const weightOfA = async (page: Page) => Number(/key a ([\d.]+)/.exec(await words(page))![1])
  const scale = (page: Page) => slider(page, 'Drag the scale')

  test('shows the weights that its slider makes: by keys, by number, by mouse', async () => {
    const page = await openPage()
    for (const Q of [0, 1, 2.5, 7]) {
      await page.getByRole('textbox', { name: 'Drag the scale, number' }).fill(String(Q))
      // Two keys of score Q among ten, the others of score 0.
      await expect.poll(() => weightOfA(page)).toBeCloseTo(Math.exp(Q) / (2 * Math.exp(Q) + 8), 3)
    }
    const before = await weightOfA(page)
    await scale(page).press('ArrowRight', 3)
    expect(await weightOfA(page)).toBeGreaterThan(before)
    await scale(page).dragTo('end')
    await expect.poll(() => weightOfA(page)).toBe(0.5)
    await page
      .getByRole('status')
      .getByText(/^Scale 1000: .*e−434 of the weight leaks/)
      .waitFor()
    await expectSane(page)
    await expectQuiet(page)
  })

  test('goes back where the browser breaks off a drag of its slider', async () => {
    const page = await openPage()
    const before = await words(page)
    const { control } = scale(page)
    await control.dispatchEvent('pointerdown', { pointerId: 1, button: 0 })
    await control.evaluate((input: HTMLInputElement) => {
      input.valueAsNumber = 0
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect.poll(() => weightOfA(page)).toBe(0.1)
    await control.dispatchEvent('pointercancel', { pointerId: 1 })
    await expect.poll(() => words(page)).toBe(before)
    await expectQuiet(page)
  })

  test('is the room’s own: what was set goes on there, and one undo takes a drag back', async () => {
    const page = await openPage()
    const before = await words(page)
    await scale(page).dragTo('start')
    await expect.poll(() => weightOfA(page)).toBe(0.1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => words(page)).toBe(before)
    await scale(page).dragTo('start')
    await page.getByRole('link', { name: /^Enter room b/ }).click()
    await expect.poll(() => heading(page).innerText()).toBe('Averaging two keys')
    await expect.poll(() => page.getByRole('textbox', { name: 'Scale, number' }).inputValue()).toBe('0')
    expect(page.url()).toContain('scale=0')
    await expectQuiet(page)
  })

  test.each([
    ['a million keys', '&n=1000000&scale=20'],
    ['eight wanted keys', '&m=8&n=8'],
    ['equal keys', '&angle=0'],
    ['unequal proportions', '&m=3&proportions=3,2,1,1,1,1,1,1'],
  ])('stands with what was left in its room: %s', async (_, params) => {
    const page = await openPage(`#v=1&panel=two-key-average${params}`)
    await page.locator('figure').first().waitFor()
    await page.getByRole('link', { name: 'Attention Explorer' }).click()
    await bars(page).waitFor()
    const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(overhang)).toBe(0)
    await expectSane(page)
    await expectQuiet(page)
  })
})
