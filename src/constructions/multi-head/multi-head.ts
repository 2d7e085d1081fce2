import { texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './multi-head.claims'
import { multiHeadDeclared } from './multi-head.declared'
import { derivation } from './multi-head.derivation'
import { multiHeadModel } from './multi-head.model'
import { quantities } from './multi-head.quantities'

/** 1(d): several heads average several random keys, and how often and how well each design does it. */
export const multiHead = defineConstruction({
  ...multiHeadDeclared,
  question:
    'One head jumped between $\\htmlClass{role-value}{v_a}$ and $\\htmlClass{role-value}{v_b}$ whenever key a changed its length. Can two heads with $\\htmlClass{role-query}{q_1 = Q\\mu_a}$ and $\\htmlClass{role-query}{q_2 = Q\\mu_b}$ keep $\\htmlClass{role-value}{c\\approx\\tfrac12(v_a+v_b)}$?',
  setting: ({ n, heads, normVariance, keyVariance }) =>
    `$\\Sigma_a = \\alpha I${normVariance === 0 ? '' : ` + ${texNumber(normVariance)}\\,\\mu_a\\mu_a^{\\top}`}$, others $\\alpha I$ · $n = ${texNumber(n)}$, $H = ${heads}$, $\\alpha = ${texNumber(keyVariance)}$`,
  primary: ['scale'],
  outcome: ({ design }) => [`success-${design}`, `error-${design}`],
  gist: 'weight',
  model: multiHeadModel,
  totalWeights: ({ shown, separate, drawn }) => [
    ...[...shown, ...separate].map(({ weights, rest }) => weights.reduce((sum, w) => sum + w, rest)),
    ...Object.values(drawn).map(({ output, leak }) => output.reduce((sum, w) => sum + w, leak)),
  ],
  quantities,
  derivation,
  claims,
  presets: [
    { id: 'notes', label: 'the notes’ two heads', params: {} },
    { id: 'behind', label: 'a failing draw', params: { draw: 106 } },
    { id: 'pushing', label: 'push, λ = 1', params: { design: 'pushing', push: 1 } },
    { id: 'away', label: 'one head, off the others', params: { design: 'away' } },
    { id: 'small', label: '(d)i: α alone', params: { normVariance: 0 } },
    { id: 'eight', label: 'eight heads', params: { heads: 8, n: 50 } },
  ],
})
