import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/*
 * The draws of random keys once more, straight from their description: 256 draws to a generator, standard normals by a
 * ziggurat of 256 strips, key by key. Nothing of src/core is used here.
 */

const TAIL = 3.6541528853610088
const AREA = 0.004928673233974655
const bell = (x: number) => Math.exp((-x * x) / 2)

const edges = [AREA / bell(TAIL), TAIL]
while (edges.length < 256) {
  const last = edges[edges.length - 1]
  edges.push(Math.sqrt(-2 * Math.log(AREA / last + bell(last))))
}
edges.push(0)

const GOLDEN = 0x9e3779b1

/** Four words of state from a seed, by SplitMix. */
function stateOf(seed: number): number[] {
  return [1, 2, 3, 4].map((i) => {
    let word = (seed + Math.imul(i, 0x9e3779b9)) | 0
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return word ^ (word >>> 16)
  })
}

function uniform(bits: RandomGenerator): number {
  const high = bits.next() >>> 5
  return (high * 2 ** 26 + (bits.next() >>> 6)) / 2 ** 53
}

function normal(bits: RandomGenerator): number {
  for (;;) {
    const [high, low] = [bits.next(), bits.next()]
    const strip = low >>> 24
    const x = ((high * 2 ** 21 + (low & 0x1fffff) + 0.5) * edges[strip]) / 2 ** 52
    if (Math.abs(x) < edges[strip + 1]) return x
    if (strip === 0) return Math.sign(x) * tail(bits)
    const [bottom, top] = [bell(edges[strip]), bell(edges[strip + 1])]
    if (bottom + uniform(bits) * (top - bottom) < bell(x)) return x
  }
}

function tail(bits: RandomGenerator): number {
  for (;;) {
    const beyond = -Math.log(1 - uniform(bits)) / TAIL
    if (-2 * Math.log(1 - uniform(bits)) > beyond * beyond) return TAIL + beyond
  }
}

/** The normals of draw `index` of a seed, `count` a draw. */
function normalsOf(seed: number, index: number, count: number): number[] {
  const block = Math.floor(index / 256)
  const bits = xoroshiro128plusFromState(stateOf(((Math.imul(seed, GOLDEN) >>> 0) + block) % 2 ** 32))
  for (let skipped = 0; skipped < (index % 256) * count; skipped++) normal(bits)
  return Array.from({ length: count }, () => normal(bits))
}

/** Keys about orthonormal means, the first m of them wanted, and the queries' coefficients on the means. */
export interface Setting {
  readonly n: number
  readonly keyVariance: number
  readonly normVariance: number
  /** Coefficients of the m wanted means and, of each other one, `others`; one row a query. */
  readonly queries: readonly { readonly wanted: readonly number[]; readonly others: number }[]
}

/** One draw. */
export interface Drawn {
  /** `kᵢᵀμⱼ` of the wanted keys, then `kᵢᵀe`, e the sum of the other means over its length; shape [m, m or m + 1]. */
  readonly projections: readonly (readonly number[])[]
  /** Scores of all keys; shape [queries, n]. */
  readonly scores: readonly (readonly number[])[]
}

/** Draw `index` of `seed`. */
export function drawOf(
  { n, keyVariance, normVariance, queries }: Setting,
  seed: number,
  index: number,
): Drawn {
  const m = queries[0].wanted.length
  const rows = queries.map(({ wanted, others }) =>
    n > m ? [...wanted, others * Math.sqrt(n - m)] : [...wanted],
  )
  const frame = independent(rows)
  const width = rows[0].length
  const normals = normalsOf(seed, index, m * width + (n - m) * frame.length)
  const sd = Math.sqrt(keyVariance)
  const projections = Array.from({ length: m }, (_, i) =>
    Array.from({ length: width }, (_unused, j) => {
      const deviation = i === 0 && j === 0 ? Math.sqrt(keyVariance + normVariance) : sd
      return normals[i * width + j] * deviation + (i === j ? 1 : 0)
    }),
  )
  const scores = rows.map((row, q) => {
    const factors = frame.map((unit) => sd * product(row, unit))
    return [
      ...projections.map((projection) => product(row, projection)),
      ...Array.from({ length: n - m }, (_, i) => {
        const first = m * width + i * factors.length
        return factors.reduce((sum, factor, k) => sum + factor * normals[first + k], queries[q].others)
      }),
    ]
  })
  return { projections, scores }
}

const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0)

/** Orthonormal vectors that span the rows: each the longest row's part outside of the ones before. */
function independent(rows: readonly (readonly number[])[]): number[][] {
  const units: number[][] = []
  for (;;) {
    const outside = rows.map((row) => {
      let rest = [...row]
      for (let round = 0; round < 2; round++)
        for (const unit of units) {
          const along = product(rest, unit)
          rest = rest.map((x, i) => x - along * unit[i])
        }
      const length = Math.hypot(...rest)
      return length > 1e-13 * Math.hypot(...row) ? { rest, length } : { rest, length: 0 }
    })
    const most = Math.max(...outside.map(({ length }) => length))
    if (most === 0) return units
    // Of rows alike but for rounding the first.
    const longest = outside.find(({ length }) => length >= most * (1 - 1e-9)) ?? outside[0]
    units.push(longest.rest.map((x) => x / longest.length))
  }
}
