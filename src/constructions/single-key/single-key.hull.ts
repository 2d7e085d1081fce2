import { minimumNormPoint, selectingDirection } from '../../core/linear/hull'
import { dot, type Matrix, mean, norm, subtract, type Vector } from '../../core/linear/linalg'

/**
 * Where a key lies among the others.
 *
 * - `corner`: strictly outside the hull of the others; a long enough query selects it.
 * - `twin`: the same point as another key, on a corner of the hull.
 * - `edge`: on the boundary of the hull, between corners.
 * - `inside`: in the interior of the hull.
 */
export type PlaceKind = 'corner' | 'twin' | 'edge' | 'inside'

/** What no query can change about a key. */
export interface KeyPlace {
  readonly kind: PlaceKind
  /** Unit vector of largest margin, shape [2]; the zero vector unless the key is a corner. */
  readonly direction: Vector
  /** Margin per unit length of a query in that direction; 0 unless the key is a corner. */
  readonly attainable: number
  /** Convex coefficients λᵢ ≥ 0 over all keys with `Σᵢ λᵢkᵢ = k_j` and λ_j = 0; empty for a corner. */
  readonly combination: Vector
}

/** The hull of the keys in the plane. */
export interface Hull {
  /** Indices of the corners, counter-clockwise; of equal keys the first. */
  readonly corners: readonly number[]
  /** One per key. */
  readonly places: readonly KeyPlace[]
}

/** The directions in which one corner scores best: from one outward normal to the next, counter-clockwise. */
export interface Sector {
  readonly corner: number
  /** Angles in radians, `from < to ≤ from + 2π`. */
  readonly from: number
  readonly to: number
}

/** Keys nearer to each other than this are one point: no query within reach of the controls tells them apart. */
const SAME = 1e-12

/**
 * Hull of the keys, and where each key lies in it.
 *
 * Corners are found by the theorem that the panel is about: a key is one if and only if the shortest vector
 * of the hull of its differences to the others is not 0.
 *
 * @param keys - shape [n, 2], n ≥ 2
 * @see notes 1(a)
 */
export function keyHull(keys: Matrix): Hull {
  const first = keys.map((key) => keys.findIndex((other) => distance(key, other) <= SAME))
  const distinct = [...new Set(first)]
  const points = distinct.map((i) => keys[i])
  const selections = points.map((_, i) => selectingDirection(points, i))
  const isCorner = (i: number) => selections[distinct.indexOf(first[i])].selectable
  const corners = counterClockwise(
    keys,
    distinct.filter((i) => isCorner(i)),
  )
  const twins = (i: number) => first.flatMap((f, other) => (f === first[i] && other !== i ? [other] : []))
  const places = keys.map((_, i): KeyPlace => {
    if (!isCorner(i))
      return fixedPlace(onBoundary(keys, corners, i) ? 'edge' : 'inside', combination(keys, i))
    const [twin] = twins(i)
    if (twin !== undefined) return fixedPlace('twin', unitCoefficients(keys.length, twin))
    const { direction, margin } = selections[distinct.indexOf(i)]
    return { kind: 'corner', direction, attainable: margin, combination: [] }
  })
  return { corners, places }
}

/**
 * Indices of the keys that some query weighs like key `target` and all others less: across the line through the two, on
 * one side or the other, all others are strictly behind. A key at the same point counts when the two are a corner.
 *
 * @see notes 1(b)
 */
export function partnersOf(keys: Matrix, target: number): readonly number[] {
  return keys.flatMap((key, i) => {
    if (i === target) return []
    const others = keys.filter((_, l) => l !== i && l !== target)
    const edge = subtract(key, keys[target])
    const along = norm(edge)
    if (along <= SAME) return isOutside(keys[target], others) ? [i] : []
    const sides = others.map((other) => across(edge, subtract(other, keys[target])) / along)
    return sides.every((side) => side > SAME) || sides.every((side) => side < -SAME) ? [i] : []
  })
}

const across = (a: Vector, b: Vector) => a[0] * b[1] - a[1] * b[0]

const isOutside = (point: Vector, others: Matrix) => selectingDirection([point, ...others], 0).selectable

/** The same keys from the outline: neighbours of a lone corner with nothing between them, or the only twin of a corner. */
export function partnersByHull(
  keys: Matrix,
  { corners, places }: Pick<Hull, 'corners' | 'places'>,
  target: number,
): readonly number[] {
  const at = (i: number) => keys.flatMap((key, l) => (distance(key, keys[i]) <= SAME ? [l] : []))
  const here = at(target)
  const place = corners.findIndex((i) => here.includes(i))
  if (place < 0) return []
  if (here.length > 1) return here.length === 2 ? here.filter((i) => i !== target) : []
  const isBetween = (a: number, b: number) =>
    keys.some((key, l) => {
      const [from, to] = [subtract(key, keys[a]), subtract(key, keys[b])]
      return places[l].kind === 'edge' && dot(from, to) < 0 && Math.abs(across(from, to)) <= SAME * norm(from)
    })
  const neighbours = new Set([corners.at(place - 1), corners[(place + 1) % corners.length]])
  return [...neighbours].flatMap((i) =>
    i === undefined || i === target || at(i).length > 1 || isBetween(target, i) ? [] : [i],
  )
}

/** The sectors of the corners: together they fill the plane. A single corner has none, for it only ties with itself. */
export function sectors(keys: Matrix, corners: readonly number[]): Sector[] {
  if (corners.length < 2) return []
  const next = (t: number) => corners[(t + 1) % corners.length]
  const normals = corners.map((corner, t) => outwardNormal(keys[corner], keys[next(t)]))
  return corners.map((corner, t) => {
    const from = normals.at(t - 1) ?? 0
    const to = normals[t]
    return { corner, from, to: to > from ? to : to + 2 * Math.PI }
  })
}

/** Angle of the normal that points to the right of the way from `a` to `b`. */
function outwardNormal(a: Vector, b: Vector): number {
  return Math.atan2(a[0] - b[0], b[1] - a[1])
}

function counterClockwise(keys: Matrix, corners: readonly number[]): readonly number[] {
  const centre = mean(corners.map((i) => keys[i]))
  const angle = (i: number) => Math.atan2(keys[i][1] - centre[1], keys[i][0] - centre[0])
  return corners.toSorted((a, b) => angle(a) - angle(b))
}

/** Whether a key that is no corner lies on the boundary. */
function onBoundary(keys: Matrix, corners: readonly number[], i: number): boolean {
  return corners.some((corner, t) => {
    const from = keys[corner]
    const to = keys[corners[(t + 1) % corners.length]]
    const [edge, key] = [subtract(to, from), subtract(keys[i], from)]
    return Math.abs(across(edge, key)) <= SAME * norm(edge)
  })
}

/** Convex coefficients over all keys that give key i from the others, in whose hull it lies. */
function combination(keys: Matrix, i: number): Vector {
  const others = keys.filter((_, other) => other !== i)
  const { coefficients } = minimumNormPoint(others.map((other) => subtract(keys[i], other)))
  return coefficients.toSpliced(i, 0, 0)
}

const fixedPlace = (kind: PlaceKind, coefficients: Vector): KeyPlace => ({
  kind,
  direction: [0, 0],
  attainable: 0,
  combination: coefficients,
})

const unitCoefficients = (n: number, i: number) =>
  Array.from({ length: n }, (_, other) => (other === i ? 1 : 0))

const distance = (a: Vector, b: Vector) => norm(subtract(a, b))
