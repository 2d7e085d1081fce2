import katex from 'katex'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paramsWith } from '../../src/constructions/construction'
import { keyQueryValue } from '../../src/constructions/key-query-value/key-query-value'
import type { Design } from '../../src/constructions/key-query-value/key-query-value.model'
import { initialParams } from '../../src/constructions/params'
import { shortNumber } from '../../src/tex/format'
import { axe } from './axe'
import { openPage } from './page'
import { openControls } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

const ROOM = '#v=1&panel=key-query-value'
const initial = initialParams(keyQueryValue.params)

const opened = async (hash = ROOM): Promise<Page> => {
  const page = await openPage(hash)
  await page.locator('figure').first().waitFor()
  await page.locator('.katex-html').first().waitFor()
  await openControls(page)
  return page
}

const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true })

const cell = (page: Page, matrix: string, row: string, column: string): Locator =>
  grid(page, matrix).getByRole('gridcell', { name: new RegExp(`^row u ${row}, column u ${column}`) })

const KEYS = 'Keys’ matrix K'
const QUERIES = 'Queries’ matrix Q'
const VALUES = 'Values’ matrix V'

async function paste(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** What the figure and the derivation show is what the model computes. */
async function expectModel(page: Page, changes: Partial<Design>): Promise<void> {
  const params = paramsWith(keyQueryValue, initial, changes)
  const model = keyQueryValue.model(params)
  for (const quantity of keyQueryValue.quantities(params, model)) {
    if (!/^(score|weight|output)-/.test(quantity.id)) continue
    const text = shortNumber(quantity.value, quantity.log)
    await page
      .getByRole('button', { name: new RegExp(`^${quantity.label}: ${text.replace('.', '\\.')}(,|$)`) })
      .waitFor()
  }
  const queries = keyQueryValue.derivation(params, model).find(({ id }) => id === 'queries')
  const formula = page.getByRole('group', { name: /^Formula 1 of: Queries/ }).locator('.katex-mathml math')
  await expect.poll(() => formula.textContent()).toContain(plainText(queries?.lines[0].tex ?? ''))
}

/** The letters and signs of a formula, as its MathML has them at the beginning. */
function plainText(tex: string): string {
  const markup = katex.renderToString(tex, {
    output: 'mathml',
    trust: true,
    strict: false,
    displayMode: true,
  })
  return markup.replaceAll(/<annotation.*?<\/annotation>/g, '').replaceAll(/<[^>]+>/g, '')
}

const changed = (matrix: Design['keyMatrix'], row: number, column: number, x: number) =>
  matrix.map((cells, r) => cells.map((old, s) => (r === row && s === column ? x : old)))

test('a click cycles a cell, and figure, derivation and model agree', async () => {
  const page = await opened()
  await expectModel(page, {})
  const target = cell(page, QUERIES, 'b', 'd')
  await target.click()
  await expect.poll(() => target.innerText()).toBe('−1')
  await expectModel(page, { queryMatrix: changed(initial.queryMatrix, 1, 3, -1) })
  await target.click()
  await expectModel(page, { queryMatrix: changed(initial.queryMatrix, 1, 3, 0) })
  await target.click()
  await expectModel(page, {})
  await expectQuiet(page)
})

test('a key pressed before the frame of an edit finds the edit done', async () => {
  const page = await opened()
  const target = cell(page, KEYS, 'b', 'b')
  await target.evaluate((element) => {
    const undo = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }
    ;(element as HTMLElement).click()
    element.dispatchEvent(new KeyboardEvent('keydown', undo))
  })
  await expectModel(page, {})
  const before = initial.keyMatrix[1][1]
  await expect.poll(() => target.innerText()).toBe(String(before))
  await page.keyboard.press('Control+y')
  await expect.poll(() => target.innerText()).toBe(before === 0 ? '1' : '−1')
  await expectQuiet(page)
})

