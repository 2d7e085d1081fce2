import { expect, test } from 'vitest'
import { pretrainingLesson } from '../../src/state/lecture/lessons/pretraining'
import { openLecture } from './lecture'
import { screenshot } from './page'

test('the hall follows the lesson through the lab, each step on its part of the page', {
  timeout: 200_000,
}, async () => {
  const { console, hall } = await openLecture(pretrainingLesson())
  await hall.getByText(/^Texts about/).waitFor()
  await hall.getByRole('figure').first().waitFor({ timeout: 30_000 })
  await screenshot(hall, 'hall-lab')
  const next = async (sentence: RegExp) => {
    await console.keyboard.press('PageDown')
    await hall.getByText(sentence).first().waitFor({ timeout: 20_000 })
  }
  await next(/^Knowing nothing of anybody/)
  await next(/^Whoever always says London/)
  await next(/^The finished runs: is their order/)
  await next(/^The place is cut out/)
  await hall.getByRole('slider', { name: /^Attention of vanilla/ }).waitFor({ timeout: 90_000 })
  await next(/^“Less parameters”/)
  await hall.getByRole('region', { name: 'Literature' }).waitFor()
  await next(/^A name that nobody has/)
  await hall.getByRole('region', { name: 'A name that does not exist' }).waitFor({ timeout: 30_000 })
  await screenshot(hall, 'hall-lab-part3')
  expect(await hall.getByRole('alert').count()).toBe(0)
})
