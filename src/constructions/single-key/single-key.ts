import { defineConstruction } from '../construction'
import { claims } from './single-key.claims'
import { derivation } from './single-key.derivation'
import { exercise } from './single-key.exercise'
import { selectionModel } from './single-key.model'
import { quantities } from './single-key.quantities'

const CORNERS = [
  [1.2, 0.7],
  [-0.4, 1.3],
  [-1.3, 0.1],
  [-0.6, -1.1],
  [0.9, -0.9],
]

/** 1(a): which query makes attention return one value, and for which keys there is one. */
export const singleKey = defineConstruction({
  id: 'single-key',
  title: 'Selecting one key',
  menu: 'Select',
  source: '1(a)',
  editions: '1(a) in every edition',
  question:
    'When is the output (almost) one of the values, $\\htmlClass{role-value}{c\\approx v_j}$? Choose a key, point the query, and see how far ahead its score has to be.',

  setting: ({ keys, target }) => `$n = ${keys.length}$ keys in the plane, $j = ${target}$ wanted`,

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
      initial: 9,
    },
    keys: {
      kind: 'matrix',
      label: 'Keys',
      tex: 'k_i',
      role: 'key',
      rows: [3, 12],
      columns: [2, 2],
      min: -2,
      max: 2,
      step: 0.05,
      initial: CORNERS,
    },
    query: {
      kind: 'matrix',
      label: 'Query direction',
      tex: 'u',
      role: 'query',
      rows: [1, 1],
      columns: [2, 2],
      min: -2,
      max: 2,
      step: 0.05,
      initial: [[0.8, 0.3]],
    },
    target: {
      kind: 'number',
      label: 'Wanted key',
      tex: 'j',
      role: 'key',
      min: 1,
      max: 12,
      step: 1,
      integer: true,
      scale: 'linear',
      initial: 1,
      place: 'figure',
    },
    n: {
      kind: 'number',
      label: 'Any number of keys',
      tex: 'N',
      role: 'key',
      min: 2,
      max: 1_000_000,
      step: 1,
      integer: true,
      scale: 'log',
      initial: 1000,
      place: 'figure',
    },
    margin: {
      kind: 'number',
      label: 'Any margin',
      tex: 'm',
      role: 'query',
      min: -20,
      max: 750,
      step: 0.1,
      scale: 'symlog',
      initial: 9,
      place: 'figure',
    },
    epsilon: {
      kind: 'number',
      label: 'Leak allowed',
      tex: '\\varepsilon',
      role: 'weight',
      min: 1e-300,
      max: 0.5,
      step: 1e-300,
      scale: 'log',
      initial: 0.01,
    },
  },

  constrain: (params) => ({ ...params, target: Math.min(params.target, params.keys.length) }),

  model: selectionModel,
  totalWeights: ({ weights }) => [weights.reduce((sum, w) => sum + w, 0)],
  quantities,
  derivation,
  claims,

  presets: [
    { id: 'notes', label: 'the notes’ condition', params: {} },
    {
      id: 'inside',
      label: 'a key inside the hull',
      params: { keys: [...CORNERS, [0.35, 0.2]], query: [[0.9, 0.6]], target: 6 },
    },
    { id: 'nearly-equal', label: 'two nearly equal keys', params: { keys: [...CORNERS, [1.15, 0.75]] } },
    {
      id: 'large-scores',
      label: 'large scores, no margin',
      params: {
        keys: [
          [2, 1],
          [2, 0.5],
          [2, 0],
          [2, -0.5],
          [2, -1],
        ],
        query: [[1, 0.0005]],
        scale: 1000,
      },
    },
    {
      id: 'ratio',
      label: 'ratio 200, no winner',
      params: {
        keys: [
          [2, 0],
          [0.01, 1],
          [0.01, -1],
        ],
        query: [[1, 0]],
        scale: 0.01,
      },
    },
  ],
  exercise,
})