test('the keyboard goes from cell to cell and writes fractions', async () => {
  const page = await opened()
  await grid(page, KEYS).locator('[tabindex="0"]').focus()
  for (const key of ['ArrowDown', 'ArrowRight', '1', '/', '3', 'Enter']) await page.keyboard.press(key)
  await expect.poll(() => cell(page, KEYS, 'b', 'b').innerText()).toBe('1/3')
  await expectModel(page, { keyMatrix: changed(initial.keyMatrix, 1, 1, 1 / 3) })
  expect(await cell(page, KEYS, 'b', 'b').evaluate((e) => e === document.activeElement)).toBe(true)
  await page.keyboard.press('End')
  await page.keyboard.press(' ')
  await expect.poll(() => cell(page, KEYS, 'b', 'd').innerText()).toBe('1')
  await expectQuiet(page)
})

test.each([
  ['1/0', 'The denominator is 0.'],
  ['1e999', 'From -1000 to 1000, please.'],
  ['-', 'Not a number or a fraction yet.'],
  ['0,5', 'Write 0.5, with a point.'],
])('a cell with %s says what is wrong and keeps the last good value', async (text, message) => {
  const page = await opened()
  const target = cell(page, VALUES, 'c', 'c')
  const alert = page.getByRole('alert').filter({ hasText: message })
  await target.focus()
  await page.keyboard.press('Backspace')
  await page.getByRole('alert').filter({ hasText: 'Empty' }).waitFor()
  await page.keyboard.type(text)
  await alert.waitFor()
  await page.keyboard.press('Enter')
  await expectModel(page, { valueMatrix: initial.valueMatrix })
  await expect.poll(() => target.innerText()).toBe('−1')
  await expect.poll(() => alert.innerText()).toContain(`“${text}” was not taken`)
  await expect.poll(() => target.getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('5')
  await alert.waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await expectModel(page, { valueMatrix: initial.valueMatrix })
  await expectQuiet(page)
})

test('an expression is pasted into a whole matrix; nonsense is refused with its place', async () => {
  const page = await opened()
  const target = cell(page, VALUES, 'a', 'a')
  await target.focus()
  await paste(target, String.raw`\beta^{-2}(u_b u_a^\top + (u_b - u_c) u_d^\top)`)
  await expectModel(page, {
    valueMatrix: [
      [0, 0, 0, 0],
      [1, 0, 0, 1],
      [0, 0, 0, -1],
      [0, 0, 0, 0],
    ],
  })
  for (const [text, message] of [
    [String.raw`\beta^{-2}\gamma u_a u_b^\top`, 'Character 11: “\\gamma” has no meaning here'],
    ['u_a u_b^T', 'β⁻² is missing'],
    ['drop table', 'has no meaning here'],
  ]) {
    await paste(target, text)
    await page.getByRole('alert').filter({ hasText: message }).waitFor()
  }
  await expect.poll(() => cell(page, VALUES, 'b', 'a').innerText()).toBe('1')
  await paste(target, '-2/7')
  await expect.poll(() => target.innerText()).toBe('−2/7')
  await paste(target, '1\t0\t0\t0\n0\t1\t0\t0\n0\t0\t1\t0\n0\t0\t0\t1')
  await expect.poll(() => cell(page, VALUES, 'd', 'd').innerText()).toBe('1')
  await expectQuiet(page)
})

test('each edit is undone by itself', async () => {
  const page = await opened()
  await cell(page, KEYS, 'a', 'a').click()
  await cell(page, KEYS, 'a', 'b').click()
  await page.keyboard.press('2')
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell(page, KEYS, 'a', 'b').innerText()).toBe('25')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell(page, KEYS, 'a', 'b').innerText()).toBe('1')
  await page.keyboard.press('Control+z')
  await expect.poll(() => cell(page, KEYS, 'a', 'b').innerText()).toBe('0')
  await page.keyboard.press('Control+z')
  await expectModel(page, {})
})

test('a link brings back all matrices, tokens and wishes', async () => {
  const page = await opened()
  await page.getByRole('button', { name: 'More: Directions' }).click()
  await cell(page, KEYS, 'e', 'e').click()
  await cell(page, QUERIES, 'e', 'a').focus()
  await page.keyboard.type('1/3')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Output 3 is wanted' }).check()
  await page.getByRole('combobox', { name: /^Basis/ }).selectOption('rotated')
  await expect.poll(() => page.url()).toContain('basis=rotated')
  const labels = (p: Page) =>
    p.getByRole('gridcell').evaluateAll((all) => all.map((e) => e.getAttribute('aria-label')))
  const again = await opened(new URL(page.url()).hash)
  expect(await labels(again)).toEqual(await labels(page))
  expect(await labels(again)).toContain('row u e, column u a: 1/3')
  expect(await again.getByRole('checkbox', { name: 'Output 3 is wanted' }).isChecked()).toBe(true)
  await again.getByText('✓ agree').waitFor()
  await expectQuiet(again)
})

