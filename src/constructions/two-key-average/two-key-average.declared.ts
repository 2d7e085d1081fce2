import { declareConstruction } from '../construction'
import { count, matrix, real } from '../specs'

const EQUAL = [[1, 1, 1, 1, 1, 1, 1, 1]]

/** What is known of it before its room is opened. */
export const twoKeyAverageDeclared = declareConstruction({
  id: 'two-key-average',
  title: 'Averaging two keys',
  menu: 'Average',
  source: '1(b)',
  editions: '1(b) in the editions of 2021 and 2024–2026, 1(b)ii in 2022–2023',
  asks: 'Can one query fetch the average of two values?',
  params: {
    scale: real('Scale', 'Q', 'query', { min: 0, max: 1000, step: 0.1, scale: 'symlog', initial: 3 }),
    n: count('Number of keys', 'n', 'key', {
      short: 'keys',
      min: 2,
      max: 1_000_000,
      scale: 'log',
      initial: 10,
    }),
    imbalance: real('Imbalance', '\\delta', 'query', {
      short: 'imbalance',
      min: -10,
      max: 10,
      step: 0.1,
      initial: 0,
    }),
    angle: real('Angle of keys', '\\theta', 'key', {
      short: 'angle',
      min: 0,
      max: 90,
      step: 1,
      unit: '°',
      initial: 90,
    }),
    pushAway: real('Push others away', 'R', 'query', {
      short: 'push away',
      min: 0,
      max: 1000,
      step: 0.1,
      scale: 'symlog',
      initial: 0,
    }),
    m: count('Keys to average', 'm', 'key', { short: 'wanted', min: 1, max: 8, initial: 2 }),
    proportions: matrix('Proportions', 'w_a : w_b : \\dots', 'weight', {
      rows: [1, 1],
      columns: [8, 8],
      min: 0.01,
      max: 100,
      step: 0.1,
      initial: EQUAL,
      place: 'figure',
    }),
    epsilon: real('Leak allowed', '\\varepsilon', 'weight', {
      min: 1e-300,
      max: 0.5,
      step: 1e-300,
      scale: 'log',
      initial: 1e-6,
      place: 'figure',
    }),
  },
  constrain(params) {
    const m = Math.min(params.m, params.n)
    return { ...params, m, imbalance: m < 2 ? 0 : params.imbalance }
  },
  asked: { part: 'b', fields: ['q'] },
})
