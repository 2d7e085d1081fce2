/** Numbers of a tensor, row by row. */
export type Floats = Float32Array | Float64Array

/** A matrix that lies in an array at `offset`, its entry (i, j) `i·rowStep + j·columnStep` further on. */
export interface Placed {
  readonly floats: Floats
  readonly offset: number
  readonly rowStep: number
  readonly columnStep: number
  /** How far it is from the matrix of one batch to that of the next, along both axes of the batch. */
  readonly steps: readonly [number, number]
}

/** A batch of `batch[0] × batch[1]` products `C = factor · A B`, added to what C holds if `adds`. */
export interface Product {
  readonly rows: number
  readonly columns: number
  /** Columns of A and rows of B. */
  readonly inner: number
  readonly left: Placed
  readonly right: Placed
  /** Its columns lie next to each other: `columnStep` is 1. */
  readonly out: Placed
  readonly batch: readonly [number, number]
  readonly factor: number
  readonly adds: boolean
}

/** What one step of AdamW depends on, besides parameters, gradients and moments. */
export interface AdamStep {
  readonly rate: number
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  /** Multiplies the parameters before the step: 1 − rate · weight decay. */
  readonly keeps: number
  /** 1 − β₁ᵗ and 1 − β₂ᵗ at step t. */
  readonly correction1: number
  readonly correction2: number
  /** Multiplies the gradients: what clipping leaves of them. */
  readonly clip: number
}

/** Mean and 1/√(variance + ε) of each row, as {@link Kernels.layerNorm} found them. */
export interface RowMoments {
  readonly means: Floats
  readonly scales: Floats
}

/**
 * The loops in which training spends its time. Everything else of the model is written once, on top of them.
 *
 * Arrays given to a kernel come from {@link Kernels.allocate} of the same kernels. Nothing is checked: for inner loops.
 */
export interface Kernels {
  readonly name: string
  readonly floats: 'float32' | 'float64'

  /** An array of zeros that these kernels can work on. */
  allocate(length: number): Floats

  multiply(product: Product): void

  /**
   * Softmax of rows of `columns` scores. With `causal` > 0, row r sees only its first `r mod causal + 1` columns, and
   * the rest get weight 0. `logSums`, where given, receives `log Σ exp(score)` of each row.
   */
  softmax(
    weights: Floats,
    scores: Floats,
    rows: number,
    columns: number,
    causal: number,
    logSums?: Floats,
  ): void

  /** Gradient of the scores from that of the weights: `αⱼ (gⱼ − Σₖ αₖ gₖ)`. May write over `gradWeights`. */
  softmaxBackward(
    gradScores: Floats,
    weights: Floats,
    gradWeights: Floats,
    rows: number,
    columns: number,
  ): void

  /** `(x − mean)/√(variance + 1e−5) · gain + bias` of each row of `width`. */
  layerNorm(
    out: Floats,
    input: Floats,
    gain: Floats,
    bias: Floats,
    moments: RowMoments,
    rows: number,
    width: number,
  ): void

  /** Adds to the gradients of input, gain and bias. */
  layerNormBackward(
    gradients: { readonly input: Floats; readonly gain: Floats; readonly bias: Floats },
    gradOut: Floats,
    input: Floats,
    gain: Floats,
    moments: RowMoments,
    rows: number,
    width: number,
  ): void

  /** `x Φ(x)`, with the exact distribution function of the normal law. */
  gelu(out: Floats, input: Floats, length: number): void

  /** Multiplies `gradient` by the derivative `Φ(x) + x φ(x)`. */
  geluBackward(gradient: Floats, input: Floats, length: number): void

  /** Decoupled weight decay: I. Loshchilov and F. Hutter, arXiv 1711.05101, algorithm 2. */
  adamW(parameters: Floats, gradients: Floats, first: Floats, second: Floats, step: AdamStep): void

  /** Σ x². */
  squares(floats: Floats): number
}

/** Makes kernels with room for `floats` numbers. */
export type Engine = (floats: number) => Kernels

/** ε of LayerNorm, as PyTorch has it. */
export const LAYER_NORM_EPSILON = 1e-5
