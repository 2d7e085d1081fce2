import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Asserts that axe finds no accessibility problem in what `page` shows now, by all its rules or only by `rules`.
 *
 * Its script comes in over the debugging protocol, which the page's policy does not govern: the page that is
 * judged is the one under the strict policy, in the state the test brought it to.
 */
export async function axe(page: Page, rules?: string[]): Promise<void> {
  const builder = new AxeBuilder({ page })
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze()
  const problems = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${impact}): ${help}\n${target.join(' ')}\n${failureSummary}`,
    ),
  )
  expect(problems, [`axe on ${page.url()}`, ...problems].join('\n')).toEqual([])
}
