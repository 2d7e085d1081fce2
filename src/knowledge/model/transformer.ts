import type { Engine, Floats, Kernels } from '../engine/kernels'
import { type Block, block, layerNormOf } from './block'
import { fault, longest, type ModelConfig } from './config'
import { embed, embedBackward } from './embedding'
import { linearBackward, linearForward, linearOf } from './linear'
import { allocateParameters, type Parameters } from './parameters'
import type { Batch } from './placed'

/** A causal Transformer with room for batches of up to `rows` sequences. */
export interface Transformer {
  readonly config: ModelConfig
  readonly kernels: Kernels
  readonly parameters: Parameters
  readonly blocks: readonly Block[]
  /** The largest batch. */
  readonly roomFor: Batch
  /** [rows, length, vocabulary], after {@link Transformer.forward}. */
  readonly logits: Floats
  /** `log Σ exp(logit)` of each position, after {@link Transformer.loss}. */
  readonly logSums: Floats
  /** Softmax of the logits, after {@link Transformer.loss}. */
  readonly probabilities: Floats
  /**
   * Runs the model on a batch, row by row in `tokens`. `given` holds one array of weights for each layer.
   *
   * @throws {RangeError} if the batch is larger than the model has room for, or a token is none of the vocabulary
   */
  forward(tokens: Int32Array, batch: Batch, given?: readonly Floats[]): void
  /** Mean cross-entropy in nats over the targets that are not −1, 0 if there are none; of the last forward pass. */
  loss(targets: Int32Array): number
  /** Gradients of the last loss by all parameters, in place of those before. */
  backward(targets: Int32Array): void
}

/**
 * A model whose parameters are all 0.
 *
 * @param rows - the most sequences of a batch
 * @param length - their greatest length; as many tokens as the model can take unless given
 * @throws {RangeError} if the shape is impossible
 */
export function createTransformer(
  engine: Engine,
  config: ModelConfig,
  rows: number,
  length = longest(config),
): Transformer {
  const wrong = fault(config)
  if (wrong) throw new RangeError(wrong)
  // Built twice: first on empty arrays, to know how much memory the real ones take.
  let floats = 0
  const counting: Kernels['allocate'] = (count) => {
    floats += count + PADDING
    return NONE
  }
  assemble(engine(0), counting, config, rows, length)
  if (floats > MOST_FLOATS)
    throw new RangeError(
      `A model of this shape would take ${Math.round(floats / 250_000)} MB; at most ${MOST_FLOATS / 250_000} MB are given to one.`,
    )
  const kernels = engine(floats)
  return assemble(kernels, kernels.allocate, config, rows, length)
}

/** More than any engine puts between two arrays. */
const PADDING = 8
const NONE = new Float32Array(0)
/** 1 GB in float32. */
const MOST_FLOATS = 250_000_000

function assemble(
  kernels: Kernels,
  allocate: Kernels['allocate'],
  config: ModelConfig,
  rows: number,
  length: number,
): Transformer {
  const { width, layers, heads, mlp, vocabulary } = config
  const tokens = rows * length
  const squareCount = rows * heads * length * length
  const parameters = allocateParameters(config, allocate)
  const setting = { config, parameters, kernels, tokens, allocate }
  const blocks = Array.from({ length: layers }, (_, layer) => block({ ...setting, layer }, squareCount))
  const embedded = allocate(tokens * width)
  const last = layerNormOf({ ...setting, layer: layers }, 'ln_f')
  const head = linearOf(parameters, 'head')
  const [logits, probabilities] = [0, 1].map(() => allocate(tokens * vocabulary))
  const logSums = allocate(tokens)
  const gradient = allocate(tokens * width)
  const scratch = {
    normed: allocate(tokens * width),
    inner: allocate(tokens * mlp),
    mixed: allocate(tokens * width),
    values: allocate(tokens * width),
    weights: allocate(squareCount),
  }
  let seen: { tokens: Int32Array; batch: Batch } = {
    tokens: new Int32Array(0),
    batch: { rows: 0, length: 0 },
  }
  const inputOf = (layer: number) => (layer === 0 ? embedded : blocks[layer - 1].output)

  return {
    config,
    kernels,
    parameters,
    blocks,
    roomFor: { rows, length },
    logits,
    logSums,
    probabilities,
    forward(given, batch, weights) {
      expectBatch(config, given, batch, { rows, length })
      seen = { tokens: given, batch }
      embed(parameters, given, batch, embedded)
      blocks.forEach((each, layer) => each.forward(inputOf(layer), batch, weights?.[layer]))
      const count = batch.rows * batch.length
      last.forward(inputOf(layers), count)
      linearForward(kernels, head, last.output, logits, count)
    },
    loss(targets) {
      const count = seen.batch.rows * seen.batch.length
      kernels.softmax(probabilities, logits, count, vocabulary, 0, logSums)
      let sum = 0
      let counted = 0
      for (let i = 0; i < count; i++) {
        if (targets[i] < 0) continue
        sum += logSums[i] - logits[i * vocabulary + targets[i]]
        counted++
      }
      return counted === 0 ? 0 : sum / counted
    },
    backward(targets) {
      const { batch } = seen
      const count = batch.rows * batch.length
      for (const each of parameters.values()) each.gradient.fill(0)
      crossEntropyBackward(probabilities, targets, count, vocabulary)
      gradient.fill(0, 0, count * width)
      linearBackward(kernels, head, last.output, probabilities, scratch.normed, count, false)
      last.backward(inputOf(layers), scratch.normed, gradient, count)
      for (let layer = layers - 1; layer >= 0; layer--)
        blocks[layer].backward(inputOf(layer), gradient, batch, scratch)
      embedBackward(parameters, seen.tokens, batch, gradient)
    },
  }
}

/** Turns probabilities, in place, into gradients of the mean cross-entropy by the logits. */
function crossEntropyBackward(
  probabilities: Floats,
  targets: Int32Array,
  count: number,
  vocabulary: number,
): void {
  let counted = 0
  for (let i = 0; i < count; i++) if (targets[i] >= 0) counted++
  for (let i = 0; i < count; i++) {
    const from = i * vocabulary
    if (targets[i] < 0) {
      probabilities.fill(0, from, from + vocabulary)
      continue
    }
    probabilities[from + targets[i]] -= 1
    for (let j = from; j < from + vocabulary; j++) probabilities[j] /= counted
  }
}

function expectBatch(config: ModelConfig, tokens: Int32Array, { rows, length }: Batch, room: Batch): void {
  if (rows > room.rows || length > room.length || length > longest(config) || rows * length > tokens.length)
    throw new RangeError(
      `forward: expected at most ${room.rows} rows of ${Math.min(room.length, longest(config))} tokens, got ${rows} of ${length}`,
    )
  for (let i = 0; i < rows * length; i++)
    if (!(tokens[i] >= 0 && tokens[i] < config.vocabulary))
      throw new RangeError(`forward: expected tokens from 0 to ${config.vocabulary - 1}, got ${tokens[i]}`)
}
