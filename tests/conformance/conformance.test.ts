import { describe, expect, test } from 'vitest'
import published from '../../docs/conformance.md?raw'
import manifest from '../../package.json'
import { errorOf } from '../../scripts/conformance/compare'
import { markdownOf } from '../../scripts/conformance/markdown'
import { type Expected, logOfDecimal, roomsWithReference } from '../../scripts/conformance/reference'
import { roomReport } from '../../scripts/conformance/report'
import { constructions } from '../../src/constructions'
import { type ConformanceReport, failuresOf, type QuantityRow } from '../../src/ui/conformance/report'
import results from '../../src/ui/conformance/results.json'

const report = results as unknown as ConformanceReport

/** What does not depend on the last bits of the machine's exponentials. */
const lasting = ({ kind, label, count, bound }: QuantityRow) => ({ kind, label, count, bound })

test('there are reference values for every room', () => {
  expect(roomsWithReference.toSorted()).toEqual(constructions.map(({ id }) => id).toSorted())
})

describe.each(constructions.map((room) => [room.id, room] as const))('%s', (id, room) => {
  let known: ReturnType<typeof roomReport> | undefined
  const found = () => (known ??= roomReport(room))
  const shown = report.rooms.find((part) => part.room === id)

  test('every quantity is what sixty digits give, and no theorem is refuted', () => {
    expect(failuresOf(found())).toEqual([])
  })

  test('the published result is that of this code: else run npm run conformance', () => {
    expect(shown?.quantities.map(lasting)).toEqual(found().quantities.map(lasting))
    expect(shown?.claims).toEqual(found().claims)
    for (const { largest, bound } of shown?.quantities ?? []) expect(largest).toBeLessThanOrEqual(bound)
  })
})

test('the published page is that of the published result and of this version', () => {
  expect(published).toBe(markdownOf(report))
  expect(report.version).toBe(manifest.version)
})

const expected = (value: string, more: Partial<Expected> = {}): Expected => ({
  value,
  log: undefined,
  logOfTerms: -Infinity,
  scores: 1,
  ...more,
})

describe('an error', () => {
  test('is relative to the number', () => {
    expect(errorOf({ value: 2.0002 }, expected('2'))).toBeCloseTo(1e-4, 12)
  })

  test('or to the terms that cancel in it', () => {
    expect(errorOf({ value: 1e-17 }, expected('0', { logOfTerms: 0 }))).toBeCloseTo(1e-17, 30)
    expect(errorOf({ value: 1e-17 }, expected('0'))).toBeGreaterThan(1)
  })

  test('is that of the logarithm where the number has underflowed', () => {
    expect(errorOf({ value: 0, log: -2000 }, expected('1e-8686'))).toBeGreaterThan(0.5)
    expect(errorOf({ value: 0, log: -8686 * Math.LN10 }, expected('1e-8686'))).toBeLessThan(1e-15)
  })

  test('is infinite where an infinity or a missing number is taken for one', () => {
    expect(errorOf({ value: Infinity }, expected('1e300'))).toBe(Infinity)
    expect(errorOf({ value: 1 }, expected('-Infinity'))).toBe(Infinity)
    expect(errorOf({ value: NaN }, expected('1'))).toBe(Infinity)
    expect(errorOf({ value: -Infinity }, expected('-Infinity'))).toBe(0)
  })

  test('of a decimal is read beyond the range of float64', () => {
    expect(logOfDecimal('1.289323608390093748351631e-8686')).toBeCloseTo(-20000, 9)
    expect(logOfDecimal('0.5')).toBeCloseTo(-Math.LN2, 15)
  })
})
