import { selfAttention } from '../../core/attention/attention'
import { logLeak } from '../../core/attention/softmax'
import { identity, scaled } from '../../core/linear/linalg'
import { exactDot, rationalMatrix } from '../../core/linear/rational-matrix'

/** The params as the model reads them. */
export interface Unaided {
  readonly norm: number
  readonly lambda: number
  readonly kappa: number
}

/** Scores at which the exponentials of float64 overflow: e^{2β²} first, then e^{β²}. */
export const OVERFLOWS = [
  { beta: Math.sqrt(Math.log(Number.MAX_VALUE) / 2), words: 'e^(2β²)' },
  { beta: Math.sqrt(Math.log(Number.MAX_VALUE)), words: 'e^(β²)' },
] as const

/** Norms from which naive float64 exponentials of the scores overflow, the smallest first: e^{mβ²} for the largest m. */
export function overflowsAt({
  lambda,
  kappa,
}: Pick<Unaided, 'lambda' | 'kappa'>): { beta: number; words: string }[] {
  const own = 1 + lambda ** 2 + kappa ** 2
  return [...new Set([Math.max(2, own), Math.min(2, own)])].map((multiple) => ({
    beta: Math.sqrt(Math.log(Number.MAX_VALUE) / multiple),
    words: multiple === 1 ? 'e^(β²)' : `e^(${Number(multiple.toPrecision(4))}β²)`,
  }))
}

/**
 * Self-attention with K = Q = V = I on x₁ = u_d + u_b, x₂ = u_a + λu_d + κu_c, x₃ = u_c + u_b.
 *
 * @see notes 1(e)i
 */
export function unaidedModel({ norm, lambda, kappa }: Unaided) {
  const tokens = [
    [0, 1, 0, 1],
    [1, 0, kappa, lambda],
    [0, 1, 1, 0],
  ]
  const exact = rationalMatrix(tokens)
  const plain = identity(4)
  const { scores, weights, logWeights, outputs } = selfAttention(
    tokens.map((x) => scaled(x, norm)),
    { queryMatrix: plain, keyMatrix: plain, valueMatrix: plain },
  )
  const logLost = logLeak(scores[1], 1)
  return {
    tokens,
    /** Coefficients of the tokens, and `xᵢᵀxⱼ / β²`, exact. */
    exact,
    gram: exact.map((x) => exact.map((y) => exactDot(x, y))),
    scores,
    weights,
    logWeights,
    /** Coefficients over the directions, shape [3, 4]. */
    outputs: outputs.map((c) => scaled(c, 1 / norm)),
    /** `1 + λ² + κ² − max(λ, κ)`: how far x₂ prefers itself, in units of β². */
    margin: marginOf(lambda, kappa),
    /** α₂₁ + α₂₃, which is the coefficient of u_b in c₂, and its logarithm. */
    leak: Math.exp(logLost),
    logLeak: logLost,
  }
}

export type UnaidedModel = ReturnType<typeof unaidedModel>

/** `(x₂ᵀx₂ − max(x₂ᵀx₁, x₂ᵀx₃)) / β² = 1 + λ² + κ² − max(λ, κ)`, at least ¾. */
export function marginOf(lambda: number, kappa: number): number {
  return 1 + lambda ** 2 + kappa ** 2 - Math.max(lambda, kappa)
}

/** `ln(α₂₁ + α₂₃)` at another norm. */
export function logLeakAt({ lambda, kappa }: Unaided, norm: number): number {
  const beta = norm ** 2
  return logLeak([lambda * beta, (1 + lambda ** 2 + kappa ** 2) * beta, kappa * beta], 1)
}
