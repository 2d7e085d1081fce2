import type { Floats } from '../engine/kernels'
import { scoreSize } from './config'
import { linearBackward, linearForward, linearOf } from './linear'
import { tensor } from './parameters'
import { type Batch, matrix, type perHead, squares, transposed } from './placed'
import type { LayerSetting, ScoreRule } from './score-rule'

/**
 * Dense Synthesizer: `ReLU(x A + b₁) B + b₂`, its row i a function of token i alone. B [size, positions − 1] and b₂ are
 * shared by the heads or not; no division by √size: Y. Tay et al., arXiv 2005.00743, as the assignment has it.
 */
export function synthesizerScores(setting: LayerSetting): ScoreRule {
  const { config, layer, parameters, kernels, tokens, allocate } = setting
  const { heads, positions } = config
  const size = scoreSize(config)
  const first = linearOf(parameters, `blocks.${layer}.attn.w1`)
  const second = tensor(parameters, `blocks.${layer}.attn.w2`)
  const bias = tensor(parameters, `blocks.${layer}.attn.b2`)
  const [hidden, gradHidden] = [0, 1].map(() => allocate(tokens * heads * size))
  const columns = positions - 1
  const isShared = second.shape.length === 2

  /** B of each head, for every row alike. */
  const table = (floats: Floats) => ({
    ...matrix(floats, columns),
    steps: [0, isShared ? 0 : size * columns] as const,
  })
  const parts = (floats: Floats, { length }: Batch): ReturnType<typeof perHead> => ({
    ...matrix(floats, heads * size),
    steps: [length * heads * size, size],
  })

  return {
    forward(input, scores, batch) {
      const { rows, length } = batch
      linearForward(kernels, first, input, hidden, rows * length)
      const end = rows * length * heads * size
      for (let i = 0; i < end; i++) if (hidden[i] < 0) hidden[i] = 0
      fillBias(scores, bias.value, batch, heads, isShared ? 0 : columns)
      kernels.multiply({
        rows: length,
        columns: length,
        inner: size,
        batch: [rows, heads],
        factor: 1,
        adds: true,
        left: parts(hidden, batch),
        right: table(second.value),
        out: squares(scores, batch, heads),
      })
    },
    backward(input, gradScores, gradInput, batch) {
      const { rows, length } = batch
      const grad = squares(gradScores, batch, heads)
      sumBias(bias.gradient, gradScores, batch, heads, isShared ? 0 : columns)
      kernels.multiply({
        rows: size,
        columns: length,
        inner: length,
        batch: [rows, heads],
        factor: 1,
        adds: true,
        left: transposed(parts(hidden, batch)),
        right: grad,
        out: table(second.gradient),
      })
      kernels.multiply({
        rows: length,
        columns: size,
        inner: length,
        batch: [rows, heads],
        factor: 1,
        adds: false,
        left: grad,
        right: transposed(table(second.value)),
        out: parts(gradHidden, batch),
      })
      const end = rows * length * heads * size
      for (let i = 0; i < end; i++) if (hidden[i] === 0) gradHidden[i] = 0
      linearBackward(kernels, first, input, gradHidden, gradInput, rows * length, true)
    },
  }
}

/** Writes each head's b₂, `perHead` numbers after that of the head before, into every row of its scores. */
function fillBias(
  scores: Floats,
  bias: Floats,
  { rows, length }: Batch,
  heads: number,
  perHead: number,
): void {
  for (let row = 0, at = 0; row < rows; row++)
    for (let head = 0; head < heads; head++) {
      const part = bias.subarray(head * perHead, head * perHead + length)
      for (let i = 0; i < length; i++, at += length) scores.set(part, at)
    }
}

function sumBias(
  gradient: Floats,
  grads: Floats,
  { rows, length }: Batch,
  heads: number,
  perHead: number,
): void {
  for (let row = 0, at = 0; row < rows; row++)
    for (let head = 0; head < heads; head++)
      for (let i = 0; i < length; i++)
        for (let j = 0, to = head * perHead; j < length; j++) gradient[to++] += grads[at++]
}
