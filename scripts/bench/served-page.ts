import { cpus, loadavg } from 'node:os'
import { type CDPSession, type Page } from 'playwright-core'
import { serve } from '../../tests/browser/server'
import { builtFolder, launched } from '../browser/launch'
import { quantile } from './measure'

/** How many times slower than this machine a throttled page's processor is made. */
export const SLOWDOWN = 4

/** How long a person holds a key or a button down. */
export const PRESS_MS = 80

/** What `use` makes of a page of the browser to which `folder` is served. */
export async function onPage<T>(folder: string, use: (page: Page, origin: string) => Promise<T>): Promise<T> {
  const site = await serve(folder)
  const browser = await launched()
  try {
    return await use(await browser.newPage({ viewport: { width: 1440, height: 900 } }), site.origin)
  } finally {
    await browser.close()
    site.close()
  }
}

/** What `measure` makes of the built explorer on a slow processor, after `open` has shown what is to be measured. */
export function onThrottledPage<T>(
  open: (page: Page, origin: string) => Promise<unknown>,
  measure: (page: Page, devtools: CDPSession) => Promise<T>,
): Promise<T> {
  return onPage(builtFolder(), async (page, origin) => {
    // tsx wraps functions to keep their names, those too that are sent to the page.
    await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
    await open(page, origin)
    await page.waitForTimeout(2000)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return measure(page, devtools)
  })
}

/** A line that says how `times`, in milliseconds, are spread. */
export function spread(what: string, times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(1).padStart(7)
  return `${what.padEnd(48)} median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`
}

/** A line that says how busy the machine is: other work on it lengthens wall-clock times. */
export const load = () => `load average ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`
