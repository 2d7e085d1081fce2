import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Construction } from '../../src/constructions/construction'
import type { NumberSpec } from '../../src/constructions/params'
import { openPage } from './page'

/** The room of a construction at its initial params, once figures and formulas stand. */
export async function openRoom({ id }: Pick<Construction, 'id'>): Promise<Page> {
  const page = await openPage(`#v=1&panel=${id}`)
  await page.locator('figure').first().waitFor()
  await page.locator('.katex').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Asserts that a reader sees no value that is none, in all but the tables that are folded. */
export async function expectSane(page: Page): Promise<void> {
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
}

/** The params of a room that have a slider in its bar. */
export const sliderSpecs = ({ params }: Pick<Construction, 'params'>) =>
  Object.values(params).filter(
    (spec): spec is NumberSpec => spec.kind === 'number' && spec.place !== 'figure',
  )
