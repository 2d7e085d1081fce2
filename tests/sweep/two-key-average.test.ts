import type { Verdict } from '../../src/constructions/construction'
import { twoKeyAverage } from '../../src/constructions/two-key-average/two-key-average'
import type { Averaging } from '../../src/constructions/two-key-average/two-key-average.model'
import { logSum } from './numbers'
import { sweep } from './sweep'

const LETTERS = 'abcdefgh'

/** By how much two logarithms or shares may differ and be meant to be equal. */
const ALIKE = 1e-11

/** 1 − cos θ; exactly 1 for orthonormal keys. */
const apartOf = (degrees: number) => (degrees === 90 ? 1 : 2 * Math.sin((degrees * Math.PI) / 360) ** 2)

function facts({ n, m, scale, imbalance, angle, pushAway, proportions }: Averaging) {
  const apart = apartOf(angle)
  const cosine = angle === 90 ? 0 : Math.cos((angle * Math.PI) / 180)
  const raw = proportions[0].slice(0, m)
  const wanted = raw.map((w) => w / raw.reduce((sum, x) => sum + x, 0))
  const extra = wanted.map(
    (w, i) => Math.log(m * w) + (i === 0 ? imbalance / 2 : i === 1 ? -imbalance / 2 : 0),
  )
  const coefficients = [
    ...extra.map((x) => scale + x),
    ...Array.from({ length: Math.min(1, n - m) }, () => 0 - pushAway),
  ]
  const counts = coefficients.map((_, i) => (i < m ? 1 : n - m))
  const total = coefficients.reduce((sum, c, i) => sum + counts[i] * c, 0)
  const scores = coefficients.map((c) => apart * c + cosine * total)
  /** Logarithms of e to the scores, of all keys of a kind together, over the other keys' score. */
  const kinds = coefficients.map((c, i) => apart * (c + pushAway) + Math.log(counts[i]))
  const all = logSum(kinds)
  const logWeights = kinds.slice(0, m).map((x) => x - all)
  const logLeak = n === m ? -Infinity : kinds[m] - all
  const pair = logSum(extra.map((x) => apart * x))
  const shares = extra.map((x) => Math.exp(apart * x - pair))
  const leak = Math.exp(logLeak)
  const logKept = logSum(logWeights)
  const logEach = kinds.map((x, i) => x - all - Math.log(counts[i]))
  /** ‖Σ cᵢkᵢ‖ for the coefficients less `t`, from the products of unit keys. */
  const lengthLess = (t: number) => {
    const squares = coefficients.reduce((sum, c, i) => sum + counts[i] * (c - t) ** 2, 0)
    return Math.sqrt(apart * squares + cosine * (total - n * t) ** 2)
  }
  return {
    apart,
    wanted,
    shares,
    scores,
    logWeights,
    logLeak,
    leak,
    pair,
    isShared: Math.max(...shares.map((r, i) => Math.abs(r - wanted[i]))) <= ALIKE,
    largest: Math.max(leak, ...shares.map((r, i) => Math.abs(r * (1 - leak) - wanted[i]))),
    away: Math.max(...shares.map((r, i) => Math.abs(r - wanted[i]) * (1 - leak))),
    off: Math.max(...scores.map((s, i) => Math.abs(s - (i < m ? scale : 0)))),
    length: lengthLess(0),
    /** Coefficients less their mean: no other constant leaves a shorter query, and none other changes a weight. */
    shortest: lengthLess(total / n),
    lengthAlone: Math.hypot(
      Math.sqrt(apart) * Math.hypot(...extra.map((x) => scale + pushAway + x)),
      Math.sqrt(cosine) * extra.reduce((sum, x) => sum + scale + pushAway + x, 0),
    ),
    entropy: logEach.reduce((sum, x, i) => sum - counts[i] * (Math.exp(x) === 0 ? 0 : Math.exp(x) * x), 0),
    logSlope: Math.log(apart) + logKept + logLeak,
    between: Math.exp(logWeights[0] + logSum([...logWeights.slice(1), logLeak])),
    size: Math.max(...scores.map(Math.abs), Math.abs(total)),
    /** ln of α_a and of L as the notes write them. */
    notes: [scale, Math.log(n - 2)].map((x) => x - logSum([scale + Math.LN2, Math.log(n - 2)])),
  }
}

