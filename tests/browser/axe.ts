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
  const isCovered = (await page.locator(CARD).count()) > 0
  // The only rule of WCAG 2.2 AA that axe leaves off.
  const rules = { 'target-size': { enabled: !isCovered }, 'color-contrast': { enabled: false } }
  await expectNothing(page, new AxeBuilder({ page }).options({ rules }))
  // What lies below an open card is pressed once the card has gone.
  if (isCovered) await expectNothing(page, new AxeBuilder({ page }).include(CARD).withRules(['target-size']))
  await axeOfColours(page)
}

const CARD = ':popover-open'

/**
 * The same for contrasts alone, outside of formulas: their hundreds of glyphs take the colours that stand elsewhere, and
 * of a superscript beside a badge axe at times takes the badge for the background.
 */
export async function axeOfColours(page: Page): Promise<void> {
  await expectNothing(page, new AxeBuilder({ page }).withRules(['color-contrast']).exclude('.katex'))
}

/** A share of a bar is as wide as it is large; what it opens, the cell of the same weight opens too. */
const isThinShare = (html: string) => /class="[^"]*_share_/.test(html)

async function expectNothing(page: Page, builder: AxeBuilder): Promise<void> {
  const first = await builder.analyze()
  const covered = first.violations.flatMap(({ nodes }) =>
    nodes.flatMap(({ failureSummary, target }) =>
      failureSummary?.includes('partially obscured') ? target.map(String) : [],
    ),
  )
  // Half below a bar that stays in its place: judged where the page is scrolled to it.
  if (covered.length > 0)
    await page.locator(covered[0]).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { violations } = covered.length > 0 ? await builder.analyze() : first
  const problems = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'target-size' && isThinShare(html)))
      .map(
        ({ target, failureSummary }) => `${id} (${impact}): ${help}\n${target.join(' ')}\n${failureSummary}`,
      ),
  )
  expect(problems, [`axe on ${page.url()}`, ...problems].join('\n')).toEqual([])
}
