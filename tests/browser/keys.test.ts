import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './page'
import { expectQuiet } from './watch'

const QUESTION = '#v=1&panel=check&part=b&answer.q=Q%28k_a%2Bk_b%29'

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const answer = (page: Page) => page.getByRole('textbox', { name: 'Your answer for q' })
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })

test('a key press without a key, as it comes when a form is filled in, means nothing', async () => {
  const page = await openPage(QUESTION)
  await answer(page).waitFor()
  await page.evaluate(() => {
    for (const target of [document.querySelector('textarea')!, document.body])
      target.dispatchEvent(new Event('keydown', { bubbles: true, cancelable: true }))
  })
  await page.goto('about:blank')
  await page.goBack()
  await page.locator('h1').waitFor()
  await expectQuiet(page)
})

test('with Alt, digits go to a room and the number pad writes', async () => {
  const page = await openPage(QUESTION)
  await answer(page).focus()
  // `location` 3 is the number pad.
  await answer(page).dispatchEvent('keydown', { key: '2', code: 'Numpad2', location: 3, altKey: true })
  expect(await heading(page)).toBe('Check my answer')
  await answer(page).press('Alt+2')
  await expect.poll(() => heading(page)).toBe('Averaging two keys')
  await expectQuiet(page)
})

test('the Enter that ends the composing of a character judges nothing', async () => {
  const page = await openPage(QUESTION)
  await page.getByText('Read as').waitFor()
  const enter = { key: 'Enter', code: 'Enter', bubbles: true }
  await answer(page).dispatchEvent('keydown', { ...enter, keyCode: 229 })
  await answer(page).dispatchEvent('keydown', { ...enter, keyCode: 13, isComposing: true })
  await page.waitForTimeout(300)
  expect(await verdict(page).count()).toBe(0)
  await answer(page).dispatchEvent('keydown', { ...enter, keyCode: 13 })
  await expect.poll(() => verdict(page).innerText()).toMatch(/right/)
  await expectQuiet(page)
})

test('arrows that choose a character while one is composed step no field, nor does Enter leave a cell', async () => {
  const page = await openPage('#v=1&panel=key-query-value')
  const norm = page.getByRole('textbox', { name: 'Norm, number' })
  const before = await norm.inputValue()
  await norm.dispatchEvent('keydown', { key: 'ArrowUp', keyCode: 229, isComposing: true })
  expect(await norm.inputValue()).toBe(before)
  const cell = page.getByRole('grid').first().locator('td').first()
  await cell.press('Enter')
  await cell.getByRole('textbox').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
  await expect.poll(() => cell.getByRole('textbox').count()).toBe(1)
  await expectQuiet(page)
})

test('only the primary button drags', async () => {
  const page = await openPage('#v=1&panel=single-key')
  const number = page.locator('.katex-html [data-param="scale"]').first()
  const key = page.getByRole('button', { name: /^Key 2, at/ })
  await number.waitFor()
  const before = [await number.innerText(), await key.getAttribute('aria-label')]
  const dragged = async (button: 'left' | 'middle' | 'right') => {
    for (const grip of [key.locator('.reach'), number]) {
      await grip.hover()
      await page.mouse.down({ button })
      const { x, y, width, height } = (await grip.boundingBox())!
      await page.mouse.move(x + width / 2 + 40, y + height / 2 + 20, { steps: 5 })
      await page.mouse.up({ button })
    }
    return [await number.innerText(), await key.getAttribute('aria-label')]
  }
  expect(await dragged('right')).toEqual(before)
  expect(await dragged('middle')).toEqual(before)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
  const [scale, place] = await dragged('left')
  expect(scale).not.toBe(before[0])
  expect(place).not.toBe(before[1])
})
