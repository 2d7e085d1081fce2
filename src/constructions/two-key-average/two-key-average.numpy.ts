import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { Averaging, AveragingModel } from './two-key-average.model'

/** The scaled sum of a few of n keys that meet at one angle, as NumPy. */
export function numpy(params: Averaging, model: AveragingModel): NumpyInstance {
  const { scores, weights, weightOther, others, leak, logLeak } = model
  return {
    lines: [...given(params), '', ...COMPUTED],
    numbers: {
      wanted_scores: scores,
      wanted_weights: weights,
      leak,
      log_leak: logLeak,
      ...(others > 0 ? { weight_other: weightOther } : {}),
    },
  }
}

const given = ({ n, m, scale, pushAway, imbalance, angle, proportions }: Averaging) => [
  `n, m = ${n}, ${m}`,
  `Q, R = ${pythonOf(scale)}, ${pythonOf(pushAway)}`,
  `imbalance = ${pythonOf(imbalance)}`,
  `angle = ${pythonOf(angle)}  # degrees between any two keys`,
  `proportions = ${pythonOf(proportions[0].slice(0, m))}`,
]

const COMPUTED = [
  'offsets = np.log(proportions / proportions.mean())',
  'offsets[:2] += [imbalance / 2, -imbalance / 2][:m]',
  'coefficients = np.concatenate([Q + offsets, np.full(n - m, -R)])  # of the query over the n keys',
  'cosine = np.sin(np.radians(90 - angle))',
  'separation = 2 * np.sin(np.radians(angle) / 2) ** 2  # 1 - cosine',
  'own = separation * coefficients',
  'wanted_scores = own[:m] + cosine * coefficients.sum()',
  'weights = softmax(own)  # what all scores have in common changes no weight',
  'wanted_weights = weights[:m]',
  'weight_other = weights[m] if n > m else 0.0',
  'leak = weights[m:].sum()',
  'log_leak = logsumexp(own[m:]) - logsumexp(own)',
]
