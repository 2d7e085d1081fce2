import type { Floats } from './kernels'

/** See {@link Kernels.softmax}. Divides, so that n equal scores get exactly 1/n. */
export function softmax(
  weights: Floats,
  scores: Floats,
  rows: number,
  columns: number,
  causal: number,
  logSums?: Floats,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    const to = from + (causal > 0 ? Math.min((row % causal) + 1, columns) : columns)
    let peak = scores[from]
    for (let i = from + 1; i < to; i++) if (scores[i] > peak) peak = scores[i]
    let total = 0
    for (let i = from; i < to; i++) {
      const term = Math.exp(scores[i] - peak)
      weights[i] = term
      total += term
    }
    for (let i = from; i < to; i++) weights[i] /= total
    weights.fill(0, to, from + columns)
    if (logSums) logSums[row] = peak + Math.log(total)
  }
}

/** See {@link Kernels.softmaxBackward}. */
export function softmaxBackward(
  gradScores: Floats,
  weights: Floats,
  gradWeights: Floats,
  rows: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    let mean = 0
    for (let i = from; i < from + columns; i++) mean += weights[i] * gradWeights[i]
    for (let i = from; i < from + columns; i++) gradScores[i] = weights[i] * (gradWeights[i] - mean)
  }
}
