import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage } from './page'
import { openRoom } from './room'
import { expectQuiet } from './watch'

/** What is on paper of what only answers the hand. */
const pressed = (page: Page) =>
  page
    .locator(
      'button:not([data-mark], [translate="no"]):visible, input[type="range"]:visible, header nav:visible',
    )
    .allTextContents()

async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 1020 })
  await page.waitForTimeout(300)
}

describe.each(constructions)('$title', (construction) => {
  test('is printed with its title, every claim and every figure, and nothing to press', async () => {
    const page = await openRoom(construction)
    const figures = await page.locator('figure').count()
    await onPaper(page)
    await page.getByRole('heading', { level: 1, name: construction.title }).waitFor()
    await expect.poll(() => page.locator('figure:visible').count()).toBe(figures)
    expect(await page.locator('[aria-label="Claims and verdicts"] [id^="claim"]:visible').count()).toBe(
      construction.claims.length,
    )
    expect(await pressed(page)).toEqual([])
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(excess).toBeLessThanOrEqual(8)
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    await expectQuiet(page)
  })
})

test('a lesson is printed step by step, without private notes', async () => {
  const page = await openPage('#v=1&panel=lessons')
  await page.getByRole('button', { name: 'Start the lecture ›' }).waitFor()
  const title = await page.getByRole('combobox').first().inputValue()
  expect(title).not.toBe('')
  await onPaper(page)
  const handout = page.getByRole('region', { name: 'Handout' })
  await handout.getByRole('heading', { level: 1 }).first().waitFor()
  await expect.poll(() => handout.getByRole('listitem').count()).toBeGreaterThan(4)
  expect(await page.getByText('Private notes').filter({ visible: true }).count()).toBe(0)
  expect(await pressed(page)).toEqual([])
  await expectQuiet(page)
})

test('the progress is printed with every part, and nothing to press', async () => {
  const page = await openPage('#v=1&panel=check')
  await page.getByRole('heading', { name: 'My progress' }).waitFor()
  await onPaper(page)
  for (const part of ['1(a)', '1(b)', '1(e)ii'])
    expect(await page.getByText(part, { exact: true }).filter({ visible: true }).count()).toBeGreaterThan(0)
  expect(await pressed(page)).toEqual([])
  await expectQuiet(page)
})
