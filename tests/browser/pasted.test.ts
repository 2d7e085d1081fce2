import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from './page'
import { slider } from './slider'
import { expectQuiet } from './watch'

const hashOf = (page: Page) => page.evaluate(() => location.hash)
const notices = (page: Page) => page.getByRole('status', { name: /not taken/ })

/** Longer than an address waits before it is written. */
const WRITTEN_MS = 700

describe('a pasted address', () => {
  test.each([
    '#v=1&panel=two-key-average&scale=abc&foo=1',
    '#v=9&panel=two-key-average',
    '#panel=two-key-average',
    '#v%3D1%26panel%3Dtwo-key-average%26scale%3D3',
    '#v=1&panel=two-key-average&scale=3).',
    '#v=1&panel=check&part=b&answer.q=Q(k_a+k_b',
  ])('%s stays until something changes', async (hash) => {
    const page = await openPage(hash)
    await page.locator('h1').waitFor()
    await page.mouse.click(5, 300)
    await page.waitForTimeout(WRITTEN_MS)
    expect(await hashOf(page)).toBe(hash)
    await page.evaluate(() => dispatchEvent(new Event('pagehide')))
    expect(await hashOf(page)).toBe(hash)
    await page.getByRole('link', { name: /Heads/ }).click()
    await expect.poll(() => hashOf(page)).toBe('#v=1&panel=multi-head')
    await expectQuiet(page)
  })

  test('stays in a page that is open, too, and its answer keeps its plus', async () => {
    const page = await openPage('#v=1&panel=two-key-average')
    await slider(page, 'Scale').press('End')
    const pasted = '#v=1&panel=check&part=b&answer.q=Q(k_a+k_b)'
    await page.evaluate((hash) => {
      location.hash = hash
    }, pasted)
    const answer = page.getByRole('textbox', { name: 'Your answer for q' })
    await expect.poll(() => answer.inputValue()).toBe('Q(k_a+k_b)')
    await page.waitForTimeout(WRITTEN_MS)
    expect(await hashOf(page)).toBe(pasted)
    await answer.fill('Q(k_a+k_b).')
    await expect.poll(() => hashOf(page)).toMatch(/answer\.q=Q%28k_a%2Bk_b%29%2E$/)
    await page.reload()
    await expect.poll(() => answer.inputValue()).toBe('Q(k_a+k_b).')
    await expectQuiet(page)
  })

  test('that cannot be read stays to be mended, and the room with it', async () => {
    const page = await openPage('#v=1&panel=two-key-average')
    await slider(page, 'Scale').press('End')
    await page.evaluate(() => {
      location.hash = '#v=2&panel=single-key'
    })
    await notices(page).waitFor()
    await page.waitForTimeout(WRITTEN_MS)
    expect(await hashOf(page)).toBe('#v=2&panel=single-key')
    expect(await slider(page, 'Scale').value()).toBe(1)
    await slider(page, 'Scale').press('Home')
    await expect.poll(() => hashOf(page)).toBe('#v=1&panel=two-key-average&scale=0')
  })

  test('with a number beyond all numbers is answered in a sentence', async () => {
    const page = await openPage('#v=1&panel=two-key-average&scale=1e999')
    await notices(page).waitFor()
    await expect
      .poll(() => notices(page).innerText())
      .toContain('scale: "1e999" is too large for a number; 3 is used')
    await expectQuiet(page)
  })
})
