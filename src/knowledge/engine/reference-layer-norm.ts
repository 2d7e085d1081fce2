import { type Floats, LAYER_NORM_EPSILON, type RowMoments } from './kernels'

/** See {@link Kernels.layerNorm}. */
export function layerNorm(
  out: Floats,
  input: Floats,
  gain: Floats,
  bias: Floats,
  { means, scales }: RowMoments,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width
    let sum = 0
    for (let i = 0; i < width; i++) sum += input[from + i]
    const mean = sum / width
    let squares = 0
    for (let i = 0; i < width; i++) squares += (input[from + i] - mean) ** 2
    const scale = 1 / Math.sqrt(squares / width + LAYER_NORM_EPSILON)
    for (let i = 0; i < width; i++) out[from + i] = (input[from + i] - mean) * scale * gain[i] + bias[i]
    means[row] = mean
    scales[row] = scale
  }
}

/**
 * See {@link Kernels.layerNormBackward}. With x̂ the normalised row and h = gradient · gain, that of the input is
 * `(h − mean(h) − x̂ mean(h x̂)) · scale`.
 */
export function layerNormBackward(
  gradients: { readonly input: Floats; readonly gain: Floats; readonly bias: Floats },
  gradOut: Floats,
  input: Floats,
  gain: Floats,
  { means, scales }: RowMoments,
  rows: number,
  width: number,
): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width
    const mean = means[row]
    const scale = scales[row]
    let sum = 0
    let along = 0
    for (let i = 0; i < width; i++) {
      const normalised = (input[from + i] - mean) * scale
      const through = gradOut[from + i] * gain[i]
      gradients.gain[i] += gradOut[from + i] * normalised
      gradients.bias[i] += gradOut[from + i]
      sum += through
      along += through * normalised
    }
    for (let i = 0; i < width; i++) {
      const normalised = (input[from + i] - mean) * scale
      const through = gradOut[from + i] * gain[i]
      gradients.input[from + i] += (through - sum / width - (normalised * along) / width) * scale
    }
  }
}
