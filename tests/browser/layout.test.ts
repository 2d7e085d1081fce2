import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { PHONE, type Screen } from './page'
import { openRoom, setTheme } from './room'
import { expectQuiet } from './watch'

interface Seen {
  readonly name: string
  readonly screen: Screen
  readonly theme?: string
}

const SCREENS: readonly Seen[] = [
  { name: 'a phone', screen: PHONE },
  { name: 'a tablet', screen: { width: 1024, height: 768 } },
  { name: 'a projector', screen: { width: 1280, height: 720 }, theme: 'projector' },
  { name: 'a small laptop', screen: { width: 1366, height: 768 } },
  { name: 'a laptop', screen: { width: 1440, height: 900 } },
  { name: 'a large screen', screen: { width: 1920, height: 1080 } },
]

const PARTS = ['main', 'primary', 'result', 'claims']

/** What is wrong with the places of the parts that must be seen together: beyond the window, empty, or covered. */
function problemsOf(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const inside = ({ left, top, right, bottom }: DOMRect) =>
      left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1
    const shares = [0.02, 0.25, 0.5, 0.75, 0.98]
    return names.flatMap((name) => {
      const parts = [...document.querySelectorAll(`[data-part="${name}"]`)]
      if (parts.length !== 1) return [`${parts.length} parts are ${name}`]
      const [part] = parts
      const box = part.getBoundingClientRect()
      if (box.width < 40 || box.height < 15) return [`${name} is empty`]
      if (!inside(box)) return [`${name} ends at ${Math.round(box.right)}, ${Math.round(box.bottom)}`]
      const covering = shares.flatMap((x) =>
        shares.flatMap((y) => {
          const found = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)
          return found && (part.contains(found) || found.contains(part)) ? [] : [found?.tagName ?? 'nothing']
        }),
      )
      return covering.length > 0 ? [`${name} is covered by ${covering.join(', ')}`] : []
    })
  }, PARTS)
}

/** Buttons at the headings of the main figures that are not in the window, whole. */
const lostTools = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-part="main"] figcaption button')].flatMap((button) => {
      const { left, right, width } = button.getBoundingClientRect()
      const isWhole = width > 0 && left >= 0 && right <= innerWidth
      return isWhole ? [] : [`${button.ariaLabel ?? button.textContent} ends at ${Math.round(right)}`]
    }),
  )

describe.each(SCREENS)('on $name', ({ screen, theme }) => {
  test.each(constructions)(
    '$title shows figure, primary control, result and claims together',
    async (construction) => {
      const page = await openRoom(construction, screen)
      if (theme) await setTheme(page, theme)
      await expect.poll(() => problemsOf(page)).toEqual([])
      expect(await lostTools(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      await expectQuiet(page)
    },
  )
})

test('a part that is covered, or out of the window, is found', async () => {
  const page = await openRoom(constructions[1], { width: 1366, height: 768 })
  await expect.poll(() => problemsOf(page)).toEqual([])
  await page.evaluate(() => {
    const cover = document.createElement('div')
    Object.assign(cover.style, { position: 'fixed', inset: '50% 0 0', zIndex: '99' })
    document.body.append(cover)
  })
  expect((await problemsOf(page)).join('; ')).toMatch(/claims is covered by DIV/)
  await page.setViewportSize({ width: 1366, height: 320 })
  await expect.poll(async () => (await problemsOf(page)).join('; ')).toMatch(/ends at|covered/)
})
