import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { multiHead } from '../../src/constructions/multi-head/multi-head'
import { multiHeadModel } from '../../src/constructions/multi-head/multi-head.model'
import { initialParams } from '../../src/constructions/params'
import { number } from '../../src/tex/format'
import { openPage } from './page'
import { expectQuiet } from './watch'

const room = '#v=1&panel=multi-head'
const status = (page: Page) => page.getByRole('region', { name: 'Draws' }).getByRole('status')
const drawn = (page: Page, text: RegExp) =>
  expect.poll(() => status(page).innerText(), { timeout: 40_000 }).toMatch(text)

/** A row of the table of designs, cell by cell. */
const cells = async (page: Page, design: string) =>
  (await page.locator(`[data-mark~="design-${design}"] td`).allInnerTexts()).map((text) => text.trim())

/** The number, and the uncertainty, that a cell of the table states. */
function measured(text: string): { value: number; uncertainty: number } {
  const [value, uncertainty] = text
    .split('±')
    .map((part) => Number(part.trim().replace('−', '-').replaceAll(/\s/g, '')))
  return { value, uncertainty }
}

type Params = Parameters<typeof multiHeadModel>[0]

/** How the figure labels the projection of key a on its mean. */
const shown = (params: Params) => `γ = ${number(multiHeadModel(params).gamma, undefined, 3)}`

test('every design is sampled on the same draws, beside its exact law', async () => {
  const page = await openPage(`${room}&keyVariance=0`)
  await drawn(page, /^100.000 in/)
  for (const design of ['one', 'separate', 'identical', 'pushing', 'away']) {
    const [success, sampled] = (await cells(page, design)).map(measured)
    // Four standard errors: the table's ± is the half width at 95 %.
    expect(Math.abs(sampled.value - success.value), design).toBeLessThanOrEqual(
      2.1 * sampled.uncertainty + 1e-4,
    )
  }
  const rows = await Promise.all(['one', 'identical'].map((design) => cells(page, design)))
  expect(rows[1].slice(0, 6)).toEqual(rows[0].slice(0, 6))
  await expectQuiet(page)
})

test('the draw of a link is the draw of Node, design after design', async () => {
  const params = { ...initialParams(multiHead.params), seed: 7, draw: 12 }
  const page = await openPage(`${room}&seed=7&draw=12`)
  const gamma = () => page.locator('figure', { hasText: 'Projection of key a' }).innerText()
  await expect.poll(gamma).toContain(shown(params))
  await page.getByRole('radio', { name: 'heads that push' }).check()
  await expect.poll(() => page.url()).toContain('design=pushing')
  await expect.poll(gamma).toContain(shown(params))
  await page.getByRole('button', { name: 'Draw one' }).click()
  await expect.poll(gamma).toContain(shown({ ...params, draw: 13 }))
  await expectQuiet(page)
})

test('a failing draw is one click away, and its head misses key a', async () => {
  const page = await openPage(room)
  const failing = multiHead.presets.find(({ id }) => id === 'behind')!
  await page.getByRole('button', { name: failing.label, exact: true }).click()
  const params = { ...initialParams(multiHead.params), ...failing.params }
  const { gamma, threshold } = multiHeadModel(params)
  expect(gamma).toBeLessThan(threshold)
  await expect
    .poll(() => page.locator('figure', { hasText: 'Projection of key a' }).innerText())
    .toContain(shown(params))
  await expectQuiet(page)
})

test('eight heads average eight keys, and a pinned pair stays as a ghost', async () => {
  const page = await openPage(room)
  await drawn(page, /^100.000 in/)
  await page.getByRole('button', { name: /^Pin/ }).click()
  await page.getByRole('textbox', { name: 'Heads, number' }).fill('8')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.ghost').count()).toBeGreaterThan(0)
  await expect.poll(() => page.url()).toMatch(/A\.|heads=8/)
  await drawn(page, /^100.000 in/)
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity/)
  await expectQuiet(page)
})
