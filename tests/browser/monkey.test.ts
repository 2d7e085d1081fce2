import { fc } from '@fast-check/vitest'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { constructionOf } from '../../src/constructions'
import { judged } from '../../src/constructions/construction'
import { decodeLink } from '../../src/state/permalink'
import { openPage } from './page'
import { type Move, moveInPage, moves as randomMoves } from './randomUser'
import { noise } from './watch'

/*
 * A random user of the built page: sliders, buttons, links, fields, cells, lists, undo and redo, on whatever page they come
 * to. A failure names the seed and the fewest moves that lead to it.
 */

/** `npm run test:monkey` sets it: twenty seeds of ten thousand moves in place of one of two thousand. */
const IS_LONG = process.env['MONKEY'] === 'long'
const SEEDS = IS_LONG ? Array.from({ length: 20 }, (_, i) => 20_261_127 + i) : [20_261_127]
const [VISITS, MOVES] = IS_LONG ? [25, 400] : [20, 100]
/** Moves between two looks at what only the other side of the wire can tell. */
const EVERY = 20
/** What a page may grow by: pages that were not open before are drawn, and kept, in the course of a visit. */
const MOST_GROWTH = 40 * 2 ** 20

/** The verdicts that are on the screen, by claim, once the address is written. */
async function shownVerdicts(
  page: Page,
): Promise<{ hash: string; verdicts: readonly (readonly string[])[] }> {
  await page.waitForTimeout(600)
  return page.evaluate(() => ({
    hash: location.hash,
    verdicts: [...document.querySelectorAll<HTMLElement>('article[data-verdict]')].map((card) => [
      card.id.replace('claim-', ''),
      card.dataset['verdict'] ?? '',
    ]),
  }))
}

/** Weights of 1 in all, and each verdict on the screen the one that the address leads to. */
async function expectTrue(page: Page): Promise<void> {
  const { hash, verdicts } = await shownVerdicts(page)
  const decoded = decodeLink(hash)
  if (!decoded.ok) throw new Error(`the address cannot be read: ${hash}`)
  const room = constructionOf(decoded.session.page)
  if (!room) return
  const params = decoded.session.params[room.id]
  const model = room.model(params)
  for (const total of room.totalWeights(model)) expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-12)
  const expected = new Map(room.claims.map((claim) => [claim.id, judged(claim, params, model).verdict]))
  for (const [claim, verdict] of verdicts) expect(verdict, `${claim} at ${hash}`).toBe(expected.get(claim))
}

const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

async function visit(moves: readonly Move[]): Promise<void> {
  const page = await openPage('#v=1&panel=two-key-average')
  await page.locator('figure').first().waitFor()
  const done: string[] = []
  let settled = 0
  for (const [i, next] of moves.entries()) {
    const outcome = await page.evaluate(moveInPage, next)
    done.push(outcome.done)
    expect(outcome.wrong, done.slice(-10).join('\n')).toBe('')
    if (i % EVERY === EVERY - 1) await expectTrue(page)
    if (i === EVERY) settled = await heapOf(page)
  }
  expect(await noise(page), done.join('\n')).toEqual([])
  if (moves.length === MOVES) expect((await heapOf(page)) - settled).toBeLessThan(MOST_GROWTH)
  await page.context().close()
}

test.each(SEEDS)(
  'a random user of the page finds nothing broken (seed %i)',
  { timeout: IS_LONG ? 7_200_000 : 1_200_000 },
  async (seed) => {
    await fc.assert(fc.asyncProperty(randomMoves(MOVES), visit), {
      seed,
      numRuns: VISITS,
      interruptAfterTimeLimit: IS_LONG ? 7_000_000 : 1_000_000,
    })
  },
)
