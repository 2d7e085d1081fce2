import { expect } from 'vitest'

/** Holds `actual` to a reference value, given in decimal, within `bound` of its size. */
export function expectRelative(actual: number, decimal: string, bound: number, where = ''): void {
  const wanted = Number(decimal)
  const error = wanted === 0 ? Math.abs(actual) : Math.abs(actual / wanted - 1)
  expect(error, `${where}: ${actual} against ${decimal}`).toBeLessThanOrEqual(bound)
}
