import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { normalCdf } from '../../core/normal'
import { paramsWith } from '../construction'
import { initialParams } from '../params'
import { gaussianKeys } from './gaussian-keys'
import { errorOf } from './gaussian-keys.errors'
import { type GaussianKeys, gaussianModel } from './gaussian-keys.model'
import { bestOf, type CurvePoint, endLabels } from './gaussian-keys.window'

const at = (changes: Partial<GaussianKeys>): GaussianKeys =>
  paramsWith(gaussianKeys, initialParams(gaussianKeys.params), changes)

const claim = (id: string, params: GaussianKeys) =>
  gaussianKeys.claims.find((one) => one.id === id)!.check(params, gaussianModel(params))

describe('bestOf', () => {
  const parabola =
    (centre: number, bend: number) =>
    (scale: number): CurvePoint => [scale, Math.exp(-3 + bend * (Math.log(scale) - centre) ** 2)]

  test.prop([fc.double({ min: -1, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })])(
    'finds the vertex of a curve that is a parabola in logarithms',
    (centre, bend) => {
      const points = Array.from({ length: 37 }, (_, i) => 10 ** (i / 9 - 1)).map(parabola(centre, bend))
      const [scale, error] = bestOf(points)!
      expect(Math.log(scale)).toBeCloseTo(centre, 8)
      expect(Math.log(error)).toBeCloseTo(-3, 8)
    },
  )

  test('is the lowest point at an end, and where there is no bend', () => {
    const falling: CurvePoint[] = [
      [1, 3],
      [2, 2],
      [4, 1],
    ]
    expect(bestOf(falling)).toEqual([4, 1])
    expect(bestOf(falling.toReversed())).toEqual([4, 1])
    expect(
      bestOf([
        [1, 0],
        [2, 0],
        [4, 0],
      ]),
    ).toEqual([1, 0])
    expect(bestOf([])).toBeUndefined()
  })

  test('agrees with a finer search of the exact error', () => {
    const base = at({ n: 100, keyVariance: 1e-4, normVariance: 0 })
    const curve = (from: number, to: number, steps: number) =>
      Array.from({ length: steps + 1 }, (_, i): CurvePoint => {
        const scale = from * (to / from) ** (i / steps)
        return [scale, errorOf(base, { scale })]
      })
    const fine = curve(6, 11, 60).toSorted(([, x], [, y]) => x - y)[0]
    expect(Math.abs(bestOf(curve(1, 100, 36))![0] / fine[0] - 1)).toBeLessThan(0.03)
    expect(fine[0]).toBeGreaterThan(gaussianModel(base).windowLow)
    expect(fine[0]).toBeLessThan(gaussianModel(base).windowHigh)
  })
})

describe('the model', () => {
  test('a link’s draw is the same everywhere', () => {
    const { gamma, weightA } = gaussianModel(at({ seed: 224, draw: 1000 }))
    const integers = [gamma, weightA].map((x) => Math.floor(x * 2 ** 52))
    expect(integers).toEqual([8800261607396576, 4502968512268503])
  })

  test('the exact numbers of the notes’ second part', () => {
    const limit = gaussianModel(at({ keyVariance: 0 }))
    expect(limit.middle).toBeCloseTo(2 * normalCdf((Math.SQRT2 * Math.log(3)) / 10) - 1, 12)
    expect(limit.middle).toBeCloseTo(0.123, 3)
    expect(limit.negative).toBeCloseTo(0.07865, 5)
    expect(gaussianModel(at({ keyVariance: 0, scale: 50 })).middle).toBeCloseTo(0.025, 3)
  })

  test.each(['pair', 'push', 'others'] as const)(
    'at the upper end of the window of %s the noise is one nat',
    (query) => {
      const { windowHigh } = gaussianModel(at({ query, normVariance: 0 }))
      expect(gaussianModel(at({ query, normVariance: 0, scale: windowHigh })).shareSd).toBeCloseTo(1, 12)
    },
  )

  test.each([
    [{ keyVariance: 0, normVariance: 0 }],
    [{ keyVariance: 0, normVariance: 0, n: 2, query: 'others' as const }],
    [{ scale: 0.1, n: 2 }],
    [{ scale: 1000, normVariance: 2, keyVariance: 0.1, n: 1000 }],
    [{ d: 2, n: 1000 }],
    [{ draw: 999_999, n: 1000, seed: 2 ** 32 - 1 }],
  ])('%o makes sense', (changes) => {
    const params = at(changes)
    const { weightA, weightB, leak, share, windowHigh: _, ...numbers } = gaussianModel(params)
    expect(weightA + weightB + leak).toBeCloseTo(1, 12)
    expect(share >= 0 && share <= 1).toBe(true)
    expect(Object.values(numbers).flat().every(Number.isFinite)).toBe(true)
    expect(params.n).toBeLessThanOrEqual(params.d)
    expect(errorOf(params)).toBeGreaterThanOrEqual(0)
  })
})

