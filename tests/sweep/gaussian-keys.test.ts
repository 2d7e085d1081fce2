import { gaussianKeys } from '../../src/constructions/gaussian-keys/gaussian-keys'
import type { GaussianKeys } from '../../src/constructions/gaussian-keys/gaussian-keys.model'
import { drawOf } from './draw'
import { expectedErrorOf, meanOver } from './gaussian-error'
import { logPhi, sigmoid } from './numbers'
import { sweep } from './sweep'

/** What “≈” allows. */
const NEAR = 0.01

/** Variance of σ(X), X ~ N(0, sd²): its mean is ½. */
const shareVariance = (sd: number) => meanOver((x) => (sigmoid(x) - 0.5) ** 2, sd)

/** The zero of a rising f between two points, by halving. */
function zeroOf(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The σ_Δ at which the noise between a and b alone makes the error allowed. */
const NOISY = zeroOf((sd) => 2 * shareVariance(sd) - NEAR, 0, 2)

/** By how much a and b lead the others, and the squared length of the query, for a scale of 1. */
function shapeOf({ query, n }: Pick<GaussianKeys, 'query' | 'n'>) {
  return {
    gap: query === 'push' ? 2 : 1,
    square: { pair: 2, push: n, others: n - 2 }[query],
    own: query === 'others' ? 0 : 1,
  }
}

function errorAt(params: GaussianKeys, scale: number, normVariance: number): number {
  const { gap, square, own } = shapeOf(params)
  const sd = Math.sqrt(params.keyVariance * square) * scale
  return expectedErrorOf({
    gap: gap * scale,
    sd,
    sdA: Math.hypot(sd, own * Math.sqrt(normVariance) * scale),
    others: params.n - 2,
  })
}

/** The error where nothing is random: the leak alone. */
function leakError({ n, ...params }: GaussianKeys, scale: number): number {
  if (n === 2) return 0
  const leak = 1 / (1 + (2 / (n - 2)) * Math.exp(shapeOf({ n, ...params }).gap * scale))
  return leak ** 2 * (1 / 2 + 1 / (n - 2))
}

/** Where leak and noise alone err alike, and what they make together there. */
function balance(params: GaussianKeys) {
  const apart = (log: number) => {
    const scale = Math.exp(log)
    return 2 * shareVariance(noiseSd(params, scale)) - leakError(params, scale)
  }
  const balanced = Math.exp(zeroOf(apart, -14, 14))
  const shown = Number(balanced.toPrecision(3))
  const least = errorAt(params, shown, 0)
  return {
    balanced: { value: balanced, within: 6e-3 * balanced },
    least: { value: least, within: 2e-2 * least + 1e-7 },
  }
}

const noiseSd = (params: GaussianKeys, scale: number) =>
  Math.sqrt(2 * params.keyVariance * shapeOf(params).square) * scale

function facts(params: GaussianKeys) {
  const { n, query, scale, keyVariance, normVariance, seed, draw, d } = params
  const { gap, own } = shapeOf(params)
  const wanted = own * scale
  const others = query === 'pair' ? 0 : -scale
  const { projections, scores } = drawOf(
    { n, keyVariance, normVariance, queries: [{ wanted: [wanted, wanted], others }] },
    seed,
    draw,
  )
  const [a, b] = scores[0]
  const gamma = projections[0][0]
  const shareSd = Math.hypot(noiseSd(params, scale), wanted * Math.sqrt(normVariance))
  const leakAlone = Math.sqrt(NEAR / (1 / 2 + 1 / (n - 2)))
  return {
    gamma: { value: gamma, within: 1e-12 },
    share: sigmoid(a - b),
    turned: sigmoid(a - b - 2 * wanted * gamma),
    length: Math.sqrt(gamma ** 2 + (d - 1) * keyVariance),
    size: Math.abs(a) + Math.abs(b) + wanted,
    shareSd,
    low: n === 2 ? 0 : Math.log(((n - 2) * (1 - leakAlone)) / (2 * leakAlone)) / gap,
    high: NOISY / noiseSd(params, 1),
    middle: shareSd === 0 ? 1 : 1 - 2 * Math.exp(logPhi(-Math.log(3) / shareSd)),
    negative: { log: logPhi(-1 / Math.sqrt(keyVariance + normVariance)) },
    /** ln Σ over the others of E e^s, under the notes’ query. */
    others: keyVariance * scale ** 2 + Math.log(n - 2),
  }
}

sweep(
  gaussianKeys,
  (params) => {
    const fact = facts(params)
    const { n, d, query, scale, keyVariance: alpha, normVariance: nu } = params
    const rough = (value: number) => ({ value, within: 1e-4 * value + 1e-7 })
    const { gamma, share, negative, shareSd, middle } = fact
    return {
      averages: () => {
        const error = errorAt(params, scale, nu)
        const isClear = Math.abs(error / NEAR - 1) >= 1e-3
        const verdict = error <= NEAR ? 'holds' : 'fails here'
        return {
          verdict: nu > 0 && query !== 'others' ? 'does not apply here' : isClear ? verdict : undefined,
          numbers: {
            error: rough(error),
            allowed: NEAR,
            nu,
            'leak-alone': leakError(params, scale),
            'noise-alone': 2 * shareVariance(noiseSd(params, scale)),
          },
          never: /outside its window/,
        }
      },
      variance: () => ({
        verdict: 'corrected',
        numbers: { entries: d * d, variance: alpha, sd: Math.sqrt(alpha) },
      }),
      stretched: () => ({
        verdict: 'corrected',
        numbers: { entries: d * d, along: alpha + nu, aside: alpha },
      }),
      nonrandom: () => ({
        verdict: nu > 0 ? 'does not apply here' : Math.sqrt(alpha) <= 0.05 ? 'holds' : 'fails here',
        numbers: { nu, sd: Math.sqrt(alpha), allowed: 0.05, 'share-sd': shareSd },
      }),
      signed: () => ({
        verdict: 'corrected',
        numbers: {
          share: { value: share, within: 1e-13 * (1 + fact.size) },
          gamma,
          negative,
          turned: { value: fact.turned, within: 1e-13 * (1 + fact.size) },
        },
        never: /say the same/,
      }),
      window: () => ({
        verdict: n === 2 && query === 'others' ? 'does not apply here' : 'unsaid',
        numbers: {
          allowed: NEAR,
          'window-low': fact.low,
          'window-high': fact.high,
          ...(n > 2 && alpha > 0 ? balance(params) : {}),
        },
        says: nu > 0 && query !== 'others' && alpha > 0 && n > 2 ? /comes on top/ : /./,
        never: nu > 0 && query !== 'others' ? /outside/ : /on top/,
      }),
      'noisy-leak': () => {
        const lead = scale - fact.others
        const most = 1 / (4 * alpha) - Math.log(n - 2)
        return {
          verdict: n > 2 && alpha > 0 ? 'unsaid' : 'does not apply here',
          numbers: {
            extra: alpha * scale ** 2,
            lead: { value: lead, within: 1e-9 * (1 + scale + fact.others) },
            most: { value: most, within: 1e-9 * (1 + 1 / alpha) },
            at: 1 / (2 * alpha),
          },
        }
      },
      length: () => ({
        verdict: alpha > 0 ? 'unsaid' : 'does not apply here',
        numbers: {
          gamma,
          length: fact.length,
          across: Math.sqrt((d - 1) * alpha),
          sd: Math.sqrt(alpha),
        },
      }),
      heaps: () => ({
        verdict: 'unsaid',
        numbers: { middle: { value: middle, within: 1e-10 }, 'share-sd': shareSd },
        says: shareSd <= Math.SQRT2 ? /one heap|p = / : /two heaps/,
      }),
      half: () => ({
        verdict: 'unsaid',
        numbers: { 'share-variance': { value: shareVariance(shareSd), within: 1e-9 * shareSd ** 2 } },
      }),
      'others-alone': () => ({
        verdict: n === 2 ? 'does not apply here' : 'unsaid',
        numbers: {
          'share-sd': shareSd,
          alone: Math.sqrt(2 * alpha * (n - 2)) * scale,
          pair: Math.sqrt(4 * alpha + nu) * scale,
        },
      }),
      dimension: () => ({ verdict: 'unsaid', numbers: { n, scores: n, coordinates: n * d } }),
    }
  },
  [
    {},
    { seed: 2056 },
    { normVariance: 0, keyVariance: 1e-4, n: 100, scale: 30 },
    { normVariance: 0, keyVariance: 1e-3, n: 100, scale: 10 },
    { scale: 1 },
    { n: 2, query: 'others' },
  ],
)
