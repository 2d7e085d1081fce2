import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, stage } from './page'
import { expectQuiet } from './watch'

const TIMEOUT = 300_000
const DONE = { timeout: 200_000 }

const row = (page: Page) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('progressbar').or(page.getByRole('button', { name: /vanilla$/ })) })
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Progress of vanilla' })
const stepOf = async (page: Page) => Number(await progress(page).getAttribute('value'))

/** Starts the training of one vanilla model and waits for a step beyond `least`. */
async function started(page: Page, least: number): Promise<void> {
  for (const model of ['Synthesizer, matched', 'no pretraining', 'Synthesizer scores'])
    await page.getByRole('checkbox', { name: new RegExp(`^${model}`) }).uncheck()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect.poll(() => stepOf(page), { timeout: 100_000 }).toBeGreaterThan(least)
}

const small = (steps: number) => `#v=1&panel=lab&people=16&steps=${steps}`

test('a run is paused, survives a reload, goes on to its end, and comes back from its file', {
  timeout: TIMEOUT,
}, async () => {
  const page = await openPage(small(400))
  await started(page, 3)
  await page.getByRole('button', { name: 'Pause vanilla' }).click()
  await page.getByText(/^paused at/).waitFor()
  await page.waitForTimeout(1500)
  const paused = await stepOf(page)
  await page.reload()
  await page.getByText(/^kept at/).waitFor()
  expect(await stepOf(page)).toBe(paused)
  await page.getByRole('button', { name: 'Go on vanilla' }).click()
  await page.getByText('✓ done').waitFor(DONE)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save vanilla' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const buffer = Buffer.concat(chunks)
  const before = await row(page).innerText()
  await page.getByRole('button', { name: 'Delete vanilla' }).click()
  await page.getByText(/No runs yet/).waitFor()
  const field = page.getByLabel('Files of runs')
  await field.setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer,
  })
  await page.getByText('✓ done').waitFor()
  expect(await row(page).innerText()).toBe(before)
  await expectQuiet(page)
})

test('a run whose worker breaks goes on from its last kept step', { timeout: TIMEOUT }, async () => {
  const page = await openPage(small(400))
  await started(page, 30)
  const worker = page.workers().find((one) => one.url().includes('training'))
  if (!worker) throw new Error('expected a worker that trains')
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken for a test')
    })
  })
  const said = await page.getByText(/The browser ended its worker\. Go on from step \d+/).innerText()
  const from = Number(/step (\d+)/.exec(said)?.[1])
  expect(from).toBeGreaterThanOrEqual(20)
  await page.getByRole('button', { name: 'Go on vanilla' }).click()
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(from)
  await page.getByText('✓ done').waitFor(DONE)
})

test('where the device is full a sentence says so, and the run goes on', { timeout: TIMEOUT }, async () => {
  const page = await openPage('', {}, 'about:blank')
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(`${stage().origin}/${small(20)}`)
  await started(page, 0)
  await page.getByText(/could not be kept on this device: its storage is full or refused/).waitFor(DONE)
  await page.getByText('✓ done').waitFor(DONE)
  expect(await page.getByRole('button', { name: 'Save vanilla' }).isEnabled()).toBe(true)
})

test('a hostile file is refused in a sentence, and nothing is lost', { timeout: TIMEOUT }, async () => {
  const page = await openPage(small(20))
  await started(page, 0)
  await page.getByText('✓ done').waitFor(DONE)
  const before = await row(page).innerText()
  const header = JSON.stringify({
    __metadata__: { run: '{"__proto__":{"x":1},"setting":[]}' },
    'tok_emb.weight': { dtype: 'F32', shape: [2 ** 20, 2 ** 20], data_offsets: [0, 2 ** 42] },
  })
  const buffer = Buffer.concat([
    Buffer.from(BigUint64Array.of(BigInt(header.length)).buffer),
    Buffer.from(header),
  ])
  const mimeType = 'application/octet-stream'
  await page.getByLabel('Files of runs').setInputFiles({ name: 'vast.safetensors', mimeType, buffer })
  await page.getByText(/vast\.safetensors: .*ends before its numbers do/).waitFor()
  expect(await row(page).innerText()).toBe(before)
  await page.reload()
  await page.getByText('✓ done').waitFor()
  await expectQuiet(page)
})
