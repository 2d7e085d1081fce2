import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import type { Construction } from '../../src/constructions/construction'
import { openPage } from './page'
import { openRoom } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** Every formula of the room as it stands, seen and read: its text, and what it was typeset into. */
function formulas(page: Page): Promise<string[]> {
  return page
    .locator('main [data-tex]')
    .evaluateAll((all) =>
      all.map((formula) => `${(formula as HTMLElement).dataset['tex']}\n${formula.innerHTML}`),
    )
}

/** Waits until every formula is typeset. */
async function expectTypeset(page: Page): Promise<void> {
  await page.locator('section[aria-label="Derivation"] math').first().waitFor({ state: 'attached' })
  await expect.poll(() => page.locator('main [data-tex]:not(:has(math))').count()).toBe(0)
}

describe.each(constructions)('$title', (construction) => {
  test('formulas whose numbers followed a drag stand as if typeset afresh', async () => {
    const page = await openRoom(construction)
    await expectTypeset(page)
    const before = await formulas(page)
    const { label } = (construction as Construction).params[construction.primary[0]]
    const control = slider(page, label)
    await control.dragTo('start')
    await control.press('PageUp', 2)
    await control.press('Shift+ArrowRight', 2)
    await control.press('ArrowRight')
    const value = await page.getByRole('textbox', { name: `${label}, number` }).inputValue()
    await expect.poll(() => page.url()).toContain(`=${value}`)
    const fresh = await openPage(new URL(page.url()).hash)
    await expectTypeset(fresh)
    const expected = await formulas(fresh)
    expect(expected).not.toEqual(before)
    await expect.poll(() => formulas(page)).toEqual(expected)
    await expectQuiet(page)
  })
})
