import type { CDPSession, Page } from 'playwright-core'
import { type EditTiming, observeEdits } from './edit-timing'
import { load, onThrottledPage, PRESS_MS, SLOWDOWN, spread } from './served-page'

const EDITS = 60
/** Long enough for the slowest derivation to catch up before the next edit. */
const PAUSE_MS = 900
/** How long a person's pointer rests on a cell before it is pressed. */
const REST_MS = 150

/**
 * Clicks on cells of K, Q and V with the whole derivation written out, and on a page that holds nothing but a number
 * that changes, both on a processor four times slower.
 */
export async function benchEdits(): Promise<string[]> {
  const bare = await onThrottledPage(
    (page) => page.goto(`data:text/html,${encodeURIComponent(BARE)}`),
    edited,
  )
  const room = await onThrottledPage(async (page, origin) => {
    await page.goto(`${origin}/#v=1&panel=key-query-value`)
    await page.getByRole('button', { name: 'Write all steps out' }).click()
  }, edited)
  return reported(room, bare)
}

const BARE = `<table role="grid"><tr><td data-cell onclick="this.textContent = this.textContent === '1' ? '0' : '1'">1`

async function edited(page: Page, devtools: CDPSession): Promise<EditTiming[]> {
  await page.evaluate(observeEdits)
  const cells = await page.locator('[role="grid"] [data-cell]:visible').all()
  const timings: EditTiming[] = []
  for (let i = 0; i < EDITS; i++) {
    const box = await cells[(i * 7) % Math.min(48, cells.length)].boundingBox()
    if (!box) throw new Error('bench: expected a visible cell, got none')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left', clickCount: 1 } as const
    await devtools.send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' })
    await page.waitForTimeout(REST_MS)
    await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
    await page.waitForTimeout(PRESS_MS)
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
    await page.waitForTimeout(PAUSE_MS)
    timings.push(await page.evaluate(() => (window as unknown as { timing: EditTiming }).timing))
  }
  return timings
}

function reported(room: readonly EditTiming[], bare: readonly EditTiming[]): string[] {
  const line = (what: string, timings: readonly EditTiming[], name: keyof EditTiming) =>
    spread(
      what,
      timings.map((timing) => timing[name]),
    )
  return [
    `${room.length} clicks on cells of K, Q and V, all steps written out, ${SLOWDOWN}× throttling`,
    load(),
    `${line('cell edit to painted frame', room, 'painted')} (target 33)`,
    line('the same of one number on an empty page', bare, 'painted'),
    line('until scores, weights and outputs are painted', room, 'figures'),
    line('longest frame while the derivation follows', room, 'longest'),
    line('until the last formula stands', room, 'settled'),
  ]
}
