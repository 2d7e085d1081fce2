import type { Floats } from '../engine/kernels'
import { linearBackward, linearForward, linearOf } from './linear'
import { type Batch, perHead, squares, transposed } from './placed'
import type { LayerSetting } from './score-rule'
import { scoreRule } from './scores'

/** One attention layer: scores, weights, and the mixture of values that they make. */
export interface AttentionLayer {
  /** [rows, heads, length, length], before the causal mask; none where weights were given. */
  readonly scores: Floats
  /** [rows, heads, length, length]; each row sums to 1 and is 0 after the diagonal. */
  readonly weights: Floats
  /** [rows, length, width]. */
  readonly values: Floats
  /** [rows, length, heads · width of a head]: what each head hands to the projection. */
  readonly mixed: Floats
  /** Adds the layer's output to `out`. `given` replaces the weights. */
  forward(input: Floats, out: Floats, batch: Batch, given?: Floats): void
  /** Adds to `gradInput` and to the gradients of the parameters. */
  backward(input: Floats, gradOut: Floats, gradInput: Floats, batch: Batch, scratch: Scratch): void
}

/** Arrays that every layer's backward pass writes over. */
export interface Scratch {
  readonly mixed: Floats
  readonly values: Floats
  readonly weights: Floats
}

/** The attention of one layer; {@link scoreRule} says where its scores come from. */
export function attentionLayer(setting: LayerSetting, squareCount: number): AttentionLayer {
  const { config, layer, parameters, kernels, tokens, allocate } = setting
  const { heads, width } = config
  const size = width / heads
  const rule = scoreRule(setting)
  const value = linearOf(parameters, `blocks.${layer}.attn.value`)
  const project = linearOf(parameters, `blocks.${layer}.attn.proj`)
  const [scores, weights] = [allocate(squareCount), allocate(squareCount)]
  const [values, mixed] = [allocate(tokens * width), allocate(tokens * width)]
  let isGiven = false

  return {
    scores,
    weights,
    values,
    mixed,
    forward(input, out, batch, given) {
      const { rows, length } = batch
      isGiven = given !== undefined
      if (given) weights.set(given.subarray(0, rows * heads * length * length))
      else {
        rule.forward(input, scores, batch)
        kernels.softmax(weights, scores, rows * heads * length, length, length)
      }
      linearForward(kernels, value, input, values, rows * length)
      kernels.multiply({
        rows: length,
        columns: size,
        inner: length,
        batch: [rows, heads],
        factor: 1,
        adds: false,
        left: squares(weights, batch, heads),
        right: perHead(values, batch, heads, size),
        out: perHead(mixed, batch, heads, size),
      })
      linearForward(kernels, project, mixed, out, rows * length, true)
    },
    backward(input, gradOut, gradInput, batch, scratch) {
      const { rows, length } = batch
      linearBackward(kernels, project, mixed, gradOut, scratch.mixed, rows * length, false)
      const gradMixed = perHead(scratch.mixed, batch, heads, size)
      kernels.multiply({
        rows: length,
        columns: size,
        inner: length,
        batch: [rows, heads],
        factor: 1,
        adds: false,
        left: transposed(squares(weights, batch, heads)),
        right: gradMixed,
        out: perHead(scratch.values, batch, heads, size),
      })
      linearBackward(kernels, value, input, scratch.values, gradInput, rows * length, true)
      if (isGiven) return
      kernels.multiply({
        rows: length,
        columns: length,
        inner: size,
        batch: [rows, heads],
        factor: 1,
        adds: false,
        left: gradMixed,
        right: transposed(perHead(values, batch, heads, size)),
        out: squares(scratch.weights, batch, heads),
      })
      kernels.softmaxBackward(scratch.weights, weights, scratch.weights, rows * heads * length, length)
      rule.backward(input, scratch.weights, gradInput, batch)
    },
  }
}
