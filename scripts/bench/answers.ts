import type { Page } from 'playwright-core'
import { exercises } from '../../src/constructions/exercise-registry'
import type { Texts } from '../../src/constructions/exercises/exercise'
import { encodeLink } from '../../src/state/permalink'
import { initialSession } from '../../src/state/session'
import given from '../../tests/reference/answers.json'
import more from '../../tests/reference/more-answers.json'
import { type KeyTiming, observeKeys } from './key-timing'
import { load, onThrottledPage, PRESS_MS, SLOWDOWN, spread } from './served-page'

const TYPED = 'Q*(k_a + k_b - k_rest)'
const KEYSTROKES = 30
const ANSWERS = 20
/** The blanks of the open question, not the notes on it. */
const BLANK = 'textarea[name]'
/** Longer than the goals, so that nothing is measured twice. */
const PAUSE_MS = 800

/**
 * Answers typed and submitted, and keys typed on a page that holds nothing but a line and what a worker says of it, all
 * on a processor four times slower.
 */
export async function benchAnswers(): Promise<string[]> {
  const open = async (page: Page, url: string) => {
    await page.addInitScript(observeKeys)
    await page.goto(url)
  }
  const bare = await onThrottledPage(
    (page) => open(page, `data:text/html,${encodeURIComponent(BARE)}`),
    typed,
  )
  return onThrottledPage(
    (page, origin) => open(page, `${origin}/${asking('b', { q: 'k_a' })}`),
    async (page) => reported(bare, await typed(page), await submitted(page)),
  )
}

const BARE = `<textarea name="bare"></textarea><p id="echo-bare"></p><script>
  const line = document.querySelector('textarea')
  const worker = new Worker(URL.createObjectURL(new Blob(['onmessage = ({ data }) => postMessage(data)'])))
  line.oninput = () => worker.postMessage(line.value)
  worker.onmessage = ({ data }) => document.querySelector('p').textContent = data
</script>`

const asking = (part: string, texts: Texts) =>
  encodeLink({ ...initialSession(), page: 'check', part, drafts: { [part]: texts } })

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
  await page.keyboard.press(key, { delay: PRESS_MS })
  // A verdict that takes longer than the pause is waited for; the echo's place is always there.
  await page.locator(watched).first().waitFor({ state: 'attached' })
  await page.waitForTimeout(PAUSE_MS)
  return await page.evaluate(() => (window as unknown as { timing: KeyTiming }).timing)
}

function reported(
  bare: readonly KeyTiming[],
  keys: readonly KeyTiming[],
  answers: readonly KeyTiming[],
): string[] {
  const changed = (timing: KeyTiming) => timing.changed
  const slow = (timing: KeyTiming) => timing.changed + (SLOWDOWN - 1) * timing.worker
  return [
    `${keys.length} keystrokes that change the echo and ${answers.length} answers, ${SLOWDOWN}× throttling of the page`,
    // Chromium: "Operation is only supported for pages, not workers".
    'the worker that reads and judges cannot be throttled: its time, waits included, is also counted fourfold',
    load(),
    `${spread('keystroke to painted echo', keys.map(changed))} (target 50)`,
    spread('the same on a page of one line', bare.map(changed)),
    spread('keystroke to painted echo, worker fourfold', keys.map(slow)),
    spread(
      'until the last formula of the echo stands',
      keys.map(({ settled }) => settled),
    ),
    `${spread('submit to painted verdict', answers.map(changed))} (target 500)`,
    spread('submit to painted verdict, worker fourfold', answers.map(slow)),
  ]
}
