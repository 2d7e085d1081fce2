import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, inject, onTestFinished } from 'vitest'
import { watch } from './watch'

/** How the person's screen is set. */
export interface Screen {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce' | 'no-preference'
  /** A phone or tablet: touched by fingers, its window as wide as the page asks for. */
  readonly isTouched?: boolean
  /** Origins that the page may ask beside its own. */
  readonly others?: readonly string[]
  /** Whether the page may store itself for later; else each test would fetch the whole explorer. */
  readonly isStored?: boolean
}

export const PHONE: Screen = { width: 390, height: 844, isTouched: true }

let browser: Browser | undefined
afterAll(() => browser?.close())

/** What every browser test needs. @throws {Error} saying what is missing */
export function stage() {
  const given = inject('stage')
  if ('failure' in given) throw new Error(given.failure)
  return given
}

/**
 * The explorer at `hash`, opened in a fresh profile that ends with the test, watched from its first byte.
 *
 * @param hash - what follows the address, `#` included; empty for the first visit
 * @param site - where the page is, the built one by default
 * @throws {Error} saying what is missing, if the page could not be built or no browser was found
 */
export async function openPage(hash = '', screen: Screen = {}, site?: string): Promise<Page> {
  const { origin, endpoint } = stage()
  const address = site ?? `${origin}/`
  browser ??= await chromium.connect(endpoint)
  const { width = 1440, height = 900, colorScheme = 'light', reducedMotion = 'reduce' } = screen
  const { isTouched = false, isStored = false, others = [] } = screen
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion,
    hasTouch: isTouched,
    isMobile: isTouched,
  })
  onTestFinished(() => context.close())
  // Like a browser that has no service workers; Playwright's own way to block them writes a warning into each page.
  if (!isStored) await context.addInitScript(`delete Navigator.prototype.serviceWorker`)
  watch(context, [new URL(address).origin, ...others])
  const page = await context.newPage()
  // Shorter than a test's own limit: Playwright's message says what it was waiting for.
  page.setDefaultTimeout(30_000)
  await page.goto(address + hash)
  return page
}

/** With `SCREENSHOTS=1`, writes what `page` shows to `tests/browser/screenshots/NAME.png`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  await page.screenshot({ path: `tests/browser/screenshots/${name}.png`, animations: 'disabled' })
}
