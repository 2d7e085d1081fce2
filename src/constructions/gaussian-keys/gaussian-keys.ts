import { texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { DRAWS, SEED, shownDraw } from '../draws'
import { claims } from './gaussian-keys.claims'
import { derivation } from './gaussian-keys.derivation'
import { exercise } from './gaussian-keys.exercise'
import { gaussianModel } from './gaussian-keys.model'
import { quantities } from './gaussian-keys.quantities'

/** 1(c): keys drawn about known means; what the query of 1(b) makes of them, draw by draw and in law. */
export const gaussianKeys = defineConstruction({
  id: 'gaussian-keys',
  title: 'When keys are random',
  menu: 'Gaussian keys',
  source: '1(c)',
  editions: '1(c) in every edition to 2026',
  question:
    'Keys are drawn about orthonormal means $\\htmlClass{role-key}{\\mu_i}$, and only the means are known. Does the query $\\htmlClass{role-query}{q = Q(\\mu_a+\\mu_b)}$ of 1(b) still average, and what does $\\htmlClass{role-value}{c}$ look like from draw to draw?',

  setting: ({ n, keyVariance, normVariance }) =>
    `$\\Sigma_i = \\alpha I$${normVariance === 0 ? '' : `, $\\Sigma_a = \\alpha I + ${texNumber(normVariance)}\\,\\mu_a\\mu_a^{\\top}$`} · $\\alpha = ${texNumber(keyVariance)}$, $n = ${texNumber(n)}$`,

  params: {
    scale: {
      kind: 'number',
      label: 'Scale',
      tex: 'Q',
      role: 'query',
      min: 0.1,
      max: 1000,
      step: 0.1,
      scale: 'log',
      initial: 10,
    },
    keyVariance: {
      kind: 'number',
      label: 'Key variance',
      tex: '\\alpha',
      role: 'key',
      min: 0,
      max: 0.1,
      step: 1e-9,
      scale: 'symlog',
      initial: 0.001,
    },
    normVariance: {
      kind: 'number',
      label: 'Extra variance',
      tex: '\\nu',
      role: 'key',
      min: 0,
      max: 2,
      step: 0.05,
      scale: 'linear',
      initial: 0.5,
    },
    n: {
      kind: 'number',
      label: 'Number of keys',
      tex: 'n',
      role: 'key',
      min: 2,
      max: 1000,
      step: 1,
      integer: true,
      scale: 'log',
      initial: 10,
    },
    d: {
      kind: 'number',
      label: 'Dimension',
      tex: 'd',
      role: 'key',
      min: 2,
      max: 1024,
      step: 1,
      integer: true,
      scale: 'log',
      initial: 1024,
    },
    query: {
      kind: 'choice',
      label: 'Query',
      tex: 'q',
      role: 'query',
      options: [
        { value: 'pair', label: 'towards a and b' },
        { value: 'push', label: 'and off the others' },
        { value: 'others', label: 'off the others only' },
      ],
      initial: 'pair',
    },
    seed: SEED,
    draw: shownDraw(0),
    draws: DRAWS,
  },

  /** Orthonormal means need as many dimensions as there are keys. */
  constrain: (params) => ({ ...params, n: Math.min(params.n, params.d) }),

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
  exercise,
})
