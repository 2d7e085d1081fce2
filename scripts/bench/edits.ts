import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { serve } from '../../tests/browser/server'
import { findBrowser } from '../browser/find'
import { build, launchArguments } from '../browser/launch'
import { thisMachine } from '../browser/machine'

const EDITS = Number(process.env.EDITS ?? 60)
/** How many times slower than this machine the page's processor is made. */
const SLOWDOWN = 4
/** Long enough for the slowest derivation to catch up before the next edit. */
const PAUSE_MS = 900

/** How long a person holds a button down. */
const PRESS_MS = 80

/** One edit: milliseconds from the click to the frame that shows it, and what followed. */
interface Timing {
  readonly painted: number
  /** Until scores, weights and outputs stood. */
  readonly figures: number
  /** The longest time between two frames until the derivation stood still. */
  readonly longest: number
  /** Until the last formula stood. */
  readonly settled: number
}

/** Clicks on cells of K, Q and V with the whole derivation written out, on a processor four times slower. */
export async function benchEdits(): Promise<string[]> {
  const site = await serve(resolve(process.env['DIST'] ?? build()))
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine).path,
    args: launchArguments,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // tsx wraps functions to keep their names, those too that are sent to the page.
    await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
    await page.goto(`${site.origin}/#v=1&panel=key-query-value`)
    await page.getByRole('button', { name: 'Write all steps out' }).click()
    await page.waitForTimeout(2000)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return reported(await edited(page, devtools))
  } finally {
    await browser.close()
    site.close()
  }
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
    await page.waitForTimeout(PRESS_MS)
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
  let figuresAt = 0
  const watch = (selector: string, then: () => void) => {
    for (const element of document.querySelectorAll(selector))
      new MutationObserver(then).observe(element, { childList: true, characterData: true, subtree: true })
  }
  watch('section[aria-label="Derivation"]', () => {
    changedAt = performance.now()
  })
  watch('figure:has(table:is([aria-label="Scores"], [aria-label="Weights"], [aria-label="Outputs"]))', () =>
    painted((now) => {
      figuresAt = now
    }),
  )
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const timing = { painted: 0, figures: 0, longest: 0, settled: 0 }
      Object.assign(window, { timing })
      let last = 0
      const follow = (now: number) => {
        if (last > 0) timing.longest = Math.max(timing.longest, now - last)
        else timing.painted = now - timeStamp
        last = now
        timing.figures = Math.max(timing.painted, figuresAt - timeStamp)
        timing.settled = Math.max(timing.painted, changedAt - timeStamp)
        if (now - timeStamp < 800) painted(follow)
      }
      painted(follow)
    },
    { capture: true },
  )
}

function reported(timings: readonly Timing[]): string[] {
  const line = (what: string, of: (timing: Timing) => number) => {
    const sorted = timings.map(of).toSorted((a, b) => a - b)
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1).padStart(7)
    return `${what.padEnd(44)} median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`
  }
  return [
    `${timings.length} clicks on cells of K, Q and V, all steps written out, ${SLOWDOWN}× throttling`,
    // Wall-clock times: other work on the machine lengthens them.
    `load average ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`,
    `${line('cell edit to painted frame', ({ painted }) => painted)} (target 33)`,
    line('until scores, weights and outputs are painted', ({ figures }) => figures),
    line('longest frame while the derivation follows', ({ longest }) => longest),
    line('until the last formula stands', ({ settled }) => settled),
  ]
}
