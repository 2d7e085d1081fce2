import { multiHead } from '../../src/constructions/multi-head/multi-head'
import type { Heads } from '../../src/constructions/multi-head/multi-head.model'
import { drawOf } from './draw'
import { overPanels } from './gaussian-error'
import { logPhi, logSum, logWeightsOf } from './numbers'
import { sweep } from './sweep'

/** What the claim of averaging allows of distance. */
const CLOSE = 0.05

type Design = 'one' | 'separate' | 'pushing' | 'away'

/** Queries of a design: coefficients of the wanted means, and of every other one. */
function queriesOf(design: Design, { heads, scale, push }: Heads) {
  const row = (own: number, other: number, others: number, h: number) => ({
    wanted: Array.from({ length: heads }, (_, i) => (i === h ? own : other)),
    others,
  })
  const indices = Array.from({ length: heads }, (_, h) => h)
  if (design === 'one') return [row(scale, scale, 0, 0)]
  if (design === 'away') return [row(0, 0, -scale, 0)]
  const away = design === 'separate' ? 0 : -push * scale
  return indices.map((h) => row(scale, away, away, h))
}

/** Weights of the heads, in logarithms, from the scores of all keys. */
const squaredError = (logRows: readonly (readonly number[])[], heads: number) => {
  const mean = logRows[0].map(
    (_, i) => logRows.reduce((sum, row) => sum + Math.exp(row[i]), 0) / logRows.length,
  )
  const leak = mean.slice(heads).reduce((sum, w) => sum + w, 0)
  const wanted = mean.slice(0, heads)
  const middle = wanted.reduce((sum, w) => sum + w, 0) / heads
  const apart = wanted.reduce((sum, w) => sum + (w - middle) ** 2, 0)
  return apart + leak ** 2 / heads + mean.slice(heads).reduce((sum, w) => sum + w * w, 0)
}

/** Weights of one key of each kind, from the kinds' scores and counts. */
function kindWeights(scores: readonly number[], counts: readonly number[]): number[] {
  const total = logSum(scores.map((s, i) => s + Math.log(counts[i])))
  return scores.map((s) => Math.exp(s - total))
}

/** The squared error of a design where every key is its mean but a, which is (1 + x/Q)μ_a. */
function errorBeside(design: Design, { n, heads: H, scale, push }: Heads, x: number): number {
  if (design === 'one') {
    const [a, b, o] = kindWeights([scale + x, scale, 0], [1, H - 1, n - H])
    return errorOfMean(a, b, n > H ? o : 0, { n, heads: H })
  }
  if (design === 'away') {
    const [a, , o] = kindWeights([0, 0, -scale], [1, H - 1, n - H])
    return errorOfMean(a, a, n > H ? o : 0, { n, heads: H })
  }
  const away = design === 'separate' ? 0 : -push * scale
  const [a, rest] = kindWeights([scale + x, away], [1, n - 1])
  const [b, onA, far] = kindWeights([scale, away * (1 + x / scale), away], [1, 1, n - 2])
  const aside = n > 2 ? far : 0
  return errorOfMean(
    (a + (H - 1) * onA) / H,
    (rest + b + (H - 2) * aside) / H,
    n > H ? (rest + (H - 1) * aside) / H : 0,
    { n, heads: H },
  )
}

/** `‖c − (1/H) Σ vᵢ‖²` for weights of a, of each other wanted key and of each other one. */
function errorOfMean(a: number, b: number, o: number, { n, heads: H }: Pick<Heads, 'n' | 'heads'>): number {
  const leak = (n - H) * o
  const middle = (a + (H - 1) * b) / H
  return (a - middle) ** 2 + (H - 1) * (b - middle) ** 2 + leak ** 2 / H + (n - H) * o ** 2
}

/** Its mean over γ ~ N(1, ν), the law where α → 0: panels that are short where a weight changes. */
function limitError(design: Design, params: Heads): number {
  const { n, scale, push, normVariance } = params
  const sd = Math.sqrt(normVariance) * scale
  if (sd === 0) return errorBeside(design, params, 0)
  const steep = [0, Math.log(n - 1) - scale, -(1 + push) * scale, -(1 + 1 / (push || 1)) * scale]
  const ends = [-9 * sd, 9 * sd, ...steep.flatMap((x) => [x - 45, x + 45])]
  const breaks = ends.filter((x) => Math.abs(x) <= 9 * sd).toSorted((x, y) => x - y)
  let total = 0
  for (const [i, to] of breaks.slice(1).entries()) {
    const isSteep = steep.some((x) => Math.abs((breaks[i] + to) / 2 - x) <= 45)
    overPanels(breaks[i], to, isSteep ? Math.min(3, sd) : sd, (x, weight) => {
      total += weight * errorBeside(design, params, x) * Math.exp(-((x / sd) ** 2) / 2)
    })
  }
  return total / (sd * Math.sqrt(2 * Math.PI))
}

/** ln Φ(x) or 0 and −∞ at the ends. */
const logProbability = (x: number) => ({ log: logPhi(x) })

