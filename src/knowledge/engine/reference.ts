import type { AdamStep, Engine, Floats, Kernels } from './kernels'
import { gelu, geluBackward } from './reference-gelu'
import { layerNorm, layerNormBackward } from './reference-layer-norm'
import { multiply } from './reference-multiply'
import { softmax, softmaxBackward } from './reference-softmax'

/** Plain TypeScript: in float64 what others are measured against, in float32 the fallback without WebAssembly. */
export function referenceEngine(floats: 'float32' | 'float64'): Engine {
  const kernels: Kernels = {
    name: 'reference',
    floats,
    allocate: (length) => (floats === 'float64' ? new Float64Array(length) : new Float32Array(length)),
    multiply,
    softmax,
    softmaxBackward,
    layerNorm,
    layerNormBackward,
    gelu,
    geluBackward,
    adamW,
    squares,
  }
  return () => kernels
}

function adamW(parameters: Floats, gradients: Floats, first: Floats, second: Floats, step: AdamStep): void {
  const { rate, beta1, beta2, epsilon, keeps, correction1, correction2, clip } = step
  for (let i = 0; i < parameters.length; i++) {
    const gradient = gradients[i] * clip
    first[i] = beta1 * first[i] + (1 - beta1) * gradient
    second[i] = beta2 * second[i] + (1 - beta2) * gradient * gradient
    const size = Math.sqrt(second[i] / correction2) + epsilon
    parameters[i] = keeps * parameters[i] - (rate * (first[i] / correction1)) / size
  }
}

function squares(floats: Floats): number {
  let sum = 0
  for (let i = 0; i < floats.length; i++) sum += floats[i] * floats[i]
  return sum
}
