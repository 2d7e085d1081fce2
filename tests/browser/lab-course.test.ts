import { arrayBuffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { asSafetensors, asStateDict, dev, drawnTensors, small, wiki } from '../knowledge/course'
import { axe } from './axe'
import { openPage, screenshot } from './page'
import { expectQuiet } from './watch'

const mimeType = 'application/octet-stream'
const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

test('a model of one’s own is read, asked, looked into and counted, and a wrong file is refused', {
  timeout: 120_000,
}, async () => {
  const page = await openPage('#v=1&panel=lab&tab=inside')
  await page.getByRole('button', { name: 'your own' }).click()
  const field = page.getByLabel(/Drop your files here/)
  await field.setInputFiles([file('vanilla.params', asStateDict(drawnTensors(small)))])
  await page.getByText(/wiki\.txt is missing: without it/).waitFor()
  await field.setInputFiles([file('wiki.txt', wiki), file('birth_dev.tsv', dev)])
  await page.getByRole('region', { name: 'Answer of your model' }).waitFor()
  const map = page.getByRole('slider', { name: 'Attention of your model' })
  await map.focus()
  await map.press('Home')
  await page.getByText('Row 1, “W”.').waitFor()
  await page.getByRole('button', { name: 'Ask all 2 questions' }).click()
  await page.getByText(/^\d of 2 right, /).waitFor()
  await axe(page)
  await screenshot(page, 'lab-own-model')

  await page.getByRole('textbox', { name: 'Where was born?' }).fill('Łukasz')
  await page.getByText('The vocabulary has no “Ł”.').first().waitFor()
  const key = 'blocks.2.attn.key.weight'
  const wrong = drawnTensors(small, { [key]: { shape: [16, 8], values: new Float32Array(128) } })
  await field.setInputFiles([file('wrong.safetensors', asSafetensors(wrong)), file('photo.jpg', 'x')])
  await page.getByText(`✗ ${key} is [16, 8], expected [16, 16]`).waitFor()
  await page.getByText(/^photo\.jpg is none of the files/).waitFor()
  expect(await page.getByRole('region', { name: 'Answer of your model' }).count()).toBe(0)
  await expectQuiet(page)
})

test('a model is trained on one’s own files, asked, saved and read again', { timeout: 120_000 }, async () => {
  const page = await openPage('#v=1&panel=lab&tab=inside')
  await page.getByRole('button', { name: 'your own' }).click()
  const field = page.getByLabel(/Drop your files here/)
  await field.setInputFiles([file('wiki.txt', `${wiki}Where? born\n`), file('birth_places_train.tsv', dev)])
  await page.getByText('No model yet: train one below').waitFor()
  await page.getByLabel('Pretraining steps').selectOption('500')
  await page.getByRole('button', { name: 'Train a model' }).click()
  await page.getByText(/about \d+ s left/).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled; what was measured until then is kept.').waitFor()

  await page.getByLabel('Pretraining steps').selectOption('0')
  await page.getByLabel('Finetuning epochs').selectOption('30')
  await page.getByLabel('Attention').selectOption('synthesizer')
  await page.getByRole('button', { name: 'Train a model' }).click()
  const words = 'Synthesizer, trained here: 0 steps of pretraining, 30 epochs of finetuning, seed 1'
  await page.getByText(`The model that answers: ${words}.`).waitFor()
  await field.setInputFiles([file('birth_dev.tsv', dev)])
  await page.getByRole('button', { name: 'Ask all 2 questions' }).click()
  await page.getByText(/^\d of 2 right, /).waitFor()
  await axe(page)
  await screenshot(page, 'lab-own-training')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save its weights' }).click()
  const saved = new Uint8Array(await arrayBuffer(await (await saving).createReadStream()))
  await field.setInputFiles([file('own-model.safetensors', saved)])
  await page.getByText('The model that answers: from a file.').waitFor()
  await page.getByText(/synthesizer attention, 2 layers of width 64/).waitFor()
  await expectQuiet(page)
})
