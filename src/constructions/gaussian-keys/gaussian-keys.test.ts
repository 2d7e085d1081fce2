import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { normalCdf } from '../../core/laws/normal'
import { judged, paramsWith } from '../construction'
import { initialParams } from '../params'
import { gaussianKeys } from './gaussian-keys'
import { errorOf } from './gaussian-keys.errors'
import {
  balancedScale,
  ERROR_ALLOWED,
  errorsAlone,
  type GaussianKeys,
  gaussianModel,
} from './gaussian-keys.model'
import { bestOf, type CurvePoint, endLabels } from './panel/window'

const at = (changes: Partial<GaussianKeys>): GaussianKeys =>
  paramsWith(gaussianKeys, initialParams(gaussianKeys.params), changes)

const claimOf = (id: string) => gaussianKeys.claims.find((one) => one.id === id)!

const judgement = (id: string, changes: Partial<GaussianKeys>) =>
  judged(claimOf(id), at(changes), gaussianModel(at(changes)))

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
    'at each end of the window of %s one cause alone makes the error allowed',
    (query) => {
      const params = at({ query, normVariance: 0 })
      const { windowLow, windowHigh } = gaussianModel(params)
      const still = errorOf(params, { keyVariance: 0, scale: windowLow })
      expect(still / ERROR_ALLOWED).toBeCloseTo(1, 6)
      expect(2 * gaussianModel(at({ ...params, scale: windowHigh })).shareVariance).toBeCloseTo(
        ERROR_ALLOWED,
        12,
      )
      expect(errorsAlone(params, windowLow).leak).toBeCloseTo(ERROR_ALLOWED, 12)
      expect(errorsAlone(params, windowHigh).noise).toBeCloseTo(ERROR_ALLOWED, 12)
    },
  )

  test('leak and noise err alike at the balanced scale', () => {
    const params = at({ n: 100, keyVariance: 1e-4 })
    const { leak, noise } = errorsAlone(params, balancedScale(params)!)
    expect(leak / noise).toBeCloseTo(1, 1)
    expect(balancedScale(at({ n: 2 }))).toBeUndefined()
    expect(balancedScale(at({ keyVariance: 0 }))).toBeUndefined()
  })

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
    const { gamma, weightA } = gaussianModel(at({ seed: 2056 }))
    expect(gamma).toBeLessThan(-1.5)
    expect(weightA).toBeLessThan(1e-9)
    expect(
      claimOf('signed').check(at({ seed: 2056 }), gaussianModel(at({ seed: 2056 }))).error,
    ).toBeGreaterThan(0.4)
  })

  test('the average needs the window: too small, inside, too large, lost', () => {
    const still = { normVariance: 0, keyVariance: 1e-4, n: 100 }
    const verdict = (changes: Partial<GaussianKeys>) => judgement('averages', changes).verdict
    const inWindow = (scale: number) => verdict({ ...still, scale })
    expect([2, 8, 100].map(inWindow)).toEqual(['fails here', 'holds', 'fails here'])
    expect(verdict({ ...still, scale: 8, normVariance: 0.5 })).toBe('does not apply here')
    expect(verdict({ scale: 8, query: 'others', keyVariance: 1e-5 })).toBe('holds')
  })

  test('between the ends of the window both causes together may still be too much', () => {
    const { error, prose } = { ...claimOf('averages').check(at(NARROW), gaussianModel(at(NARROW))) }
    const { windowLow, windowHigh } = gaussianModel(at(NARROW))
    expect(windowLow).toBeLessThan(NARROW.scale)
    expect(windowHigh).toBeGreaterThan(NARROW.scale)
    expect(error).toBeGreaterThan(ERROR_ALLOWED)
    expect(prose).not.toContain('outside')
  })
})

/** Between the two ends, where leak and noise are each within the error allowed. */
const NARROW = { normVariance: 0, keyVariance: 0.0005, n: 20, scale: 4.2 } as const

describe('texts follow the query', () => {
  const said = (id: string, changes: Partial<GaussianKeys>) => judgement(id, changes).prose
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
    expect(judgement('window', { n: 2, query: 'others' }).verdict).toBe('does not apply here')
    expect(said('window', { n: 2 })).toMatch(/^With two keys nothing leaks.*window-high/)
    expect(said('window', { n: 2, keyVariance: 0 })).toContain('no $Q$ is too large')
    expect(said('window', {})).toMatch(/window-low.*window-high.*weigh alike/)
    expect(judgement('others-alone', { n: 2 }).verdict).toBe('does not apply here')
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
  ['pair', 'leak: Q ≥ 3.32', 'noise: Q ≤ 4.56'],
  ['push', 'leak: Q ≥ 1.66', 'noise: Q ≤ 2.04'],
  ['others', 'leak: Q ≥ 3.32', 'noise: Q ≤ 2.28'],
] as const)('the ends of the window of %s are labelled', (query, low, high) => {
  const params = at({ query })
  expect(endLabels(params, gaussianModel(params))).toEqual({ low, high })
})
