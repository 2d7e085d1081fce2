import { number, texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './identity-self-attention.claims'
import { identitySelfAttentionDeclared } from './identity-self-attention.declared'
import { derivation } from './identity-self-attention.derivation'
import { overflowsAt, type Unaided, unaidedModel } from './identity-self-attention.model'
import { quantities } from './identity-self-attention.quantities'

/** 1(e)i: self-attention without matrices of its own; every token attends to itself. */
export const identitySelfAttention = defineConstruction({
  ...identitySelfAttentionDeclared,
  question:
    'With $K = Q = V = I$, what is $\\htmlClass{role-value}{c_2}$? And could it be made to approximate $u_b$ by adding $u_d$ or $u_c$ to $x_2$?',
  setting: ({ norm }) =>
    `$u$ mutually orthogonal, $\\lVert u\\rVert = \\beta = ${texNumber(norm)}$ · $x_1 = u_d+u_b$, $x_2 = u_a+\\lambda u_d+\\kappa u_c$, $x_3 = u_c+u_b$`,
  marks: (params) => ({
    norm: overflowsAt(params).map(({ beta, words }) => ({
      at: beta,
      label: `${words} overflows from ${number(beta, undefined, 4)}`,
    })),
  }),
  primary: ['norm'],
  outcome: () => ['leak', 'margin'],
  gist: 'outputs',
  model: (params: Unaided) => unaidedModel(params),
  totalWeights: ({ weights }) => weights.map((row) => row.reduce((sum, w) => sum + w, 0)),
  quantities,
  derivation,
  claims,
  presets: [
    { id: 'notes', label: 'the notes’ tokens', params: {} },
    { id: 'nearest', label: 'half of d: the smallest margin', params: { lambda: 0.5 } },
    { id: 'both', label: 'as much of both', params: { lambda: 1, kappa: 1 } },
    { id: 'small', label: 'short vectors', params: { norm: 0.5 } },
    { id: 'overflow', label: 'beyond float64', params: { norm: 30 } },
  ],
})
