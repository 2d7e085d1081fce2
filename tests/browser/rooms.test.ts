import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { screenshot } from './page'
import { expectSane, openRoom, sliderSpecs } from './room'
import { expectQuiet } from './watch'

const SCREENS = [
  ['phone', 360, 740],
  ['tablet', 820, 1180],
  ['lecture', 1920, 1080],
  ['4k', 3840, 2160],
] as const

describe.each(constructions)('$title', (construction) => {
  test('every preset is sane and quiet', async () => {
    const page = await openRoom(construction)
    for (const { id, label } of construction.presets) {
      await page.getByRole('button', { name: label, exact: true }).click()
      await page.waitForTimeout(250)
      await expectSane(page)
      await screenshot(page, `${construction.id}-${id}`)
    }
    await expectQuiet(page)
  })

  test('nothing sticks out sideways, from phone to 4K', async () => {
    const page = await openRoom(construction)
    for (const [name, width, height] of SCREENS) {
      await page.setViewportSize({ width, height })
      await page.waitForTimeout(300)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, name).toBeLessThanOrEqual(0)
      await screenshot(page, `${construction.id}-${name}`)
    }
    await expectQuiet(page)
  })

  test('every symbol of a formula lights its mark, and every number explains itself', async () => {
    const page = await openRoom(construction)
    const marks = await page
      .locator('.katex-html [data-mark]')
      .evaluateAll((all) => [
        ...new Set(all.flatMap((e) => (e as HTMLElement).dataset['mark']?.split(' ') ?? [])),
      ])
    expect(marks.length).toBeGreaterThan(3)
    for (const mark of marks) {
      expect(await page.locator(`[data-mark~="${mark}"]:not(.katex-html *)`).count(), mark).toBeGreaterThan(0)
    }
    const numbers = page.locator('.katex-html [data-quantity]')
    // One in three: a room may show dozens of numbers, all explained by one piece of code.
    for (let i = 0; i < (await numbers.count()); i += 3) {
      await numbers.nth(i).click()
      const card = page.getByRole('dialog')
      await card.getByRole('button', { name: 'Copy' }).waitFor()
      await expectSane(page)
      await page.keyboard.press('Escape')
      await card.waitFor({ state: 'detached' })
    }
    await expectQuiet(page)
  })

  test('tab goes round the whole page, visibly, and is never trapped', async () => {
    const page = await openRoom(construction)
    const stops = new Set<string>()
    for (let i = 0; i < 150; i += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const { activeElement: e } = document
        return e && e !== document.body
          ? `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent?.slice(0, 40)}`
          : 'page'
      })
      if (stop === 'page' && stops.size > 10) break
      stops.add(stop)
    }
    expect(stops.has('page') || stops.size < 150).toBe(true)
    for (const spec of sliderSpecs(construction)) expect([...stops].join('\n')).toContain(spec.label)
  })
})
