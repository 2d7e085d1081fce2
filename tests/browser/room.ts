import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Construction } from '../../src/constructions/construction'
import type { NumberSpec } from '../../src/constructions/params'
import { openPage, type Screen } from './page'

/** The room of a construction at its initial params, once figures and formulas stand. */
export async function openRoom({ id }: Pick<Construction, 'id'>, screen?: Screen): Promise<Page> {
  const page = await openPage(`#v=1&panel=${id}`, screen)
  await page.locator('figure').first().waitFor()
  // Formulas are typeset a few in each frame: a room has opened when none is left empty.
  await page.locator('.katex').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [data-tex]:empty'))
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Asserts that a reader sees no value that is none, in all but the tables that are folded. */
export async function expectSane(page: Page): Promise<void> {
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
}

/** The params of a room that have a slider of their own. */
export const sliderSpecs = ({ params }: Pick<Construction, 'params'>) =>
  Object.values(params).filter(
    (spec): spec is NumberSpec => spec.kind === 'number' && spec.place === undefined,
  )

/** Opens what lies behind “More controls”, the sliders of all params without a place of their own, and what else is folded. */
export async function openControls(page: Page): Promise<void> {
  await page.locator('[data-part="primary"]').waitFor()
  const openers = page.locator('[data-part="primary"] ~ * button[aria-expanded="false"]')
  while ((await openers.count()) > 0) await openers.first().click()
}

/** Puts the tables in the place of the figures. */
export async function openTables(page: Page): Promise<void> {
  // A pressed button no longer matches; what a table replaces may take other buttons with it.
  const buttons = page.locator('figcaption button[aria-pressed="false"]:visible')
  while ((await buttons.count()) > 0) await buttons.first().click()
}

/** Chooses `name` in the menu of the page. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name, exact: true }).click()
}

/** Sets the theme, in the menu of the page. */
export async function setTheme(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByLabel('Theme').selectOption(theme)
  await page.keyboard.press('Escape')
}
