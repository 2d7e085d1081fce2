import {
  dualBasis,
  exactOuterSum,
  exactScaled,
  identityMatrix,
  type RationalMatrix,
  type RationalVector,
  sameVector,
} from '../../../core/linear/rational-matrix'
import { minus, rationalOf, times, ZERO } from '../../../core/numbers/rational'
import type { Solution, Wish } from './wish'

/**
 * Two answers for linearly independent tokens, which can put out anything: every query on its own key, and K = I with
 * the lowest rank of scores there is.
 *
 * Both read tokens off by their dual basis: `M = Σ yᵢ xᵢ*ᵀ` takes xᵢ to yᵢ, whatever the yᵢ are.
 */
export function independentSolutions(wish: Wish): Solution[] {
  const duals = dualBasis(wish.tokens)
  return [lowestRank(wish, duals), ownKeys(wish, duals)]
}

/** `k_i = q_i = u_i`: query i attends to key i, whose value is what is wanted of it. */
function ownKeys({ tokens, outputs }: Wish, duals: RationalMatrix): Solution {
  const d = tokens[0].length
  const units = identityMatrix(d)
  const reader = taking(
    duals.map((dual, i) => [units[i], dual]),
    d,
  )
  return {
    id: 'own-keys',
    prose:
      '$k_i = q_i$ are orthogonal, so each query attends to its own key, and $v_i$ is what is wanted of $c_i$',
    K: reader,
    Q: reader,
    V: taking(
      duals.map((dual, i) => [outputs[i] ?? units[0].map(() => ZERO), dual]),
      d,
    ),
  }
}

/** Where every token is in an answer of low rank: scores are `s_ij = queryPlaceᵢ · keyPlaceⱼ`. */
interface Places {
  readonly queries: readonly (readonly number[])[]
  readonly keys: readonly (readonly number[])[]
  readonly values: RationalMatrix
  readonly prose: string
}

function lowestRank(wish: Wish, duals: RationalMatrix): Solution {
  const d = wish.tokens[0].length
  const { queries, keys, values, prose } = placesOf(wish)
  const pairs = duals.flatMap((dual, i) =>
    duals.map((other, j): [RationalVector, RationalVector] => [
      exactScaled(other, rationalOf(queries[i].reduce((sum, x, axis) => sum + x * keys[j][axis], 0))),
      dual,
    ]),
  )
  return {
    id: 'lowest-rank',
    prose,
    K: identityMatrix(d),
    Q: taking(pairs, d),
    V: taking(
      duals.map((dual, j) => [values[j], dual]),
      d,
    ),
  }
}

/** As few dimensions as there can be: 0 for one wanted output, 1 for two or three, 2 for any number. */
function placesOf({ tokens, outputs }: Wish): Places {
  const wanted = outputs.filter((output) => output !== undefined)
  const distinct = wanted.filter((w, i) => wanted.findIndex((other) => sameVector(other, w)) === i)
  const group = outputs.map((output) => (output ? distinct.findIndex((w) => sameVector(w, output)) : -1))
  const firsts = distinct.map((_, g) => group.indexOf(g))
  const nothing = tokens[0].map(() => ZERO)
  if (distinct.length <= 1) {
    return {
      queries: tokens.map(() => [0]),
      keys: tokens.map(() => [0]),
      values: tokens.map(() => distinct[0] ?? nothing),
      prose: 'All wanted outputs are the same, so all values may be: the scores do not matter (rank 0)',
    }
  }
  if (distinct.length <= 3) return line(distinct, group, firsts, nothing)
  return parabola(distinct, group, firsts, nothing)
}

/** On a line: the largest and the smallest key, and the mean of all for a query that is 0. */
function line(
  distinct: RationalMatrix,
  group: readonly number[],
  firsts: readonly number[],
  nothing: RationalVector,
): Places {
  const [plus, minusPlace, third] = firsts
  const n = rationalOf(group.length)
  const rest = (first: RationalVector, second: RationalVector, all: RationalVector) =>
    all.map((x, r) => minus(minus(times(n, x), first[r]), second[r]))
  const filler = third === undefined ? nothing : rest(distinct[0], distinct[1], distinct[2])
  return {
    queries: group.map((g) => [g === 0 ? 1 : g === 1 ? -1 : 0]),
    keys: group.map((_, j) => [j === plus ? 1 : j === minusPlace ? -1 : 0]),
    values: group.map((_, j) =>
      j === plus ? distinct[0] : j === minusPlace ? distinct[1] : j === third ? filler : nothing,
    ),
    prose:
      third === undefined
        ? 'Two different outputs: one direction tells the queries apart, and its two ends are two keys (rank 1)'
        : 'Three different outputs: the two ends of one direction, and the mean of all values for a query that is 0 (rank 1)',
  }
}

/** On a parabola every place is the best key for some direction: `−(g − h)²` is largest at g = h. */
function parabola(
  distinct: RationalMatrix,
  group: readonly number[],
  firsts: readonly number[],
  nothing: RationalVector,
): Places {
  const centre = Math.floor(distinct.length / 2)
  return {
    queries: group.map((g) => (g < 0 ? [0, 0] : [2 * (g - centre), 1])),
    keys: group.map((_, j) => {
      const h = firsts.indexOf(j)
      return h < 0 ? [0, -1] : [h - centre, -((h - centre) ** 2)]
    }),
    values: group.map((_, j) => distinct[firsts.indexOf(j)] ?? nothing),
    prose: `${distinct.length} different outputs: keys on a parabola, each the best one in some direction (rank 2, enough for any number)`,
  }
}

/** `Σ y xᵀ` over pairs, shape [d, d]. */
const taking = (pairs: readonly (readonly [RationalVector, RationalVector])[], d: number): RationalMatrix =>
  exactOuterSum(pairs, [d, d])
