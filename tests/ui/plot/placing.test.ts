import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Attached, boxOf, overlap, placed, type Side } from '../../../src/ui/plot/placing'

const inside = { left: 40, right: 480, top: 0, bottom: 200 }
const nothing = { points: [], lines: [], inside }
const SIDES: readonly Side[] = ['ne', 'nw', 'e', 'w', 'se', 'sw', 'n', 's']

const label = (x: number, y: number, more: Partial<Attached> = {}): Attached => ({
  at: [[x, y]],
  sides: SIDES,
  gap: 10,
  width: 60,
  size: 12,
  ...more,
})

const places = fc.record({ x: fc.integer({ min: 110, max: 410 }), y: fc.integer({ min: 40, max: 160 }) })

describe('a label', () => {
  test.prop([places, fc.constantFrom(...SIDES)])('is on the first side that is free', ({ x, y }, side) => {
    const [spot] = placed([label(x, y, { sides: [side, ...SIDES] })], nothing)
    const { left, right, top, bottom } = boxOf(spot!, { width: 60, size: 12 })
    if (side.includes('e')) expect(left).toBeGreaterThan(x)
    if (side.includes('w')) expect(right).toBeLessThan(x)
    if (side.startsWith('n')) expect(bottom).toBeLessThan(y)
    if (side.startsWith('s')) expect(top).toBeGreaterThan(y)
  })

  test.prop([fc.array(places, { minLength: 2, maxLength: 3 })])('covers no other, however near', (all) => {
    const labels = all.map(({ x, y }) => label(x, y))
    const boxes = placed(labels, nothing).map((spot) => boxOf(spot!, labels[0]))
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(0)
    })
  })

  test.prop([places])('covers no point, its own one included', ({ x, y }) => {
    const points = [
      [x, y],
      [x + 30, y - 10],
      [x - 30, y - 10],
    ] as const
    const [spot] = placed([label(x, y)], { ...nothing, points })
    const box = boxOf(spot!, { width: 60, size: 12 })
    for (const [px, py] of points)
      expect(overlap(box, { left: px - 5, right: px + 5, top: py - 5, bottom: py + 5 })).toBe(0)
  })

  test.prop([places, fc.double({ min: -2, max: 2, noNaN: true })])(
    'leaves a line alone that goes through what it names',
    ({ x, y }, slope) => {
      const line = [-300, 300].map((across) => [x + across, y + slope * across] as const)
      const [spot] = placed([label(x, y)], { ...nothing, lines: [line] })
      const { left, right, top, bottom } = boxOf(spot!, { width: 60, size: 12 })
      const heights = [left, right].map((at) => y + slope * (at - x))
      const isBelow = Math.min(...heights) > bottom
      const isAbove = Math.max(...heights) < top
      const isBeside =
        slope !== 0 &&
        [top, bottom].every((at) => x + (at - y) / slope < left || x + (at - y) / slope > right) &&
        (heights[0] < top || heights[0] > bottom)
      expect(isBelow || isAbove || isBeside).toBe(true)
    },
  )

  test.prop([fc.integer({ min: 40, max: 480 }), fc.integer({ min: 20, max: 190 })])(
    'stays in the drawing, also at its edges',
    (x, y) => {
      const [spot] = placed([label(x, y)], nothing)
      const { left, right, top, bottom } = boxOf(spot!, { width: 60, size: 12 })
      expect([left >= 40, right <= 480, top >= 0, bottom <= 200]).toEqual([true, true, true, true])
    },
  )

  test('that may be left out is, where it finds no room; another is drawn all the same', () => {
    const wall = Array.from({ length: 400 }, (_, i) => [40 + 1.1 * i, i % 2 === 0 ? 0 : 200] as const)
    const around = { ...nothing, lines: [wall] }
    expect(placed([label(200, 100, { optional: true })], around)).toEqual([undefined])
    expect(placed([label(200, 100)], around)).not.toContain(undefined)
  })

  test('of a curve goes to the first of its places that is free', () => {
    const taken = label(100, 100, { sides: ['ne'] })
    const curve = label(0, 0, {
      at: [
        [100, 100],
        [300, 100],
      ],
      sides: ['ne'],
    })
    const [, spot] = placed([taken, curve], { ...nothing, points: [[110, 80]] })
    expect(spot!.x).toBeGreaterThan(300)
  })
})