test('the solver’s matrices can be put into the grids, and reach what is wanted', async () => {
  const page = await opened()
  await page.getByRole('checkbox', { name: 'Output 3 is wanted' }).check()
  await page.getByRole('button', { name: 'Find K, Q, V' }).click()
  await page.getByRole('button', { name: 'Put into the grids' }).first().click()
  await expect
    .poll(() =>
      page
        .locator('li', { hasText: /^As .* each query keeps/ })
        .getByText('as wanted')
        .count(),
    )
    .toBeGreaterThan(0)
  await expectQuiet(page)
})

test('an impossible wish is refused with the reason', async () => {
  const page = await opened(`${ROOM}&tokens=0,1,0,1;1,0,0,0;0,2,0,2&wanted=1,1,1`)
  await page.getByRole('button', { name: 'Find K, Q, V' }).click()
  await page.getByText('points the same way as').waitFor()
  await page.getByText('Impossible in the limit.').waitFor()
  await expectQuiet(page)
})

test('far beyond float64 the logarithms go on', async () => {
  const page = await opened(`${ROOM}&norm=50`)
  await expectModel(page, { norm: 50 })
  await expect.poll(() => page.locator('body').innerText()).toMatch(/e−1\d{3}/)
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity/)
  await slider(page, 'Norm').press('Home')
  await expectModel(page, { norm: 0.1 })
})

test('all steps unfold, fold, and are copied as LaTeX', async () => {
  const page = await opened()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Write all steps out' }).click()
  await expect.poll(() => page.locator('.katex-html .struck').count()).toBe(31)
  await page.locator('section[aria-label="Derivation"]').getByRole('button', { name: 'Copy LaTeX' }).click()
  const latex = await page.evaluate(() => navigator.clipboard.readText())
  expect(latex).toMatch(/^%.*\n\\begin\{align\*\}[\s\S]*\\end\{align\*\}$/)
  expect(() =>
    katex.renderToString(latex, {
      displayMode: true,
      throwOnError: true,
      strict: 'error',
      maxExpand: Infinity,
    }),
  ).not.toThrow()
  await page.getByRole('button', { name: 'Fold all steps' }).click()
  await expect.poll(() => page.locator('.katex-html .struck').count(), { timeout: 20_000 }).toBe(0)
  await expectQuiet(page)
})

test('symbols and cells light each other up', async () => {
  const page = await openPage(ROOM, { reducedMotion: 'no-preference' })
  const term = page.locator('.katex-html [data-mark="k-ad"]').first()
  const target = page.locator('td[data-mark="k-ad"]')
  const shadow = (of: Locator) => of.evaluate((e) => getComputedStyle(e).boxShadow)
  await term.hover()
  await expect.poll(() => shadow(target)).not.toBe('none')
  await page.locator('h1').hover()
  await expect.poll(() => shadow(target)).toBe('none')
  await target.hover()
  await expect.poll(() => shadow(term)).not.toBe('none')
})

test('axe finds nothing in a room with everything written out, solved, and a cell that is wrong', async () => {
  const page = await opened()
  await page.getByRole('button', { name: 'Write all steps out' }).click()
  await page.getByRole('button', { name: 'The three matrices as expressions' }).click()
  await axe(page)
  await page.getByRole('button', { name: 'The three matrices as expressions' }).click()
  await page.getByRole('button', { name: 'Find K, Q, V' }).click()
  await page.getByRole('button', { name: 'Put into the grids' }).first().waitFor()
  await cell(page, VALUES, 'b', 'b').focus()
  await page.keyboard.type('1/0')
  await page.getByRole('alert').waitFor()
  await axe(page)
}, 240_000)

