import { expectColumns, expectCount, expectFiniteEntries, expectIndex } from '../numbers/expect'
import { type AffinePoint, shortestAffinePoint } from './affine'
import { basis, binade, type Matrix, matVec, norm, scaled, subtract, type Vector } from './linalg'

/** A point of a convex hull. */
export interface HullPoint {
  /** Shape [d]. */
  readonly point: Vector
  /** `point = Σᵢ cᵢpᵢ` to about 1e−15 of the longest pᵢ, each cᵢ ≥ 0, `Σᵢ cᵢ = 1`; shape [n]. */
  readonly coefficients: Vector
  /** `‖point‖`. */
  readonly norm: number
}

/** The best direction for a query that is to select one key. */
export interface SelectingDirection {
  /** Unit vector, shape [d]; the zero vector where no direction selects. */
  readonly direction: Vector
  /** Score margin per unit length of a query in that direction. */
  readonly margin: number
  /** Whether some query gives the key all the weight in the limit. */
  readonly selectable: boolean
}

/** Few affinely independent points, whose affine hull has its shortest point between them: coefficients > 0. */
interface Corral extends AffinePoint {
  readonly members: readonly number[]
}

/** What counts as rounding, relative to the longest point involved. */
const ROUNDING = 2 ** -48

/**
 * Point of smallest norm in the convex hull of `points`.
 *
 * Its norm exceeds the true one by at most 4e−15 of the longest point's, for repeated, collinear and single
 * points too, and in whatever unit. What is that short counts as the origin and is returned as exactly 0.
 *
 * @param points - shape [n, d], n ≥ 1, finite
 * @throws {RangeError} if there is no point, their lengths differ or a coordinate is not finite
 * @see P. Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11 (1976)
 */
export function minimumNormPoint(points: Matrix): HullPoint {
  expectCount('minimumNormPoint', 'number of points', points.length, 1)
  expectColumns('minimumNormPoint', points, points[0].length)
  for (const p of points) expectFiniteEntries('minimumNormPoint', p)
  const unit = binade(points.flat())
  const corral = nearestCorral(points.map((p) => p.map((x) => x / unit)))
  const coefficients = points.map((_, i) => corral.coefficients[corral.members.indexOf(i)] ?? 0)
  return { point: scaled(corral.point, unit), coefficients, norm: norm(corral.point) * unit }
}

/**
 * Direction in which a query of given length gives key j the largest score margin: that of the shortest
 * vector in the hull of the differences `k_j − kᵢ`, i ≠ j, whose length is the margin per unit of the query's.
 *
 * The key is selectable if and only if it lies strictly outside the hull of the others. A single key has
 * no rivals: any direction will do, and its margin is +∞.
 *
 * @param keys - shape [n, d], n ≥ 1, d ≥ 1, finite
 * @param target - index j
 * @throws {RangeError} if `target` is no index, or as {@link minimumNormPoint} does
 * @see notes 1(a)
 */
export function selectingDirection(keys: Matrix, target: number): SelectingDirection {
  expectIndex('selectingDirection', target, keys.length)
  expectColumns('selectingDirection', keys, keys[target].length)
  if (keys.length === 1) return { direction: basis(0, keys[0].length), margin: Infinity, selectable: true }
  // In this unit no difference overflows.
  const unit = binade(keys.flat())
  const [wanted, ...others] = [keys[target], ...keys.toSpliced(target, 1)].map((key) =>
    key.map((x) => x / unit),
  )
  const shortest = minimumNormPoint(others.map((other) => subtract(wanted, other)))
  const selectable = shortest.norm > 0
  const direction = selectable ? shortest.point.map((x) => x / shortest.norm) : shortest.point
  return { direction, margin: shortest.norm * unit, selectable }
}

/**
 * The corral of the hull's shortest point. While some point lies below the plane through the current one,
 * the one that lies lowest for its length joins.
 *
 * Each corral's point is shorter than the last, so none can come twice but by rounding, and this ends.
 * Lengths are not compared: they stop changing in float64 when the direction is right to 1e−8 only.
 */
function nearestCorral(points: Matrix): Corral {
  const lengths = points.map(norm)
  const first = indexOfLeast(lengths)
  const seen = new Set<string>()
  let corral: Corral = { members: [first], coefficients: [1], point: points[first] }
  for (;;) {
    const length = norm(corral.point)
    const reach = Math.max(...corral.members.map((i) => lengths[i]))
    if (length <= ROUNDING * reach) return { ...corral, point: corral.point.map(() => 0) }
    const normal = corral.point.map((x) => x / length)
    const heights = matVec(points, normal).map((h, i) => (h - length) / Math.max(reach, lengths[i]))
    const lowest = indexOfLeast(heights)
    if (heights[lowest] >= -ROUNDING) return corral
    const next = settled(points, [...corral.members, lowest], [...corral.coefficients, 0])
    const name = next.members.toSorted((i, j) => i - j).join()
    if (seen.has(name)) return corral
    seen.add(name)
    corral = next
  }
}

/**
 * The corral that moving from a combination of its members to the shortest point of their affine hull leads
 * to: a member whose coefficient reaches 0 on the way leaves.
 */
function settled(points: Matrix, members: readonly number[], coefficients: Vector): Corral {
  const goal = shortestAffinePoint(members.map((i) => points[i]))
  if (goal.coefficients.every((c) => c > 0)) return { members, ...goal }
  const ways = goal.coefficients.map((g, i) => (g > 0 ? Infinity : wayToZero(coefficients[i], g)))
  const leaving = indexOfLeast(ways)
  const moved = coefficients.map((c, i) => Math.max(0, c + ways[leaving] * (goal.coefficients[i] - c)))
  return settled(points, members.toSpliced(leaving, 1), moved.toSpliced(leaving, 1))
}

/** The fraction of the way from `from` ≥ 0 to `to` ≤ 0 at which 0 is reached. */
function wayToZero(from: number, to: number): number {
  return from === 0 ? 0 : from / (from - to)
}

function indexOfLeast(v: Vector): number {
  return v.reduce((least, x, i) => (x < v[least] ? i : least), 0)
}
