import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { softmax } from '../../src/core/attention/softmax'
import { stream } from '../../src/knowledge/corpus/streams'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { attentionMaps, weightMoved } from '../../src/knowledge/inside/attention-map'
import { selectionOf } from '../../src/knowledge/inside/selection'
import { drawParameters } from '../../src/knowledge/model/parameters'
import { createTransformer } from '../../src/knowledge/model/transformer'

const shape = { vocabulary: 20, positions: 12, width: 8, layers: 2, heads: 2, mlp: 16 } as const

function model(attention: 'vanilla' | 'synthesizer') {
  const built = createTransformer(referenceEngine('float64'), { ...shape, attention }, 1, 11)
  drawParameters(built.parameters, stream(5, 'parameters'))
  return built
}

const tokens = [3, 1, 4, 1, 5, 9, 2, 6]
const edited = [3, 7, 4, 1, 5, 9, 2, 6]

describe('an attention map', () => {
  test.each(['vanilla', 'synthesizer'] as const)(
    'of %s has rows that are the softmax of their scores',
    (kind) => {
      for (const heads of attentionMaps(model(kind), tokens))
        for (const { scores, weights } of heads)
          weights.forEach((row, i) => {
            softmax(scores[i]).forEach((weight, j) => expect(row[j]).toBeCloseTo(weight, 12))
          })
    },
  )

  test('of a Synthesizer moves by exactly 0 in layer 1 when another token is edited, and by more in layer 2', () => {
    const [before, after] = [tokens, edited].map((sequence) => attentionMaps(model('synthesizer'), sequence))
    const moved = (layer: number) =>
      weightMoved(before[layer][0].weights.at(-1) ?? [], after[layer][0].weights.at(-1) ?? [])
    expect(moved(0)).toBe(0)
    expect(moved(1)).toBeGreaterThan(0)
  })

  test('of vanilla attention moves already in layer 1', () => {
    const [before, after] = [tokens, edited].map((sequence) => attentionMaps(model('vanilla'), sequence))
    expect(weightMoved(before[0][0].weights[7], after[0][0].weights[7])).toBeGreaterThan(1e-3)
  })
})

describe('a selection', () => {
  const scores = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 12 })

  test.prop([scores, fc.nat()])(
    'weight and leak add up, and the leak is no more than the margin allows',
    (s, pick) => {
      const wanted = pick % s.length
      const { weight, leak, logLeak, margin = 0 } = selectionOf(s, [wanted])
      expect(weight + leak).toBeCloseTo(1, 12)
      expect(Math.exp(logLeak)).toBeCloseTo(leak, 12)
      expect(leak).toBeLessThanOrEqual((s.length - 1) / (s.length - 1 + Math.exp(margin)) + 1e-12)
    },
  )

  test('of everything there is has no margin and no leak', () => {
    expect(selectionOf([1, 2], [0, 1])).toMatchObject({ leak: 0, margin: undefined })
  })
})
