import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { GaussianKeys, GaussianModel } from './gaussian-keys.model'

/** The draw of keys that is looked at under the query, and the law of its share, as NumPy. */
export function numpy(params: GaussianKeys, model: GaussianModel): NumpyInstance {
  const { scores, weights, difference, share, leak, error, shareSd, middle } = model
  return {
    lines: [...given(params, model), '', ...COMPUTED],
    numbers: {
      wanted_scores: scores.slice(0, 2),
      weights,
      difference,
      share,
      leak,
      error,
      share_sd: shareSd,
      middle,
    },
  }
}

function given({ n, keyVariance, normVariance, seed, draw }: GaussianKeys, model: GaussianModel): string[] {
  const { gamma, aAlongB, aAlongOthers, bAlongA, bAlongB, bAlongOthers, coefficient, otherCoefficient } =
    model
  const wanted = [
    [gamma, aAlongB, aAlongOthers],
    [bAlongA, bAlongB, bAlongOthers],
  ]
  return [
    'from math import erf',
    '',
    `n = ${n}`,
    `alpha, nu = ${pythonOf(keyVariance)}, ${pythonOf(normVariance)}  # variances of keys, and of k_a along its mean`,
    `# The query over mu_a, mu_b and the sum of the other means, of length 1.`,
    `query = np.array([${coefficient}, ${coefficient}, ${otherCoefficient} * np.sqrt(n - 2)])`,
    `# Drawn by the explorer, seed ${seed}, draw ${draw}: the same projections of k_a and k_b, and the other scores.`,
    `projections = ${pythonOf(wanted)}`,
    `other_scores = ${pythonOf(model.scores.slice(2))}`,
  ]
}

const COMPUTED = [
  'wanted_scores = projections @ query',
  'scores = np.concatenate([wanted_scores, other_scores])',
  'weights = softmax(scores)',
  'difference = scores[0] - scores[1]',
  'share = np.exp(-np.logaddexp(0, -difference))  # of a, of the weight on a and b',
  'leak = weights[2:].sum()',
  'error = ((weights[:2] - weights[:2].mean()) ** 2).sum() + (weights[2:] ** 2).sum() + leak**2 / 2',
  'share_sd = np.sqrt(2 * alpha * query @ query + nu * query[0] ** 2)  # of the difference of the scores',
  'middle = erf(np.log(3) / share_sd / np.sqrt(2)) if share_sd > 0 else 1.0  # P(1/4 < share < 3/4)',
]
