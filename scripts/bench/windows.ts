import type { Page } from 'playwright-core'
import { serve } from '../../tests/browser/server'
import { builtFolder, launched } from '../browser/launch'
import { load, spread } from './served-page'

/** Moves of the slider, a tenth of a second apart. */
const MOVES = 120

type Clocked = Window & { moves: number[]; shown: [value: string, at: number][] }

/** From a slider of the console to the frame of the hall that shows its value, in two windows of one browser. */
export async function benchWindows(): Promise<string[]> {
  const site = await serve(builtFolder())
  const browser = await launched()
  const before = load()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${site.origin}/#v=1&panel=two-key-average`)
    await page.locator('input[type="range"][aria-label="Scale"]').waitFor()
    const opening = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Lecture' }).click()
    const hall = await opening
    await hall.locator('figure').waitFor()
    await page.waitForTimeout(1500)
    const times = await delays(page, hall)
    return [
      `${before} before, ${load()} after; ${times.length} of ${MOVES} moves shown before the next`,
      spread('slider to the frame of the hall', times),
    ]
  } finally {
    await browser.close()
    site.close()
  }
}

async function delays(page: Page, hall: Page): Promise<number[]> {
  await page.evaluate(`
    globalThis.moves = []
    addEventListener('keydown', () => moves.push(performance.timeOrigin + performance.now()), { capture: true })`)
  await hall.evaluate(`
    globalThis.shown = []
    const look = () => {
      const value = document.querySelector('input[type="range"]')?.value
      // After this frame has been painted.
      if (value !== undefined && value !== shown.at(-1)?.[0])
        setTimeout(() => shown.push([value, performance.timeOrigin + performance.now()]))
      requestAnimationFrame(look)
    }
    look()`)
  await page.locator('input[type="range"][aria-label="Scale"]').focus()
  for (let move = 0; move < MOVES; move += 1) {
    await page.keyboard.press(move % 40 < 20 ? 'Shift+ArrowRight' : 'Shift+ArrowLeft')
    await page.waitForTimeout(100)
  }
  const moves = await page.evaluate(() => (window as unknown as Clocked).moves)
  const shown = await hall.evaluate(() => (window as unknown as Clocked).shown)
  // Each press moves the slider, and is shown before the next one.
  return moves.flatMap((at, i) => {
    const frame = shown.find(([, when]) => when >= at && when < (moves[i + 1] ?? Infinity))
    return frame ? [frame[1] - at] : []
  })
}
