import { softmaxInto } from '../attention/flat-softmax'
import { gramFactor } from '../linear/gram-factor'
import { refuse } from '../numbers/expect'
import { createRandom, type Random } from '../random/random'
import { expectSetting, type GaussianSetting, queriesInDirections } from './gaussian-setting'

/** What {@link GaussianSampler.fill} keeps of each draw, one row a draw, rows in a flat array. */
export interface DrawColumns {
  readonly count: number
  /** `kᵢ·μᵢ` of the wanted keys; rows [m]. The first is the signed γ of the notes. */
  readonly along: Float64Array
  /** Scores of the wanted keys; rows [queries, m]. */
  readonly scores: Float64Array
  /** Weights of the wanted keys; rows [queries, m]. */
  readonly weights: Float64Array
  /** Weight outside the wanted keys; rows [queries]. */
  readonly leaks: Float64Array
  /** `‖c − (1/m) Σ_{i<m} vᵢ‖²` for orthonormal values, c averaged over the queries; one number a row. */
  readonly errors: Float64Array
}

/** Columns for `count` draws of `setting`. */
export function drawColumns({ queries }: GaussianSetting, count: number): DrawColumns {
  const m = queries[0].wanted.length
  const column = (width: number) => new Float64Array(count * width)
  return {
    count,
    along: column(m),
    scores: column(queries.length * m),
    weights: column(queries.length * m),
    leaks: column(queries.length),
    errors: column(1),
  }
}

/** Draws whose normals come from one generator: what a seek costs at most, and where another begins. */
const BLOCK = 256

/** Normals drawn ahead at once: they fit in the nearest cache. */
const AHEAD = 4096

/**
 * Draws scores and weights of random keys, draw after draw, without ever forming a key.
 *
 * A score is the projection of a key on a query, and the queries lie in the span of the m + 1 orthonormal vectors
 * μ₀ … μ₍ₘ₋₁₎ and e = Σ_{j≥m} μⱼ/√(n − m). A wanted key draws its projections on all of them; of any other key nothing
 * but its scores matters, and these are jointly normal with the queries' Gram matrix as covariance: it draws as many
 * normals as that matrix has rank. The law is that of d-dimensional keys, exactly, and the cost is free of d.
 *
 * Per draw the normals are taken in this order: wanted key 0 on μ₀ … μ₍ₘ₋₁₎ and e, wanted key 1, …, then the other keys in
 * turn. A seed fixes every draw by its index: {@link GaussianSampler.seek} jumps to one. Scores and weights have the
 * same bits on every machine.
 *
 * @throws {RangeError} from the constructor, if the setting or the seed is out of range
 * @see notes 1(c)
 */
export class GaussianSampler {
  /** Number of wanted keys. */
  readonly m: number
  /** Number of directions on which a wanted key is known: m + 1, or m when there is no other key. */
  readonly directions: number
  /** Projections of the wanted keys; shape [m, directions]. */
  readonly projections: Float64Array
  /** Scores of the last draw; shape [queries, n], wanted keys first. */
  readonly scores: Float64Array
  /** Weights of the last draw; shape [queries, n]. */
  readonly weights: Float64Array
  /** Index of the next draw. */
  index = 0

  private readonly n: number
  private readonly averages: Float64Array
  private readonly heads: number
  private readonly seed: number
  /** Standard deviations of the projections; shape [m, directions]. */
  private readonly deviations: Float64Array
  /** Queries in the basis of the directions; shape [queries, directions]. */
  private readonly coefficients: Float64Array
  /** Mean score of each other key; shape [queries]. */
  private readonly otherMeans: Float64Array
  /** `√keyVariance` times the factor of the Gram matrix; shape [queries, rank]. */
  private readonly factor: Float64Array
  private readonly rank: number
  private readonly normals: Float64Array
  private readonly perDraw: number
  private next: number
  private random: Random

  constructor(setting: GaussianSetting, seed: number) {
    expectSetting('GaussianSampler', setting)
    const { n, keyVariance, queries } = setting
    const rows = queriesInDirections(setting)
    const factor = gramFactor(rows)
    this.n = n
    this.m = queries[0].wanted.length
    this.heads = queries.length
    this.directions = rows[0].length
    this.seed = spread(seed)
    this.rank = factor[0].length
    this.deviations = deviationsOf(setting, this.directions)
    this.coefficients = Float64Array.from(rows.flat())
    this.otherMeans = Float64Array.from(queries, (query) => query.others)
    this.factor = Float64Array.from(factor.flat(), (x) => Math.sqrt(keyVariance) * x)
    this.projections = new Float64Array(this.m * this.directions)
    this.scores = new Float64Array(this.heads * n)
    this.weights = new Float64Array(this.heads * n)
    this.averages = new Float64Array(n)
    this.perDraw = this.m * this.directions + (n - this.m) * this.rank
    this.normals = new Float64Array(this.perDraw * drawsAhead(this.perDraw))
    this.next = this.normals.length
    this.random = createRandom(seed)
  }