/** What a screen reader adds to the name of `locator`. */
const description = (locator: Locator): Promise<string> =>
  locator.evaluate(
    (e) => document.getElementById(e.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  )

test('a pinned state stands in every figure, in words too, until it is unpinned', async () => {
  const page = await opened()
  await page.getByRole('checkbox', { name: 'Output 3 is wanted' }).check()
  await page.getByRole('button', { name: 'Pin as A to compare' }).click()
  await page.getByRole('checkbox', { name: 'Output 3 is wanted' }).uncheck()
  const target = cell(page, QUERIES, 'b', 'd')
  await target.focus()
  await page.keyboard.type('-2')
  await page.keyboard.press('Enter')
  await grid(page, 'Tokens')
    .getByRole('gridcell', { name: /^token 1, u a/ })
    .click()
  await expect.poll(() => target.getAttribute('aria-label')).toBe('row u b, column u d: −2, in A: 1')
  await expect.poll(() => target.innerText()).toMatch(/^−2\s+A 1$/)
  await expect.poll(() => page.getByRole('button', { name: /, in A: / }).count()).toBeGreaterThan(3)
  await expect.poll(() => page.locator('path.curve.ghost').count()).toBe(3)
  await expect.poll(() => page.locator('circle.ghost').count()).toBe(3)
  await page.getByRole('row', { name: /^pinned as A/ }).waitFor()
  await page.getByRole('button', { name: 'Error as a table' }).click()
  await page.getByRole('columnheader', { name: 'error of output 1 in A' }).waitFor()
  await page.getByText('A wanted', { exact: true }).waitFor()
  await page.getByRole('group', { name: /^The first token in the basis of A/ }).waitFor()
  await axe(page)

  // The link brings back both; exchanged, what was A is the current state.
  await expect.poll(() => page.url()).toContain('A.wanted=1,1,1')
  const again = await opened(new URL(page.url()).hash)
  const same = cell(again, QUERIES, 'b', 'd')
  await expect.poll(() => same.getAttribute('aria-label')).toBe('row u b, column u d: −2, in A: 1')
  await again.getByRole('button', { name: 'Swap', exact: true }).click()
  await expect.poll(() => same.getAttribute('aria-label')).toBe('row u b, column u d: 1, in A: −2')
  await again.getByRole('button', { name: 'Unpin', exact: true }).click()
  await expect.poll(() => same.getAttribute('aria-label')).toBe('row u b, column u d: 1')
  expect(await again.locator('.ghost').count()).toBe(0)
  await expectQuiet(again)
}, 120_000)

test('without matrices too; handles that meet stay apart, and the norm says where it overflows', async () => {
  const page = await opened('#v=1&panel=identity-self-attention&lambda=1&kappa=1&norm=40&A.&A.lambda=0.5')
  await expect.poll(() => page.getByRole('button', { name: /, in A: / }).count()).toBeGreaterThan(3)
  await expect.poll(() => page.locator('path.curve.ghost').count()).toBe(3)
  await expect.poll(() => page.locator('circle.ghost').count()).toBe(3)
  const [lambda, kappa] = await Promise.all(
    ['Added share of d', 'Added share of c'].map(async (name) => {
      const handle = page.getByRole('slider', { name: `${name}, on the curve` })
      return (await handle.locator('.grip').boundingBox())!
    }),
  )
  // The two halves of a circle: each can be seen and taken.
  expect(kappa.x - lambda.x).toBeGreaterThan(6)
  const norm = slider(page, 'Norm').control
  expect(await description(norm)).toBe('e^(3β²) overflows from 15.38; e^(2β²) overflows from 18.84')
  await axe(page)
  await expectQuiet(page)
})

test('a heatmap is one tab stop, and arrows go from cell to cell', async () => {
  const page = await openPage('#v=1&panel=identity-self-attention')
  const weights = page.getByRole('grid').first()
  await weights.waitFor()
  const focused = () => weights.locator('button:focus').getAttribute('data-cell')
  await expect.poll(() => weights.locator('button').count()).toBeGreaterThan(4)
  await expect.poll(() => weights.locator('button[tabindex="0"]').count()).toBe(1)
  await weights.locator('button[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('1 0')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('1 2')
  await page.keyboard.press('Enter')
  await page.getByRole('tooltip').or(page.getByRole('dialog')).first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await weights.locator('button:focus').count()).toBe(0)
})
