import { expectFraction, refuse } from '../numbers/expect'
import { portableHypot } from '../numbers/portable'
import { expectSetting, type GaussianQuery, type GaussianSetting } from './gaussian-setting'

/** A normal law. */
export interface NormalLaw {
  readonly mean: number
  /** Standard deviation, ≥ 0. */
  readonly sd: number
}

/** Laws of the scores under one query that wants the keys a and b. They are independent. */
export interface ScoreLaws {
  readonly a: NormalLaw
  readonly b: NormalLaw
  /** Of each other key. */
  readonly other: NormalLaw
  /** Number of other keys. */
  readonly others: number
}

/**
 * Exact laws of the scores under one query with two wanted keys: `sᵢ ~ N(μᵢ·q, keyVariance·‖q‖²)`, key a with the
 * further variance `normVariance·(μ_a·q)²`.
 *
 * @param setting - with one query, of two wanted keys
 * @throws {RangeError} if the setting is out of range, or has another number of queries or wanted keys
 * @see notes 1(c)
 */
export function scoreLaws(setting: GaussianSetting): ScoreLaws {
  const { wanted, others } = expectPair('scoreLaws', setting)
  const { n, keyVariance, normVariance } = setting
  // ‖q‖ before ‖q‖²: no square overflows.
  const length = portableHypot(...wanted, others * Math.sqrt(n - 2))
  const sd = Math.sqrt(keyVariance) * length
  return {
    a: { mean: wanted[0], sd: portableHypot(sd, Math.sqrt(normVariance) * wanted[0]) },
    b: { mean: wanted[1], sd },
    other: { mean: others, sd },
    others: n - 2,
  }
}

/**
 * Law of `Δ = s_a − s_b`, exactly normal; the share of a, `α_a/(α_a + α_b) = σ(Δ)`, is logit-normal with its
 * parameters. For the notes' query Q(μ_a + μ_b) it is `N(0, Q²(4·keyVariance + normVariance))`.
 *
 * @param setting - as for {@link scoreLaws}
 * @throws {RangeError} as {@link scoreLaws} does
 * @see notes 1(c)ii
 */
export function shareLaw(setting: GaussianSetting): NormalLaw {
  const { a, b } = scoreLaws(setting)
  return { mean: a.mean - b.mean, sd: portableHypot(a.sd, b.sd) }
}

/** Between which scales the notes' query averages: it must be large for the leak and small for the noise. */
export interface ScaleWindow {
  /** `ln((n − 2)/(2ε))`: below it the leak exceeds about ε; 0 for two keys, which leak nothing. */
  readonly low: number
  /** `1/(2√keyVariance)`: there the scores of a and b differ by one nat, typically; ∞ without variance. */
  readonly high: number
}

/**
 * Window of the scale Q outside of which `Q(μ_a + μ_b)` cannot average, for keys N(μᵢ, keyVariance·I).
 *
 * @param n - number of keys, ≥ 2
 * @param keyVariance - finite, ≥ 0
 * @param epsilon - leak allowed, between 0 and 1
 * @throws {RangeError} if an argument is out of range
 * @see notes 1(c)i
 */
export function scaleWindow(n: number, keyVariance: number, epsilon: number): ScaleWindow {
  expectSetting('scaleWindow', { n, keyVariance, normVariance: 0, queries: [{ wanted: [1, 1], others: 0 }] })
  expectFraction('scaleWindow', 'epsilon', epsilon)
  return { low: n === 2 ? 0 : Math.log((n - 2) / (2 * epsilon)), high: 1 / (2 * Math.sqrt(keyVariance)) }
}

/** The one query of a setting that wants two keys. */
function expectPair(where: string, setting: GaussianSetting): GaussianQuery {
  expectSetting(where, setting)
  const [query, ...more] = setting.queries
  if (more.length > 0) refuse(where, 'one query', setting.queries.length)
  if (query.wanted.length !== 2) refuse(where, 'two wanted keys', query.wanted.length)
  return query
}
