import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { axe } from './axe'
import { openPage } from './page'
import { moveInPage, moves } from './randomUser'
import { setTheme } from './room'
import { expectQuiet } from './watch'

/** `npm run test:access` sets it: two hundred states in place of some. */
const IS_LONG = process.env['ACCESS'] === 'long'
const STATES = IS_LONG ? 200 : 16
const SEED = 20_261_127

/** Moves of a random user from one state that is judged to the next. */
const BETWEEN = 6

/** Themes and widths, by turns. */
const SCREENS = [
  { theme: 'light', width: 1366, height: 768 },
  { theme: 'dark', width: 390, height: 844 },
  { theme: 'projector', width: 1280, height: 720 },
  { theme: 'dark', width: 1024, height: 768 },
] as const

test.each(SCREENS.map((screen, i) => [i, screen] as const))(
  `axe finds nothing in ${STATES / SCREENS.length} states that a random user comes to (screen %i: $theme)`,
  { timeout: 3_600_000 },
  async (i, { theme, width, height }) => {
    const page = await openPage('#v=1&panel=two-key-average', { width, height })
    await page.locator('figure').first().waitFor()
    await setTheme(page, theme)
    const [all] = fc.sample(fc.noBias(moves((STATES / SCREENS.length) * BETWEEN)), {
      seed: SEED + i,
      numRuns: 1,
    })
    const done: string[] = []
    for (const [n, move] of all.entries()) {
      done.push((await page.evaluate(moveInPage, move)).done)
      if (n % BETWEEN !== BETWEEN - 1) continue
      await axe(page).catch((error: unknown) => {
        throw new Error(`after ${done.slice(-12).join('; ')}`, { cause: error })
      })
    }
    expect(done).toHaveLength(all.length)
    await expectQuiet(page)
  },
)
