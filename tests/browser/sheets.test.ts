import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe } from './axe'
import { openPage } from './page'
import { chooseInMenu } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

const ROOM = '#v=1&panel=two-key-average'
const menu = (page: Page) => page.getByRole('button', { name: 'Menu', exact: true })
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: e } = document
    return e?.getAttribute('aria-label') ?? e?.textContent?.slice(0, 40)
  })

describe.each([
  ['Editions', 'Editions of the assignment'],
  ['Keyboard shortcuts', 'Keyboard shortcuts'],
])('%s', (button, title) => {
  test('is modal: neither keys nor the mouse reach the page behind it', async () => {
    const page = await openPage(ROOM)
    await chooseInMenu(page, button)
    const sheet = page.getByRole('dialog', { name: title })
    await sheet.waitFor()
    await expect.poll(() => page.locator('dialog:modal').count()).toBe(1)
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main, header, nav'))).toBeNull()
    }
    await page.keyboard.press('Alt+1')
    expect(page.url()).toContain('two-key-average')
    await axe(page)
    await expectQuiet(page)
  })

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    [
      'its button',
      (page: Page) =>
        page.locator('dialog:modal').getByRole('button', { name: 'Close', exact: true }).click(),
    ],
    ['a press beside it', (page: Page) => page.mouse.click(20, 450)],
  ])('is closed by %s, and the focus goes back to what opened it', async (_, close) => {
    const page = await openPage(ROOM)
    await menu(page).press('Enter')
    await page.getByRole('button', { name: button }).press('Enter')
    await page.getByRole('dialog', { name: title }).waitFor()
    await close(page)
    await page.getByRole('dialog', { name: title }).waitFor({ state: 'hidden' })
    expect(await menu(page).evaluate((e) => e === document.activeElement)).toBe(true)
    await page.keyboard.press('Alt+1')
    await expect.poll(() => page.url()).toContain('single-key')
  })
})

test('“?” opens and closes the sheet of shortcuts, and leaves the focus where it was', async () => {
  const page = await openPage(ROOM)
  const scale = slider(page, 'Scale')
  await scale.control.focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await focused(page)).toBe('Scale')
})

test('an explanation, closed, gives the focus back to its number', async () => {
  const page = await openPage(ROOM)
  const numbers = [
    page.getByRole('button', { name: /^weight of key a:/ }).first(),
    page.locator('[class*="claims"] button[translate]').first(),
    page.getByRole('group', { name: /^Formula 1 of: Softmax/ }),
  ]
  for (const number of numbers) {
    await number.focus()
    if ((await number.getAttribute('role')) === 'group') await page.keyboard.press('ArrowLeft')
    const before = await focused(page)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(await focused(page)).toBe('Copy')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe(before)
  }
})
