import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { ScoreLaws } from '../../src/core/gaussian/gaussian-laws'
import { scaleIntegral } from '../../src/core/gaussian/scale-integral'
import { logitNormalMean } from '../../src/core/laws/logit-normal'
import { lognormalTerms } from '../../src/core/laws/lognormal-transform'

/** Expected weights of a, of b and of all others together: `E Xᵢ/D = ∫ E tXᵢ e^{−tD} d(ln t)`. */
function expectedWeights(laws: ScoreLaws): [a: number, b: number, rest: number] {
  const terms = [laws.a, laws.b, laws.other].map(lognormalTerms)
  const weight = (which: number) =>
    scaleIntegral((tau) => {
      const at = terms.map((of) => ({ ...of(tau) }))
      const powers = [1, 1, laws.others]
      return at.reduce((product, { zeroth, first }, i) => {
        if (i !== which) return product * zeroth ** powers[i]
        return powers[i] === 0 ? 0 : product * powers[i] * first * zeroth ** (powers[i] - 1)
      }, 1)
    }, laws)
  return [weight(0), weight(1), weight(2)]
}

const law = fc.record({
  mean: fc.double({ min: -30, max: 30, noNaN: true }),
  sd: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true })),
})
const laws = fc.record({ a: law, b: law, other: law, others: fc.constantFrom(0, 1, 2, 7, 1000) })

test.prop([laws], { numRuns: 40 })('weights expected over lognormal scores sum to 1', (scores) => {
  const weights = expectedWeights(scores)
  expect(Math.abs(weights[0] + weights[1] + weights[2] - 1)).toBeLessThan(1e-11)
})

test.prop([law, law], { numRuns: 8 })('of two keys alone a weight is logit-normal in the mean', (a, b) => {
  const [weight] = expectedWeights({ a, b, other: { mean: 3, sd: 8 }, others: 0 })
  expect(weight).toBeCloseTo(logitNormalMean(a.mean - b.mean, Math.hypot(a.sd, b.sd)), 10)
})

test.prop([law, fc.double({ min: 0, max: 20, noNaN: true })], { numRuns: 20 })(
  'keys that are alike share alike',
  ({ mean, sd }, place) => {
    const alike = { mean: place, sd }
    const [a, b, rest] = expectedWeights({ a: alike, b: { mean, sd }, other: alike, others: 5 })
    expect(Math.abs(rest - 5 * a)).toBeLessThan(1e-10)
    expect(a + b + rest).toBeCloseTo(1, 11)
  },
)

// Every key weighs 1/n; the law of none is narrow, or of all.
test.each([0.2, 1, 1.001, 15])('a thousand equal keys of deviation %d have a thousandth each', (sd) => {
  const alike = { mean: 700, sd }
  const weights = expectedWeights({ a: alike, b: alike, other: alike, others: 998 })
  for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo([0.001, 0.001, 0.998][i], 11)
})

test.each([
  { mean: 500, sd: 0 },
  { mean: -500, sd: 0 },
  { mean: 0, sd: 80 },
])('where there is no other key, its law does not matter: %o', (other) => {
  const [a, b, rest] = expectedWeights({ a: { mean: 1, sd: 0.5 }, b: { mean: 1, sd: 0.5 }, other, others: 0 })
  expect(a).toBeCloseTo(0.5, 12)
  expect(b).toBeCloseTo(0.5, 12)
  expect(rest).toBe(0)
})

// Where one score varies by hundreds or thousands, what the others do is a narrow peak on a long way.
describe.each([
  [0, 300],
  [50, 300],
  [-200, 150],
  [300, 100],
  [20, 40],
  [0, 3000],
  [-500, 2000],
  [400, 9000],
])('a score of mean %d and deviation %d', (mean, sd) => {
  const expectShare = (scores: ScoreLaws, which: number, [at, deviation]: readonly [number, number]) => {
    expect(Math.abs(expectedWeights(scores)[which] - logitNormalMean(at, deviation))).toBeLessThan(1e-12)
  }
  const none = { other: { mean: -1000, sd: 0 }, others: 0 }

  test.each([0, 0.5])('beside one of deviation %d has the weight of a logit-normal law', (narrow) => {
    const wide = { mean, sd }
    const deviation = Math.hypot(sd, narrow)
    for (const place of [0, mean]) {
      const still = { mean: place, sd: narrow }
      expectShare({ a: wide, b: still, ...none }, 0, [mean - place, deviation])
      expectShare({ a: wide, b: still, ...none }, 1, [place - mean, deviation])
      expectShare({ a: still, b: wide, ...none }, 0, [place - mean, deviation])
    }
  })

  test.each([1, 1000])('beside %i others that do not vary, too', (others) => {
    const far = { mean: mean - 1500, sd: 0 }
    const scores = { a: { mean, sd }, b: far, other: { mean: 0, sd: 0 }, others }
    expectShare(scores, 0, [mean - Math.log(others), sd])
    expectShare(scores, 2, [Math.log(others) - mean, sd])
  })
})
