import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage, PHONE } from './page'
import { openRoom } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

const AVERAGE = '#v=1&panel=two-key-average'

const field = (page: Page, label: string) => page.getByRole('textbox', { name: `${label}, number` })

describe('numbers as people write them', () => {
  test('of what ends as no number nothing is taken, not even its beginning', async () => {
    const page = await openPage(AVERAGE)
    const scale = slider(page, 'Scale')
    const before = await scale.value()
    await field(page, 'Scale').click()
    await page.keyboard.type('10')
    expect(await scale.value()).not.toBe(before)
    await page.keyboard.type(',000')
    await page.getByRole('alert').filter({ hasText: '10000 or 10.0?' }).waitFor()
    expect(await scale.value()).toBe(before)
    await page.keyboard.press('Tab')
    await page.getByRole('alert').filter({ hasText: '“10,000” was not taken. 10000 or 10.0?' }).waitFor()
    await expect.poll(() => field(page, 'Scale').inputValue()).toBe('3')
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await scale.press('ArrowRight')
    expect(await page.getByRole('alert').count()).toBe(0)
    await expectQuiet(page)
  })

  test.each([
    ['10,000', '10000'],
    ['10 000', '10000'],
    ['１２', '12'],
    ['1e3', '1000'],
    ['10^4', '10000'],
  ])('whole: %s is %s', async (text, shown) => {
    const page = await openPage(AVERAGE)
    await field(page, 'Number of keys').fill(text)
    await field(page, 'Number of keys').blur()
    await expect.poll(() => field(page, 'Number of keys').inputValue()).toBe(shown)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test.each(['10.000', '0,5', '2.5'])('whole: of %s nothing is said of decimals', async (text) => {
    const page = await openPage(AVERAGE)
    await field(page, 'Number of keys').fill(text)
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toMatch(/^(A whole number|Write 10000, without)/)
  })

  test('dashes, full-width digits and what is not seen', async () => {
    const page = await openPage(AVERAGE)
    for (const text of ['–1.5', '—１．５', '\u200E−1\u00AD.5\u200B']) {
      await field(page, 'Imbalance').fill('0')
      await field(page, 'Imbalance').fill(text)
      await field(page, 'Imbalance').blur()
      await expect.poll(() => field(page, 'Imbalance').inputValue()).toBe('−1.5')
    }
    await expectQuiet(page)
  })

  test('a cell reads what a field reads, and keeps its value from before', async () => {
    const page = await openPage('#v=1&panel=key-query-value')
    const cell = page.getByRole('grid').first().locator('td').first()
    await cell.focus()
    await page.keyboard.type('10,000')
    await page.getByRole('alert').filter({ hasText: '10000 or 10.0?' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.innerText()).toBe('0')
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await cell.focus()
    // A key of another keyboard than the test's.
    await cell.dispatchEvent('keydown', { key: '–' })
    await page.keyboard.type('１／２')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.innerText()).toBe('−1/2')
    await expectQuiet(page)
  })
})

/** The fields in which one writes, in whatever is open. */
const FIELDS = 'input:is([type=text], :not([type])), select, textarea'

/** Size of letters, and the keyboard asked for, of every field. */
const fieldsOf = (page: Page) =>
  page.locator(FIELDS).evaluateAll((all) =>
    all.map((element) => ({
      name: element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? '',
      size: Number.parseFloat(getComputedStyle(element).fontSize),
      keyboard: (element as HTMLElement).inputMode,
    })),
  )

describe('on a phone', () => {
  test.each(constructions)(
    '$title: letters that make no browser zoom, keys that can write every value',
    async (room) => {
      const page = await openRoom(room, PHONE)
      for (const cell of await page.locator('td[data-cell]').all()) await cell.press('Enter')
      const fields = await fieldsOf(page)
      for (const { name, size } of fields) expect(size, name).toBeGreaterThanOrEqual(16)
      for (const spec of Object.values(room.params)) {
        if (spec.kind === 'choice') continue
        const own = fields.filter(({ name }) => name.startsWith(`${spec.label},`))
        const needsSigns = spec.min < 0 || spec.initial === 1e-9 || (spec.min > 0 && spec.min < 1e-3)
        for (const { name, keyboard } of own) {
          if (needsSigns) expect(['', 'text'], name).toContain(keyboard)
          else expect(['text', 'decimal', 'numeric'], name).toContain(keyboard)
        }
      }
    },
  )

  test('a long answer without a space is broken, and nothing sticks out', async () => {
    const page = await openPage('#v=1&panel=check&part=b', PHONE)
    const answer = page.getByRole('textbox', { name: 'Your answer for q' })
    await answer.fill(`Q*(k_a+k_b)${'+k_a'.repeat(240)}`)
    await page.getByText('Read as').waitFor()
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await expect.poll(beyond).toBe(0)
    expect(await page.evaluate(() => innerWidth)).toBe(PHONE.width)
  })

  test('the page of answers: letters that make no browser zoom', async () => {
    const page = await openPage('#v=1&panel=check', PHONE)
    await page
      .getByText(/1\(c\)ii/)
      .first()
      .click()
    await page.locator('textarea').first().waitFor()
    const fields = await fieldsOf(page)
    expect(fields.length).toBeGreaterThan(3)
    for (const { name, size } of fields) expect(size, name).toBeGreaterThanOrEqual(16)
  })
})
