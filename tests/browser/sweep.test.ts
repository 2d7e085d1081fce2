import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { axe, axeOfColours } from './axe'
import { screenshot } from './page'
import { expectSane, openRoom, sliderSpecs } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** What takes minutes: every slider of every room to both its ends, and axe over every room in every theme. */
describe.each(constructions)('$title', (construction) => {
  test('is accessible in every theme', async () => {
    const page = await openRoom(construction)
    await axe(page)
    // Themes differ in colours alone. The last preset stands for all others: they differ in their numbers.
    await page.getByRole('button', { name: construction.presets.at(-1)!.label, exact: true }).click()
    for (const theme of ['dark', 'projector']) {
      await page.getByLabel('Theme').selectOption(theme)
      await axeOfColours(page)
      await screenshot(page, `${construction.id}-${theme}`)
    }
  })

  test('every slider goes to both ends by keys and by mouse', async () => {
    const page = await openRoom(construction)
    for (const spec of sliderSpecs(construction)) {
      const { control, press, dragTo, value } = slider(page, spec.label)
      for (const end of [0, 1]) {
        await press(end === 0 ? 'Home' : 'End')
        expect(await value(), spec.label).toBe(end)
        await press('PageUp')
        await press('PageDown')
        await dragTo(end === 0 ? 'end' : 'start')
        expect(await value(), spec.label).toBe(1 - end)
        await expectSane(page)
      }
      await control.dblclick()
    }
    await expectQuiet(page)
  })
})
