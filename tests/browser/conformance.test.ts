import { expect, test } from 'vitest'
import { axe } from './axe'
import { openPage, PHONE, screenshot } from './page'
import { expectSane } from './room'
import { expectQuiet } from './watch'

test('the conformance page shows every room, is filtered by room, and leads into the states', async () => {
  const page = await openPage('')
  await page.getByRole('link', { name: 'How exact are the numbers?' }).click()
  await page.getByRole('heading', { level: 1, name: 'Conformance' }).waitFor()
  await expect.poll(() => page.getByRole('table').count()).toBe(12)
  await expectSane(page)
  await axe(page)
  await page.getByRole('button', { name: '1(b)', exact: true }).click()
  await expect.poll(() => page.getByRole('table').count()).toBe(2)
  await screenshot(page, 'conformance')
  await page.getByRole('link', { name: /error of leak/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
  await expect.poll(() => page.url()).toContain('two-key-average')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Conformance' }).waitFor()
  await expectQuiet(page)
})

test('on a phone its tables scroll, and the page does not', async () => {
  const page = await openPage('#v=1&panel=conformance', PHONE)
  await page.getByRole('heading', { level: 1, name: 'Conformance' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
