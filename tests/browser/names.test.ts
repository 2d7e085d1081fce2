import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { exercises } from '../../src/constructions/exercise-registry'
import { openPage } from './page'
import { openControls, openRoom, openTables } from './room'

/** Everything that a screen reader is given of `page`: names, descriptions and values, as the browser computes them. */
async function spoken(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .flatMap(({ name, description, value }) => [name, description, value])
    .map((said) => (typeof said?.value === 'string' ? said.value : ''))
}

const isTex = (said: string) => /\\|\$|[_^]\{|\{\{/.test(said)

async function expectWords(page: Page): Promise<void> {
  const said = await spoken(page)
  expect(said.length).toBeGreaterThan(200)
  expect([...new Set(said.filter(isTex))]).toEqual([])
}

test.each(constructions)('$title: nothing that is read aloud is TeX', async (construction) => {
  const page = await openRoom(construction)
  await openControls(page)
  await openTables(page)
  await page.waitForTimeout(800)
  await expectWords(page)
})

test.each(exercises)('the page of answers, $part: nothing that is read aloud is TeX', async (exercise) => {
  const { part, fields, mistakes, solutions } = exercise
  const page = await openPage(`#v=1&panel=check&part=${part}`)
  const answers = [mistakes[0].answer, solutions[0].answer]
  for (const answer of answers) {
    for (const { name } of fields)
      await page
        .getByRole('textbox', { name: `Your answer for ${name}` })
        .fill(answer[name].replaceAll('\\', ''))
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await page.locator('figure').first().waitFor()
    await page.waitForTimeout(500)
    await expectWords(page)
  }
  await page.getByRole('button', { name: 'Reveal solutions' }).click()
  await page.getByRole('button', { name: /^Use / }).first().waitFor()
  await page.waitForTimeout(300)
  await expectWords(page)
})
