import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { Design, DesignModel } from './key-query-value.model'

/** Self-attention with the matrices in the grids, on coefficients over the directions, as NumPy. */
export function numpy(params: Design, model: DesignModel): NumpyInstance {
  const { scores, weights, outputs, scoreRank, valueRank, size } = model
  return {
    lines: [
      `beta, tau = ${pythonOf(params.norm)}, ${pythonOf(params.scoreScale)}`,
      '# Coefficients over the directions u_a, u_b, ..., which are orthogonal and of length beta.',
      `tokens = ${pythonOf(params.tokens)}`,
      `K = ${pythonOf(params.keyMatrix)}`,
      `Q = ${pythonOf(params.queryMatrix)}`,
      `V = ${pythonOf(params.valueMatrix)}`,
      '',
      'keys, queries, values = tokens @ K.T, tokens @ Q.T, tokens @ V.T',
      'scores = tau * beta**2 * (queries @ keys.T)',
      'weights = np.array([softmax(row) for row in scores])',
      'outputs = weights @ values',
      'score_rank = np.linalg.matrix_rank(K.T @ Q)',
      'value_rank = np.linalg.matrix_rank(V)',
      'size = np.sqrt((K**2).sum() + (Q**2).sum() + (V**2).sum())',
    ],
    numbers: { scores, weights, outputs, score_rank: scoreRank, value_rank: valueRank, size },
  }
}
