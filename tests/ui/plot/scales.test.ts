import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { linear, log, powers, scientific, shortest, within, writtenOut } from '../../../src/ui/plot/scales'

const spans = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, length]) => [low, low + length] as const)

describe.each([
  ['linear', linear],
  ['powers', powers],
] as const)('a scale that is %s', (_, scaleOn) => {
  test.prop([spans, fc.double({ min: 0, max: 1, noNaN: true })])(
    'is its own inverse backwards',
    (domain, t) => {
      const scale = scaleOn(domain)([300, 20])
      const value = domain[0] + t * (domain[1] - domain[0])
      expect(Math.abs(scale.invert(scale(value)) - value)).toBeLessThanOrEqual(
        1e-9 * (domain[1] - domain[0] + Math.abs(value)),
      )
    },
  )

  test.prop([spans])('names values of its domain', (domain) => {
    const scale = scaleOn(domain)([0, 100])
    for (const tick of scale.ticks(5)) expect(within(scale, tick)).toBe(tick)
  })
})

test('powers of ten are named where their exponents are whole, if there are two', () => {
  expect(powers([-300, 0])([0, 1]).ticks(5).every(Number.isInteger)).toBe(true)
  expect(powers([-2, 0])([0, 1]).ticks(5)).toEqual([-2, -1, 0])
  expect(powers([-0.4, 0.1])([0, 1]).ticks(5).length).toBeGreaterThan(2)
})

test('a logarithmic axis names powers of ten, and between near ones 2 and 5 too', () => {
  expect(log([0.1, 1000])([0, 1]).ticks(5)).toEqual([0.1, 1, 10, 100, 1000])
  expect(log([1, 100])([0, 1]).ticks(5)).toEqual([1, 2, 5, 10, 20, 50, 100])
})

test('numbers of axes are short, with a true minus sign', () => {
  expect([
    shortest(-0.30000000000000004),
    scientific(0),
    scientific(-12),
    writtenOut(-2),
    writtenOut(-4),
  ]).toEqual(['−0.3', '1', '1e−12', '0.01', '1e−4'])
})
