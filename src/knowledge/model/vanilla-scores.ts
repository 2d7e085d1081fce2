import type { Floats } from '../engine/kernels'
import { scoreSize } from './config'
import { linearBackward, linearForward, linearOf } from './linear'
import { type Batch, perHead, squares, transposed } from './placed'
import { rotate } from './rotary'
import type { LayerSetting, ScoreRule } from './score-rule'

/** `qᵢᵀ kⱼ / √size` for each head. */
export function vanillaScores({
  config,
  layer,
  parameters,
  kernels,
  tokens,
  allocate,
}: LayerSetting): ScoreRule {
  const { heads, rotary } = config
  const size = scoreSize(config)
  const query = linearOf(parameters, `blocks.${layer}.attn.query`)
  const key = linearOf(parameters, `blocks.${layer}.attn.key`)
  const [queries, keys, gradQueries, gradKeys] = [0, 1, 2, 3].map(() => allocate(tokens * heads * size))
  const factor = 1 / Math.sqrt(size)
  const perHeadOf = (floats: Floats, batch: Batch) => perHead(floats, batch, heads, size)
  return {
    forward(input, scores, batch) {
      const { rows, length } = batch
      linearForward(kernels, query, input, queries, rows * length)
      linearForward(kernels, key, input, keys, rows * length)
      if (rotary) for (const floats of [queries, keys]) rotate(floats, batch, heads, size, 1)
      kernels.multiply({
        rows: length,
        columns: length,
        inner: size,
        batch: [rows, heads],
        factor,
        adds: false,
        left: perHeadOf(queries, batch),
        right: transposed(perHeadOf(keys, batch)),
        out: squares(scores, batch, heads),
      })
    },
    backward(input, gradScores, gradInput, batch) {
      const { rows, length } = batch
      const grad = squares(gradScores, batch, heads)
      const sizes = { rows: length, columns: size, inner: length, factor, adds: false } as const
      kernels.multiply({
        ...sizes,
        batch: [rows, heads],
        left: grad,
        right: perHeadOf(keys, batch),
        out: perHeadOf(gradQueries, batch),
      })
      kernels.multiply({
        ...sizes,
        batch: [rows, heads],
        left: transposed(grad),
        right: perHeadOf(queries, batch),
        out: perHeadOf(gradKeys, batch),
      })
      if (rotary) for (const floats of [gradQueries, gradKeys]) rotate(floats, batch, heads, size, -1)
      linearBackward(kernels, query, input, gradQueries, gradInput, rows * length, true)
      linearBackward(kernels, key, input, gradKeys, gradInput, rows * length, true)
    },
  }
}