function facts(params: Heads) {
  const { n, heads, scale, normVariance, keyVariance, seed, draw, push } = params
  const designs = (['one', 'separate', 'pushing', 'away'] as const).map((design) => queriesOf(design, params))
  const drawn = drawOf({ n, keyVariance, normVariance, queries: designs.flat() }, seed, draw)
  const separate = drawn.scores.slice(1, 1 + heads).map(logWeightsOf)
  const gamma = drawn.projections[0][0]
  const threshold = Math.log(n - 1) / scale
  const sd = Math.sqrt(normVariance)
  const leaks = separate.map((row, h) => logSum(row.filter((_, i) => i !== h)))
  const own = (h: number) => separate[h][h]
  const behind = 1 + Math.min(push, 1 / push)
  const one = heads === 2 ? 0.5 : (1 - 1 / heads) / 2 + (1 / (heads - 1) - 1 / heads) / 2
  return {
    gamma: { value: gamma, within: 1e-12 },
    aside: { value: drawn.projections[0][1], within: 1e-12 },
    isFor: (h: number) => own(h) >= leaks[h],
    margin: (h: number) => Math.abs(own(h) - leaks[h]),
    weight: (h: number) => ({ log: own(h) }),
    error: squaredError(separate, heads),
    awayError: squaredError(drawn.scores.slice(-1).map(logWeightsOf), heads),
    leak: leaks.reduce((sum, x) => sum + Math.exp(x), 0) / heads,
    headFailure: logProbability((threshold - 1) / sd),
    headSuccess: logProbability((1 - threshold) / sd),
    failureLimit: logProbability(-1 / sd),
    endlessOne: one,
    endlessSeparate: { log: logPhi(-1 / sd) + Math.log((1 + 1 / (n - 1)) / heads ** 2) },
    pushFailure: logProbability(-behind / sd),
    needed: Math.log(n - 1),
  }
}

sweep(
  multiHead,
  (params) => {
    const fact = facts(params)
    const { scale, heads, normVariance: nu, push, n } = params
    const error = { value: fact.error, within: 1e-9 * fact.error + 1e-15 }
    const limit = (design: Design) => {
      const value = limitError(design, params)
      return { value, within: 1e-4 * value + 1e-9 }
    }
    return {
      averages: () => ({
        verdict: Math.sqrt(fact.error) <= CLOSE ? 'holds' : 'fails here',
        numbers: { 'drawn-separate': error, 'error-separate': limit('separate') },
      }),
      values: () => ({
        verdict: 'corrected',
        numbers: {
          length: scale / Math.sqrt(heads),
          off: { value: Math.sqrt(fact.error), within: 1e-9 },
          most: Math.SQRT2 * fact.leak,
        },
      }),
      dominates: () => ({
        verdict: 'corrected',
        numbers: { gamma: fact.gamma, 'weight-a': fact.weight(0), 'head-failure': fact.headFailure },
      }),
      'no-cure': () => ({
        verdict: nu > 0 ? 'unsaid' : 'does not apply here',
        numbers: { 'head-success': fact.headSuccess, 'failure-limit': fact.failureLimit },
      }),
      'other-head': () => ({
        verdict: fact.margin(1) < 1e-9 ? undefined : fact.isFor(1) ? 'holds' : 'fails here',
        numbers: { 'weight-b': fact.weight(1), aside: fact.aside, needed: fact.needed },
      }),
      identical: () => ({
        verdict: 'unsaid',
        numbers: { 'error-identical': limit('one'), 'error-separate': limit('separate') },
      }),
      limits: () => ({
        verdict: nu > 0 ? 'unsaid' : 'does not apply here',
        numbers: {
          'endless-one': fact.endlessOne,
          'endless-separate': fact.endlessSeparate,
          times: { log: Math.log(fact.endlessOne) - fact.endlessSeparate.log },
          'gain-separate': gainOf(limit('one').value, limit('separate').value),
        },
      }),
      away: () => ({
        verdict: n > heads ? 'unsaid' : 'does not apply here',
        numbers: {
          others: n - heads,
          'error-away': limit('away'),
          'error-separate': limit('separate'),
          'drawn-away': { value: fact.awayError, within: 1e-9 * fact.awayError + 1e-15 },
          'drawn-separate': error,
        },
      }),
      pushing: () => ({
        verdict: push > 0 && nu > 0 ? 'unsaid' : 'does not apply here',
        numbers: { push, failure: fact.pushFailure, 'success-pushing': successOfPushing(params) },
        ...(nu > 0 && push > 1 ? {} : { never: /because/ }),
      }),
    }
  },
  [
    {},
    { draw: 106 },
    { scale: 1 },
    { keyVariance: 0.1, scale: 100, n: 1000 },
    { normVariance: 0 },
    { push: 0 },
    { n: 2 },
  ],
)

function gainOf(one: number, separate: number) {
  const value = one / separate
  return { value, within: 1e-3 * value }
}

/** Probability that every head has half of its weight on its own key, as α → 0: found by trying γ. */
function successOfPushing(params: Heads) {
  const { n, heads, scale, push, normVariance } = params
  const isSuccess = (gamma: number) =>
    Array.from({ length: Math.min(2, heads) }, (_, h) => {
      const away = -push * scale
      const scores =
        h === 0
          ? [scale * gamma, away + Math.log(n - 1)]
          : [scale, logSum([away * gamma, n > 2 ? away + Math.log(n - 2) : -Infinity])]
      return scores[0] >= scores[1]
    }).every(Boolean)
  const border = lowest(isSuccess)
  if (border === undefined) return 0
  const sd = Math.sqrt(normVariance)
  return { value: Math.exp(logPhi((1 - border) / sd)), within: 1e-7 }
}

/** The γ from which on it succeeds; undefined if it never does. */
function lowest(isSuccess: (gamma: number) => boolean): number | undefined {
  let [low, high] = [-1e6, 1e6]
  if (!isSuccess(high)) return undefined
  if (isSuccess(low)) return -Infinity
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2
    if (isSuccess(middle)) high = middle
    else low = middle
  }
  return high
}
