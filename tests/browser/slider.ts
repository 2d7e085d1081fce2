import type { Locator, Page } from 'playwright-core'

/** A slider as a person meets it: found by its label, moved by keys or by the mouse. */
export interface Slider {
  readonly control: Locator
  readonly value: () => Promise<number>
  readonly press: (key: SliderKey, times?: number) => Promise<void>
  /** Takes the thumb with the mouse and lets go of it past the given end of the track. */
  readonly dragTo: (end: 'start' | 'end') => Promise<void>
}

export type SliderKey =
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown'
  | `${'' | 'Shift+'}Arrow${'Left' | 'Right' | 'Up' | 'Down'}`

/** The slider of `page` that a screen reader calls `label`. */
export function slider(page: Page, label: string): Slider {
  const control = page.getByRole('slider', { name: label, exact: true })
  return {
    control,
    value: async () => Number(await control.inputValue()),
    press: async (key, times = 1) => {
      for (let count = 0; count < times; count += 1) await control.press(key)
    },
    dragTo: async (end) => drag(page, control, end),
  }
}

async function drag(page: Page, control: Locator, end: 'start' | 'end'): Promise<void> {
  // Moves the mouse there only once nothing covers the control.
  await control.hover()
  const box = await control.boundingBox()
  if (!box) throw new Error('drag: expected a visible slider, got none')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + (await thumb(control, box.width)), y)
  await page.mouse.down()
  await page.mouse.move(end === 'start' ? box.x - 20 : box.x + box.width + 20, y, { steps: 6 })
  await page.mouse.up()
}

/** The middle of the thumb, from the left of a track `width` pixels wide: it travels a thumb less than that. */
async function thumb(control: Locator, width: number): Promise<number> {
  const thumbWidth = 16
  const share = await control.evaluate((element: HTMLInputElement) => {
    const [min, max] = [Number(element.min || 0), Number(element.max || 100)]
    return (element.valueAsNumber - min) / (max - min)
  })
  return thumbWidth / 2 + share * (width - thumbWidth)
}
