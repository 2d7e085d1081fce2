import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage, screenshot, stage } from './page'

const open = (page: Page, menu: string) => page.getByRole('link', { name: menu }).click()

/** Waits until `page` has fetched what its rooms and pages consist of: it does so when there is nothing else to do. */
async function fetchedAll(page: Page): Promise<void> {
  const files = readdirSync(join(stage().folder, 'assets'))
  const wanted = files.filter((name) => /(?:\.panel|^OpenRoom|^CheckPage|^katex|-jobs)-.*\.js$/.test(name))
  expect(wanted.length).toBeGreaterThan(constructions.length)
  const fetched = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)))
  await expect.poll(fetched, { timeout: 60_000 }).toEqual(expect.arrayContaining(wanted))
  await page.waitForLoadState('networkidle')
}

test('after the first visit to one room the page goes on without a network, in every room', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  await fetchedAll(page)
  await page.context().setOffline(true)
  for (const { title, menu } of constructions) {
    await open(page, menu)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('figure').nth(2).waitFor()
  }
  await open(page, 'Gaussian keys')
  const draws = page.getByRole('region', { name: 'Draws' }).getByRole('status')
  await expect.poll(() => draws.innerText(), { timeout: 20_000 }).toMatch(/^100.000 in/)
  await open(page, 'Check my answer')
  await page.getByRole('textbox', { name: 'Your answer for q' }).fill('Q*k_j')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect.poll(() => verdict.innerText(), { timeout: 20_000 }).toMatch(/✓ right/)
  expect(await page.getByRole('alert').count()).toBe(0)
})

/** A first visit in which the files that match `pattern` cannot be had until the returned function is called. */
async function openWithout(pattern: RegExp): Promise<readonly [Page, () => Promise<void>]> {
  const page = await openPage('', {}, 'about:blank')
  await page.route(pattern, (route) => route.abort())
  await page.goto(`${stage().origin}/#v=1&panel=two-key-average`)
  await page.locator('figure').first().waitFor()
  return [page, () => page.unroute(pattern)]
}

test('figures that could not be fetched say so, and come when one tries again', async () => {
  const [page, allow] = await openWithout(/multi-head\.panel.*\.js$/)
  await open(page, 'Heads')
  const alert = page.getByRole('alert')
  await alert.getByText('Could not fetch the figures of this room.').waitFor()
  // What was set is kept meanwhile, and the rest of the room works.
  await page.getByRole('slider', { name: 'Scale', exact: true }).press('End')
  expect(await alert.evaluate((box) => getComputedStyle(box).borderTopStyle)).toBe('solid')
  await screenshot(page, 'not-fetched')
  await page.getByRole('button', { name: 'Try again' }).click()
  await alert.getByText('Could not fetch').waitFor()
  await allow()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('figure').first().waitFor()
  await expect.poll(() => page.getByRole('slider', { name: 'Scale', exact: true }).inputValue()).toBe('1')
  expect(await alert.count()).toBe(0)
})

test('a page that could not be fetched comes by itself when the network is back', async () => {
  const [page, allow] = await openWithout(/CheckPage.*\.js$/)
  await open(page, 'Check my answer')
  await page.getByRole('alert').getByText('Could not fetch the page of answers.').waitFor()
  await allow()
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await page.getByRole('textbox', { name: 'Your answer for q' }).waitFor()
})

test('formulas whose typesetting could not be fetched show their source, and are typeset later', async () => {
  const [page, allow] = await openWithout(/katex.*\.js$/)
  await expect.poll(() => page.locator('main code').count()).toBeGreaterThan(10)
  await allow()
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await expect.poll(() => page.locator('main .katex').count()).toBeGreaterThan(10)
  expect(await page.locator('main code').count()).toBe(0)
})
