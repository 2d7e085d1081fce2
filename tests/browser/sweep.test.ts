import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { type Construction, paramsWith } from '../../src/constructions/construction'
import { initialParams, type NumberSpec } from '../../src/constructions/params'
import { positionOf } from '../../src/constructions/scale'
import { axe, axeOfColours } from './axe'
import { screenshot } from './page'
import { expectSane, openControls, openRoom, setTheme, sliderSpecs } from './room'
import { slider } from './slider'
import { expectQuiet } from './watch'

/** Where a slider stands that is moved to an end: no further than the other params let it. */
function placeOf(construction: Construction, spec: NumberSpec, end: number): number {
  const [name] = Object.entries(construction.params).find(([, one]) => one === spec)!
  const changes = { [name]: end === 0 ? spec.min : spec.max }
  const params = paramsWith(construction, initialParams(construction.params), changes)
  return positionOf(spec, params[name] as number)
}

/** What takes minutes: every slider of every room to both its ends, and axe over every room in every theme. */
describe.each(constructions)('$title', (construction) => {
  test('is accessible in every theme', async () => {
    const page = await openRoom(construction)
    await axe(page)
    // Themes differ in colours alone. The last preset stands for all others: they differ in their numbers.
    await page.getByRole('button', { name: construction.presets.at(-1)!.label, exact: true }).click()
    for (const theme of ['dark', 'projector']) {
      await setTheme(page, theme)
      await axeOfColours(page)
      await screenshot(page, `${construction.id}-${theme}`)
    }
  })

  test('every slider goes to both ends by keys and by mouse', async () => {
    const page = await openRoom(construction)
    await openControls(page)
    for (const spec of sliderSpecs(construction)) {
      const { control, press, dragTo, value } = slider(page, spec.label)
      for (const end of [0, 1]) {
        const [near, far] = [end, 1 - end].map((one) => placeOf(construction, spec, one))
        await press(end === 0 ? 'Home' : 'End')
        await expect.poll(value, { message: spec.label }).toBeCloseTo(near, 12)
        await press('PageUp')
        await press('PageDown')
        await dragTo(end === 0 ? 'end' : 'start')
        await expect.poll(value, { message: spec.label }).toBeCloseTo(far, 12)
        await expectSane(page)
      }
      await control.dblclick()
    }
    await expectQuiet(page)
  })
})
