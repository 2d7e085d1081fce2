import { logSoftmax, softmax } from '../../core/attention/softmax'
import type { Matrix } from '../../core/linear/linalg'
import { dot, matVec, norm, transpose } from '../../core/linear/linalg'
import {
  exactDot,
  exactMatMul,
  exactMean,
  exactTranspose,
  numericMatrix,
  type RationalMatrix,
  type RationalVector,
  rank,
  rationalMatrix,
  sameVector,
} from '../../core/linear/rational-matrix'
import { minus, type Rational, signOf, toNumber } from '../../core/numbers/rational'
import { applied } from '../../tex/outer'
import { type Convergence, convergenceOf, logErrorOf } from './key-query-value.convergence'

/** The params as the model reads them. All tables hold coefficients over the directions u_a, u_b, … */
export interface Design {
  readonly norm: number
  readonly scoreScale: number
  readonly tokens: Matrix
  readonly keyMatrix: Matrix
  readonly queryMatrix: Matrix
  readonly valueMatrix: Matrix
  readonly targets: Matrix
  readonly wanted: Matrix
  readonly basis: 'standard' | 'rotated'
  readonly dimension: number
  readonly seed: number
}

/** What the numbers follow from: the params without the basis, which changes none of them. */
export type Posed = Omit<Design, 'basis' | 'dimension' | 'seed'>

/** One query: where its weight goes as β → ∞, and how its output compares with what is wanted. */
export interface QueryOutcome {
  /** Keys of the largest score, which share the weight in the limit. */
  readonly leaders: readonly number[]
  /** Largest score minus the largest of the others, in units of τβ²; undefined where all are equal. */
  readonly margin: Rational | undefined
  /** Coefficients of `lim c`, the mean of the leaders' values. */
  readonly limit: RationalVector
  /** Wanted coefficients; undefined where the output is free. */
  readonly target: RationalVector | undefined
  readonly convergence: Convergence | undefined
  /** Whether `c → target` exactly; true where the output is free. */
  readonly reached: boolean
  /** `‖c − target‖` and its logarithm; 0 and −∞ where it is free or met exactly. */
  readonly error: number
  readonly logError: number
}

/**
 * Self-attention on coefficients: `kᵢ = K xᵢ`, `qᵢ = Q xᵢ`, `vᵢ = V xᵢ` exactly, scores `τβ² Σ_r k_jr q_ir`, and the
 * weights and outputs that follow from them in float64.
 *
 * @see notes 1(e)ii
 */
export function designModel(params: Posed) {
  const tokens = rationalMatrix(params.tokens)
  const maps = {
    K: rationalMatrix(params.keyMatrix),
    Q: rationalMatrix(params.queryMatrix),
    V: rationalMatrix(params.valueMatrix),
  }
  const [keys, queries, values] = [maps.K, maps.Q, maps.V].map((map) => tokens.map((x) => applied(map, x)))
  const products = queries.map((q) => keys.map((k) => exactDot(k, q)))
  const factor = params.scoreScale * params.norm ** 2
  const scores = products.map((row) => row.map((p) => factor * toNumber(p)))
  const weights = scores.map(softmax)
  const columns = transpose(numericMatrix(values))
  return {
    /** Number of tokens and of directions. */
    n: tokens.length,
    d: tokens[0].length,
    tokens,
    maps,
    keys,
    queries,
    values,
    /** `k_jᵀq_i / β²`, exact; row i belongs to query i. */
    products,
    /** `τβ²`, what multiplies the products. */
    factor,
    scores,
    weights,
    logWeights: scores.map(logSoftmax),
    /** Coefficients of the outputs over the directions, shape [n, d]. */
    outputs: weights.map((row) => matVec(columns, row)),
    outcomes: products.map((row, i) => outcomeOf(row, values, targetOf(params, i), params)),
    scoreRank: rank(exactMatMul(exactTranspose(maps.K), maps.Q)),
    valueRank: rank(maps.V),
    /** `√(‖K‖² + ‖Q‖² + ‖V‖²)` in the Frobenius norm. */
    size: norm([...params.keyMatrix, ...params.queryMatrix, ...params.valueMatrix].flat()),
  }
}

export type DesignModel = ReturnType<typeof designModel>

/**
 * The norm from which a naive exponential of the largest score overflows float64: `√(709.78 / (τ max k_jᵀq_i/β²))`;
 * infinite where no score is above 0.
 */
export function overflowNorm(
  params: Pick<Design, 'tokens' | 'keyMatrix' | 'queryMatrix' | 'scoreScale'>,
): number {
  const under = (map: Matrix) => params.tokens.map((x) => matVec(map, x))
  const [keys, queries] = [under(params.keyMatrix), under(params.queryMatrix)]
  const largest = Math.max(0, ...queries.flatMap((q) => keys.map((k) => dot(k, q))))
  return Math.sqrt(Math.log(Number.MAX_VALUE) / (params.scoreScale * largest))
}

/** What query i should put out, or undefined where that is free. */
function targetOf({ targets, wanted }: Posed, i: number): RationalVector | undefined {
  return wanted[0][i] > 0 ? rationalMatrix([targets[i]])[0] : undefined
}

function outcomeOf(
  products: RationalVector,
  values: RationalMatrix,
  target: RationalVector | undefined,
  { norm: beta, scoreScale }: Posed,
): QueryOutcome {
  const top = products.reduce((most, p) => (signOf(minus(p, most)) > 0 ? p : most))
  const leaders = products.flatMap((p, j) => (signOf(minus(top, p)) === 0 ? [j] : []))
  const limit = exactMean(leaders.map((j) => values[j]))
  const convergence = target && convergenceOf(products, values, target)
  const logError = convergence ? logErrorOf(convergence)(beta, scoreScale) : -Infinity
  return {
    leaders,
    margin: marginOf(products, top),
    limit,
    target,
    convergence,
    reached: target === undefined || sameVector(limit, target),
    error: Math.exp(logError),
    logError,
  }
}

function marginOf(products: RationalVector, top: Rational): Rational | undefined {
  const gaps = products.map((p) => minus(top, p)).filter((gap) => signOf(gap) > 0)
  return gaps.length === 0
    ? undefined
    : gaps.reduce((least, gap) => (signOf(minus(gap, least)) < 0 ? gap : least))
}

/** Whether every wanted output is approached as β → ∞. */
export const allReached = ({ outcomes }: DesignModel): boolean => outcomes.every(({ reached }) => reached)

/** The smallest margin among the queries whose output is wanted, in units of τβ²; undefined where none has one. */
export function leastMargin({ outcomes }: DesignModel): Rational | undefined {
  const margins = outcomes.flatMap(({ target, margin }) => (target && margin ? [margin] : []))
  return margins.length === 0
    ? undefined
    : margins.reduce((least, m) => (signOf(minus(m, least)) < 0 ? m : least))
}

/** The largest error among the wanted outputs, with its logarithm. */
export function worstError({ outcomes }: DesignModel): { error: number; logError: number } {
  const logError = Math.max(...outcomes.map((outcome) => outcome.logError))
  return { error: Math.exp(logError), logError }
}
