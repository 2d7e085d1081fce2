import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, inject, onTestFinished } from 'vitest'
import { watch } from './watch'

/** How the person's screen is set. */
export interface Screen {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

let browser: Browser | undefined
afterAll(() => browser?.close())

/**
 * The explorer at `hash`, opened in a fresh profile that ends with the test, watched from its first byte.
 *
 * @param hash - what follows the address, `#` included; empty for the first visit
 * @throws {Error} saying what is missing, if the page could not be built or no browser was found
 */
export async function openPage(hash = '', screen: Screen = {}): Promise<Page> {
  const stage = inject('stage')
  if ('failure' in stage) throw new Error(stage.failure)
  browser ??= await chromium.connect(stage.endpoint)
  const { width = 1440, height = 900, colorScheme = 'light', reducedMotion = 'reduce' } = screen
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion })
  onTestFinished(() => context.close())
  watch(context, stage.origin)
  const page = await context.newPage()
  // Shorter than a test's own limit: Playwright's message says what it was waiting for.
  page.setDefaultTimeout(10_000)
  await page.goto(`${stage.origin}/${hash}`)
  return page
}

/** With `SCREENSHOTS=1`, writes what `page` shows to `tests/browser/screenshots/NAME.png`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  await page.screenshot({ path: `tests/browser/screenshots/${name}.png`, animations: 'disabled' })
}
