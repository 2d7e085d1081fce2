import type { ElementHandle, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { exercises } from '../../src/constructions/exercise-registry'
import { openPage } from './page'
import { openControls, openRoom, setTheme } from './room'
import { translate } from './translate'
import { expectQuiet } from './watch'

/** What a reader sees of the page, but for how long draws took and what only screen readers hear. */
async function textOf(page: Page): Promise<string[]> {
  const text = await page.locator('main').evaluate((main) => {
    const hidden = [...main.querySelectorAll<HTMLElement>('.visually-hidden')]
    for (const element of hidden) element.style.display = 'none'
    const seen = (main as HTMLElement).innerText
    for (const element of hidden) element.style.removeProperty('display')
    return seen
  })
  return text
    .replaceAll(/ in [\d.]+ s\b/g, '')
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
}

/** What `read` says once it says the same twice. */
async function settled<T>(read: () => T | Promise<T>): Promise<T> {
  for (let before = await read(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 900))
    const now = await read()
    if (JSON.stringify(now) === JSON.stringify(before)) return now
    before = now
  }
}

/** Asserts that the translated `page` shows the same text as one that is opened at its address. */
async function expectSameAsFresh(page: Page): Promise<void> {
  const { hash } = new URL(await settled(() => page.url()))
  const fresh = await openPage(hash)
  await fresh.locator('figure').first().waitFor()
  await fresh.locator('.katex').first().waitFor()
  await openControls(fresh)
  const expected = await settled(() => textOf(fresh))
  await fresh.context().close()
  await expect.poll(() => textOf(page), { timeout: 20_000 }).toEqual(expected)
}

/** Does `work` with every control of a kind that is there now, as far as it is still there when its turn comes. */
async function withEach(
  page: Page,
  what: string,
  work: (control: ElementHandle) => Promise<unknown>,
): Promise<void> {
  for (const control of await page.locator(`main ${what}`).elementHandles())
    if ((await control.isVisible()) && (await control.isEnabled())) await work(control)
}

/** Works every control whose state is in the address. */
async function workControls(page: Page): Promise<void> {
  await withEach(page, '.handle', async (handle) => {
    await handle.press('ArrowDown')
    await handle.press('ArrowRight')
  })
  await withEach(page, 'input[type="range"]', async (slider) => {
    for (const key of ['Home', 'End', 'PageDown', 'PageDown']) await slider.press(key)
  })
  await withEach(page, 'select', (list) => list.selectOption({ index: 1 }))
  await withEach(page, 'input[type="radio"]', (choice) => choice.check())
  await withEach(page, '[role="grid"] [data-cell="0 0"]', (cell) => cell.click())
}

describe.each(constructions)('$title, translated', (construction) => {
  test('follows every control, and shows what a fresh page shows', async () => {
    const page = await openRoom(construction)
    await translate(page)
    for (const preset of construction.presets) {
      await page.getByRole('button', { name: preset.label, exact: true }).click()
      await page.waitForTimeout(150)
    }
    await page.getByRole('button', { name: 'Pin as A to compare' }).click()
    await openControls(page)
    await workControls(page)
    await expectSameAsFresh(page)
    await expectQuiet(page)
  })

  test('opens, folds and fills everything that can be, and goes on to the other rooms', async () => {
    const page = await openRoom(construction)
    await translate(page)
    await openControls(page)
    // Numbers are buttons too, dozens of them, and all alike.
    for (const buttons of ['button:not([translate])', 'p button[translate]']) {
      await withEach(page, buttons, async (button) => {
        await button.click()
        await page.keyboard.press('Escape')
      })
    }
    await withEach(page, 'input:not([type])', async (field) => {
      await field.fill('nonsense')
      await field.fill('1')
      await field.press('ArrowUp')
    })
    for (const { title, menu } of constructions) {
      await page.getByRole('link', { name: menu }).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
    await expectQuiet(page)
  })
})

test.each(exercises)('the page of answers, translated, judges answers to $part', async (exercise) => {
  const { part, fields, solutions, mistakes } = exercise
  const page = await openPage(`#v=1&panel=check&part=${part}`)
  await page.locator('.katex').first().waitFor()
  await translate(page)
  const verdict = page.getByRole('region', { name: 'Verdict' })
  const check = async (texts: Readonly<Record<string, string>>, outcome: RegExp) => {
    for (const { name } of fields)
      await page.getByRole('textbox', { name: `Your answer for ${name}` }).fill(texts[name] ?? '')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect.poll(() => verdict.innerText()).toMatch(outcome)
  }
  await check({}, /not read yet/)
  await check(Object.fromEntries(fields.map(({ name }) => [name, 'nonsense_z'])), /not read yet|wrong/)
  await check(mistakes[0].answer, /wrong/)
  await check(solutions[0].answer, /✓ right/)
  await page.getByRole('button', { name: 'Reveal solutions' }).click()
  await page.getByRole('table').getByRole('button').last().click()
  await expectQuiet(page)
})

test('the page of answers, translated, goes through its questions, predictions and files', async () => {
  const page = await openPage('#v=1&panel=check')
  await page.locator('.katex').first().waitFor()
  await translate(page)
  await withEach(page, '[aria-label="Questions"] button', (question) => question.click())
  await withEach(page, 'summary', (summary) => summary.click())
  for (let round = 0; round < 3; round += 1) {
    // Predicts, looks, and predicts again.
    await withEach(page, '[role="slider"]', (bar) => bar.press('ArrowUp'))
    await withEach(page, 'input[type="range"]', (range) => range.press('ArrowUp'))
    await withEach(page, 'figure button', (button) => button.click())
  }
  await withEach(page, '[aria-label="Written questions"] button', (button) => button.click())
  await withEach(page, 'textarea', (note) => note.fill('a note'))
  await withEach(page, 'input[type="checkbox"]', (box) => box.check())
  for (const name of [
    'Save a copy',
    'Export Markdown',
    'Clear …',
    'Keep',
    'Clear …',
    'Clear all',
    'Undo clearing',
  ])
    await page.getByRole('button', { name }).click()
  await setTheme(page, 'dark')
  await page.getByRole('link', { name: /Average/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
  await expectQuiet(page)
})