describe('the claims', () => {
  test('a long key can get nothing', () => {
    const params = at({ seed: 2056 })
    const { gamma, weightA } = gaussianModel(params)
    expect(gamma).toBeLessThan(-1.5)
    expect(weightA).toBeLessThan(1e-9)
    expect(claim('signed', params).error).toBeGreaterThan(0.4)
  })

  test('the average needs the window: too small, inside, too large, lost', () => {
    const still = { normVariance: 0, keyVariance: 1e-4, n: 100 }
    const holds = (changes: Partial<GaussianKeys>) => {
      const { error, bound } = claim('averages', at(changes))
      return error <= bound
    }
    expect([2, 8, 100].map((scale) => holds({ ...still, scale }))).toEqual([false, true, false])
    expect(holds({ ...still, scale: 8, normVariance: 0.5 })).toBe(false)
    expect(holds({ scale: 8, query: 'others', keyVariance: 1e-5 })).toBe(true)
  })
})

describe('texts follow the query', () => {
  const said = (id: string, changes: Partial<GaussianKeys>) => claim(id, at(changes)).prose
  const correction = (changes: Partial<GaussianKeys>) =>
    gaussianKeys.claims
      .find(({ id }) => id === 'signed')!
      .correction!.check(at(changes), gaussianModel(at(changes))).prose
  const step = (changes: Partial<GaussianKeys>) =>
    gaussianKeys.derivation(at(changes), gaussianModel(at(changes))).find(({ id }) => id === 'key')!.prose

  test('a query off the others does not see γ', () => {
    const behind = { seed: 2056, query: 'others' } as const
    expect(said('signed', behind)).toContain('does not see')
    expect(correction(behind)).toContain('does not see')
    expect(step(behind)).toContain('does not look there')
    expect(said('others-alone', behind)).toContain('the present one')
    for (const text of [said('signed', { seed: 2056 }), correction({ seed: 2056 }), step({ seed: 2056 })])
      expect(text).not.toMatch(/does not/)
  })

  test('two keys have no others, and no lower end of a window', () => {
    expect(said('window', { n: 2, query: 'others' })).toContain('there is no window')
    expect(said('window', { n: 2 })).toMatch(/^With two keys nothing leaks.*window-high/)
    expect(said('window', { n: 2, keyVariance: 0 })).toContain('no upper end')
    expect(said('window', { n: 1000, keyVariance: 0.1 })).toContain('there is none')
    expect(said('window', {})).not.toContain('none')
    expect(said('others-alone', { n: 2 })).toContain('no others')
    expect(
      gaussianKeys.quantities(at({ n: 2 }), gaussianModel(at({ n: 2 }))).map(({ id }) => id),
    ).not.toContain('window-low')
  })

  test('a share without noise is ½ always', () => {
    for (const id of ['heaps', 'half'])
      expect(said(id, { n: 2, query: 'others' })).toContain('$p = \\tfrac12$ in every draw')
  })
})

test.each([
  ['pair', 'ln((n−2)/2ε) ≈ 3.69', '1/2√α ≈ 15.8'],
  ['push', '½ ln((n−2)/2ε) ≈ 1.84', '1/√2nα ≈ 7.07'],
  ['others', 'ln((n−2)/2ε) ≈ 3.69', '1/√2(n−2)α ≈ 7.91'],
] as const)('the ends of the window of %s are labelled', (query, low, high) => {
  const params = at({ query })
  expect(endLabels(params, gaussianModel(params))).toEqual({ low, high })
})
