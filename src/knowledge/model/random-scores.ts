import { tensor } from './parameters'
import type { LayerSetting, ScoreRule } from './score-rule'

/** Scores from a table of positions that no token changes: learnt, or fixed since they were drawn. */
export function tableScores({ config, layer, parameters }: LayerSetting): ScoreRule {
  const { heads, positions } = config
  const { value, gradient, shape, isFixed } = tensor(parameters, `blocks.${layer}.attn.scores`)
  const columns = positions - 1
  const perHead = shape.length === 3 ? columns * columns : 0
  return {
    forward(_, scores, { rows, length }) {
      let at = 0
      for (let row = 0; row < rows; row++)
        for (let head = 0; head < heads; head++)
          for (let i = 0; i < length; i++, at += length) {
            const from = head * perHead + i * columns
            scores.set(value.subarray(from, from + length), at)
          }
    },
    backward(_, gradScores, __, { rows, length }) {
      if (isFixed) return
      let at = 0
      for (let row = 0; row < rows; row++)
        for (let head = 0; head < heads; head++)
          for (let i = 0; i < length; i++)
            for (let j = 0, to = head * perHead + i * columns; j < length; j++)
              gradient[to++] += gradScores[at++]
    },
  }
}
