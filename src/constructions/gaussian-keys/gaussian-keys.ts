import { texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './gaussian-keys.claims'
import { gaussianKeysDeclared } from './gaussian-keys.declared'
import { derivation } from './gaussian-keys.derivation'
import { gaussianModel } from './gaussian-keys.model'
import { quantities } from './gaussian-keys.quantities'

/** 1(c): keys drawn about known means; what the query of 1(b) makes of them, draw by draw and in law. */
export const gaussianKeys = defineConstruction({
  ...gaussianKeysDeclared,
  question:
    'Keys are drawn about orthonormal means $\\htmlClass{role-key}{\\mu_i}$, and only the means are known. Does the query $\\htmlClass{role-query}{q = Q(\\mu_a+\\mu_b)}$ of 1(b) still average, and what does $\\htmlClass{role-value}{c}$ look like from draw to draw?',
  setting: ({ n, keyVariance, normVariance }) =>
    `$\\Sigma_i = \\alpha I$${normVariance === 0 ? '' : `, $\\Sigma_a = \\alpha I + ${texNumber(normVariance)}\\,\\mu_a\\mu_a^{\\top}$`} · $\\alpha = ${texNumber(keyVariance)}$, $n = ${texNumber(n)}$`,
  primary: ['scale'],
  outcome: () => ['error', 'share', 'leak'],
  gist: 'share',
  model: gaussianModel,
  totalWeights: ({ weightA, weightB, leak }) => [weightA + weightB + leak],
  quantities,
  derivation,
  claims,
  presets: [
    { id: 'lengths', label: '(c)ii: long keys', params: {} },
    { id: 'small', label: '(c)i: small α', params: { normVariance: 0, keyVariance: 1e-4, scale: 8 } },
    { id: 'too-large', label: 'Q too large', params: { normVariance: 0, keyVariance: 1e-4, scale: 300 } },
    { id: 'long-lost', label: 'a long key lost', params: { seed: 2056 } },
    { id: 'thousand', label: '1000 keys', params: { n: 1000, scale: 12, draws: 20_000 } },
  ],
})
