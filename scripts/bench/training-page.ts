import type { CDPSession, Page } from 'playwright-core'
import { builtFolder } from '../browser/launch'
import { load, onPage, spread } from './served-page'

/** How long frames are counted, and how long the page trains before its memory is looked at once more. */
const COUNTED_MS = 10_000
const TRAINED_MS = 45_000

/** Frames of the knowledge lab while as many models train as there are cores, and what their workers hold. */
export function benchTrainingPage(): Promise<string[]> {
  return onPage(builtFolder(), async (page, origin) => {
    await page.goto(`${origin}/#v=1&panel=lab`)
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    await page.waitForTimeout(3000)
    const workers = await watchedWorkers(page)
    const before = load()
    const idle = await intervals(page)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.waitForTimeout(4000)
    const busy = await intervals(page)
    const atFirst = await workers.megabytes()
    await page.waitForTimeout(TRAINED_MS)
    const later = await workers.megabytes()
    return [
      `${before} before, ${load()} after; ${later.length} workers`,
      spread('from frame to frame, nothing trained', idle),
      spread('from frame to frame, while they train', busy),
      `heap and buffers of each worker: ${atFirst.join(' and ')} MB, ${TRAINED_MS / 1000} s later ${later.join(' and ')} MB`,
    ]
  })
}

const intervals = (page: Page) =>
  page.evaluate<number[]>(`new Promise((done) => {
    const times = []
    const onFrame = (now) => {
      times.push(now)
      if (now - times[0] < ${COUNTED_MS}) requestAnimationFrame(onFrame)
      else done(times.slice(1).map((time, i) => time - times[i]))
    }
    requestAnimationFrame(onFrame)
  })`)

interface Usage {
  readonly totalSize: number
  readonly embedderHeapUsedSize: number
  readonly backingStorageSize: number
}

/** The workers that `page` starts from now on. */
async function watchedWorkers(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const workers = new Set<string>()
  devtools.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId))
  devtools.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId))
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  return { megabytes: () => Promise.all([...workers].map((worker) => megabytesOf(devtools, worker))) }
}

/** What a worker's heap has taken from the system, with what lies beside it: arrays and WebAssembly's memory. */
async function megabytesOf(devtools: CDPSession, sessionId: string): Promise<number> {
  const answer = new Promise<Usage>((done) => {
    devtools.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from === sessionId) done((JSON.parse(message) as { result: Usage }).result)
    })
  })
  const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
  await devtools.send('Target.sendMessageToTarget', { sessionId, message })
  const { totalSize, embedderHeapUsedSize, backingStorageSize } = await answer
  return Math.round((totalSize + embedderHeapUsedSize + backingStorageSize) / 1e6)
}
