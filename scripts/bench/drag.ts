import { setTimeout } from 'node:timers/promises'
import { type Browser, type CDPSession, type Page } from 'playwright-core'
import { constructions } from '../../src/constructions'
import type { Construction } from '../../src/constructions/construction'
import { serve } from '../../tests/browser/server'
import { builtFolder, launched } from '../browser/launch'
import { type DragFrames, observeFrames } from './frames'
import { builtPeers } from './peers'
import { load, SLOWDOWN } from './served-page'

const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
/** Pointer events of one drag, one for each frame of a screen. */
const MOVES = 180
const FRAME_MS = 1000 / 60

/** A page with a slider that is dragged to and fro over a part of its track. */
interface Contestant {
  readonly name: string
  readonly address: string
  /** Name of the slider for screen readers. */
  readonly slider: string
}

/** A room's main control. */
const sliderOf = ({ params, primary }: Construction) => params[primary[0]].label

/**
 * Frames while a slider is dragged, of every room and of a page that draws the bars and the curve of 1(b) with Mafs, by
 * turns, on a processor four times slower.
 */
export async function benchDrag(): Promise<string[]> {
  const sites = [await serve(builtFolder()), await serve(await builtPeers())]
  const [ours, theirs] = sites.map(({ origin }) => origin)
  const contestants: Contestant[] = [
    { name: 'Mafs: bars and curve of 1(b)', address: `${theirs}/`, slider: 'Scale' },
    ...constructions.map((construction) => ({
      name: construction.source,
      address: `${ours}/#v=1&panel=${construction.id}`,
      slider: sliderOf(construction),
    })),
  ]
  const browser = await launched()
  const drags = contestants.map((): Drag[] => [])
  const before = load()
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, contestant] of contestants.entries()) drags[i].push(await dragged(browser, contestant))
  } finally {
    await browser.close()
    for (const site of sites) site.close()
  }
  return [`${before} before, ${load()} after`, ...reported(contestants, drags)]
}

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
  const control = `input[type="range"][aria-label="${slider}"]`
  await page.locator(control).waitFor()
  await page.waitForTimeout(1500)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.evaluate(observeFrames, [control, 'section[aria-label="Derivation"]'] as const)
  const places = await placesOn(page, control)
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

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN

function reported(contestants: readonly Contestant[], drags: readonly (readonly Drag[])[]): string[] {
  const intervals = drags.map((rounds) => rounds.flatMap((round) => round.intervals))
  const lags = drags.map((rounds) => rounds.flatMap((round) => round.lags))
  const columns: readonly ((i: number) => number)[] = [
    (i) => quantile(intervals[i], 0.5),
    (i) => quantile(intervals[i], 0.95),
    (i) =>
      quantile(
        drags[i].map(({ busy }) => busy),
        0.5,
      ),
  ]
  const row = (i: number) =>
    columns
      .map((of) => `${of(i).toFixed(0).padStart(6)} (${(of(i) / of(0)).toFixed(2).padStart(4)})`)
      .join('    ')
  return [
    `${ROUNDS} drags of ${MOVES} pointer events, ${SLOWDOWN}× throttling, 1366×768; milliseconds, and the ratio to Mafs`,
    `${''.padEnd(30)}frame: median      95th percentile    main thread    formulas behind, frames`,
    ...contestants.map(({ name }, i) => {
      const behind = lags[i].length > 0 ? `${quantile(lags[i], 0.5)} / ${quantile(lags[i], 0.95)}` : '–'
      return `${name.padEnd(30)}${row(i)}    ${behind}`
    }),
  ]
}
