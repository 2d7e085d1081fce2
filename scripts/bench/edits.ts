import type { CDPSession, Page } from 'playwright-core'
import { load, onThrottledPage, SLOWDOWN, spread } from './served-page'

const EDITS = 60
/** Long enough for the slowest derivation to catch up before the next edit. */
const PAUSE_MS = 900

/** One edit: milliseconds from the click to the frame that shows it, and what followed. */
interface Timing {
  readonly painted: number
  /** The longest time between two frames until the derivation stood still. */
  readonly longest: number
  /** Until the last formula stood. */
  readonly settled: number
}

/** Clicks on cells of K, Q and V with the whole derivation written out, on a processor four times slower. */
export function benchEdits(): Promise<string[]> {
  return onThrottledPage(
    async (page, origin) => {
      await page.goto(`${origin}/#v=1&panel=key-query-value`)
      await page.getByRole('button', { name: 'Write all steps out' }).click()
    },
    async (page, devtools) => reported(await edited(page, devtools)),
  )
}

async function edited(page: Page, devtools: CDPSession): Promise<Timing[]> {
  await page.evaluate(observe)
  const cells = await page
    .getByRole('grid', { name: /matrix [KQV]$/ })
    .getByRole('gridcell')
    .all()
  const timings: Timing[] = []
  for (let i = 0; i < EDITS; i++) {
    const box = await cells[(i * 7) % cells.length].boundingBox()
    if (!box) throw new Error('bench: expected a visible cell, got none')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left', clickCount: 1 } as const
    await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
    await page.waitForTimeout(PAUSE_MS)
    timings.push(await page.evaluate(() => (window as unknown as { timing: Timing }).timing))
  }
  return timings
}

/** Runs in the page: writes what every click leads to into `window.timing`. */
function observe(): void {
  const painted = (then: (now: number) => void) =>
    requestAnimationFrame(() => {
      // A message is handled after the frame it was sent from has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => then(performance.now()))
      port1.start()
      port2.postMessage('')
    })
  let changedAt = 0
  new MutationObserver(() => {
    changedAt = performance.now()
  }).observe(document.querySelector('section[aria-label="Derivation"]')!, {
    childList: true,
    characterData: true,
    subtree: true,
  })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const timing = { painted: 0, longest: 0, settled: 0 }
      Object.assign(window, { timing })
      let last = 0
      const follow = (now: number) => {
        if (last > 0) timing.longest = Math.max(timing.longest, now - last)
        else timing.painted = now - timeStamp
        last = now
        timing.settled = Math.max(timing.painted, changedAt - timeStamp)
        if (now - timeStamp < 800) painted(follow)
      }
      painted(follow)
    },
    { capture: true },
  )
}

function reported(timings: readonly Timing[]): string[] {
  return [
    `${timings.length} clicks on cells of K, Q and V, all steps written out, ${SLOWDOWN}× throttling`,
    load(),
    `${spread(
      'cell edit to painted frame',
      timings.map(({ painted }) => painted),
    )} (target 33)`,
    spread(
      'longest frame while the derivation follows',
      timings.map(({ longest }) => longest),
    ),
    spread(
      'until the last formula stands',
      timings.map(({ settled }) => settled),
    ),
  ]
}
