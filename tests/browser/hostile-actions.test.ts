import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import actions from '../reference/hostile-actions.json'
import { TRIED_ELSEWHERE, UNTRIED } from './hostile-coverage'
import { openPage } from './page'
import { expectSane } from './room'
import { expectQuiet } from './watch'

const average = '#v=1&panel=two-key-average'

/** The number that the room's field for `label` holds. */
const field = (page: Page, label: string) => page.getByRole('textbox', { name: `${label}, number` }).first()
const range = (page: Page, label: string) => page.getByRole('slider', { name: label, exact: true }).first()

/** What a person reads of the room, sane; it also says so by answering a key. */
async function expectAnswering(page: Page): Promise<void> {
  await expectSane(page)
  const scale = range(page, 'Scale')
  await scale.press('Home')
  await expect.poll(() => scale.inputValue()).toBe('0')
}

/** Opens a room of links that differ in what is given, and holds each to be sane. */
const states =
  (...links: readonly string[]) =>
  async (): Promise<Page> => {
    const page = await openPage(links[0])
    for (const link of links) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, link)
      await page.locator('figure').first().waitFor()
      await expectSane(page)
    }
    return page
  }

/** Storage that holds, or does, what it should not, from the first byte of the page on. */
const withStorage =
  (prepare: string, link = average) =>
  async (): Promise<Page> => {
    const page = await openPage(link)
    await page.addInitScript(prepare)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expectAnswering(page)
    return page
  }

const store = (text: string) =>
  `localStorage.setItem('attention-explorer/v1/session', ${JSON.stringify(text)})`

