import { expect, test } from 'vitest'
import { openPage } from './page'
import { setTheme } from './room'
import { expectQuiet } from './watch'

const ROOM = '#v=1&panel=key-query-value'

/** The brightness of the page's paper, from 0 to 255. */
const paper = () => {
  const [red] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
  return Number(red)
}

test('what was set dark prints light', async () => {
  const page = await openPage(ROOM)
  await setTheme(page, 'dark')
  await expect.poll(() => page.evaluate(paper)).toBeLessThan(60)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.evaluate(paper)).toBeGreaterThan(240)
  await expectQuiet(page)
})

test('in a right-to-left document formulas and numbers keep their order', async () => {
  const page = await openPage(ROOM)
  await page.locator('main .katex-html').first().waitFor()
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const directions = await page
    .locator('main :is(.katex, svg, input[inputmode], [data-quantity])')
    .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).direction))])
  expect(directions).toEqual(['ltr'])
})

test('forced colours keep what is drawn through letters, the cells and the open room', async () => {
  const page = await openPage(ROOM)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.locator('main .katex').first().waitFor()
  const adjusted = await page
    .locator('main :is(.katex, svg)')
    .evaluateAll((all) => [
      ...new Set(all.map((element) => getComputedStyle(element).getPropertyValue('forced-color-adjust'))),
    ])
  expect(adjusted).toEqual(['none'])
  const outlined = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.length > 0 && all.every((e) => getComputedStyle(e).outlineStyle === 'solid'))
  await expect.poll(() => outlined('nav [aria-current]')).toBe(true)
  await expect.poll(() => outlined('main [class*="_cell_"]')).toBe(true)
})
