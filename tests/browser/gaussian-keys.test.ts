import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { gaussianKeys } from '../../src/constructions/gaussian-keys/gaussian-keys'
import { gaussianModel } from '../../src/constructions/gaussian-keys/gaussian-keys.model'
import { initialParams } from '../../src/constructions/params'
import { number } from '../../src/tex/format'
import { openPage } from './page'
import { slider } from './slider'
import { expectQuiet } from './watch'

const room = '#v=1&panel=gaussian-keys'
const status = (page: Page) => page.getByRole('region', { name: 'Draws' }).getByRole('status')
const keys = (page: Page) => page.locator('figure', { hasText: 'Keys drawn' })
const says = (page: Page, text: RegExp) =>
  expect.poll(() => status(page).innerText(), { timeout: 40_000 }).toMatch(text)

describe('sampling', () => {
  test('begins by itself, in a worker, and ends with figures beside the exact law', async () => {
    const page = await openPage(room)
    await says(page, /^100.000 in [\d.]+ s$/)
    expect(page.workers().length).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Share of a as a table' }).click()
    const text = await page.locator('figure', { hasText: 'Share of a' }).innerText()
    const [, distance, critical] = /KS distance ([\d.e−]+) \(1 % critical ([\d.e−]+)\)/.exec(text) ?? []
    expect(Number(distance)).toBeLessThan(Number(critical))
    await expectQuiet(page)
  })

  test('shows the draw that a link names, as Node draws it', async () => {
    const page = await openPage(`${room}&seed=2056&draw=3`)
    const model = gaussianModel({ ...initialParams(gaussianKeys.params), seed: 2056, draw: 3 })
    await expect.poll(() => keys(page).innerText()).toContain(number(model.gamma))
    await page.getByRole('button', { name: 'Draw one' }).click()
    const next = gaussianModel({ ...initialParams(gaussianKeys.params), seed: 2056, draw: 4 })
    await expect.poll(() => keys(page).innerText()).toContain(number(next.gamma))
    expect(page.url()).toContain('seed=2056')
    await expectQuiet(page)
  })

  test('can be cancelled in the middle, and begun again', async () => {
    const page = await openPage(`${room}&n=1000&draws=1000000`)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await says(page, /^Cancelled after/)
    const before = await status(page).innerText()
    await page.waitForTimeout(300)
    expect(await status(page).innerText()).toBe(before)
    await page.getByRole('button', { name: /^Draw 1/ }).click()
    await says(page, /…$/)
    await page.getByRole('textbox', { name: 'Draws, number' }).fill('1')
    await says(page, /^1 in /)
    await expectQuiet(page)
  })

  test('of a million draws leaves the page free for a drag', async () => {
    const page = await openPage(`${room}&draws=1000000&n=1000`)
    await says(page, /…$/)
    await expect.poll(() => page.workers().length).toBeGreaterThan(0)
    const scale = slider(page, 'Scale')
    await scale.press('End')
    await expect.poll(() => page.url()).toContain('scale=1000')
    await expectQuiet(page)
  })

  test('goes on in the page, in slices, and says so, when no worker can be started', async () => {
    const page = await openPage()
    await page.evaluate(() => Object.assign(globalThis, { Worker: undefined }) && undefined)
    await page.getByRole('link', { name: /Gaussian keys/ }).click()
    await says(page, /^100.000 in [\d.]+ s No worker could be started/)
    // Between two slices the page hears a click.
    await page.getByRole('textbox', { name: 'Draws, number' }).fill('1000000')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await says(page, /^Cancelled after/)
    await expectQuiet(page)
  })

  test('goes on while the tab is hidden, and shows the end when it comes back', async () => {
    const page = await openPage(`${room}&draws=300000`)
    await page.locator('figure').first().waitFor()
    const other = await page.context().newPage()
    await other.bringToFront()
    await other.waitForTimeout(3000)
    await page.bringToFront()
    await says(page, /^300.000 in/)
    await expectQuiet(page)
  })
})
