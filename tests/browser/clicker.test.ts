import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countingLesson, expectInStep, openLecture, sentenceOf, stepOf } from './lecture'
import { expectQuiet } from './watch'

/** As many as a lecturer makes in a term. */
const PRESSES = 3600

const KEYS = ['PageDown', 'ArrowRight', ' ', 'ArrowDown', 'PageUp', 'ArrowLeft', 'ArrowUp'] as const

const isNext = (key: string) => KEYS.indexOf(key as (typeof KEYS)[number]) < 4

/** The keys of a clicker in an order that does not repeat soon: more go on than back, until the end of the lesson. */
const keyOf = (press: number) => KEYS[(press * press + 3 * press) % KEYS.length]

/** The step after `key`, of `last` + 1. */
const stepAfter = (step: number, key: string, last: number) =>
  Math.min(last, Math.max(0, step + (isNext(key) ? 1 : -1)))

const scaleShown = (page: Page) => page.getByRole('textbox', { name: 'Scale' }).inputValue()

test(`${PRESSES} presses of a clicker with a slider focused: none is missed or doubled, no slider moves, and either window may be reloaded`, {
  timeout: 1_200_000,
}, async () => {
  const windows = await openLecture(countingLesson(100))
  const { console, hall } = windows
  let step = 0
  for (let press = 0; press < PRESSES; press += 1) {
    const key = keyOf(press)
    if (press % 50 === 0) await console.getByRole('slider', { name: 'Scale', exact: true }).focus()
    await console.keyboard.press(key)
    step = stepAfter(step, key, 99)
    if (press % 300 !== 299) continue
    expect(await stepOf(console), `after press ${press + 1}`).toBe(step + 1)
    await expect.poll(() => sentenceOf(hall)).toBe(`This is step ${step + 1}.`)
    // Each step brings its own scale: had an arrow moved the slider too, it were another.
    expect(await scaleShown(console)).toBe(String(step + 1))
    if (press === 1199) await hall.reload()
    if (press === 2399) await console.reload()
    if (press === 1199 || press === 2399) await expectInStep(windows)
  }
  await expectQuiet(console)
  await expectQuiet(hall)
})
