import type { ModelConfig } from '../../src/knowledge/model/config'
import type { Batch } from '../../src/knowledge/model/placed'

/**
 * Multiplications and additions in the matrix products of a training step of a vanilla model, each product counted as its
 * definition has it: twice as many backward as forward, attention over whole squares. The same for every engine, whatever
 * it leaves out or does besides.
 */
export function operationsOf(
  { width, layers, mlp, vocabulary }: ModelConfig,
  { rows, length }: Batch,
): number {
  const tokens = rows * length
  const layer = 4 * width * width + 2 * width * mlp + 2 * length * width
  return 3 * 2 * tokens * (layers * layer + width * vocabulary)
}
