import { declareConstruction } from '../construction'
import { count, matrix, real } from '../specs'

/** Keys at the corners of a convex figure: each can be selected. */
export const CORNERS = [
  [1.2, 0.7],
  [-0.4, 1.3],
  [-1.3, 0.1],
  [-0.6, -1.1],
  [0.9, -0.9],
]

/** What is known of it before its room is opened. */
export const singleKeyDeclared = declareConstruction({
  id: 'single-key',
  title: 'Selecting one key',
  menu: 'Select',
  source: '1(a)',
  editions: '1(a) in every edition',
  asks: 'When is the output nearly one of the values?',
  params: {
    scale: real('Scale', 'Q', 'query', { min: 0, max: 1000, step: 0.1, scale: 'symlog', initial: 9 }),
    keys: matrix('Keys', 'k_i', 'key', {
      rows: [3, 12],
      columns: [2, 2],
      min: -2,
      max: 2,
      step: 0.05,
      initial: CORNERS,
    }),
    query: matrix('Query direction', 'u', 'query', {
      rows: [1, 1],
      columns: [2, 2],
      min: -2,
      max: 2,
      step: 0.05,
      initial: [[0.8, 0.3]],
    }),
    target: count('Wanted key', 'j', 'key', { short: 'wanted key', min: 1, max: 12, initial: 1 }),
    n: count('Any number of keys', 'N', 'key', {
      short: 'any number',
      min: 2,
      max: 1_000_000,
      scale: 'log',
      initial: 1000,
    }),
    margin: real('Any margin', 'm', 'query', {
      short: 'any margin',
      min: -20,
      max: 750,
      step: 0.1,
      scale: 'symlog',
      initial: 9,
    }),
    epsilon: real('Leak allowed', '\\varepsilon', 'weight', {
      short: 'leak allowed',
      min: 1e-300,
      max: 0.5,
      step: 1e-300,
      scale: 'log',
      initial: 0.01,
    }),
  },
  constrain: (params) => ({ ...params, target: Math.min(params.target, params.keys.length) }),
  asked: { part: 'a', fields: ['q'] },
})
