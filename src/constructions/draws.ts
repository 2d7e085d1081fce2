import type { NumberSpec } from './params'
import { count, real } from './specs'

/** Length of the queries of a construction whose keys are drawn. */
export const DRAWN_SCALE: NumberSpec = real('Scale', 'Q', 'query', {
  min: 0.1,
  max: 1000,
  step: 0.1,
  scale: 'log',
  initial: 10,
})

/** Variance of every entry of a key that is drawn. */
export const keyVariance = (initial: number): NumberSpec =>
  real('Key variance', '\\alpha', 'key', {
    short: 'variance',
    min: 0,
    max: 0.1,
    step: 1e-9,
    scale: 'symlog',
    initial,
  })

/** Variance that key a has along its mean besides, in the words of its room. */
export const normVariance = (label: string, short: string): NumberSpec =>
  real(label, '\\nu', 'key', { short, min: 0, max: 2, step: 0.05, initial: 0.5 })

/** How many keys are drawn. */
export const DRAWN_KEYS: NumberSpec = count('Number of keys', 'n', 'key', {
  short: 'keys',
  min: 2,
  max: 1000,
  scale: 'log',
  initial: 10,
})

/** The seed that fixes every draw. */
export const SEED: NumberSpec = count('Seed', '\\text{seed}', 'plain', {
  min: 0,
  max: 4_294_967_295,
  initial: 224,
  short: 'seed',
  place: 'field',
})

/** Which draw of the seed is shown, the `initial` one at first. */
export const shownDraw = (initial: number): NumberSpec =>
  count('Draw shown', '\\text{draw}', 'plain', {
    min: 0,
    max: 999_999,
    initial,
    short: 'draw',
    place: 'field',
  })

/** How many draws are made to be counted. */
export const DRAWS: NumberSpec = count('Draws', 'N', 'plain', {
  min: 1,
  max: 1_000_000,
  scale: 'log',
  initial: 100_000,
  short: 'draws',
  place: 'field',
})
