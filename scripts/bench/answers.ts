import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { exercises } from '../../src/constructions'
import type { Texts } from '../../src/constructions/exercises/exercise'
import { encodeLink } from '../../src/state/permalink'
import { CHECK, initialSession } from '../../src/state/session'
import { serve } from '../../tests/browser/server'
import given from '../../tests/reference/answers.json'
import more from '../../tests/reference/more-answers.json'
import { findBrowser } from '../browser/find'
import { build, launchArguments } from '../browser/launch'
import { thisMachine } from '../browser/machine'
import { type KeyTiming, observeKeys } from './key-timing'

const TYPED = 'Q*(k_a + k_b - k_rest)'
const KEYSTROKES = 30
const ANSWERS = 20
/** The blanks of the open question, not the notes on it. */
const BLANK = 'textarea[name]'
/** How many times slower than this machine the page's processor is made. */
const SLOWDOWN = 4
/** Longer than the goals, so that nothing is measured twice. */
const PAUSE_MS = 800

/** Answers typed and submitted on a processor four times slower. */
export async function benchAnswers(): Promise<string[]> {
  const site = await serve(resolve(process.env['DIST'] ?? build()))
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine).path,
    args: launchArguments,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // tsx wraps functions to keep their names, those too that are sent to the page.
    await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
    await page.addInitScript(observeKeys)
    await page.goto(`${site.origin}/${asking('b', { q: 'k_a' })}`)
    await page.waitForTimeout(2000)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    return reported(await typed(page), await submitted(page))
  } finally {
    await browser.close()
    site.close()
  }
}

const asking = (part: string, texts: Texts) =>
  encodeLink({ ...initialSession(), panel: CHECK, part, drafts: { [part]: texts } })

/** Keys of one text, over and over, until enough of them have changed the echo; the first answer is typed cold. */
async function typed(page: Page): Promise<KeyTiming[]> {
  const timings: KeyTiming[] = []
  for (let i = 0; timings.length < KEYSTROKES; i++) {
    if (i % TYPED.length === 0) await page.locator(BLANK).fill('')
    const timing = await timed(page, TYPED[i % TYPED.length], '[id^="echo-"]')
    if (timing.changed > 0) timings.push(timing)
  }
  return timings
}

/** Right and wrong answers of the parts by turns, each to a question just opened. */
async function submitted(page: Page): Promise<KeyTiming[]> {
  const kinds = exercises.flatMap(({ part }) => [true, false].map((accept) => ({ part, accept })))
  const labelled = [...given, ...more] as unknown as readonly {
    part: string
    answer: Texts
    accept: boolean
  }[]
  const ofKinds = kinds.map((kind) =>
    labelled.filter(({ part, accept }) => part === kind.part && accept === kind.accept),
  )
  const turns = [0, 1].flatMap((turn) => ofKinds.map((ofKind) => ofKind[turn]))
  const timings: KeyTiming[] = []
  for (const { part, answer } of turns.slice(0, ANSWERS)) {
    await page.evaluate((link) => location.assign(link), asking(part, answer))
    await page.waitForTimeout(PAUSE_MS)
    await page.locator(BLANK).first().focus()
    timings.push(await timed(page, 'Enter', 'section[aria-label="Verdict"]'))
  }
  return timings
}

async function timed(page: Page, key: string, watched: string): Promise<KeyTiming> {
  await page.evaluate((selector) => Object.assign(window, { watched: selector }), watched)
  await page.keyboard.press(key)
  // A verdict that takes longer than the pause is waited for; the echo's place is always there.
  await page.locator(watched).first().waitFor({ state: 'attached' })
  await page.waitForTimeout(PAUSE_MS)
  return await page.evaluate(() => (window as unknown as { timing: KeyTiming }).timing)
}

function reported(keys: readonly KeyTiming[], answers: readonly KeyTiming[]): string[] {
  const line = (what: string, timings: readonly KeyTiming[], of: (timing: KeyTiming) => number) => {
    const sorted = timings.map(of).toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1].toFixed(1).padStart(7)
    return `${what.padEnd(48)} median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`
  }
  const slow = ({ changed, worker }: KeyTiming) => changed + (SLOWDOWN - 1) * worker
  return [
    `${keys.length} keystrokes that change the echo and ${answers.length} answers, ${SLOWDOWN}× throttling of the page`,
    // Chromium: "Operation is only supported for pages, not workers".
    'the worker that reads and judges cannot be throttled: its time, waits included, is also counted fourfold',
    // Wall-clock times: other work on the machine lengthens them.
    `load average ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`,
    `${line('keystroke to painted echo', keys, ({ changed }) => changed)} (target 50)`,
    line('the same, worker fourfold', keys, slow),
    line('until the last formula of the echo stands', keys, ({ settled }) => settled),
    `${line('submit to painted verdict', answers, ({ changed }) => changed)} (target 500)`,
    line('the same, worker fourfold', answers, slow),
  ]
}
