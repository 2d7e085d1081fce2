import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './page'
import { expectQuiet } from './watch'

const AVERAGE = '#v=1&panel=two-key-average'

async function opened(): Promise<Page> {
  const page = await openPage(AVERAGE)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('.katex-html').first().waitFor()
  await page.waitForTimeout(500)
  return page
}

/** What the clipboard holds after all of `target` was selected and copied. */
async function copied(page: Page, target: Locator): Promise<string> {
  await target.evaluate((element) => getSelection()?.selectAllChildren(element))
  await page.keyboard.press('Control+c')
  return page.evaluate(() => navigator.clipboard.readText())
}

test('a formula alone is copied as its LaTeX, once', async () => {
  const page = await opened()
  const formula = page.getByRole('group', { name: /^Formula 1 of: Choose the query/ })
  expect(await copied(page, formula)).toBe('q = Q\\,(k_{a} + k_{b}) \\qquad Q = 3')
  await expectQuiet(page)
})

test('a part of a formula is copied as the whole of it', async () => {
  const page = await opened()
  await page
    .locator('.katex-html [data-mark="key-a"]')
    .first()
    .evaluate((symbol) => getSelection()?.selectAllChildren(symbol))
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('k_{a}')
})

test('a passage is copied with its words and lines, and its formulas between dollars', async () => {
  const page = await opened()
  expect(await copied(page, page.locator('h1 ~ p').last())).toBe(
    'Can one query make the output the plain average of two values, $\\tfrac12(v_a+v_b)$? Point it at both keys at once, and push.',
  )
  const step = await copied(page, page.locator('li', { hasText: 'What is left over' }))
  expect(step).toMatch(
    /^What is left over leaks to the other \$8\$ keys: the error is the leak times a fixed vector\n+\\\[ L = \\frac\{n-2\}/,
  )
  expect(step.match(/\\frac\{n-2\}/g)).toHaveLength(1)
  expect(step).not.toMatch(/\\html|\{\{|arrows go through/)
})

test('what has no formula, and what is typed, is copied as ever', async () => {
  const page = await opened()
  expect(await copied(page, page.locator('h1'))).toBe('Averaging two keys')
  const field = page.getByRole('textbox', { name: 'Scale, number' })
  await field.focus()
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('3')
})
