import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { fault, longest, type ModelConfig } from '../../src/knowledge/model/config'
import { parameterCounts, specsOf } from '../../src/knowledge/model/shapes'
import { createTransformer } from '../../src/knowledge/model/transformer'
import { drawn, drawnTokens, tiny, variants } from './models'

const assignment: ModelConfig = {
  vocabulary: 256,
  positions: 128,
  width: 256,
  layers: 4,
  heads: 8,
  mlp: 1024,
  attention: 'vanilla',
}

describe('the assignment’s model', () => {
  test('has the parameters that it says it has', () => {
    expect(parameterCounts(assignment)).toEqual({ perLayer: 263_168, total: 3_323_392 })
    const synthesizer = { ...assignment, attention: 'synthesizer' } as const
    expect(parameterCounts(synthesizer)).toEqual({ perLayer: 201_567, total: 3_076_988 })
  })

  test('names and shapes them as PyTorch does', () => {
    const shapes = Object.fromEntries(specsOf(assignment).map(({ name, shape }) => [name, shape]))
    expect(shapes).toMatchObject({
      'tok_emb.weight': [256, 256],
      pos_emb: [1, 128, 256],
      'blocks.3.attn.key.weight': [256, 256],
      'blocks.0.mlp.0.weight': [1024, 256],
      'blocks.0.mlp.2.bias': [256],
      'ln_f.weight': [256],
      'head.weight': [256, 256],
    })
    const synthesizer = specsOf({ ...assignment, attention: 'synthesizer' })
    expect(synthesizer.find(({ name }) => name === 'blocks.1.attn.w2')?.shape).toEqual([32, 127])
    expect(synthesizer.find(({ name }) => name === 'blocks.1.attn.b2')?.shape).toEqual([127])
  })
})

describe.each(variants)('%s', (_, config) => {
  const batch = { rows: 2, length: 5 }
  const area = 25

  test('no output depends on a later token', () => {
    const model = drawn(config)
    const tokens = drawnTokens(config, 10)
    model.forward(tokens, batch)
    const before = model.logits.slice()
    const changed = tokens.slice()
    changed[3] = (changed[3] + 1) % config.vocabulary
    model.forward(changed, batch)
    const same = (from: number, to: number) =>
      model.logits.subarray(from * 7, to * 7).every((x, i) => x === before[from * 7 + i])
    expect(same(0, 3)).toBe(true)
    expect(same(3, 4)).toBe(false)
    expect(same(5, 10)).toBe(true)
  })

  test('weights are a distribution over the tokens so far', () => {
    const model = drawn(config)
    model.forward(drawnTokens(config, 10), batch)
    for (const { attention } of model.blocks)
      for (let square = 0; square < 2 * config.heads; square++)
        for (let i = 0; i < 5; i++) {
          const row = attention.weights.subarray(square * area + i * 5, square * area + i * 5 + 5)
          expect(Array.from(row).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 14)
          expect(row.subarray(i + 1).every((x) => x === 0)).toBe(true)
        }
  })

  test('a row alone gives what it gives in a batch', () => {
    const model = drawn(config)
    const tokens = drawnTokens(config, 15)
    model.forward(tokens, { rows: 3, length: 5 })
    const together = model.logits.slice(5 * 7, 10 * 7)
    model.forward(tokens.slice(5, 10), { rows: 1, length: 5 })
    expect(model.logits.slice(0, 5 * 7)).toEqual(together)
  })
})

test('a score row of the first layer’s Synthesizer depends on its own token alone', () => {
  const config = { ...tiny, attention: 'synthesizer' } as const
  const model = drawn(config)
  const tokens = drawnTokens(config, 5)
  const scoresOf = () => {
    model.forward(tokens, { rows: 1, length: 5 })
    return model.blocks[0].attention.scores.slice(0, 25)
  }
  const before = scoresOf()
  tokens[1] = (tokens[1] + 1) % config.vocabulary
  const after = scoresOf()
  const rowsThatMoved = [0, 1, 2, 3, 4].filter((i) =>
    after.subarray(i * 5, i * 5 + 5).some((x, j) => x !== before[i * 5 + j]),
  )
  expect(rowsThatMoved).toEqual([1])
})

