import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Asserts that axe finds no accessibility problem in what `page` shows now.
 *
 * Its script comes in over the debugging protocol, which the page's policy does not govern: the page that is
 * judged is the one under the strict policy, in the state the test brought it to.
 */
export async function axe(page: Page): Promise<void> {
  await expectNothing(page, new AxeBuilder({ page }))
}

/** The same for contrasts alone, outside of formulas: their hundreds of glyphs take the colours that stand elsewhere. */
export async function axeOfColours(page: Page): Promise<void> {
  await expectNothing(page, new AxeBuilder({ page }).withRules(['color-contrast']).exclude('.katex'))
}

async function expectNothing(page: Page, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze()
  const problems = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${impact}): ${help}\n${target.join(' ')}\n${failureSummary}`,
    ),
  )
  expect(problems, [`axe on ${page.url()}`, ...problems].join('\n')).toEqual([])
}
