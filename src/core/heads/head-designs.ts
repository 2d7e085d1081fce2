import type { GaussianQuery, GaussianSetting } from '../gaussian/gaussian-setting'
import { expectCount, expectFinite } from '../numbers/expect'

/** Ways to average H keys with attention heads, in the order in which they are compared. */
export const DESIGNS = ['one', 'separate', 'identical', 'pushing', 'away'] as const

/**
 * One of them; heads average their outputs.
 *
 * - `one`: a single head with `Q Σ μᵢ`.
 * - `separate`: head i with `Qμᵢ`.
 * - `identical`: H heads, each with `Q Σ μᵢ`.
 * - `pushing`: head i with `Q(μᵢ − λ Σ_{j≠i} μⱼ)`.
 * - `away`: a single head with `−Q Σ μⱼ` over the keys that are not wanted; it sees no wanted key.
 */
export type Design = (typeof DESIGNS)[number]

/** What all designs share. */
export interface HeadParams {
  /** Number of keys, ≥ H. */
  readonly n: number
  /** H, number of wanted keys and of heads, ≥ 2. */
  readonly heads: number
  /** Q ≥ 0. */
  readonly scale: number
  /** λ ≥ 0, how hard a pushing head pushes. */
  readonly push: number
  /** α in Σᵢ = αI. */
  readonly keyVariance: number
  /** Variance of key a along its mean, beside α. */
  readonly normVariance: number
}

/**
 * One setting that holds the queries of every design, so that a sampler gives all of them the same keys: the query of
 * the single head, those of the separate heads, those of the pushing ones, and the one that only pushes away.
 *
 * @throws {RangeError} if `heads` is not a whole number ≥ 2, or a coefficient is not finite
 * @see notes 1(d)
 */
export function headSetting({
  n,
  heads,
  scale,
  push,
  keyVariance,
  normVariance,
}: HeadParams): GaussianSetting {
  expectCount('headSetting', 'number of heads', heads, 2)
  expectFinite('headSetting', 'push times scale', push * scale)
  const away = 0 - push * scale
  const along = (own: number, other: number, others: number): GaussianQuery[] =>
    Array.from({ length: heads }, (_, h) => ({
      wanted: Array.from({ length: heads }, (_key, i) => (i === h ? own : other)),
      others,
    }))
  const [single] = along(scale, scale, 0)
  return {
    n,
    keyVariance,
    normVariance,
    queries: [
      single,
      ...along(scale, 0, 0),
      ...along(scale, away, away),
      { wanted: Array.from({ length: heads }, () => 0), others: 0 - scale },
    ],
  }
}

/** Which queries of {@link headSetting} the heads of a design ask with; shape [heads of the design]. */
export function headsOf(design: Design, heads: number): readonly number[] {
  if (design === 'one') return [0]
  if (design === 'away') return [1 + 2 * heads]
  const first = { separate: 1, identical: 0, pushing: 1 + heads }[design]
  return Array.from({ length: heads }, (_, h) => (design === 'identical' ? first : first + h))
}

/** Whether each head of a design is for all wanted keys, and not for one of them. */
export const isForAll = (design: Design): boolean => design !== 'separate' && design !== 'pushing'

/** What one draw comes to under one design. */
export interface DesignResult {
  /** Weights of the wanted keys in the output; shape [H]. */
  readonly output: Float64Array
  /** Weight of all other keys in the output. */
  leak: number
  /** `‖c − (1/H) Σ vᵢ‖²` for orthonormal values. */
  error: number
  /** Whether every head gives each key it is for at least half of that key's share of the head. */
  success: boolean
}

/**
 * What a design makes of a draw, as a function of the weights of all queries of {@link headSetting}, shape [queries, n],
 * wanted keys first. It writes into the same record every time.
 *
 * @see notes 1(d)
 */
export function designMeter(
  design: Design,
  { n, heads }: Pick<HeadParams, 'n' | 'heads'>,
): (weights: Float64Array) => DesignResult {
  const rows = headsOf(design, heads)
  const isShared = isForAll(design)
  const average = isShared ? averageShared : averageOwn
  const result = { output: new Float64Array(heads), leak: 0, error: 0, success: false }
  return (weights) => {
    average(result, weights, rows, n)
    result.success = rows.every((row, h) =>
      isShared ? sharesFairly(weights, row * n, heads) : weights[row * n + h] >= 0.5,
    )
    return result
  }
}

/** Averages the heads' weights; the error comes from deviations about their mean, and no difference from 1 is formed. */
function averageShared(
  result: DesignResult,
  weights: Float64Array,
  rows: readonly number[],
  n: number,
): void {
  const { output } = result
  const heads = output.length
  let [leak, square, mean] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const weight = averageOf(weights, rows, n, i)
    if (i < heads) {
      output[i] = weight
      mean += weight / heads
    } else {
      leak += weight
      square += weight * weight
    }
  }
  for (let i = 0; i < heads; i++) square += (output[i] - mean) * (output[i] - mean)
  result.leak = leak
  result.error = square + (leak * leak) / heads
}

/**
 * The same where head h is for key h: what is missing from 1/H is what that head gives to other keys, less what the other
 * heads give to its key. Both are summed, so that an error of 1e−26 keeps its digits.
 */
function averageOwn(result: DesignResult, weights: Float64Array, rows: readonly number[], n: number): void {
  const { output } = result
  const heads = output.length
  let [leak, square] = [0, 0]
  for (let i = heads; i < n; i++) {
    const weight = averageOf(weights, rows, n, i)
    leak += weight
    square += weight * weight
  }
  for (let h = 0; h < heads; h++) {
    output[h] = averageOf(weights, rows, n, h)
    let off = 0
    // In pairs: heads that are alike give one another as much as they take.
    for (let g = 0; g < heads; g++) off += weights[rows[g] * n + h] - weights[rows[h] * n + g]
    for (let i = heads; i < n; i++) off -= weights[rows[h] * n + i]
    square += (off / heads) * (off / heads)
  }
  result.leak = leak
  result.error = square
}

/** The weight of key i, averaged over the heads. */
function averageOf(weights: Float64Array, rows: readonly number[], n: number, i: number): number {
  let weight = 0
  for (let h = 0; h < rows.length; h++) weight += weights[rows[h] * n + i]
  return weight / rows.length
}

/** Whether the first keys of a row all have half of an equal share. */
function sharesFairly(weights: Float64Array, start: number, heads: number): boolean {
  for (let i = 0; i < heads; i++) if (weights[start + i] < 0.5 / heads) return false
  return true
}
