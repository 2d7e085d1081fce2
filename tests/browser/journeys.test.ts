import { expect, test } from 'vitest'
import { initialParams } from '../../src/constructions/params'
import { twoKeyAverage } from '../../src/constructions/two-key-average/two-key-average'
import { number } from '../../src/tex/format'
import { openPage } from './page'
import { openControls, setTheme } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

const AVERAGE = '#v=1&panel=two-key-average'
const initial = initialParams(twoKeyAverage.params)

test('the figures show what the model computes', async () => {
  const page = await openPage(`${AVERAGE}&scale=3&n=100`)
  const { weights, leak } = twoKeyAverage.model({ ...initial, scale: 3, n: 100 })
  await page.getByRole('button', { name: `weight of key a: ${number(weights[0])}` }).waitFor()
  await expect.poll(() => page.locator('.katex-html [data-quantity="leak"]').innerText()).toBe(number(leak))
})

test('the address keeps up with a drag, and a copied address brings everything back', async () => {
  const page = await openPage(AVERAGE)
  await openControls(page)
  await slider(page, 'Scale').press('PageUp', 3)
  await slider(page, 'Number of keys').press('End')
  await expect.poll(() => page.url()).toContain('n=1000000')
  const [url, scale] = [page.url(), await slider(page, 'Scale').value()]
  const again = await openPage(new URL(url).hash)
  await openControls(again)
  expect(await slider(again, 'Scale').value()).toBe(scale)
  expect(await slider(again, 'Number of keys').value()).toBe(1)
  await expectQuiet(again)
})

test('the address is written at most once per 400 ms', async () => {
  const page = await openPage(AVERAGE)
  await page.evaluate(() => {
    const times: number[] = []
    const write = history.replaceState.bind(history)
    history.replaceState = (...args) => {
      times.push(performance.now())
      write(...args)
    }
    Object.assign(window, { times })
  })
  const written = () => page.evaluate(() => (window as unknown as { times: number[] }).times)
  for (const bursts of [1, 2]) {
    for (let i = 0; i < 20; i += 1) await slider(page, 'Scale').press('ArrowRight')
    await expect.poll(async () => (await written()).length).toBeGreaterThanOrEqual(bursts)
  }
  const times = await written()
  const gaps = times.slice(1).map((time, i) => time - times[i])
  // The clock is read inside the call, some milliseconds after the decision to make it.
  expect(Math.min(...gaps, 400)).toBeGreaterThanOrEqual(390)
})

test('undo and redo go through changes one by one, and stop at their ends', async () => {
  const page = await openPage(AVERAGE)
  const scale = slider(page, 'Scale')
  const start = await scale.value()
  await scale.dragTo('end')
  await scale.press('Home')
  await page.keyboard.press('Control+z')
  expect(await scale.value()).toBe(1)
  await page.keyboard.press('Control+z')
  expect(await scale.value()).toBe(start)
  await page.keyboard.press('Control+z')
  expect(await scale.value()).toBe(start)
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+y')
  expect(await scale.value()).toBe(0)
  await expectQuiet(page)
})

test('back and forward go from room to room with what was set there', async () => {
  const page = await openPage('#v=1&panel=single-key')
  await page.getByRole('link', { name: /Average/ }).click()
  await slider(page, 'Scale').press('End')
  await expect.poll(() => page.url()).toContain('scale=1000')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Selecting one key' }).waitFor()
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
  expect(await slider(page, 'Scale').value()).toBe(1)
})

test('a visit goes on where the last one ended, on this device', async () => {
  const page = await openPage(AVERAGE)
  await openControls(page)
  await slider(page, 'Angle of keys').press('Home')
  await setTheme(page, 'dark')
  const { origin } = new URL(page.url())
  await page.goto('about:blank')
  await page.goto(origin)
  await page.getByRole('link', { name: /Go on where you were/ }).click()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  await openControls(page)
  expect(await slider(page, 'Angle of keys').value()).toBe(0)
})

