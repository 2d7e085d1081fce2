import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage } from './page'
import { chooseInMenu, openControls, openRoom, openTables } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** What every control of the page is set to. */
function settings(page: Page): Promise<string[]> {
  return page
    .locator(
      'main :is(input, select, [role="slider"], [role="gridcell"], [aria-roledescription="movable point"])',
    )
    .evaluateAll((controls) =>
      controls.map((control) => {
        const { value, checked } = control as HTMLInputElement
        const said = ['aria-label', 'aria-valuetext', 'aria-valuenow'].map((name) =>
          control.getAttribute(name),
        )
        return [control.tagName, value, checked, ...said].join(' ')
      }),
    )
}

/** Asserts that `gesture` changes something, that one undo takes all of it back, and that there is no more to undo. */
async function expectOneStep(page: Page, name: string, gesture: () => Promise<void>): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo' })
  const before = await settings(page)
  expect(await undo.isDisabled(), `before: ${name}`).toBe(true)
  await gesture()
  await expect.poll(() => settings(page), { message: `${name} changes nothing` }).not.toEqual(before)
  await page.getByRole('heading', { level: 1 }).focus()
  await undo.click()
  await expect.poll(() => settings(page), { message: `one undo of ${name}` }).toEqual(before)
  expect(await undo.isDisabled(), `after: ${name}`).toBe(true)
}

/** A place of a handle that nothing covers, in pixels of the window. */
async function gripOf(handle: Locator): Promise<readonly [number, number]> {
  return handle.evaluate((element) => {
    element.scrollIntoView({ block: 'center' })
    const shapes = [...element.querySelectorAll('.reach, .touch, .grip')].map((s) =>
      s.getBoundingClientRect(),
    )
    const places = shapes.flatMap(({ x, y, width, height }) =>
      [0.5, 0.4, 0.7, 0.2, 0.9].flatMap((a) =>
        [0.5, 0.3, 0.8].map((b) => [x + a * width, y + b * height] as const),
      ),
    )
    const free = places.find(([x, y]) => document.elementFromPoint(x, y)?.closest('.handle') === element)
    if (!free) throw new Error(`${element.getAttribute('aria-label')} is covered`)
    return free
  })
}

/** Takes `handle` with the mouse and moves it by some pixels, in small moves, as a hand does. */
async function drag(page: Page, handle: Locator): Promise<void> {
  const [x, y] = await gripOf(handle)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 19, y + 13, { steps: 7 })
  await page.mouse.up()
}

/** Types numbers into `field`, digit by digit, until one is in its range and none that stood there. */
async function typeAnother(field: Locator): Promise<void> {
  const before = Number.parseFloat((await field.inputValue()).replaceAll('−', '-'))
  for (const number of [3, 2, 0.5, 0.01]) {
    if (number === before) continue
    await field.fill('')
    await field.pressSequentially(String(number))
    if ((await field.getAttribute('aria-invalid')) === 'false') return
  }
  throw new Error(`no number is in the range of ${await field.getAttribute('aria-label')}`)
}

describe.each(constructions)('$title: one gesture is one step of undo', (construction) => {
  test('on every slider', async () => {
    const page = await openRoom(construction)
    await openControls(page)
    for (const control of await page.locator('main input[type="range"]').all()) {
      await control.scrollIntoViewIfNeeded()
      const { x, y, width, height } = (await control.boundingBox())!
      await expectOneStep(page, `dragging ${await control.getAttribute('aria-label')}`, async () => {
        await page.mouse.move(x + width * 0.59, y + height / 2)
        await page.mouse.down()
        // To no round place: the browser and the page write the place of the thumb with different digits.
        await page.mouse.move(x + width * 0.367, y + height / 2, { steps: 7 })
        await page.mouse.up()
      })
    }
    await expectQuiet(page)
  })

  test('on every handle, by mouse and by a held key', async () => {
    const page = await openRoom(construction)
    for (const handle of await page.locator('.handle').all()) {
      const name = await handle.getAttribute('aria-label')
      await expectOneStep(page, `dragging ${name}`, () => drag(page, handle))
      await expectOneStep(page, `a held key on ${name}`, async () => {
        await handle.focus()
        for (let repeats = 0; repeats < 4; repeats += 1) await page.keyboard.down('ArrowDown')
        await page.keyboard.up('ArrowDown')
      })
    }
    await expectQuiet(page)
  })

  test('on every number field, whatever is typed into it, and on every list', async () => {
    const page = await openRoom(construction)
    await openControls(page)
    await openTables(page)
    for (const field of await page.getByRole('textbox', { name: /, number$/ }).all())
      await expectOneStep(page, (await field.getAttribute('aria-label'))!, () => typeAnother(field))
    for (const list of await page.locator('main select').all()) {
      const options = await list
        .locator('option')
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value))
      const current = await list.inputValue()
      const others = options.filter((option) => option !== current)
      await expectOneStep(page, 'a choice', async () => void (await list.selectOption(others[0])))
    }
    await expectQuiet(page)
  })
})

test('a double click that resets a slider is one step, wherever on the track', async () => {
  const page = await openPage('#v=1&panel=two-key-average&scale=100')
  const scale = slider(page, 'Scale')
  const before = await scale.value()
  await scale.control.dblclick({ position: { x: 30, y: 8 } })
  const initial = await scale.value()
  expect(initial).not.toBe(before)
  await scale.dragTo('end')
  await page.keyboard.press('Control+z')
  expect(await scale.value()).toBe(initial)
  await page.keyboard.press('Control+z')
  expect(await scale.value()).toBe(before)
})

test('two choices of one list, and two keys in one field, are two steps', async () => {
  const page = await openPage('#v=1&panel=key-query-value')
  await openControls(page)
  const basis = page.getByRole('combobox', { name: /^Basis/ })
  await basis.selectOption('rotated')
  const seed = page.getByRole('textbox', { name: 'Seed of the rotation, number' })
  const before = await seed.inputValue()
  await seed.press('ArrowUp')
  const once = await seed.inputValue()
  await seed.press('ArrowUp')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => seed.inputValue()).toBe(once)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => seed.inputValue()).toBe(before)
  await basis.selectOption('standard')
  await basis.selectOption('rotated')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => basis.inputValue()).toBe('standard')
})

test('what changes nothing is nothing to undo', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  await chooseInMenu(page, 'Reset')
  await page.getByRole('link', { name: /Average/ }).click()
  await openControls(page)
  await slider(page, 'Angle of keys').press('Home')
  await page.keyboard.press('Control+z')
  await slider(page, 'Angle of keys').press('End')
  await slider(page, 'Angle of keys').press('End')
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
})
