import { expect, test } from 'vitest'
import { spread } from '../../../src/ui/plot/EndLabels'

test('heights that are apart stay where they are', () => {
  expect(spread([20, 60, 100], 0, 200)).toEqual([20, 60, 100])
})

test('heights that coincide are spread downwards, and pushed up at the foot', () => {
  const heights = spread([20, 20, 199, 200, 200], 0, 200)
  heights.slice(1).forEach((height, i) => expect(height - heights[i]).toBeGreaterThanOrEqual(13.4))
  expect(heights[0]).toBe(20)
  expect(heights.at(-1)).toBeLessThanOrEqual(213.5)
})
