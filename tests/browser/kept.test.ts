import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from './page'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** Hides the page, as a phone does when its owner looks at something else; nothing is heard of it after. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    return { stored: JSON.stringify(Object.entries(localStorage)), hash: location.hash }
  })

describe('a page that is hidden', () => {
  test('has written down what was set', async () => {
    const page = await openPage('#v=1&panel=two-key-average')
    await slider(page, 'Scale').press('End')
    const { stored, hash } = await hide(page)
    expect(hash).toContain('scale=1000')
    expect(stored).toContain('scale=1000')
  })

  test('has written down what was typed, and what was noted', async () => {
    const page = await openPage('#v=1&panel=check&part=b')
    await page.getByLabel('Note on 1(b)').fill('point at both')
    await page.getByRole('textbox', { name: 'Your answer for q' }).fill('Q*k_rest')
    const { stored } = await hide(page)
    expect(stored).toContain('k_rest')
    expect(stored).toContain('point at both')
  })

  test('has written down the last cell that was set', async () => {
    const page = await openPage('#v=1&panel=key-query-value')
    const cell = page.getByRole('grid').first().locator('td').first()
    await cell.focus()
    // In one go: no frame is painted between the key and the hiding.
    const stored = await page.evaluate(() => {
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: '7', bubbles: true, cancelable: true }),
      )
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      return JSON.stringify(Object.entries(localStorage))
    })
    expect(stored).toMatch(/Matrix=7,/)
  })
})

test('a second tab keeps the answer that was begun in the first one', async () => {
  const first = await openPage('#v=1&panel=check&part=a')
  const second = await first.context().newPage()
  await second.goto(`${first.url().split('#')[0]}#v=1&panel=check&part=b`)
  const answer = (page: Page) => page.getByRole('textbox', { name: 'Your answer for q' })
  await answer(second).waitFor()
  await answer(first).fill('Q*k_begun')
  await hide(first)
  await answer(second).fill('Q*k_other')
  const { stored } = await hide(second)
  expect(stored).toContain('k_begun')
  expect(stored).toContain('k_other')
})

describe('a file that is read', () => {
  const importing = async (page: Page, content: string) => {
    const own = page.getByRole('region', { name: 'My progress' }).locator('input[type=file]')
    await own.setInputFiles({
      name: 'copy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    })
    const said = page.locator('p[role=status]').filter({ hasText: 'copy.json' })
    await said.waitFor()
    return await said.innerText()
  }
  const copyOf = (note: string, more: object = {}) =>
    JSON.stringify({ v: 1, parts: { b: { attempts: [], isRevealed: false, note } }, written: {}, ...more })

  test.each([
    ['no JSON', 'Nothing was taken from copy.json.'],
    ['{"v":7}', 'Nothing was taken from copy.json.'],
    ['{"v":1,"parts":{},"written":{}}', 'copy.json holds nothing that is not here already.'],
    ['{"v":1,"parts":{"z":{}},"written":{}}', 'Nothing was taken from copy.json.'],
    [copyOf('a note'), 'copy.json was read.'],
    [copyOf('a note', { written: { unheard: {} } }), 'copy.json was read in part.'],
  ])('%s: “%s”', async (content, sentence) => {
    const page = await openPage('#v=1&panel=check&part=b')
    expect(await importing(page, content)).toBe(sentence)
    await expectQuiet(page)
  })

  test('adds no note twice whose lines end as on another system', async () => {
    const page = await openPage('#v=1&panel=check&part=b')
    const note = page.getByLabel('Note on 1(b)')
    await note.fill('first\nsecond')
    expect(await importing(page, copyOf('first\r\nsecond'))).toBe(
      'copy.json holds nothing that is not here already.',
    )
    await expect.poll(() => note.inputValue()).toBe('first\nsecond')
    await expectQuiet(page)
  })
})

describe('a text beyond what fits', () => {
  /** As it is pasted: the browser cuts, as it does for a person. */
  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text)
  const cut = (page: Page) => page.getByRole('status').filter({ hasText: 'is left out' })

  test('is cut with a word, in an answer', async () => {
    const page = await openPage('#v=1&panel=check&part=b')
    const answer = page.getByRole('textbox', { name: 'Your answer for q' })
    await answer.focus()
    await paste(page, 'Q(k_a+k_b)')
    expect(await cut(page).count()).toBe(0)
    await paste(page, '+k_a'.repeat(300))
    await cut(page).waitFor()
    await expect.poll(() => cut(page).innerText()).toContain('1000 characters')
    expect((await answer.inputValue()).length).toBe(1000)
    await page.getByRole('button', { name: /^k_b:/ }).click()
    expect((await answer.inputValue()).length).toBe(1000)
    await answer.fill('Q*k_a')
    await cut(page).waitFor({ state: 'detached' })
    await expectQuiet(page)
  })

  test('is cut with a word, in a note', async () => {
    const page = await openPage('#v=1&panel=check&part=b')
    await page.getByLabel('Note on 1(b)').focus()
    await paste(page, 'word '.repeat(5000))
    await cut(page).waitFor()
    await expect.poll(() => cut(page).innerText()).toMatch(/20.000 characters/)
  })
})
