import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { fingerOn, type Place } from './finger'
import { openPage, PHONE } from './page'
import { chooseInMenu, openRoom } from './room'
import { expectQuiet } from './watch'

/** Whatever a finger can drag in a room: points and lines of figures, numbers of formulas, sliders. */
const DRAGGABLE = '.handle, .katex-html [data-param], input[type=range]'

/** Steps of a drag and their length: far beyond the 15 pixels after which a browser decides that a finger scrolls. */
const STEPS = 10
const STRIDE = 6

/** Where to take hold of what can be dragged, and a way along which it moves. */
interface Grip {
  readonly what: string
  readonly at: Place
  readonly to: Place
}

async function gripOf(page: Page, draggable: Locator): Promise<Grip> {
  await draggable.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }))
  await hasRested(page, draggable)
  return await draggable.evaluate((element, reach) => {
    const middle = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 })
    const isPoint = element.classList.contains('handle')
    const grip = element.querySelector('.reach, .touch, .grip') ?? element
    const at = middle(grip.getBoundingClientRect())
    const around = middle((element.closest('svg, [class*=formula]') ?? element).getBoundingClientRect())
    const along = (from: number, to: number) => from + (to < from ? -reach : reach)
    return {
      what: element.getAttribute('aria-label') ?? `the number ${element.getAttribute('data-param')}`,
      at,
      // Towards the middle, where its range does not end; slantwise where it may move so.
      to: { x: along(at.x, around.x), y: isPoint ? along(at.y, around.y) : at.y },
    }
  }, STEPS * STRIDE)
}

/** Formulas are typeset once they are in view, and move what is below them. */
async function hasRested(page: Page, element: Locator): Promise<void> {
  for (let before = ''; ; ) {
    const now = JSON.stringify(await element.boundingBox())
    if (now === before) return
    before = now
    await page.waitForTimeout(150)
  }
}

/** All that a drag can change; the address follows within 400 ms. */
const standing = (page: Page) => new URL(page.url()).hash

/** Counts the moves of pointers that the page gets: none come after the browser has taken a finger to scroll. */
async function countMoves(page: Page): Promise<() => Promise<number>> {
  const moves = await page.evaluateHandle(() => {
    const counted = { count: 0 }
    const count = (event: PointerEvent) => void (counted.count += event.getCoalescedEvents().length)
    addEventListener('pointermove', count, true)
    return counted
  })
  return () => moves.evaluate(({ count }) => count)
}

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })

/** Does `act` with everything in the room that can be dragged, each time from the initial state. */
async function withEach(page: Page, selector: string, act: (grip: Grip) => Promise<void>): Promise<void> {
  const all = page.locator(selector)
  const count = await all.count()
  expect(count).toBeGreaterThan(0)
  const initial = standing(page)
  for (let i = 0; i < count; i += 1) {
    await act(await gripOf(page, all.nth(i)))
    if (standing(page) !== initial) await chooseInMenu(page, 'Reset')
    await expect.poll(() => standing(page)).toBe(initial)
  }
}

describe.each(constructions)('$title', (construction) => {
  test('whatever can be dragged goes back when that is cancelled, else follows the finger step by step', async () => {
    const page = await openRoom(construction, PHONE)
    const finger = await fingerOn(page)
    const moves = await countMoves(page)
    await withEach(page, DRAGGABLE, async ({ what, at, to }) => {
      const [initial, before] = [standing(page), await moves()]
      await finger.press(at)
      await finger.move(to, STEPS)
      await expect.poll(moves, { message: what }).toBe(before + STEPS)
      await expect.poll(() => standing(page), { message: what }).not.toBe(initial)
      await finger.cancel()
      await expect.poll(() => standing(page), { message: what }).toBe(initial)

      await finger.press(at)
      await finger.move({ x: 2 * at.x - to.x, y: 2 * at.y - to.y }, STEPS)
      await finger.lift()
      await expect.poll(moves, { message: what }).toBe(before + 2 * STEPS)
      await expect.poll(() => standing(page), { message: what }).not.toBe(initial)
    })
    await expectQuiet(page)
  })

  test('a swipe over a slider that becomes a scroll leaves its value', async () => {
    const page = await openRoom(construction, PHONE)
    const finger = await fingerOn(page)
    const scrolled = () => page.evaluate(() => scrollY)
    await withEach(page, 'input[type=range]', async ({ what, at }) => {
      const [initial, top] = [standing(page), await scrolled()]
      await finger.press({ x: at.x + 37, y: at.y })
      await finger.move({ x: at.x + 37, y: at.y - 200 }, STEPS)
      await finger.lift()
      await expect.poll(scrolled, { message: what }).toBeGreaterThan(top + 50)
      await page.waitForTimeout(500)
      expect(standing(page), what).toBe(initial)
      await expect.poll(() => undo(page).isDisabled(), { message: what }).toBe(true)
    })
    await expectQuiet(page)
  })
})

test('a histogram is drawn by a finger, and a drawing that is cancelled is taken back', async () => {
  const page = await openPage('#v=1&panel=check', PHONE)
  const finger = await fingerOn(page)
  await page
    .getByText(/1\(c\)ii/)
    .first()
    .click()
  const sheet = page.locator('g:has(> rect[role=slider])')
  const bars = sheet.getByRole('slider')
  const heights = () => bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('aria-valuenow'))))
  await sheet.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = (await sheet.boundingBox())!
  const at = (across: number, up: number) => ({
    x: box.x + across * box.width,
    y: box.y + (1 - up) * box.height,
  })
  const before = await heights()
  await finger.press(at(0.05, 0.8))
  await finger.move(at(0.95, 0.3), 20)
  await expect.poll(heights).not.toEqual(before)
  await finger.cancel()
  await expect.poll(heights).toEqual(before)
  await finger.press(at(0.05, 0.8))
  await finger.move(at(0.95, 0.3), 20)
  await finger.lift()
  const drawn = await heights()
  expect(drawn[0]).toBeGreaterThan(drawn.at(-1)!)
  expect(Math.min(...drawn)).toBeGreaterThan(20)
  await expectQuiet(page)
})

test('a swipe over the slider of a prediction that becomes a scroll leaves its count', async () => {
  const page = await openPage('#v=1&panel=check', PHONE)
  const finger = await fingerOn(page)
  await page
    .getByText(/3\(a\)/)
    .first()
    .click()
  const range = page.locator('input[type=range]')
  const count = () => range.inputValue()
  const { at } = await gripOf(page, range)
  const [before, top] = [await count(), await page.evaluate(() => scrollY)]
  await finger.press({ x: at.x + 70, y: at.y })
  await expect.poll(count).not.toBe(before)
  await finger.move({ x: at.x + 70, y: at.y - 200 }, STEPS)
  await finger.lift()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 50)
  await expect.poll(count).toBe(before)
  await expectQuiet(page)
})
