import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { Selection, SelectionModel } from './single-key.model'

/** The keys of the plane under the query, as NumPy. */
export function numpy({ keys, query, scale, target }: Selection, model: SelectionModel): NumpyInstance {
  const { scores, weights, output, margin, leak, logLeak } = model
  return {
    lines: [
      `keys = ${pythonOf(keys)}`,
      `Q = ${pythonOf(scale)}`,
      `query = Q * ${pythonOf(query[0])}`,
      `target = ${target - 1}  # key ${target} is wanted`,
      'turns = 2 * np.pi * np.arange(len(keys)) / len(keys)',
      'values = np.stack([np.sin(turns), np.cos(turns)], axis=1)',
      '',
      'scores = keys @ query',
      'weights = softmax(scores)',
      'output = weights @ values',
      'others = np.delete(scores, target)',
      'margin = scores[target] - others.max()',
      'log_leak = logsumexp(others) - logsumexp(scores)',
      'leak = np.delete(weights, target).sum()',
    ],
    numbers: { scores, weights, output, margin, leak, log_leak: logLeak },
  }
}
