import { expect, test } from 'vitest'
import { operationsOf } from '../../scripts/bench/step-operations'
import type { ModelConfig } from '../../src/knowledge/model/config'

test('operations of a training step are those of its matrix products, counted one by one', () => {
  const config: ModelConfig = {
    vocabulary: 7,
    positions: 5,
    width: 4,
    layers: 1,
    heads: 2,
    mlp: 6,
    attention: 'vanilla',
  }
  // Two rows of three tokens: 6 × [4 → 4] four times, [4 → 6 → 4], [4 → 7], and in each of 4 heads 3 × 3 × 2 twice.
  const forward = 2 * (6 * (4 * 16 + 2 * 24 + 28) + 2 * 4 * 3 * 3 * 2)
  expect(operationsOf(config, { rows: 2, length: 3 })).toBe(3 * forward)
})