test('without positions, a vanilla layer’s last output does not depend on the order before it', () => {
  const config = { ...tiny, layers: 1 }
  const model = drawn(config)
  model.parameters.get('pos_emb')!.value.fill(0)
  const lastOf = (tokens: number[]) => {
    model.forward(Int32Array.from(tokens), { rows: 1, length: 5 })
    return Array.from(model.logits.slice(4 * 7, 5 * 7))
  }
  const wanted = lastOf([1, 4, 2, 6, 3])
  lastOf([6, 2, 1, 4, 3]).forEach((x, i) => expect(x).toBeCloseTo(wanted[i], 12))
})

test('rotary scores depend on the distance of positions alone', () => {
  const config = { ...tiny, headSize: 4, rotary: true, layers: 1 }
  const model = drawn(config)
  model.forward(Int32Array.from([1, 2, 1, 2, 1]), { rows: 1, length: 5 })
  const { scores } = model.blocks[0].attention
  expect(scores[5 + 0]).toBeCloseTo(scores[3 * 5 + 2], 12)
  expect(Math.abs(scores[5 + 0] - scores[3 * 5 + 0])).toBeGreaterThan(1e-6)
})

test('given weights replace the model’s own', () => {
  const donor = drawn({ ...tiny, attention: 'uniform' })
  const model = drawn(tiny)
  const tokens = drawnTokens(tiny, 5)
  const batch = { rows: 1, length: 5 }
  donor.forward(tokens, batch)
  model.forward(
    tokens,
    batch,
    donor.blocks.map(({ attention }) => attention.weights),
  )
  expect(model.blocks[1].attention.weights.slice(0, 10)).toEqual(
    donor.blocks[1].attention.weights.slice(0, 10),
  )
  expect(model.blocks[1].attention.weights[5]).toBe(0.5)
})

describe('impossible shapes are named', () => {
  test.each([
    [{ width: 7 }, 'width: expected a multiple of heads, 3, got 7'],
    [{ layers: 65 }, 'layers: expected at most 64, got 65'],
    [{ vocabulary: 0 }, 'vocabulary: expected a whole number from 1 to 65536, got 0'],
    [{ headSize: 1.5 }, 'headSize: expected a whole number from 1 to 65536, got 1.5'],
    [{ attention: ['vanilla'] }, 'attention: expected one kind or 2, got 1'],
    [{ positions: 1, attention: 'random' }, 'positions: expected at least 2, got 1'],
    [{ rotary: true, headSize: 3 }, 'headSize: rotary positions need an even number, got 3'],
  ] as [Partial<ModelConfig>, string][])('%j', (change, sentence) => {
    expect(fault({ ...tiny, ...change })).toBe(sentence)
    expect(() => createTransformer(referenceEngine('float64'), { ...tiny, ...change }, 1)).toThrow(sentence)
  })

  test('a table takes one token less than there are positions', () => {
    expect(longest(tiny)).toBe(6)
    const model = drawn({ ...tiny, attention: 'synthesizer' })
    expect(() => model.forward(new Int32Array(6), { rows: 1, length: 6 })).toThrow(
      'forward: expected at most 3 rows of 5 tokens, got 1 of 6',
    )
    expect(() => model.forward(Int32Array.of(7), { rows: 1, length: 1 })).toThrow(
      'forward: expected tokens from 0 to 6, got 7',
    )
  })

  test.prop([fc.record({ width: fc.nat(), heads: fc.nat(), layers: fc.nat(), positions: fc.nat() })])(
    'and none throws',
    (change) => {
      expect(['string', 'undefined']).toContain(typeof fault({ ...tiny, ...change }))
    },
  )
})
