import { setTimeout } from 'node:timers/promises'
import { type Browser, type CDPSession, type Page } from 'playwright-core'
import { type Contestant, compared } from './contestants'
import { type DragFrames, observeFrames } from './frames'
import { quantile } from './measure'
import { SLOWDOWN } from './served-page'

const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
/** Pointer events of one drag, one for each frame of a screen. */
const MOVES = 180
const FRAME_MS = 1000 / 60

/**
 * Frames while a slider is dragged, of every room and of their peers, by turns, on a processor four times slower; the
 * table of the documentation is written.
 */
export const benchDrag = (): Promise<string[]> =>
  compared(ROUNDS, dragged, {
    name: 'drag',
    how: `${ROUNDS} drags of ${MOVES} pointer events, ${SLOWDOWN}× throttling, 1366×768; milliseconds, and the ratio to Mafs`,
    heading: [
      'frame, median',
      '95th percentile',
      'main thread',
      'derivation behind, frames (median / 95th percentile)',
    ],
    cells: cellsOf,
  })

interface Drag extends DragFrames {
  /** Milliseconds of the main thread's own processor time for each pointer event: what else runs is left out. */
  readonly busy: number
}

async function dragged(browser: Browser, { address, slider }: Contestant): Promise<Drag> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  // tsx wraps functions to keep their names, those too that are sent to the page.
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
  await page.goto(address)
  await page.locator(slider).waitFor()
  await page.waitForTimeout(1500)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.evaluate(observeFrames, [slider, 'section[aria-label="Derivation"]'] as const)
  const places = await placesOn(page, slider)
  await drag(devtools, places)
  const frames = await page.evaluate(() =>
    (window as unknown as { dragFrames: () => DragFrames }).dragFrames(),
  )
  const busy = await timePerEvent(page, devtools, places)
  await context.close()
  return { ...frames, busy }
}

interface Place {
  readonly x: number
  readonly y: number
}

/** To and fro between a fifth and three fifths of the track. */
async function placesOn(page: Page, control: string): Promise<Place[]> {
  const { x, y, width, height } = (await page.locator(control).boundingBox())!
  return Array.from({ length: MOVES }, (_, move) => {
    const share = 0.2 + 0.4 * Math.abs(Math.sin((move / MOVES) * 3 * Math.PI))
    return { x: x + width * share, y: y + height / 2 }
  })
}

type Kind = 'mouseMoved' | 'mousePressed' | 'mouseReleased'

const sendMouse = (devtools: CDPSession, type: Kind, at: Place) =>
  devtools.send('Input.dispatchMouseEvent', {
    type,
    ...at,
    button: 'left',
    ...(type === 'mouseMoved' ? { buttons: 1 } : { clickCount: 1 }),
  })

/** An event for each frame of a screen, however late the page is with it. */
async function drag(devtools: CDPSession, places: readonly Place[]): Promise<void> {
  await sendMouse(devtools, 'mousePressed', places[0])
  const start = performance.now()
  const sent: Promise<unknown>[] = []
  for (const [i, place] of places.entries()) {
    while (performance.now() - start < i * FRAME_MS) await setTimeout(1)
    sent.push(sendMouse(devtools, 'mouseMoved', place))
  }
  await Promise.all(sent)
  await sendMouse(devtools, 'mouseReleased', places[0])
}

/** Milliseconds of the main thread's processor time for one event and the frame that it leads to. */
async function timePerEvent(page: Page, devtools: CDPSession, places: readonly Place[]): Promise<number> {
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const used = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'ThreadTime')!.value
  }
  await sendMouse(devtools, 'mousePressed', places[0])
  const before = await used()
  for (const place of places) {
    await sendMouse(devtools, 'mouseMoved', place)
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)))
  }
  const after = await used()
  await sendMouse(devtools, 'mouseReleased', places[0])
  return (after - before) / places.length
}

/** What the drags of a page took, beside those of a page it is compared with. */
function cellsOf(drags: readonly Drag[], others: readonly Drag[]): string[] {
  const intervals = (rounds: readonly Drag[]) => rounds.flatMap((round) => round.intervals)
  const busyTimes = (rounds: readonly Drag[]) => rounds.map(({ busy }) => busy)
  const columns: readonly ((rounds: readonly Drag[]) => number)[] = [
    (rounds) => quantile(intervals(rounds), 0.5),
    (rounds) => quantile(intervals(rounds), 0.95),
    (rounds) => quantile(busyTimes(rounds), 0.5),
  ]
  const lags = drags.flatMap((round) => round.lags)
  const behind = lags.length > 0 ? `${quantile(lags, 0.5)} / ${quantile(lags, 0.95)}` : '–'
  return [...columns.map((of) => `${of(drags).toFixed(0)} (${(of(drags) / of(others)).toFixed(1)})`), behind]
}
