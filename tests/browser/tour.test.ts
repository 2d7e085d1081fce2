import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage } from './page'
import { expectQuiet } from './watch'

const PAGES = [
  ['the front door', ''],
  ...constructions.map(({ id, title }) => [title, `#v=1&panel=${id}`] as const),
  ['Check my answer', '#v=1&panel=check&part=b'],
  ['the lessons', '#v=1&panel=lessons'],
  ['the knowledge lab', '#v=1&panel=lab'],
  ['the comparison', '#v=1&panel=conformance'],
] as const

/** More stops than any page has. */
const MOST_STOPS = 500

/** One place at which Tab stops. */
interface Stop {
  readonly name: string
  readonly problems: readonly string[]
}

/** Names what has the focus, and what of it a person who uses the keyboard alone would miss. Runs in the page. */
function stopInPage(): Stop | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const words = [
    element.getAttribute('aria-label'),
    ...ids.map((id) => document.getElementById(id)?.textContent),
    ...[...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent),
    element instanceof HTMLInputElement ? '' : element.textContent,
    element.getAttribute('title'),
  ]
  const name =
    words
      .find((text) => text?.trim())
      ?.trim()
      .slice(0, 60) ?? ''
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const isIn = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  const at = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, (left + right) / 2)),
    Math.min(innerHeight - 1, Math.max(0, (top + bottom) / 2)),
  )
  // Lines of a drawing may cross.
  const isSeen =
    element instanceof SVGElement || (at !== null && (element.contains(at) || at.contains(element)))
  const near = [element, element.parentElement, ...element.children].filter((one) => one !== null)
  const isMarked = near.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow, stroke } = getComputedStyle(one)
    return (
      (outlineStyle !== 'none' && outlineWidth !== '0px') ||
      boxShadow !== 'none' ||
      (one instanceof SVGElement && stroke !== 'none')
    )
  })
  const problems = [
    ...(name === '' ? ['has no name'] : []),
    ...(Math.max(width, height) === 0 ? ['has no size'] : []),
    ...(isIn ? [] : [`is out of the window at ${Math.round(left)}, ${Math.round(top)}`]),
    ...(isIn && !isSeen ? [`is covered by ${at?.tagName} ${at?.className}`] : []),
    ...(isMarked ? [] : ['shows no focus']),
  ]
  return { name: `${element.tagName.toLowerCase()} “${name}”`, problems }
}

/** Every place at which Tab stops, from the first to the last. */
async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let i = 0; i < MOST_STOPS; i += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(stopInPage)
    if (!stop) return stops
    stops.push(stop)
  }
  return stops
}

const ready = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
}

describe.each(PAGES)('%s', (_, hash) => {
  test('is gone through by Tab: every stop has a name, is seen, shows the focus, and there is an end', async () => {
    const page = await openPage(hash, { width: 1366, height: 768 })
    await ready(page)
    const stops = await stopsOf(page)
    expect(stops.length).toBeGreaterThan(8)
    expect(stops.length).toBeLessThan(MOST_STOPS)
    const wrong = stops.flatMap(({ name, problems }) => problems.map((problem) => `${name} ${problem}`))
    expect(wrong).toEqual([])
    await expectQuiet(page)
  })

  test('has all its words in a window of 320 pixels, as at 400 %, without scrolling sideways', async () => {
    const page = await openPage(hash, { width: 320, height: 640 })
    await ready(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expectQuiet(page)
  })
})
