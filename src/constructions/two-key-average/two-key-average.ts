import { texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './two-key-average.claims'
import { derivation } from './two-key-average.derivation'
import { exercise } from './two-key-average.exercise'
import { averagingModel } from './two-key-average.model'
import { quantities } from './two-key-average.quantities'

const EQUAL = [[1, 1, 1, 1, 1, 1, 1, 1]]

/** 1(b): a scaled sum of a few keys makes attention average their values, as nearly as one likes. */
export const twoKeyAverage = defineConstruction({
  id: 'two-key-average',
  title: 'Averaging two keys',
  menu: 'Average',
  source: '1(b)',
  editions: '1(b) in the editions of 2021 and 2024–2026, 1(b)ii in 2022–2023',
  question:
    'Can one query make the output the plain average of two values, $\\tfrac12(\\htmlClass{role-value}{v_a+v_b})$? Point it at both keys at once, and push.',

  setting: ({ n, angle }) =>
    `${angle === 90 ? 'keys orthonormal' : `unit keys at ${angle}°`} · $n = ${texNumber(n)}$`,

  params: {
    scale: {
      kind: 'number',
      label: 'Scale',
      tex: 'Q',
      role: 'query',
      min: 0,
      max: 1000,
      step: 0.1,
      scale: 'symlog',
      initial: 8,
    },
    n: {
      kind: 'number',
      label: 'Number of keys',
      tex: 'n',
      role: 'key',
      min: 2,
      max: 1_000_000,
      step: 1,
      integer: true,
      scale: 'log',
      initial: 10,
    },
    imbalance: {
      kind: 'number',
      label: 'Imbalance',
      tex: 'Q_a-Q_b',
      role: 'query',
      min: -10,
      max: 10,
      step: 0.1,
      scale: 'linear',
      initial: 0,
    },
    angle: {
      kind: 'number',
      label: 'Angle of keys',
      tex: '\\theta',
      role: 'key',
      min: 0,
      max: 90,
      step: 1,
      scale: 'linear',
      unit: '°',
      initial: 90,
    },
    pushAway: {
      kind: 'number',
      label: 'Push others away',
      tex: 'R',
      role: 'query',
      min: 0,
      max: 1000,
      step: 0.1,
      scale: 'symlog',
      initial: 0,
    },
    m: {
      kind: 'number',
      label: 'Keys to average',
      tex: 'm',
      role: 'key',
      min: 1,
      max: 8,
      step: 1,
      integer: true,
      scale: 'linear',
      initial: 2,
    },
    proportions: {
      kind: 'matrix',
      place: 'figure',
      label: 'Proportions',
      tex: 'w_i',
      role: 'weight',
      rows: [1, 1],
      columns: [8, 8],
      min: 0.01,
      max: 100,
      step: 0.1,
      initial: EQUAL,
    },
    epsilon: {
      kind: 'number',
      place: 'figure',
      label: 'Leak allowed',
      tex: '\\varepsilon',
      role: 'weight',
      min: 1e-300,
      max: 0.5,
      step: 1e-300,
      scale: 'log',
      initial: 1e-6,
    },
  },

  constrain(params) {
    const m = Math.min(params.m, params.n)
    return { ...params, m, imbalance: m < 2 ? 0 : params.imbalance }
  },

  model: averagingModel,
  totalWeights: ({ weights, weightOther, others }) => [
    weights.reduce((sum, w) => sum + w, 0) + others * weightOther,
  ],
  quantities,
  derivation,
  claims,

  presets: [
    { id: 'notes', label: 'the notes’ query', params: {} },
    { id: 'no-scale', label: 'half the sum, no scale', params: { scale: 0.5 } },
    { id: 'push-away', label: 'push the others away', params: { scale: 4, pushAway: 4 } },
    { id: 'correlated', label: 'not quite orthogonal', params: { angle: 75 } },
    { id: 'million', label: 'a million keys', params: { n: 1_000_000, scale: 20 } },
    {
      id: 'unequal',
      label: 'unequal proportions',
      params: { m: 3, proportions: [[3, 2, 1, 1, 1, 1, 1, 1]], scale: 12 },
    },
  ],
  exercise,
})
