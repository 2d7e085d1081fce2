import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { cornerPlaces, mixture, sharesAt, steppedShares } from '../../src/ui/kit/simplexPlaces'

const places = cornerPlaces(3, 300, 240)

const shares = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([x, y]) => [x * (1 - y), (1 - x) * (1 - y), y])

const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0)

describe('a point of the triangle', () => {
  property.prop([shares])('has the shares that mix to it', (given) => {
    const read = sharesAt(places, mixture(places, given))
    for (const [i, share] of given.entries()) expect(read[i]).toBeCloseTo(share, 9)
  })

  property.prop([
    fc.double({ min: -500, max: 900, noNaN: true }),
    fc.double({ min: -500, max: 900, noNaN: true }),
  ])('is in it, wherever the pointer is', (x, y) => {
    const read = sharesAt(places, [x, y])
    for (const share of read) expect(share).toBeGreaterThanOrEqual(0)
    expect(sum(read)).toBeCloseTo(1, 12)
  })

  property.prop([shares, fc.constantFrom(-0.1, 0, 0.01, 0.1), fc.constantFrom(-0.1, 0, 0.01, 0.1)])(
    'stays in it when it is stepped',
    (given, right, up) => {
      const next = steppedShares(given, right, up)
      for (const share of next) expect(share).toBeGreaterThanOrEqual(0)
      expect(sum(next)).toBeCloseTo(1, 12)
    },
  )
})
