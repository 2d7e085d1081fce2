import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { clamped, draw, positionOf, type Scale, stepped, valueAt } from '../../src/constructions/scale'
import { createRandom } from '../../src/core/random/random'

/** Tracks of the kinds that rooms have, and their like. */
const tracks: Readonly<Record<string, Scale>> = {
  linear: { scale: 'linear', min: -10, max: 10, step: 0.1 },
  fine: { scale: 'linear', min: 0, max: 1, step: 0.001 },
  whole: { scale: 'linear', min: 1, max: 12, step: 1, integer: true },
  decades: { scale: 'log', min: 1e-300, max: 0.5, step: 1e-300 },
  counts: { scale: 'log', min: 2, max: 1_000_000, step: 1, integer: true },
  symlog: { scale: 'symlog', min: 0, max: 1000, step: 0.1 },
  'odd ends': { scale: 'log', min: 0.012345, max: 1234.5, step: 0.001 },
  'both signs': { scale: 'symlog', min: -20, max: 750, step: 0.1 },
}
const anyTrack = fc.constantFrom(...Object.values(tracks))
const place = fc.double({ min: 0, max: 1, noNaN: true })
const presses = fc.integer({ min: -200, max: 200 })

/** A value that a slider can rest at. */
const resting = fc.tuple(anyTrack, place).map(([track, t]) => ({ track, value: valueAt(track, t) }))
/** A value that a number field can hold. */
const typed = anyTrack.chain((track) =>
  (track.integer ? fc.integer(track) : fc.double({ ...track, noNaN: true })).map((value) => ({
    track,
    value,
  })),
)

describe('a track', () => {
  test.prop([resting])('has each value at one place', ({ track, value }) => {
    expect(valueAt(track, positionOf(track, value))).toBe(value)
  })

  test.each([
    ['linear', 0.0025],
    ['fine', 0.0005],
    ['whole', 0.0455],
    ['decades', 7.3e-6],
    ['counts', 0.018],
    ['symlog', 0.0007],
    ['odd ends', 0.0005],
    ['both signs', 0.0005],
  ])('%s shows a value within %f of the place pointed at', (name, most) => {
    const offs = Array.from({ length: 1001 }, (_, i) => {
      const t = i / 1000
      return Math.abs(positionOf(tracks[name], valueAt(tracks[name], t)) - t)
    })
    expect(Math.max(...offs)).toBeLessThanOrEqual(most + 1e-12)
  })

  test.prop([anyTrack, place, place])('rises', (track, a, b) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    expect(valueAt(track, low)).toBeLessThanOrEqual(valueAt(track, high))
  })

  test.prop([typed, typed])('keeps values in order', (a, b) => {
    const [low, high] = [a.value, b.value].toSorted((x, y) => x - y).map((x) => clamped(a.track, x))
    expect(positionOf(a.track, low)).toBeLessThanOrEqual(positionOf(a.track, high))
  })

  test.each(Object.entries(tracks))('%s ends exactly', (_, track) => {
    for (const t of [0, -1, -Infinity]) expect(valueAt(track, t)).toBe(track.min)
    for (const t of [1, 2, Infinity]) expect(valueAt(track, t)).toBe(track.max)
    expect([track.min, track.max].map((x) => positionOf(track, x))).toEqual([0, 1])
    expect([track.min - 1, track.max + 1].map((x) => positionOf(track, x) || 0)).toEqual([0, 1])
  })

  test.prop([resting])('has values in range, whole where they must be', ({ track, value }) => {
    expect(clamped(track, value)).toBe(value)
    if (track.integer) expect(value).toSatisfy(Number.isInteger)
    expect(Object.is(value, -0)).toBe(false)
  })

  test.prop([resting])('has values that people write', ({ track, value }) => {
    fc.pre(value !== track.min && value !== track.max)
    const digits = String(Math.abs(value))
      .replace(/e.*/, '')
      .replace('.', '')
      .replace(/^0+|0+$/g, '')
    expect(digits.length).toBeLessThanOrEqual(track.scale === 'linear' ? 5 : 3)
  })
})

describe('an arrow key', () => {
  test.prop([fc.constantFrom(tracks['linear'], tracks['fine'], tracks['whole']), place, presses])(
    'moves a linear track by steps that add up',
    (track, t, count) => {
      const value = valueAt(track, t)
      const direction = Math.sign(count)
      let once = value
      for (let i = 0; i < Math.abs(count); i++) once = stepped(track, once, direction)
      expect(once).toBe(stepped(track, value, count))
    },
  )

  test.prop([fc.constantFrom(tracks['linear'], tracks['fine'], tracks['whole']), place, presses])(
    'can be taken back on a linear track',
    (track, t, count) => {
      const value = valueAt(track, t)
      const there = stepped(track, value, count)
      fc.pre(there > track.min && there < track.max)
      expect(stepped(track, there, -count)).toBe(value)
    },
  )

  test.prop([typed, presses])('leads to a value that people write', ({ track, value }, count) => {
    const next = stepped(track, value, count)
    fc.pre(next > track.min && next < track.max)
    expect(String(Math.abs(next)).replace(/e.*/, '').length).toBeLessThanOrEqual(10)
  })

  test('does not drift', () => {
    let value = 0
    for (let i = 0; i < 10; i++) value = stepped(tracks['linear'], value, 1)
    expect(value).toBe(1)
    for (let i = 0; i < 10; i++) value = stepped(tracks['linear'], value, -1)
    expect(Object.is(value, 0)).toBe(true)
  })

  test.prop([typed, fc.constantFrom(-1, 1, 10, -10)])(
    'moves the way it points, to the end of the track',
    ({ track, value }, count) => {
      const next = stepped(track, value, count)
      expect(clamped(track, next)).toBe(next)
      const atEnd = value === (count > 0 ? track.max : track.min)
      expect(Math.sign(next - value)).toBe(atEnd ? 0 : Math.sign(count))
      if (track.integer) expect(next).toSatisfy(Number.isInteger)
    },
  )

  test.each([
    ['linear', 0.14, 1, 0.2],
    ['linear', 0.16, -1, 0.1],
    ['decades', 1e-6, 1, 1.1e-6],
    ['decades', 1e-300, 1, 1.1e-300],
    ['decades', 0.045, 1, 0.046],
    ['counts', 100, 1, 110],
    ['counts', 14, 1, 15],
    ['counts', 999_999, 1, 1_000_000],
    ['symlog', 0, 1, 0.1],
    ['symlog', 0.3, -10, 0],
    ['symlog', 120, 1, 130],
    ['both signs', 0, -1, -0.1],
    ['both signs', -20, -1, -20],
  ] as const)('on %s from %f by %i leads to %f', (name, value, count, next) => {
    expect(stepped(tracks[name], value, count)).toBe(next)
  })
})

test.prop([anyTrack, fc.nat()])('a draw is a value of the track', (track, seed) => {
  const value = draw(track, createRandom(seed))
  expect(valueAt(track, positionOf(track, value))).toBe(value)
})
