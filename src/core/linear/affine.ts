import { dot, type Matrix, norm, scaled, subtract, sum, type Vector } from './linalg'

/** A point of an affine hull. */
export interface AffinePoint {
  /** Shape [d]. */
  readonly point: Vector
  /** cᵢ with `point = Σᵢ cᵢpᵢ` and `Σᵢ cᵢ = 1`, of either sign; shape [n]. */
  readonly coefficients: Vector
}

/**
 * Shortest point of the affine hull of `points`, `min ‖p₀ + Σₖ zₖ(pₖ − p₀)‖`.
 *
 * Orthogonalises the differences, so its error grows with their condition and not with its square, as by
 * the normal equations. A point that depends on those before it gets the coefficient 0. However short it
 * is against the points, `point` is perpendicular to the hull to about 1e−16.
 *
 * @param points - shape [n, d], n ≥ 1
 */
export function shortestAffinePoint([origin, ...others]: Matrix): AffinePoint {
  const { axes, columns } = orthogonalised(others.map((p) => subtract(p, origin)))
  const { along, rest } = splitAlong(axes, origin)
  const steps = backSubstituted(columns, scaled(along, -1))
  return { point: splitAlong(axes, rest).rest, coefficients: [1 - sum(steps), ...steps] }
}

/** Orthonormal `axes` and upper triangular `columns` with `vₖ = Σ_{l≤k} columns[k][l]·axes[l]`. */
interface Orthogonalised {
  readonly axes: Matrix
  readonly columns: Matrix
}

/** Gram–Schmidt, done twice to be orthogonal to rounding. A dependent vector gets the axis 0. */
function orthogonalised(vectors: Matrix): Orthogonalised {
  const axes: Vector[] = []
  const columns: Vector[] = []
  for (const v of vectors) {
    const once = splitAlong(axes, v)
    const { along, rest } = splitAlong(axes, once.rest)
    const length = norm(rest)
    const independent = length > Number.EPSILON * norm(v)
    columns.push([...along.map((x, l) => x + once.along[l]), independent ? length : 1])
    axes.push(rest.map((x) => (independent ? x / length : 0)))
  }
  return { axes, columns }
}

/** Coordinates of `v` along the axes, and what they leave over. */
function splitAlong(axes: Matrix, v: Vector): { along: Vector; rest: Vector } {
  let rest = v
  const along = axes.map((axis) => {
    const coordinate = dot(axis, rest)
    rest = subtract(rest, scaled(axis, coordinate))
    return coordinate
  })
  return { along, rest }
}

/** Solution z of `Σₖ zₖ columns[k] = right` for upper triangular columns. */
function backSubstituted(columns: Matrix, right: Vector): Vector {
  const z = [...right]
  for (let k = z.length - 1; k >= 0; k--) {
    z[k] /= columns[k][k]
    for (let l = 0; l < k; l++) z[l] -= columns[k][l] * z[k]
  }
  return z
}