/** What is tried here, by the id of the list. */
const TRIED: Readonly<Record<string, () => Promise<Page>>> = {
  'SK-005': async () => {
    const page = await openPage(average)
    const scale = range(page, 'Scale')
    await scale.dispatchEvent('pointerdown', { pointerId: 1, button: 0 })
    await scale.dispatchEvent('pointercancel', { pointerId: 1 })
    await expectAnswering(page)
    return page
  },
  'SK-010': async () => {
    const page = await openPage(average)
    for (const text of ['1e309', 'NaN', '', 'abc'])
      await range(page, 'Scale').evaluate((element: HTMLInputElement, value) => {
        element.value = value
        element.dispatchEvent(new Event('input', { bubbles: true }))
      }, text)
    await expectAnswering(page)
    return page
  },
  'SK-011': states(`${average}&n=64&m=8`, `${average}&n=2&m=8`),
  'SK-013': states(`${average}&scale=0`),
  'SK-014': states(`${average}&scale=-1000`),
  'SK-015': states(`${average}&scale=1000`),
  'SK-016': states(`${average}&scale=36`, `${average}&scale=37`, `${average}&scale=40`),
  'SK-017': states(`${average}&scale=709`, `${average}&scale=710`),
  'SK-018': states(`${average}&scale=745`, `${average}&scale=746`),
  'SK-019': states(`${average}&n=2`, '#v=1&panel=gaussian-keys&n=2', '#v=1&panel=multi-head&n=2'),
  'SK-021': states('#v=1&panel=key-query-value&norm=0', '#v=1&panel=identity-self-attention&norm=0'),
  'SK-022': states('#v=1&panel=key-query-value&norm=1e-200'),
  'SK-023': states('#v=1&panel=key-query-value&norm=100', '#v=1&panel=identity-self-attention&norm=100'),
  'SK-024': states(
    '#v=1&panel=gaussian-keys&keyVariance=0&normVariance=0',
    '#v=1&panel=multi-head&keyVariance=0',
  ),
  'SK-025': states('#v=1&panel=gaussian-keys&keyVariance=0.1&normVariance=2'),
  'SK-027': states('#v=1&panel=single-key&scale=0'),
  'SK-029': states('#v=1&panel=single-key&query=0,0'),
  'SK-030': async () => typed('-'),
  'SK-031': async () => typed('1e'),
  'SK-032': async () => typed('1e400'),
  'SK-034': async () => typed('9'.repeat(10_000)),
  'SK-037': async () => {
    const page = await openPage(average)
    await range(page, 'Scale').press('End')
    await page.locator('h1').first().click()
    for (let i = 0; i < 100; i += 1) await page.keyboard.press('Control+z')
    await expectAnswering(page)
    return page
  },
  'SK-038': async () => {
    const page = await openPage(average)
    await page.locator('main').waitFor()
    const isPrevented = await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['text'], 'dropped.txt', { type: 'text/plain' }))
      return ['dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
        return !document.querySelector('main')!.dispatchEvent(event)
      })
    })
    expect(isPrevented).toEqual([true, true])
    await expectAnswering(page)
    return page
  },
  'SK-044': async () => {
    const page = await openPage(average)
    await page.evaluate(() => {
      for (const key of ['f', 'r', 'l', 'p']) {
        const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })
        if (!document.body.dispatchEvent(event)) throw new Error(`Ctrl+${key} was swallowed`)
      }
    })
    await expectAnswering(page)
    return page
  },
  'SK-047': async () => {
    const page = await openPage(average)
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Escape')
    await expectAnswering(page)
    return page
  },
  'SK-057': async () => {
    const page = await openPage(average)
    for (let i = 0; i < 40; i += 1)
      await page.setViewportSize({ width: i % 2 === 0 ? 360 : 1440, height: i % 3 === 0 ? 500 : 900 })
    await expectAnswering(page)
    return page
  },
  'PF-001': withStorage(
    `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })`,
  ),
  'PF-002': withStorage(
    `Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }`,
  ),
  'PF-003': async () => {
    const pages = []
    for (const text of ['{', 'null', '[]', '"x"', '{"Q":1e999}', '[1,2'])
      pages.push(await withStorage(store(text))())
    return pages[0]
  },
  'PF-004': withStorage(store('{"v":2}')),
  'PF-005': withStorage(`localStorage.setItem('session', '{"theirs":1}')`),
  'PF-006': async () => {
    const page = await openPage(average)
    await page.evaluate(() => {
      for (const newValue of ['{', 'null', '{"v":1,"panel":"__proto__"}', '{"v":9}'])
        for (const key of ['attention-explorer/v1/session', 'attention-explorer/v1/progress'])
          dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }))
    })
    await expectAnswering(page)
    return page
  },
  'PF-008': async () => {
    const page = await openPage(average)
    await page.evaluate(() => localStorage.clear())
    await expectAnswering(page)
    return page
  },
  'PF-009': withStorage(`Object.defineProperty(window, 'indexedDB', { value: undefined })`),
  'PF-027': async () => {
    const page = await openPage(average)
    await page.evaluate(() => {
      for (const name of ['attention-explorer', 'attention-explorer/v1']) {
        const channel = new BroadcastChannel(name)
        // A channel has no target origin.
        Reflect.apply(channel.postMessage, channel, [{ type: 'goto', panel: '__proto__' }])
      }
    })
    await expectAnswering(page)
    return page
  },
  'PF-028': async () => {
    const page = await openPage(average)
    await page.evaluate(() => {
      for (const data of [{ type: 'goto', panel: '__proto__' }, 'eval', null, { params: { scale: NaN } }])
        dispatchEvent(new MessageEvent('message', { data, origin: 'https://elsewhere.example' }))
    })
    await expectAnswering(page)
    return page
  },
}

/** A text in the field of the scale: nothing of what is no number in its range arrives in the room. */
async function typed(text: string): Promise<Page> {
  const page = await openPage(average)
  const scale = field(page, 'Scale')
  const before = await range(page, 'Scale').inputValue()
  await scale.fill(text)
  expect(await range(page, 'Scale').inputValue()).toBe(before)
  await scale.press('Escape')
  await expectAnswering(page)
  return page
}

test('every action is tried: here, in a test that is named, or not with a reason', () => {
  const ids = [...Object.keys(TRIED), ...Object.keys(TRIED_ELSEWHERE), ...Object.keys(UNTRIED)]
  expect(ids.toSorted()).toEqual(actions.map(({ id }) => id).toSorted())
})

const titleOf = (id: string) => actions.find((action) => action.id === id)?.title

test.each(Object.entries(TRIED).map(([id, action]) => [id, titleOf(id), action] as const))(
  '%s %s',
  async (_id, _title, action) => {
    const page = await action()
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
    await expectQuiet(page)
  },
)
