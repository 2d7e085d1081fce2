import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, screenshot } from './page'
import { expectQuiet } from './watch'

const AVERAGE = '#v=1&panel=two-key-average'

/** A page whose browser gives it no clipboard, as it gives none to a page of plain http. */
async function openPlain(hash: string): Promise<Page> {
  const page = await openPage(hash)
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.reload()
  return page
}

const selected = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: area } = document
    if (!(area instanceof HTMLTextAreaElement)) return ''
    return area.value.slice(area.selectionStart, area.selectionEnd)
  })

async function openWrongAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByRole('button', { name: 'Copy as NumPy' }).waitFor()
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Copy link' }).waitFor()
}

test.each([
  ['Copy link', AVERAGE, openSheet, /^http.*#v=1&panel=two-key-average/],
  ['Copy LaTeX', AVERAGE, async () => undefined, /^% \\usepackage\{amsmath,amssymb\}\n\\begin\{align\*\}/],
  [
    'Copy',
    AVERAGE,
    (page: Page) =>
      page
        .getByRole('button', { name: /^weight of key a:/ })
        .first()
        .click(),
    /^0\.4169\d{12,}$/,
  ],
  ['Copy as NumPy', '#v=1&panel=check&part=b&answer.q=k_a%2Bk_b', openWrongAnswer, /import numpy as np/],
] as const)('without a clipboard “%s” selects the text and says so', async (name, hash, prepare, text) => {
  const page = await openPlain(hash)
  await prepare(page)
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByText('Selected: copy it with Ctrl+C or ⌘C').waitFor()
  expect(await selected(page)).toMatch(text)
  await screenshot(page, `copy-by-hand-${name}`)
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Text to copy' }).waitFor({ state: 'detached' })
  await expectQuiet(page)
})

test('a refused clipboard is no error either', async () => {
  const page = await openPage(AVERAGE)
  await page.evaluate(() => {
    Object.assign(navigator.clipboard, {
      writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')),
    })
  })
  await openSheet(page)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => selected(page)).toBe(page.url())
  await expectQuiet(page)
})

test('with a clipboard the link is copied, and that is said', async () => {
  const page = await openPage(AVERAGE)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSheet(page)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByText('Link copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})
