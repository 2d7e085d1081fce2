import { expect, test } from 'vitest'
import { openPage, stage } from './page'
import { slider } from './slider'
import { noise } from './watch'

test('a page that another program has damaged is drawn afresh, with everything that was set', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  await slider(page, 'Scale').press('End')
  await page.evaluate(() => document.querySelector('main')?.remove())
  await page.getByRole('link', { name: /Gaussian keys/ }).click()
  await page.getByRole('heading', { level: 1, name: 'When keys are random' }).waitFor()
  await page.getByRole('link', { name: /Average/ }).click()
  expect(await slider(page, 'Scale').value()).toBe(1)
  // It goes on as before: one undo, one address, one listener to each key.
  await slider(page, 'Scale').press('Home')
  await page.keyboard.press('Control+z')
  expect(await slider(page, 'Scale').value()).toBe(1)
  await expect.poll(() => page.url()).toContain('scale=1000')
  expect(await noise(page)).toEqual([expect.stringMatching(/^exception: .*removeChild/)])
})

test('a page that breaks whenever it is drawn says so, and offers the initial state', async () => {
  const page = await openPage('', {}, 'about:blank')
  await page.addInitScript(() => {
    const create = document.createElement.bind(document)
    const breaking = (name: string, options?: ElementCreationOptions) => {
      if (name === 'main' && location.hash.includes('scale=77')) throw new Error('no main here')
      return create(name, options)
    }
    Object.assign(document, { createElement: breaking })
  })
  await page.goto(`${stage().origin}/#v=1&panel=two-key-average&scale=77`)
  const alert = page.getByRole('alert')
  await alert.getByText('cannot be shown').waitFor()
  await page.evaluate(() => history.replaceState(null, '', '#'))
  await alert.getByRole('button', { name: 'Go on from the initial state' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})
