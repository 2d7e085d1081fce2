import {
  add,
  identity,
  type Matrix,
  matVec,
  outer,
  scaled,
  subtract,
  type Vector,
} from '../../core/linear/linalg'
import { drawOrthonormalBasis } from '../../core/linear/orthonormal'
import { portableExpWide } from '../../core/numbers/portable'
import type { Random } from '../../core/random/random'
import {
  type Bounded,
  boundedDot,
  distanceOf,
  farther,
  isFiniteBounded,
  isFiniteOperand,
  NONE,
  portableLogSumExp,
  portableSoftmax,
  ROUNDING,
} from './distance'
import type { Answered, Distance, Head, Operands, Outcome, Size, Term } from './exercise'
import { IDENTITY } from './orthonormal-keys'

const LETTERS = ['a', 'b', 'c', 'd'] as const

/** The symbols of both questions of 1(e). */
export const TOKEN_TERMS: readonly Term[] = [
  ...LETTERS.map((letter) => ({
    name: `u_${letter}`,
    tex: `u_${letter}`,
    meaning: `one of four mutually orthogonal columns of length β`,
    role: 'plain' as const,
    shape: 'column' as const,
  })),
  ...['1', '2', '3'].map((i) => ({
    name: `x_${i}`,
    tex: `x_${i}`,
    meaning: 'a token',
    role: 'plain' as const,
    shape: 'column' as const,
  })),
  { name: 'beta', tex: '\\beta', meaning: 'the length of u_a, …, u_d', role: 'plain', shape: 'scalar' },
  IDENTITY,
]

/** What the columns of both questions are called. */
export const TOKEN_COLUMNS = { family: 'u', prose: 'the four columns are called u_a, u_b, u_c and u_d' }

/** Four columns of length 1 of one instance; `rotated` ones have no preferred direction. */
export function drawDirections(random: Random, { d, kind }: Size): Matrix {
  return kind === 'axes' ? identity(d).slice(0, 4) : drawOrthonormalBasis(4, d, random)
}

/** What the names stand for as a function of β, the length of the columns: `u_a` … `u_d`, `x_1` … `x_3`, the scalars. */
export function tokenOperands(directions: Matrix): (beta: number) => Operands {
  const known = new Map<number, Operands>()
  return (beta) => {
    const operands = known.get(beta) ?? operandsAt(directions, beta)
    known.set(beta, operands)
    return operands
  }
}

function operandsAt(directions: Matrix, beta: number): Operands {
  const [a, b, c, d] = directions.map((direction) => scaled(direction, beta))
  return {
    u_a: a,
    u_b: b,
    u_c: c,
    u_d: d,
    x_1: add(d, b),
    x_2: a,
    x_3: add(c, b),
    beta,
    I: identity(a.length),
  }
}

const TOKENS = ['x_1', 'x_2', 'x_3'] as const

/** `K`, `Q`, `V` made of them at β, judged by c₁ against u_b − u_c and by c₂ against u_b. */
export function matricesOutcome(operands: Operands, answer: Answered): Outcome | undefined {
  if (!['K', 'Q', 'V'].every((name) => isFiniteOperand(answer.magnitudes[name]))) return undefined
  const images = Object.fromEntries(['K', 'Q', 'V'].map((name) => [name, imagesOf(name, operands, answer)]))
  const [b, c] = [operands['u_b'] as Vector, operands['u_c'] as Vector]
  const scored = images['Q'].map((q) => images['K'].map((k) => scoreOf(k, q)))
  if (!scored.flat().every(isFiniteBounded)) return undefined
  const first = outputDistance(scored[0], images['V'], subtract(b, c))
  const second = outputDistance(scored[1], images['V'], b)
  return {
    heads: scored.map((scores, i) => ({ ...headOf(scores, i), isFree: i === 2 })),
    distances: { first, second },
    logError: farther(first, second).log,
  }
}

interface Image {
  readonly value: Vector
  /** The same with every sign made positive. */
  readonly size: Vector
}

const absolute = (v: Vector) => v.map(Math.abs)

function imagesOf(name: string, operands: Operands, { values, magnitudes }: Answered): Image[] {
  return TOKENS.map((token) => {
    const x = operands[token] as Vector
    return {
      value: matVec(values[name] as Matrix, x),
      size: matVec(magnitudes[name] as Matrix, absolute(x)),
    }
  })
}

