import { declareConstruction } from '../construction'
import { DRAWN_KEYS, DRAWN_SCALE, DRAWS, keyVariance, normVariance, SEED, shownDraw } from '../draws'
import { choice, count } from '../specs'

/** What is known of it before its room is opened. */
export const gaussianKeysDeclared = declareConstruction({
  id: 'gaussian-keys',
  title: 'When keys are random',
  menu: 'Gaussian keys',
  source: '1(c)',
  editions: '1(c) in every edition to 2026',
  asks: 'Does the average survive noisy keys?',
  params: {
    scale: DRAWN_SCALE,
    keyVariance: keyVariance(0.001),
    normVariance: normVariance('Extra variance', 'extra'),
    n: DRAWN_KEYS,
    d: count('Dimension', 'd', 'key', { short: 'dimension', min: 2, max: 1024, scale: 'log', initial: 1024 }),
    query: choice(
      'Query',
      'q',
      'query',
      {
        pair: 'towards a and b',
        push: 'and off the others',
        others: 'off the others only',
      },
      { short: 'query' },
    ),
    seed: SEED,
    draw: shownDraw(0),
    draws: DRAWS,
  },
  /** Orthonormal means need as many dimensions as there are keys. */
  constrain: (params) => ({ ...params, n: Math.min(params.n, params.d) }),
  asked: { part: 'c', fields: ['q'] },
})
