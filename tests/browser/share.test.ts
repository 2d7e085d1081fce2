import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, PHONE } from './page'
import { chooseInMenu } from './room'
import { expectQuiet } from './watch'

const ROOM = '#v=1&panel=two-key-average'

async function openSheet(hash: string): Promise<Page> {
  const page = await openPage(hash)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('heading', { name: 'Share this room' }).waitFor()
  return page
}

const linkIn = (page: Page) => page.getByLabel('Link to this state').inputValue()
const codePath = (page: Page) =>
  page.getByRole('img', { name: 'QR code of the link' }).locator('path').getAttribute('d')

test('link, code, QR code and words follow every tick', async () => {
  const page = await openSheet(ROOM)
  expect(await linkIn(page)).toBe(page.url())
  await page.getByText('They get the room as it stands, and can change everything.').waitFor()
  const before = await codePath(page)
  await page.getByRole('radio', { name: 'Number of keys: locked' }).check({ force: true })
  await page.getByRole('radio', { name: 'Imbalance: hidden' }).check({ force: true })
  await page.getByRole('radio', { name: 'Story: hidden' }).check({ force: true })
  expect(await linkIn(page)).toContain('&lock=n&hide=imbalance,story')
  expect(await page.getByLabel('Code for another page').inputValue()).toContain(
    'panel=embed&amp;room=two-key-average&amp;lock=n&amp;hide=imbalance,story',
  )
  expect(await codePath(page)).not.toBe(before)
  await page.getByText('Locked, in sight: Number of keys 10.').waitFor()
  await page.getByText('Fixed, without a control: Imbalance 0. Not shown: story.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Share')
  await expectQuiet(page)
})

test('what is locked is out of action with a lock and the word, what is hidden is absent', async () => {
  const page = await openPage(`${ROOM}&lock=scale,n&hide=imbalance,presets`)
  const slider = page.getByRole('slider', { name: 'Scale', exact: true })
  await slider.waitFor()
  await expect.poll(() => slider.isDisabled()).toBe(true)
  await expect.poll(() => page.getByLabel('Number of keys, number').isDisabled()).toBe(true)
  await expect.poll(() => page.getByText('locked', { exact: true }).count()).toBe(2)
  expect(await page.getByLabel('Imbalance, number').count()).toBe(0)
  expect(await page.getByRole('group', { name: 'Presets' }).count()).toBe(0)
  await page.getByText('Locked in this copy: Scale, Number of keys, Imbalance.').waitFor()
  // Nor by other ways: the menu, a number in a formula.
  await chooseInMenu(page, 'Reset')
  await page.getByLabel('Keys to average, number').fill('3')
  await expect.poll(() => page.url()).toContain('m=3')
  await page.getByRole('button', { name: 'Open an unlocked copy' }).click()
  await expect.poll(() => slider.isDisabled()).toBe(false)
  await expect.poll(() => page.url()).not.toContain('lock=')
  await expectQuiet(page)
})

test('a claim that would move what is locked says so instead', async () => {
  const page = await openPage(`${ROOM}&lock=scale,n,angle,imbalance,pushAway,m`)
  const show = page.getByRole('button', { name: 'Break it' }).first()
  await show.click()
  await page.getByText('is locked in this copy, and would have to change').first().waitFor()
  expect(page.url()).toContain('lock=')
  await expectQuiet(page)
})

test('bad parts of a lock are named', async () => {
  const page = await openPage(`${ROOM}&lock=nothing,n`)
  await page.getByText('there is no control "nothing" in this room').waitFor()
  await page.getByText('Locked in this copy: Number of keys.').waitFor()
  await expectQuiet(page)
})

test('on a phone the sheet opens from the menu and nothing of it sticks out', async () => {
  const page = await openPage(ROOM, PHONE)
  await chooseInMenu(page, 'Share')
  await page.getByRole('heading', { name: 'Share this room' }).waitFor()
  const excess = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
  await expectQuiet(page)
})
