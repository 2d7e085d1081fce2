import {
  echelon,
  exactDot,
  exactSum,
  exactTranspose,
  identityMatrix,
  nullSpace,
  type RationalMatrix,
  type RationalVector,
  rank,
  sameVector,
} from '../../../core/linear/rational-matrix'
import { solveStrict } from '../../../core/linear/strict-inequalities'
import { negated } from '../../../core/numbers/rational'

/** Keys of equal score that share a query's weight in the limit. */
export type Face = readonly number[]

/**
 * The same tokens in an order in which the fewest come before one that depends on them: such a token's query is
 * determined, and excludes most cases early.
 */
export function dependentFirst(tokens: RationalMatrix, places: readonly number[]): readonly number[] {
  let order: readonly number[] = []
  let rest = places
  while (rest.length > 0) {
    const next =
      subsetsOf(rest).find((subset) => isDependent([...order, ...subset], order.length, tokens)) ?? rest
    order = [...order, ...next]
    rest = rest.filter((i) => !next.includes(i))
  }
  return order
}

/** Whether the places from `start` on add fewer dimensions than there are of them. */
function isDependent(places: readonly number[], start: number, tokens: RationalMatrix): boolean {
  const dimensions = (some: readonly number[]) => (some.length === 0 ? 0 : rank(some.map((i) => tokens[i])))
  return dimensions(places) - dimensions(places.slice(0, start)) < places.length - start
}

/** All subsets but the empty one, the smaller ones first. */
function subsetsOf(items: readonly number[]): (readonly number[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_unused, place) => ((bits + 1) >> place) & 1),
  ).toSorted((a, b) => a.length - b.length)
}

/** Places of the rows that are independent of the rows before them. */
export function independent(rows: RationalMatrix): readonly number[] {
  return rows.length === 0 ? [] : echelon(exactTranspose(rows)).pivots
}

/**
 * The sets of tokens that can have the largest score together: faces of the tokens' hull, the smaller ones first. A
 * query that is 0 has all.
 */
export function facesOf(coordinates: RationalMatrix): Face[] {
  return subsetsOf([...coordinates.keys()]).filter((face) => isFace(face, coordinates))
}

function isFace(face: Face, coordinates: RationalMatrix): boolean {
  const [first, ...others] = face.map((j) => coordinates[j])
  const outside = coordinates.filter((_, j) => !face.includes(j))
  // A token equal to one of the face's has its score too.
  if (outside.some((x) => sameVector(x, first))) return false
  const difference = (x: RationalVector) => exactSum(first, x.map(negated))
  const ties = others.map(difference)
  const free = ties.length === 0 ? identityMatrix(first.length) : nullSpace(ties)
  const leads = outside.map((x) => free.map((direction) => exactDot(difference(x), direction)))
  return solveStrict(leads, free.length).kind === 'point'
}
