import { declareConstruction } from '../construction'
import { DRAWN_KEYS, DRAWN_SCALE, DRAWS, keyVariance, normVariance, SEED, shownDraw } from '../draws'
import { choice, count, real } from '../specs'

/** What is known of it before its room is opened. */
export const multiHeadDeclared = declareConstruction({
  id: 'multi-head',
  title: 'A head for each key',
  menu: 'Heads',
  source: '1(d)',
  editions: '1(d) in every edition to 2026; from 2023 the queries must differ',
  asks: 'Do two heads repair what one breaks?',
  params: {
    scale: DRAWN_SCALE,
    keyVariance: keyVariance(1e-4),
    normVariance: normVariance('Variance of γ', 'of γ'),
    n: DRAWN_KEYS,
    heads: count('Heads', 'H', 'query', { short: 'heads', min: 2, max: 8, initial: 2 }),
    push: real('Push', '\\lambda', 'query', { short: 'push', min: 0, max: 4, step: 0.1, initial: 2 }),
    design: choice(
      'Design shown',
      'q_i',
      'query',
      {
        one: 'one head',
        separate: 'a head for each key',
        identical: 'identical heads',
        pushing: 'heads that push',
        away: 'one head, off the others',
      },
      { initial: 'separate', place: 'figure' },
    ),
    seed: SEED,
    draw: shownDraw(3),
    draws: DRAWS,
  },
  constrain: (params) => ({ ...params, heads: Math.min(params.heads, params.n) }),
  asked: { part: 'd', fields: ['q1', 'q2'] },
})
