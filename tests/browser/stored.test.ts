import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage, stage } from './page'
import { type Site, serve } from './server'

const ROOM = '#v=1&panel=two-key-average'

/** The page once its files are stored and answered from the store. */
async function openStored(site?: string): Promise<Page> {
  const page = await openPage(ROOM, { isStored: true }, site)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  })
  return page
}

/** Serves `folder` until the test ends. */
async function served(folder: string, port?: number): Promise<Site> {
  const site = await serve(folder, '/lecture-notes/', port)
  onTestFinished(site.close)
  return site
}

test('a page that was open once opens without a network, in every room', async () => {
  const page = await openStored()
  await page.context().setOffline(true)
  await page.goto('about:blank')
  for (const { id, title } of constructions) {
    await page.goto(`${stage().origin}/#v=1&panel=${id}`)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('figure').nth(2).waitFor()
    await page.locator('main .katex').first().waitFor()
  }
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('a later version waits until it is asked for, and keeps what was set', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(stage().folder, folder, { recursive: true })
  const first = await served(folder)
  const page = await openStored(`${first.origin}/lecture-notes/`)
  const scale = page.getByRole('slider', { name: 'Scale', exact: true })
  await scale.press('PageUp')
  const chosen = await scale.getAttribute('aria-valuetext')

  const change = (name: string, from: RegExp, to: string) =>
    writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(from, to))
  change('index.html', /<title>[^<]*/, '<title>The later version')
  change('service-worker.js', /const VERSION = '\w+'/, `const VERSION = 'later'`)
  first.close()
  await served(folder, Number(new URL(first.origin).port))
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())

  const offer = page.getByRole('status', { name: 'A new version' })
  await offer.waitFor({ timeout: 60_000 })
  const html = () => page.evaluate(async () => await (await fetch('./index.html')).text())
  expect(await html()).not.toContain('The later version')
  // Asks for nothing meanwhile: the new worker waits until the old one has been idle.
  const loaded = page.waitForEvent('load', { timeout: 120_000 })
  await offer.getByRole('button', { name: 'Use it now' }).click()
  await loaded
  expect(await html()).toContain('The later version')
  await expect.poll(() => scale.getAttribute('aria-valuetext')).toBe(chosen)
  expect(await offer.count()).toBe(0)
})
