import type { Floats, Kernels } from '../engine/kernels'
import type { ModelConfig } from './config'
import type { Parameters } from './parameters'
import type { Batch } from './placed'

/** How a layer arrives at its scores, [rows, heads, length, length], from its inputs, [rows, length, width]. */
export interface ScoreRule {
  forward(input: Floats, scores: Floats, batch: Batch): void
  /** Adds to the gradients of the parameters and to that of the input. */
  backward(input: Floats, gradScores: Floats, gradInput: Floats, batch: Batch): void
}

/** What a layer is made from. */
export interface LayerSetting {
  readonly config: ModelConfig
  readonly layer: number
  readonly parameters: Parameters
  readonly kernels: Kernels
  /** The most tokens of a batch. */
  readonly tokens: number
  readonly allocate: Kernels['allocate']
}
