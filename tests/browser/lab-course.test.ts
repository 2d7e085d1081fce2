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