const scoreOf = (k: Image, q: Image) => boundedDot(k.value, q.value, k.size, q.size)

function headOf(scores: readonly Bounded[], i: number): Head {
  const values = scores.map(({ value }) => value)
  return { tex: `c_${i + 1}`, scores: values, weights: portableSoftmax(values), wanted: undefined }
}

/**
 * The distance `‖Σⱼ αⱼ (vⱼ − t)‖`. A value that is its target but for rounding counts as its target, so that the
 * distance keeps falling when float64 no longer tells an output from its target.
 */
export function outputDistance(
  scores: readonly Bounded[],
  values: readonly Image[],
  target: Vector,
  targetSizes: Vector = absolute(target),
): Distance {
  const logTotal = portableLogSumExp(scores.map(({ value }) => value))
  const parts = values.flatMap(({ value, size }, j) => {
    const bounds = size.map((x, i) => (x + targetSizes[i]) * ROUNDING)
    const residual = subtract(value, target)
    const isTarget = residual.every((x, i) => Math.abs(x) <= bounds[i])
    return isTarget ? [] : [{ logWeight: scores[j].value - logTotal, residual, bounds }]
  })
  if (parts.length === 0) return NONE
  const peak = Math.max(...parts.map(({ logWeight }) => logWeight))
  const shares = parts.map(({ logWeight }) => portableExpWide(logWeight - peak))
  const sum = parts.map(({ residual }, j) => scaled(residual, shares[j])).reduce(add)
  const slack = 2 * Math.max(...scores.map(({ bound }) => bound)) + ROUNDING
  const bound = parts
    .map(({ residual, bounds }, j) => shares[j] * (length(bounds) + slack * length(residual)))
    .reduce((total, x) => total + x, 0)
  const { log, slack: moved, isRounding } = distanceOf(length(sum), bound)
  return { log: log + peak, slack: moved + slack, isRounding }
}

/** `‖v‖`; squares of what is reckoned here stay within float64, or the answer is out of it. */
const length = (v: Vector) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))

/** `answer − c₂` of K = Q = V = I, where c₂ is worked out from the scores. */
export function unaidedOutcome(operands: Operands, answer: Answered): Outcome | undefined {
  if (!isFiniteOperand(answer.magnitudes['c2'])) return undefined
  const tokens = TOKENS.map((token) => operands[token] as Vector)
  const images = tokens.map((x) => ({ value: x, size: absolute(x) }))
  const scored = images.map((q) => images.map((k) => scoreOf(k, q)))
  const given = answer.values['c2'] as Vector
  const reached = outputDistance(scored[1], images, given, answer.magnitudes['c2'] as Vector)
  // The scores are the tokens' own, and so is the limit of their weights: x₂ attends to itself.
  return {
    heads: [{ ...headOf(scored[1], 1), wanted: [0, 1, 0] }],
    distances: { reached },
    logError: reached.log,
  }
}

/** `Σ M_rs u_r u_sᵀ / β²` for a table M over u_a … u_d. */
export function fromCoefficients(coefficients: Matrix, operands: Operands): Matrix {
  const columns = LETTERS.map((letter) => operands[`u_${letter}`] as Vector)
  const beta = operands['beta'] as number
  const products = coefficients.flatMap((row, r) =>
    row.flatMap((m, s) =>
      m === 0 ? [] : [outer(scaled(columns[r], m / beta), scaled(columns[s], 1 / beta))],
    ),
  )
  return products.reduce(
    sumOf,
    columns[0].map(() => columns[0].map(() => 0)),
  )
}

/** The table `M_rs = u_rᵀ M u_s / β²` of a matrix. */
export function coefficientsOf(matrix: Matrix, operands: Operands): Matrix {
  const beta = operands['beta'] as number
  const units = LETTERS.map((letter) => scaled(operands[`u_${letter}`] as Vector, 1 / beta))
  const images = units.map((u) => matVec(matrix, u))
  return units.map((r) => images.map((image) => boundedDot(r, image, r, image).value))
}

/** `A + B`. */
export const sumOf = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => add(row, b[i]))