test('the theme follows the system until one is chosen', async () => {
  const page = await openPage(AVERAGE, { colorScheme: 'dark' })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await paper()
  await setTheme(page, 'light')
  expect(await paper()).not.toBe(dark)
  await setTheme(page, 'system')
  expect(await paper()).toBe(dark)
})

test('what a link holds that cannot be used is named, and nothing else is lost', async () => {
  const page = await openPage(`${AVERAGE}&scale=abc&n=1&angle=60&foo=1`)
  const notices = page.getByRole('status', { name: /not taken/ })
  await notices.waitFor()
  for (const field of ['scale', 'n: 1', 'foo']) await expect.poll(() => notices.innerText()).toContain(field)
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Angle of keys, number' }).inputValue())
    .toBe('60°')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await notices.waitFor({ state: 'detached' })
  await expectQuiet(page)
})

test('a mark lights its symbols, and a symbol its marks', async () => {
  const page = await openPage(AVERAGE, { reducedMotion: 'no-preference' })
  const symbol = page.locator('.katex-html [data-mark="weight-a"]').first()
  const bar = page.locator('svg [data-mark="weight-a"]').first()
  await symbol.hover()
  await expect.poll(() => bar.evaluate((e) => getComputedStyle(e).filter)).toContain('drop-shadow')
  await page.locator('h1').hover()
  await expect.poll(() => bar.evaluate((e) => getComputedStyle(e).filter)).toBe('none')
  await bar.locator('rect').hover()
  await expect
    .poll(() => symbol.evaluate((e) => getComputedStyle(e).backgroundColor))
    .not.toBe('rgba(0, 0, 0, 0)')
})

test('the keyboard walks through a formula: marks light, numbers explain, parameters step', async () => {
  const page = await openPage(AVERAGE)
  const formula = page.getByRole('group', { name: /^Formula 1 of: Choose the query/ })
  await page.locator('.katex-html [data-param]').first().waitFor()
  await formula.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.locator('[data-param="scale"]').first().innerText()).toBe('3.1')
  const weights = page.getByRole('group', { name: /^Formula 1 of: Softmax/ })
  await weights.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'weight of key a, explained' }).waitFor()
  await expectQuiet(page)
})

test('ε asks for Q, Q for ε, and the line can be dragged', async () => {
  const page = await openPage(AVERAGE)
  const epsilon = page.getByRole('textbox', { name: 'Leak allowed, number' })
  const needed = page.getByRole('textbox', { name: 'Scale needed, number' })
  await epsilon.fill('1e-9')
  await expect
    .poll(async () => Number(await needed.inputValue()))
    .toBeCloseTo(Math.log((8 * (1 - 1e-9)) / 2e-9), 3)
  await needed.fill('5')
  await expect
    .poll(async () => Number((await epsilon.inputValue()).replaceAll('−', '-')))
    .toBeCloseTo(8 / (8 + 2 * Math.exp(5)), 5)
  await page.getByRole('slider', { name: 'Leak allowed, line' }).press('ArrowUp')
  await page.getByRole('button', { name: 'Set Q' }).click()
  await expectQuiet(page)
})

test.each([
  ['−', 'Not a number yet.'],
  ['1e', 'Not a number yet.'],
  ['1e400', 'From 0 to 1000, please.'],
  ['0,5', 'Write 0.5, with a point.'],
  ['9'.repeat(60), 'Too long for a number'],
])('a field with %s says what is missing and keeps the last value', async (text, message) => {
  const page = await openPage(AVERAGE)
  const before = await slider(page, 'Scale').value()
  await page.getByRole('textbox', { name: 'Scale, number' }).fill(text)
  await page.getByRole('alert').filter({ hasText: message }).waitFor()
  expect(await slider(page, 'Scale').value()).toBe(before)
  await expectQuiet(page)
})

test('the page stands without storage', async () => {
  const page = await openPage(AVERAGE)
  await page.context().addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('', 'SecurityError')
      },
    })
  })
  await page.reload()
  await page.locator('figure').first().waitFor()
  await expectQuiet(page)
})
