import { expectCount, expectFraction, refuse } from '../numbers/expect'

/** What a stream of numbers leaves behind: enough for its mean and variance, and to go on. */
export interface Moments {
  readonly count: number
  readonly mean: number
  /** Sum of squared deviations from the mean. */
  readonly squares: number
}

/** Moments of no numbers, to start a stream from. */
export const noMoments: Moments = { count: 0, mean: 0, squares: 0 }

/**
 * Moments of everything counted in `before` and of `values`: hand over batch after batch as they arrive.
 *
 * Welford's update, which never subtracts two large sums of squares: B. P. Welford, Technometrics 4 (1962) 419–420.
 *
 * @param values - finite
 * @throws {RangeError} if an entry is NaN or infinite, or the sum of squares overflows
 */
export function withValues(before: Moments, values: Float64Array): Moments {
  let { count, mean, squares } = before
  for (const value of values) {
    count++
    const step = value - mean
    mean += step / count
    squares += step * (value - mean)
  }
  if (!Number.isFinite(squares)) refuse('withValues', 'finite numbers of finite variance', squares)
  return { count, mean, squares }
}

/**
 * Unbiased estimate of the variance, `Σ (xᵢ − x̄)²/(count − 1)`.
 *
 * @throws {RangeError} if fewer than two numbers were counted
 */
export function sampleVariance({ count, squares }: Moments): number {
  expectCount('sampleVariance', 'count', count, 2)
  return squares / (count - 1)
}

/**
 * The numbers in increasing order, in a new array: what {@link quantile} and the Kolmogorov–Smirnov distances take.
 *
 * @throws {RangeError} if there are none, or one is NaN
 */
export function sorted(values: Float64Array): Float64Array {
  if (values.length === 0) refuse('sorted', 'at least one number', 'none')
  if (values.some(Number.isNaN)) refuse('sorted', 'numbers', NaN)
  return values.toSorted()
}

/**
 * Quantile of a sample: the value at place `p·(count − 1)` of the ordered numbers, linear in between.
 *
 * @param ordered - increasing, at least one
 * @param p - from 0, the smallest, to 1, the largest
 * @throws {RangeError} if `p` is out of range, or there are no numbers
 */
export function quantile(ordered: Float64Array, p: number): number {
  if (!(p >= 0 && p <= 1)) refuse('quantile', 'a probability from 0 to 1', p)
  expectCount('quantile', 'number of values', ordered.length, 1)
  const place = p * (ordered.length - 1)
  const below = Math.floor(place)
  const above = Math.ceil(place)
  return ordered[below] + (place - below) * (ordered[above] - ordered[below])
}

/**
 * How many values lie in each of `bins` bins of equal width; shape [bins].
 *
 * A value on an inner edge `low + (high − low)·k/bins` belongs to the bin on its right, exactly so; `high` belongs to
 * the last bin.
 *
 * @param values - from `low` to `high`
 * @param bins - ≥ 1
 * @throws {RangeError} if a value lies outside or is NaN, `low` is not below `high`, or there are no bins
 */
export function histogram(values: Float64Array, low: number, high: number, bins: number): number[] {
  expectCount('histogram', 'number of bins', bins, 1)
  if (!(low < high && high - low < Infinity)) refuse('histogram', 'low < high', `${low} and ${high}`)
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    if (!(value >= low && value <= high)) refuse('histogram', `values from ${low} to ${high}`, value)
    counts[binOf(value, low, high, bins)]++
  }
  return counts
}

/** The division may round across an edge: so the bin that it names is held against its edges. */
function binOf(value: number, low: number, high: number, bins: number): number {
  const edge = (k: number) => low + ((high - low) * k) / bins
  const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))
  if (value < edge(bin)) return bin - 1
  return bin < bins - 1 && value >= edge(bin + 1) ? bin + 1 : bin
}

/**
 * Kolmogorov–Smirnov distance `sup |Fₙ(x) − F(x)|` of a sample from a law, in [0, 1].
 *
 * @param ordered - increasing, at least one
 * @param cdf - the law's distribution function, continuous
 * @throws {RangeError} if there are no numbers
 */
export function kolmogorovDistance(ordered: Float64Array, cdf: (x: number) => number): number {
  const n = ordered.length
  expectCount('kolmogorovDistance', 'number of values', n, 1)
  return ordered.reduce((most, x, i) => {
    const height = cdf(x)
    return Math.max(most, (i + 1) / n - height, height - i / n)
  }, 0)
}

/**
 * Kolmogorov–Smirnov distance `sup |Fₙ(x) − Gₘ(x)|` of two samples, in [0, 1]. Values that occur in both are
 * passed in one step.
 *
 * @param a - increasing, at least one
 * @param b - increasing, at least one
 * @throws {RangeError} if a sample is empty or holds NaN
 */
export function twoSampleDistance(a: Float64Array, b: Float64Array): number {
  expectCount('twoSampleDistance', 'number of values', Math.min(a.length, b.length), 1)
  if ([a, b].some((sample) => sample.some(Number.isNaN))) refuse('twoSampleDistance', 'numbers', NaN)
  let [i, j, most] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i], b[j])
    while (a[i] === x) i++
    while (b[j] === x) j++
    most = Math.max(most, Math.abs(i / a.length - j / b.length))
  }
  return most
}

/**
 * Distance that {@link kolmogorovDistance} exceeds with probability `level` if the sample comes from the law.
 *
 * Kolmogorov's limit law with Stephens's correction for finite n: `λ/(√n + 0.12 + 0.11/√n)`, λ = 1.6276 at 1 %.
 * Within 0.5 % of the exact value for n ≥ 10 (measured). M. A. Stephens, J. Roy. Statist. Soc. B 32 (1970) 115–122.
 *
 * @param n - size of the sample, ≥ 1; for two samples of sizes n and m, `nm/(n + m)`
 * @param level - significance level, between 0 and 1
 * @throws {RangeError} if an argument is out of range
 */
export function criticalDistance(n: number, level: number): number {
  if (!(n > 0 && n < Infinity)) refuse('criticalDistance', 'a positive sample size', n)
  expectFraction('criticalDistance', 'level', level)
  const root = Math.sqrt(n)
  return kolmogorovQuantile(level) / (root + 0.12 + 0.11 / root)
}

/** The λ that Kolmogorov's limit law exceeds with probability `level`, by bisection. */
function kolmogorovQuantile(level: number): number {
  let [low, high] = [0.04, 40]
  while (true) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) return middle
    if (kolmogorovTail(middle) > level) low = middle
    else high = middle
  }
}

/** `2 Σ (−1)ᵏ⁻¹ exp(−2k²λ²)`, k ≥ 1. */
function kolmogorovTail(lambda: number): number {
  let tail = 0
  for (let k = 1; k < 200; k++) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * lambda) ** 2)
  return tail
}
