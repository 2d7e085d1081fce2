import type { Floats, RowMoments } from '../engine/kernels'
import { type AttentionLayer, attentionLayer, type Scratch } from './attention'
import { linearBackward, linearForward, linearOf } from './linear'
import { tensor } from './parameters'
import type { Batch } from './placed'
import type { LayerSetting } from './score-rule'

/** One pre-LayerNorm block: `x + attention(LN(x))`, then `x + MLP(LN(x))`. */
export interface Block {
  readonly attention: AttentionLayer
  /** What the block hands on, [rows, length, width]. */
  readonly output: Floats
  forward(input: Floats, batch: Batch, given?: Floats): void
  /** Turns the gradient of the output, in place, into that of the input. */
  backward(input: Floats, gradient: Floats, batch: Batch, scratch: BlockScratch): void
}

/** Arrays that every block's backward pass writes over. */
export interface BlockScratch extends Scratch {
  readonly normed: Floats
  readonly inner: Floats
}

/** Block number `layer`. */
export function block(setting: LayerSetting, squareCount: number): Block {
  const { config, layer, parameters, kernels, tokens, allocate } = setting
  const { width, mlp } = config
  const attention = attentionLayer(setting, squareCount)
  const [first, second] = [1, 2].map((i) => layerNormOf(setting, `blocks.${layer}.ln${i}`))
  const widen = linearOf(parameters, `blocks.${layer}.mlp.0`)
  const narrow = linearOf(parameters, `blocks.${layer}.mlp.2`)
  const [middle, output] = [allocate(tokens * width), allocate(tokens * width)]
  const [inner, activated] = [allocate(tokens * mlp), allocate(tokens * mlp)]

  return {
    attention,
    output,
    forward(input, batch, given) {
      const count = batch.rows * batch.length
      first.forward(input, count)
      copy(middle, input, count * width)
      attention.forward(first.output, middle, batch, given)
      second.forward(middle, count)
      linearForward(kernels, widen, second.output, inner, count)
      kernels.gelu(activated, inner, count * mlp)
      copy(output, middle, count * width)
      linearForward(kernels, narrow, activated, output, count, true)
    },
    backward(input, gradient, batch, scratch) {
      const count = batch.rows * batch.length
      linearBackward(kernels, narrow, activated, gradient, scratch.inner, count, false)
      kernels.geluBackward(scratch.inner, inner, count * mlp)
      linearBackward(kernels, widen, second.output, scratch.inner, scratch.normed, count, false)
      second.backward(middle, scratch.normed, gradient, count)
      scratch.normed.fill(0, 0, count * width)
      attention.backward(first.output, gradient, scratch.normed, batch, scratch)
      first.backward(input, scratch.normed, gradient, count)
    },
  }
}

/** A LayerNorm with the array that holds its output. */
export interface LayerNorm {
  readonly output: Floats
  forward(input: Floats, count: number): void
  /** Adds to `gradInput`. */
  backward(input: Floats, gradOut: Floats, gradInput: Floats, count: number): void
}

/** The LayerNorm whose parameters are called `name.weight` and `name.bias`. */
export function layerNormOf(
  { config, parameters, kernels, tokens, allocate }: LayerSetting,
  name: string,
): LayerNorm {
  const { width } = config
  const [gain, bias] = ['weight', 'bias'].map((part) => tensor(parameters, `${name}.${part}`))
  const output = allocate(tokens * width)
  const moments: RowMoments = { means: allocate(tokens), scales: allocate(tokens) }
  return {
    output,
    forward: (input, count) =>
      kernels.layerNorm(output, input, gain.value, bias.value, moments, count, width),
    backward: (input, gradOut, gradInput, count) => {
      const gradients = { input: gradInput, gain: gain.gradient, bias: bias.gradient }
      kernels.layerNormBackward(gradients, gradOut, input, gain.value, moments, count, width)
    },
  }
}

function copy(target: Floats, source: Floats, length: number): void {
  target.set(source.subarray(0, length))
}