  /**
   * Makes the draw of that index the next one.
   *
   * @param index - whole, from 0 to 2⁴⁰ − 1
   * @throws {RangeError} if it is anything else
   */
  seek(index: number): void {
    if (!(Number.isInteger(index) && index >= 0 && index < BLOCK * 2 ** 32))
      refuse('seek', 'a whole index from 0 to 2⁴⁰ − 1', index)
    const ahead = this.normals.length / this.perDraw
    this.index = index - (index % BLOCK)
    this.refill()
    while (this.index + ahead <= index) {
      this.index += ahead
      this.refill()
    }
    this.next = (index - this.index) * this.perDraw
    this.index = index
  }

  /** Makes the next draw: afterwards `projections`, `scores` and `weights` are its. */
  draw(): void {
    if (this.next === this.normals.length) this.refill()
    this.drawWanted()
    this.drawOthers()
    const { n, heads } = this
    for (let h = 0; h < heads; h++) softmaxInto(this.weights, this.scores, h * n, (h + 1) * n)
    this.next += this.perDraw
    this.index++
  }

  /** Makes as many draws as the columns have rows, and keeps of each what the columns hold. */
  fill(columns: DrawColumns): void {
    for (let row = 0; row < columns.count; row++) {
      this.draw()
      this.keep(columns, row)
    }
  }

  /** Weight that query `h` of the last draw gives to keys outside the wanted ones. */
  leakOf(h: number): number {
    const { n, m, weights } = this
    let leak = 0
    for (let place = h * n + m; place < (h + 1) * n; place++) leak += weights[place]
    return leak
  }

  /** `‖c − (1/m) Σ_{i<m} vᵢ‖²` of the last draw, for orthonormal values and c averaged over the queries. */
  error(): number {
    const { m, n } = this
    const weights = this.averageWeights()
    let wanted = 0
    for (let i = 0; i < m; i++) wanted += weights[i] / m
    // Deviations from the average of the wanted weights, and of that from 1/m: no difference from 1 is formed.
    let square = 0
    for (let i = 0; i < m; i++) square += (weights[i] - wanted) * (weights[i] - wanted)
    let leak = 0
    for (let i = m; i < n; i++) {
      leak += weights[i]
      square += weights[i] * weights[i]
    }
    return square + (leak * leak) / m
  }

  private keep(columns: DrawColumns, row: number): void {
    const { n, m, heads, directions } = this
    for (let i = 0; i < m; i++) columns.along[row * m + i] = this.projections[i * directions + i]
    for (let h = 0; h < heads; h++) {
      const place = (row * heads + h) * m
      for (let i = 0; i < m; i++) {
        columns.scores[place + i] = this.scores[h * n + i]
        columns.weights[place + i] = this.weights[h * n + i]
      }
      columns.leaks[row * heads + h] = this.leakOf(h)
    }
    columns.errors[row] = this.error()
  }

  /** Weights averaged over the queries; shape [n]. */
  private averageWeights(): Float64Array {
    const { n, heads, weights, averages } = this
    if (heads === 1) return weights
    for (let i = 0; i < n; i++) {
      let total = 0
      for (let place = i; place < weights.length; place += n) total += weights[place]
      averages[i] = total / heads
    }
    return averages
  }

  private refill(): void {
    if (this.index % BLOCK === 0) this.random = createRandom((this.seed + this.index / BLOCK) % 2 ** 32)
    this.random.fillNormals(this.normals)
    this.next = 0
  }

  private drawWanted(): void {
    const { n, m, heads, directions, projections, coefficients, scores, normals, next, deviations } = this
    for (let place = 0; place < m * directions; place++)
      projections[place] = normals[next + place] * deviations[place]
    for (let i = 0; i < m; i++) projections[i * directions + i] += 1
    for (let h = 0; h < heads; h++) {
      for (let i = 0; i < m; i++) {
        let score = 0
        for (let j = 0; j < directions; j++)
          score += coefficients[h * directions + j] * projections[i * directions + j]
        scores[h * n + i] = score
      }
    }
  }

  private drawOthers(): void {
    const { n, m, heads, rank, directions, scores, normals, factor, otherMeans } = this
    const first = this.next + m * directions
    for (let h = 0; h < heads; h++) {
      const from = h * n + m
      const to = (h + 1) * n
      const mean = otherMeans[h]
      if (rank === 0) scores.fill(mean, from, to)
      for (let k = 0; k < rank; k++) {
        const deviation = factor[h * rank + k]
        for (let place = from, z = first + k; place < to; place++, z += rank)
          scores[place] = (k === 0 ? mean : scores[place]) + deviation * normals[z]
      }
    }
  }
}

function deviationsOf({ keyVariance, normVariance, queries }: GaussianSetting, directions: number) {
  const deviations = new Float64Array(queries[0].wanted.length * directions).fill(Math.sqrt(keyVariance))
  deviations[0] = Math.sqrt(keyVariance + normVariance)
  return deviations
}

/** The largest power of two of draws that {@link AHEAD} normals make, at least 1: a divisor of {@link BLOCK}. */
function drawsAhead(perDraw: number): number {
  let draws = 1
  while (draws < BLOCK && 2 * draws * perDraw <= AHEAD) draws *= 2
  return draws
}

/** A one-to-one map of the seeds that puts neighbours far apart: block b of a seed is no early block of the next. */
function spread(seed: number): number {
  return Math.imul(seed, 0x9e3779b1) >>> 0
}