const when = (condition: boolean): Verdict => (condition ? 'holds' : 'fails here')

sweep(
  twoKeyAverage,
  (params) => {
    const fact = facts(params)
    const { n, m, scale, angle, imbalance, pushAway, epsilon } = params
    const { apart, shares, logLeak, logWeights } = fact
    const leak = { log: logLeak }
    const isTwo = m === 2
    const [notesWeight, notesLeak] = fact.notes
    const agrees = [
      ...logWeights.map((w) => w - notesWeight),
      ...(n === 2 ? [] : [logLeak - notesLeak]),
    ].every((x) => Math.abs(x) <= ALIKE * (n === 2 ? 1 : 1 + Math.abs(notesLeak)))
    const needed = (Math.log(n - m) - fact.pair + Math.log1p(-epsilon) - Math.log(epsilon)) / apart - pushAway
    const half = (Math.log(n - m) - fact.pair) / apart - pushAway
    const names = shares.map((share, i) => [`share-${LETTERS[i]}`, share] as const)
    return {
      limit: () => ({
        verdict: when(fact.isShared && (apart > 0 || n === m)),
        numbers: { 'largest-error': { value: fact.largest, within: 1e-12 }, factor: Math.exp(apart) },
      }),
      scores: () => ({
        verdict: when(fact.off <= ALIKE * fact.size),
        numbers: { off: { value: fact.off, within: 1e-9 * (1 + fact.size) } },
      }),
      'closed-form': () => ({
        verdict: isTwo ? when(agrees) : 'does not apply here',
        numbers: {
          formula: { log: notesWeight },
          'weight-a': { log: logWeights[0] },
          'weight-b': { log: logWeights[1] },
          m,
          'formula-leak': { log: notesLeak },
          leak,
        },
      }),
      'how-large': () => ({
        verdict: 'unsaid',
        numbers: {
          leak,
          epsilon,
          'scale-needed': { value: needed, within: 1e-9 * (1 + Math.abs(needed) + pushAway) },
        },
      }),
      'error-vector': () => ({
        verdict: fact.isShared ? 'unsaid' : 'fails here',
        numbers: { away: { value: fact.away, within: 1e-12 } },
      }),
      'needs-scale': () => ({
        verdict: n === 2 ? 'does not apply here' : 'unsaid',
        numbers: { n, 'half-sum-weight': Math.sqrt(Math.E) / (n - 2 + 2 * Math.sqrt(Math.E)) },
      }),
      sensitivity: () => ({
        verdict: m < 2 ? 'does not apply here' : 'unsaid',
        numbers: {
          ratio: { log: logWeights[0] - logWeights[1] },
          'two-percent': Math.exp(2 * apart),
        },
      }),
      'pushing-away': () => ({
        verdict: n === m ? 'does not apply here' : 'unsaid',
        numbers: { worth: scale + pushAway, length: fact.length, 'length-alone': fact.lengthAlone },
      }),
      shortest: () => ({
        verdict: 'unsaid',
        numbers: {
          length: { value: fact.length, within: 1e-9 * (1 + fact.size) },
          least: { value: fact.shortest, within: 1e-9 * (1 + fact.size) },
        },
      }),
      'root-d': () => ({ verdict: 'unsaid', numbers: { n, scale: Math.sqrt(n) * scale } }),
      'effective-keys': () => ({
        verdict: 'unsaid',
        numbers: {
          n,
          count: Math.exp(fact.entropy),
          half: { value: half, within: 1e-9 * (1 + Math.abs(half) + pushAway) },
        },
      }),
      gradient: () => ({
        verdict: 'unsaid',
        numbers: { slope: { log: fact.logSlope }, between: fact.between },
      }),
      proportions: () => ({
        verdict: angle === 90 && imbalance === 0 ? 'unsaid' : 'does not apply here',
        numbers: { ...Object.fromEntries(names), separation: apart },
      }),
    }
  },
  [
    {},
    { angle: 60 },
    { angle: 75, pushAway: 5, scale: 60 },
    { pushAway: 2 },
    { imbalance: 1 },
    { n: 2 },
    { m: 1 },
    { m: 3 },
  ],
)
