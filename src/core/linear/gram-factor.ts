import { expectColumns, expectCount, expectFiniteEntries } from '../numbers/expect'
import { binade, dot, type Matrix, norm, scaled, subtract, type Vector } from './linalg'

/**
 * Factor L of the Gram matrix, `L Lᵀ = W Wᵀ`, with as many columns as W has independent rows; shape [rows, rank].
 *
 * So `L z` with standard normal z has the law of `W x` with standard normal x, and needs rank instead of columns
 * many draws. It is the Cholesky factor with pivoting, found by Gram–Schmidt on the rows: forming the products would
 * lose half of the digits. A row counts as dependent when less than 1e−13 of its length sticks out.
 *
 * @param rows - W, shape [rows, columns], finite; rows of any length, zero ones too
 * @throws {RangeError} if there is no row, lengths differ or an entry is not finite
 * @see notes 1(d)
 */
export function gramFactor(rows: Matrix): Matrix {
  expectCount('gramFactor', 'number of rows', rows.length, 1)
  expectColumns('gramFactor', rows, rows[0].length)
  for (const row of rows) expectFiniteEntries('gramFactor', row)
  const units: Vector[] = []
  while (units.length < rows[0].length) {
    const outside = longest(rows.map((row) => residual(row, units)))
    if (norm(outside) === 0) break
    units.push(unitPart(outside))
  }
  return rows.map((row) => units.map((unit) => dot(row, unit)))
}

const NEGLIGIBLE = 1e-13

function longest(vectors: Matrix): Vector {
  const lengths = vectors.map(norm)
  return vectors[lengths.indexOf(Math.max(...lengths))]
}

/** The part of `v` off the `units`, 0 if negligible; they are taken off twice, since rounding leaves some behind. */
function residual(v: Vector, units: Matrix): Vector {
  let rest = v
  for (let round = 0; round < 2; round++)
    for (const unit of units) rest = subtract(rest, scaled(unit, dot(rest, unit)))
  return norm(rest) > NEGLIGIBLE * norm(v) ? rest : scaled(v, 0)
}

function unitPart(v: Vector): Vector {
  // A tiny vector is first made larger: 1/‖v‖ might overflow.
  const unit = binade(v)
  const grown = v.map((x) => x / unit)
  return scaled(grown, 1 / norm(grown))
}
