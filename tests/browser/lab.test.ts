import { expect, test } from 'vitest'
import { axe } from './axe'
import { openPage, screenshot, stage } from './page'
import { expectQuiet } from './watch'

/** A run of seconds: few people, few steps. */
const SMALL = '#v=1&panel=lab&people=16&steps=20'

test('a miniature is trained to its end, kept over a reload, and looked into', {
  timeout: 300_000,
}, async () => {
  const page = await openPage(SMALL)
  for (const model of ['Synthesizer, matched', 'no pretraining'])
    await page.getByRole('checkbox', { name: new RegExp(`^${model}`) }).uncheck()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const row = (label: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`${label}$`) }) })
  for (const label of ['vanilla', 'Synthesizer'])
    await row(label).getByText('✓ done').waitFor({ timeout: 200_000 })
  await axe(page)
  await screenshot(page, 'lab-trained')
  await page.reload()
  await row('vanilla').getByText('✓ done').waitFor()

  await page.getByRole('button', { name: 'Look inside' }).click()
  await page.getByRole('region', { name: 'Answer of vanilla', exact: true }).waitFor()
  await axe(page)
  const map = page.getByRole('slider', { name: 'Attention of vanilla' })
  await map.focus()
  await map.press('ArrowUp')
  await expect.poll(() => page.getByText(/kept; Esc frees it/).count()).toBe(1)
  await screenshot(page, 'lab-inside')
  await expectQuiet(page)
})

test('a run is paused, stepped once, stopped and deleted', { timeout: 300_000 }, async () => {
  const page = await openPage('#v=1&panel=lab&people=16&steps=2000')
  for (const model of ['Synthesizer, matched', 'no pretraining', 'Synthesizer scores'])
    await page.getByRole('checkbox', { name: new RegExp(`^${model}`) }).uncheck()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const progress = page.getByRole('progressbar', { name: 'Progress of vanilla' })
  const steps = async () => Number(await progress.getAttribute('value'))
  await expect.poll(steps, { timeout: 100_000 }).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Pause vanilla' }).click()
  await page.getByText(/^paused at/).waitFor()
  let before = -1
  await expect
    .poll(
      async () => {
        const now = await steps()
        const rests = now === before
        before = now
        return rests
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(true)
  await page.getByRole('button', { name: 'One step vanilla' }).click()
  await expect.poll(steps, { timeout: 30_000 }).toBe(before + 1)
  await page.getByRole('button', { name: 'Stop vanilla' }).click()
  await page.getByRole('button', { name: 'Delete vanilla' }).click()
  await page.getByText(/No runs yet/).waitFor()
  await expectQuiet(page)
})

test('finished runs stand there without training, and their models can be opened', {
  timeout: 120_000,
}, async () => {
  const page = await openPage('#v=1&panel=lab')
  const card = page.getByRole('region', { name: 'Finished runs that ship with this page' })
  await card.getByRole('rowheader', { name: 'vanilla' }).waitFor()
  await expect.poll(() => card.getByRole('cell', { name: /\(\d+ of 72\)$/ }).count()).toBe(10)
  await card.getByText(/^On seed 2 the Synthesizer is ahead/).waitFor()
  await card.getByText(/the last 2026-\d\d-\d\d .* UTC/).waitFor()
  await axe(page)
  await page.getByRole('button', { name: 'One name in each paragraph' }).click()
  await page.getByText(/found with a prototype/).waitFor()
  await page.getByRole('button', { name: 'Look inside' }).click()
  for (const model of ['vanilla', 'Synthesizer'])
    await page.getByRole('region', { name: `Answer of ${model} (shipped)` }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Part 3' }).click()
  await page.getByRole('region', { name: 'A name that does not exist' }).waitFor()
  await expectQuiet(page)
})

test('where the finished runs cannot be fetched a sentence says so, and training is offered', async () => {
  const page = await openPage('', {}, 'about:blank')
  await page.route(/lab\/results\.json$/, (route) => route.abort())
  await page.goto(`${stage().origin}/#v=1&panel=lab`)
  await page.getByText(/runs that ship with this page could not be fetched/).waitFor()
  expect(await page.getByRole('button', { name: 'Start', exact: true }).isEnabled()).toBe(true)
})

test('a file that is no run is refused in a sentence', async () => {
  const page = await openPage(SMALL)
  await page.getByLabel('Files of runs').setInputFiles({
    name: 'notes.safetensors',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('hello'),
  })
  await page.getByText(/notes\.safetensors: The file is no \.safetensors file/).waitFor()
  await expectQuiet(page)
})

test('the link carries the setting of the next run and the open part', async () => {
  const page = await openPage('#v=1&panel=lab&tab=inside&friends=1')
  await page.getByText(/one question, token by token/).waitFor()
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Friends per paragraph, number' }).inputValue())
    .toBe('1')
  await expect.poll(() => page.url()).not.toContain('tab=')
})
