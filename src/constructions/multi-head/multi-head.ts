import { texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { DRAWS, SEED, shownDraw } from '../draws'
import { claims } from './multi-head.claims'
import { derivation } from './multi-head.derivation'
import { exercise } from './multi-head.exercise'
import { multiHeadModel } from './multi-head.model'
import { quantities } from './multi-head.quantities'

/** 1(d): several heads average several random keys, and how often and how well each design does it. */
export const multiHead = defineConstruction({
  id: 'multi-head',
  title: 'A head for each key',
  menu: 'Heads',
  source: '1(d)',
  editions: '1(d) in every edition to 2026; from 2023 the queries must differ',
  question:
    'One head jumped between $\\htmlClass{role-value}{v_a}$ and $\\htmlClass{role-value}{v_b}$ whenever key a changed its length. Can two heads with $\\htmlClass{role-query}{q_1 = Q\\mu_a}$ and $\\htmlClass{role-query}{q_2 = Q\\mu_b}$ keep $\\htmlClass{role-value}{c\\approx\\tfrac12(v_a+v_b)}$?',

  setting: ({ n, heads, normVariance, keyVariance }) =>
    `$\\Sigma_a = \\alpha I${normVariance === 0 ? '' : ` + ${texNumber(normVariance)}\\,\\mu_a\\mu_a^{\\top}`}$, others $\\alpha I$ · $n = ${texNumber(n)}$, $H = ${heads}$, $\\alpha = ${texNumber(keyVariance)}$`,

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
      initial: 1e-4,
    },
    normVariance: {
      kind: 'number',
      label: 'Variance of γ',
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
    heads: {
      kind: 'number',
      label: 'Heads',
      tex: 'H',
      role: 'query',
      min: 2,
      max: 8,
      step: 1,
      integer: true,
      scale: 'linear',
      initial: 2,
    },
    push: {
      kind: 'number',
      label: 'Push',
      tex: '\\lambda',
      role: 'query',
      min: 0,
      max: 4,
      step: 0.1,
      scale: 'linear',
      initial: 2,
    },
    design: {
      kind: 'choice',
      place: 'figure',
      label: 'Design shown',
      tex: 'q_i',
      role: 'query',
      options: [
        { value: 'one', label: 'one head' },
        { value: 'separate', label: 'a head for each key' },
        { value: 'identical', label: 'identical heads' },
        { value: 'pushing', label: 'heads that push' },
      ],
      initial: 'separate',
    },
    seed: SEED,
    draw: shownDraw(3),
    draws: DRAWS,
  },

  constrain: (params) => ({ ...params, heads: Math.min(params.heads, params.n) }),

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
    { id: 'small', label: '(d)i: α alone', params: { normVariance: 0 } },
    { id: 'eight', label: 'eight heads', params: { heads: 8, n: 50 } },
  ],
  exercise,
})
