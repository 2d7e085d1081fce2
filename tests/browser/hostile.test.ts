import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type HostileFile, progressFileOf } from '../contract/hostile-files'
import expressions from '../reference/hostile-expressions.json'
import files from '../reference/hostile-files.json'
import links from '../reference/hostile-links.json'
import { openPage } from './page'
import { expectSane } from './room'
import { expectQuiet } from './watch'

interface Hostile {
  readonly id: string
  readonly input?: string
  readonly gen?: readonly (string | { readonly repeat: string; readonly times: number })[]
}

const textOf = ({ input, gen = [] }: Hostile) =>
  input ?? gen.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('')

const answer = (page: Page) => page.getByRole('textbox', { name: 'Your answer for q' })
const echo = (page: Page) => page.locator('[id^="echo-"]').first()

/** The page still answers, nothing was added to what all objects have, and no foreign element, handler or link came in. */
async function expectUnharmed(page: Page): Promise<void> {
  const harm = await page.evaluate(() => ({
    prototype: Object.keys(Object.prototype),
    polluted: Reflect.get({}, 'polluted') as unknown,
    handlers: document.querySelectorAll('[onload],[onerror],[onclick],[onmouseover],[onfocus]').length,
    foreign: document.querySelectorAll(
      'main iframe, main object, main embed, main img[src^="http"], main a[href^="javascript"], main script',
    ).length,
  }))
  expect(harm).toEqual({ prototype: [], polluted: undefined, handlers: 0, foreign: 0 })
  await expectSane(page)
  await expectQuiet(page)
}

/** A third of a list each, so that no test takes long. */
const thirds = [0, 1, 2] as const

test.each(thirds)(
  'hostile answers are read or refused, typed and judged in the page (part %i)',
  async (third) => {
    const page = await openPage('#v=1&panel=check&part=b')
    await answer(page).waitFor()
    for (const [i, entry] of (expressions as readonly Hostile[]).entries()) {
      if (i % thirds.length !== third) continue
      await answer(page).fill(textOf(entry))
      await answer(page).press('Enter')
    }
    // It still reads what it is given.
    await answer(page).fill('\\frac12(k_a + k_b)')
    await expect.poll(() => echo(page).innerText(), { timeout: 30_000 }).toContain('a column')
    await expectUnharmed(page)
  },
)

test('hostile links are taken, refused or named, one after the other in an open page', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  const title = page.getByRole('heading', { level: 1 }).first()
  await title.waitFor()
  for (const entry of links as readonly Hostile[]) {
    await page.evaluate((link) => {
      location.hash = link
    }, textOf(entry))
    await title.waitFor()
  }
  await page.evaluate(() => {
    location.hash = '#v=1&panel=multi-head'
  })
  await page.getByRole('heading', { level: 1, name: 'A head for each key' }).waitFor()
  await expectUnharmed(page)
})

test('hostile files are read, refused or read in part', async () => {
  const page = await openPage('#v=1&panel=check&part=b')
  const input = page.getByLabel('Copy of progress to import')
  await input.waitFor({ state: 'attached' })
  for (const file of files as readonly HostileFile[]) {
    const name = `${file.id}.json`
    await input.setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(progressFileOf(file)),
    })
    await page.locator('p[role=status]').filter({ hasText: name }).waitFor()
  }
  // A binary file, as NumPy saves arrays.
  const binary = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 0x01, 0x00, 0xff, 0x00])
  await input.setInputFiles({ name: 'array.npy', mimeType: 'application/octet-stream', buffer: binary })
  await page.locator('p[role=status]').filter({ hasText: 'Nothing was taken from array.npy' }).waitFor()
  await expectUnharmed(page)
})

test.each([
  ['the menu', '#v=1&panel=two-key-average', 'File of an exported figure', ''],
  ['the lesson room', '#v=1&panel=lessons', 'File of a lesson', '.json'],
])('hostile files are refused or read in part by %s too', async (_, hash, label, ending) => {
  const page = await openPage(hash)
  const input = page.getByLabel(label)
  await input.waitFor({ state: 'attached' })
  for (const file of files as readonly HostileFile[]) {
    const name = `${file.id}${ending}`
    await input.setInputFiles({ name, mimeType: '', buffer: Buffer.from(progressFileOf(file)) })
  }
  await expectUnharmed(page)
})
