import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { EmbedMessage } from '../../src/state/embed-messages'
import { openPage, stage } from './page'
import { expectQuiet } from './watch'

/** The example of the documentation, served at a port of its own: another origin than the explorer's. */
async function openHost(): Promise<Page> {
  const body = readFileSync('docs/embedding-example.html')
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(body),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const page = await openPage(
    '',
    { others: [stage().origin] },
    `http://127.0.0.1:${port}/?explorer=${stage().origin}/`,
  )
  await page.frameLocator('#room').getByRole('slider', { name: 'Scale', exact: true }).waitFor()
  return page
}

/** Everything that the room has said so far. */
const messages = async (page: Page): Promise<EmbedMessage[]> =>
  (await page.locator('#log').innerText())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as EmbedMessage)

const types = async (page: Page) => (await messages(page)).map(({ type }) => type)

test('a room within a page of another origin says what it is and how high, and takes neither focus nor scroll', async () => {
  const page = await openHost()
  await expect.poll(() => types(page)).toEqual(expect.arrayContaining(['ready', 'height']))
  const ready = (await messages(page)).find(({ type }) => type === 'ready')
  expect(ready).toMatchObject({ state: '#v=1&panel=embed&room=two-key-average&scale=2' })
  expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(['BODY', 0])
  const room = page.frameLocator('#room')
  expect(await room.getByRole('navigation').count()).toBe(0)
  expect(await room.getByRole('region', { name: 'Derivation' }).count()).toBe(0)
  await expectQuiet(page)
})

test('the page around it changes its state, and hears of its own changes and of a person’s', async () => {
  const page = await openHost()
  await page.getByRole('button', { name: 'Double the scale' }).click()
  await expect.poll(() => page.locator('#said').innerText()).toContain('scale=4')
  await expect
    .poll(() => messages(page))
    .toContainEqual(expect.objectContaining({ type: 'answer', id: 1, refused: [] }))
  expect(await messages(page)).toContainEqual(expect.objectContaining({ type: 'change', cause: 'host' }))
  const slider = page.frameLocator('#room').getByRole('slider', { name: 'Scale', exact: true })
  await slider.press('ArrowRight')
  await expect
    .poll(() => messages(page))
    .toContainEqual(
      expect.objectContaining({
        type: 'change',
        cause: 'person',
        state: expect.stringContaining('scale=4.'),
      }),
    )
  await expect.poll(async () => (await types(page)).at(-1)).toBe('settled')
  await expectQuiet(page)
})

test.each([
  ['a request of no kind', { explorer: 1, id: 'a', type: 'tell' }, { type: 'error', id: 'a' }],
  ['a request of a later version', { explorer: 2, id: 7, type: 'get' }, { type: 'error', id: 7 }],
  ['a request without an id', { explorer: 1, type: 'get' }, { type: 'error', id: null }],
  ['a state that is none', { explorer: 1, id: 1, type: 'set', state: '#v=9' }, { type: 'error', id: 1 }],
  [
    'a state of another page',
    { explorer: 1, id: 2, type: 'set', state: '#v=1&panel=lab' },
    { type: 'error', id: 2 },
  ],
  [
    'a state with a bad part',
    { explorer: 1, id: 3, type: 'set', state: '#v=1&panel=embed&room=single-key&scale=x' },
    { type: 'answer', id: 3, refused: [expect.stringContaining('scale')] },
  ],
])('%s is answered', async (_, request, answer) => {
  const page = await openHost()
  await page.evaluate((data) => {
    const room = document.querySelector<HTMLIFrameElement>('#room')
    room?.contentWindow?.postMessage('not for the explorer', '*')
    room?.contentWindow?.postMessage(data, '*')
  }, request)
  await expect.poll(() => messages(page)).toContainEqual(expect.objectContaining(answer))
  await expectQuiet(page)
})

test('within another page nothing is kept on the device, and what is locked stays locked', async () => {
  const page = await openPage('#v=1&panel=embed&room=two-key-average&lock=scale')
  const slider = page.getByRole('slider', { name: 'Scale', exact: true })
  await slider.waitFor()
  await expect.poll(() => slider.isDisabled()).toBe(true)
  await page.getByRole('link', { name: /in the Attention Explorer/ }).waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await expectQuiet(page)
})
