import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { startedLecture } from '../../src/state/lecture/lecture'
import { LECTURE_KEY, saveLecture } from '../../src/state/lecture/lecture-storage'
import { type Lesson, stepAt } from '../../src/state/lecture/lesson'
import { NEW_OWNER } from '../../src/state/lecture/owner'
import { openPage } from './page'

/** The two windows of a lecture. */
export interface Windows {
  readonly console: Page
  readonly hall: Page
}

/** A lesson of `count` steps in one room, whose scale and sentence say which step it is. */
export const countingLesson = (count: number): Lesson => ({
  id: 'counting',
  title: 'Counting',
  steps: Array.from({ length: count }, (_, i) =>
    stepAt(`#v=1&panel=two-key-average&scale=${i + 1}`, `This is step ${i + 1}.`, { notes: `Note ${i + 1}` }),
  ),
})

/** The console of a lecture on `lesson`, and its hall. */
export async function openLecture(lesson: Lesson, id = 'lecture-1'): Promise<Windows> {
  const page = await openPage('', { width: 1366, height: 768 })
  const kept = keptText(lesson, id)
  await page.evaluate(([key, text]) => sessionStorage.setItem(key, text), [LECTURE_KEY, kept])
  await page.reload()
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: /^(Show it|Open again)/ }).click()
  const hall = await opening
  hall.setDefaultTimeout(30_000)
  await expectInStep({ console: page, hall })
  return { console: page, hall }
}

/** What the tab of a console that is at the first step of `lesson` remembers. */
function keptText(lesson: Lesson, id: string): string {
  let text = ''
  const storage = { getItem: () => null, setItem: (_: string, value: string) => void (text = value) }
  saveLecture(storage, { lecture: startedLecture(id, lesson, Date.now()), owner: NEW_OWNER })
  return text
}

/** Asserts that the console finds the hall in step. */
export async function expectInStep({ console }: Windows): Promise<void> {
  await expect.poll(() => console.getByTestId('hall-state').textContent()).toMatch(/in step$/)
}

/** What the hall reads. */
export const sentenceOf = (hall: Page): Promise<string> => hall.locator('[data-hall] h1').innerText()

/** The number of the step that the console is at, from 1. */
export async function stepOf(console: Page): Promise<number> {
  const current = console
    .getByRole('navigation', { name: 'Steps of the lesson' })
    .locator('[aria-current="step"]')
  return Number.parseInt(await current.innerText(), 10)
}
