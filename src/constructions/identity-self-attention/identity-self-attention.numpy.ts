import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { Unaided, UnaidedModel } from './identity-self-attention.model'

/** Self-attention on the three tokens themselves, as NumPy. */
export function numpy({ norm, lambda, kappa }: Unaided, model: UnaidedModel): NumpyInstance {
  const { scores, weights, outputs, margin, leak, logLeak } = model
  return {
    lines: [
      `beta = ${pythonOf(norm)}`,
      `lam, kappa = ${pythonOf(lambda)}, ${pythonOf(kappa)}`,
      '# x_1, x_2 and x_3 over the directions u_a, u_b, u_c and u_d, which are orthogonal and of length beta.',
      'tokens = np.array([[0, 1, 0, 1], [1, 0, kappa, lam], [0, 1, 1, 0]], dtype=float)',
      '',
      'scores = (beta * tokens) @ (beta * tokens).T  # K = Q = V = I',
      'weights = np.array([softmax(row) for row in scores])',
      'outputs = weights @ tokens  # coefficients over the directions',
      'margin = 1 + lam**2 + kappa**2 - max(lam, kappa)  # of x_2 for itself, in units of beta^2',
      'leak = weights[1, 0] + weights[1, 2]',
      'log_leak = logsumexp(scores[1, [0, 2]]) - logsumexp(scores[1])',
    ],
    numbers: { scores, weights, outputs, margin, leak, log_leak: logLeak },
  }
}
