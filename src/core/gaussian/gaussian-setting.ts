import type { Matrix, Vector } from '../linear/linalg'
import { expectCount, expectFinite, expectFiniteEntries, refuse } from '../numbers/expect'

/**
 * Random keys and the queries that meet them.
 *
 * Keys `kᵢ ~ N(μᵢ, keyVariance·I)` with orthonormal means, i < n; key 0 (a in the notes) has the further variance
 * `normVariance·μ₀μ₀ᵀ`. The first m keys are the wanted ones.
 */
export interface GaussianSetting {
  /** Number of keys, ≥ m. */
  readonly n: number
  /** Dimension. Nothing depends on it: n orthonormal means only need d ≥ n. */
  readonly d?: number
  /** α in Σᵢ = αI; finite, ≥ 0. */
  readonly keyVariance: number
  /** Variance of `k₀·μ₀` beside α; finite, ≥ 0. */
  readonly normVariance: number
  /** At least one, all with the same m. */
  readonly queries: readonly GaussianQuery[]
}

/** The query `Σ_{j<m} wantedⱼ μⱼ + others · Σ_{j≥m} μⱼ`: the coefficients already hold the scale Q. */
export interface GaussianQuery {
  /** Coefficients of the means of the wanted keys; shape [m]. */
  readonly wanted: Vector
  /** Coefficient of every other mean. */
  readonly others: number
}

/**
 * The queries' coordinates on the orthonormal vectors μ₀ … μ₍ₘ₋₁₎ and, where there are others, e = Σ_{j≥m} μⱼ/√(n − m);
 * shape [queries, m or m + 1].
 */
export function queriesInDirections({ n, queries }: GaussianSetting): Matrix {
  const rest = n - queries[0].wanted.length
  return queries.map(({ wanted, others }) => (rest > 0 ? [...wanted, others * Math.sqrt(rest)] : wanted))
}

/**
 * Holds a setting to its domain.
 *
 * @throws {RangeError} naming what is wrong, after `where`
 */
export function expectSetting(
  where: string,
  { n, d = n, keyVariance, normVariance, queries }: GaussianSetting,
): void {
  expectCount(where, 'number of queries', queries.length, 1)
  const m = queries[0].wanted.length
  expectCount(where, 'number of wanted keys', m, 1)
  expectCount(where, 'number of keys', n, m)
  expectCount(where, 'dimension', d, n)
  for (const [name, variance] of Object.entries({ keyVariance, normVariance }))
    if (!(variance >= 0 && variance < Infinity)) refuse(where, `a finite ${name} ≥ 0`, variance)
  for (const { wanted, others } of queries) {
    if (wanted.length !== m) refuse(where, `${m} coefficients of wanted keys`, wanted.length)
    expectFiniteEntries(where, wanted)
    expectFinite(where, 'coefficient of the others', others)
  }
}
