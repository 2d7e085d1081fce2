import { defineConstruction } from '../construction'
import { claims } from './single-key.claims'
import { CORNERS, singleKeyDeclared } from './single-key.declared'
import { derivation } from './single-key.derivation'
import { selectionModel } from './single-key.model'
import { quantities } from './single-key.quantities'

/** 1(a): which query makes attention return one value, and for which keys there is one. */
export const singleKey = defineConstruction({
  ...singleKeyDeclared,
  question:
    'When is the output (almost) one of the values, $\\htmlClass{role-value}{c\\approx v_j}$? Choose a key, point the query, and see how far ahead its score has to be.',
  setting: ({ keys, target }) => `$n = ${keys.length}$ keys in the plane, $j = ${target}$ wanted`,
  primary: ['scale'],
  outcome: ({ target }) => [`weight-${target}`, 'plane-margin', 'sufficient'],
  gist: 'margin',
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
    { id: 'edge', label: 'across an edge: two share', params: { query: [[0.6, 1.6]] } },
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
})
