import { identitySelfAttention } from '../../src/constructions/identity-self-attention/identity-self-attention'
import type { Unaided } from '../../src/constructions/identity-self-attention/identity-self-attention.model'
import { logSum, logWeightsOf } from './numbers'
import { sweep } from './sweep'

/** Scores of the three tokens for one another: products of x₁ = u_d + u_b, x₂ = u_a + λu_d + κu_c, x₃ = u_c + u_b. */
function scoresOf({ norm, lambda, kappa }: Unaided): number[][] {
  const square = norm * norm
  const own = 1 + lambda * lambda + kappa * kappa
  return [
    [2, lambda, 1],
    [lambda, own, kappa],
    [1, kappa, 2],
  ].map((row) => row.map((x) => x * square))
}

/** ln of what query 2 leaves to the other tokens. */
function logLeak(params: Unaided): number {
  const [first, own, third] = scoresOf(params)[1]
  return -logSum([0, own - logSum([first, third])])
}

/** Where e^{2β²} overflows: e^x is finite up to x = ln((2 − 2⁻⁵²)·2¹⁰²³). */
const OVERFLOWS = Math.sqrt((1024 * Math.LN2 + Math.log1p(-(2 ** -53))) / 2)

sweep(
  identitySelfAttention,
  (params) => {
    const { norm, lambda, kappa } = params
    const isPlain = lambda === 0 && kappa === 0
    const weights = scoresOf(params).map(logWeightsOf)
    const leak = { log: logLeak(params) }
    const logBound = Math.LN2 - logSum([Math.LN2, 0.75 * norm * norm])
    const onlyPlain = isPlain ? 'holds' : 'does not apply here'
    return {
      gram: () => ({ verdict: onlyPlain, numbers: { square: norm * norm } }),
      'closed-forms': () => ({
        verdict: onlyPlain,
        numbers: {
          first: { log: weights[0][0] },
          second: { log: weights[1][1] },
          third: { log: weights[0][2] },
        },
      }),
      limit: () => ({ verdict: isPlain ? 'holds' : 'fails here', numbers: { leak } }),
      'no-help': () => ({
        verdict: 'holds',
        numbers: { leak, ...(isPlain ? {} : { bare: { log: logLeak({ norm, lambda: 0, kappa: 0 }) } }) },
      }),
      'three-quarters': () => ({
        verdict: 'unsaid',
        numbers: { margin: 1 + lambda * lambda + kappa * kappa - Math.max(lambda, kappa) },
      }),
      bounded: () => ({
        verdict: leak.log <= logBound + 1e-12 ? 'unsaid' : 'fails here',
        numbers: { leak, most: { log: logBound } },
      }),
      residual: () => ({
        verdict: 'unsaid',
        numbers: { leak, own: 1 + Math.exp(weights[1][1]) },
      }),
      overflow: () => ({
        verdict: 'unsaid',
        numbers: { first: Math.exp(weights[0][0]) },
        says: norm > OVERFLOWS ? /not a number/ : /Not yet/,
      }),
    }
  },
  [{}, { norm: 2, lambda: 0.5 }, { lambda: 1 }, { norm: 30 }],
)
