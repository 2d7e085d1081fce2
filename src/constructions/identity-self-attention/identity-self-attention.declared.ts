import { declareConstruction } from '../construction'
import { real } from '../specs'

const SHARE = { min: -3, max: 3, step: 0.05, initial: 0 }

/** What is known of it before its room is opened. */
export const identitySelfAttentionDeclared = declareConstruction({
  id: 'identity-self-attention',
  title: 'Self-attention without matrices',
  menu: 'K = Q = V = I',
  source: '1(e)i',
  editions: '1(e)i in the edition of 2021',
  asks: 'What can tokens say on their own?',
  params: {
    norm: real('Norm', '\\beta', 'plain', { min: 0.1, max: 50, step: 0.1, scale: 'log', initial: 2 }),
    lambda: real('Added share of d', '\\lambda', 'key', { ...SHARE, short: 'share of d' }),
    kappa: real('Added share of c', '\\kappa', 'key', { ...SHARE, short: 'share of c' }),
  },
  asked: { part: 'e1', fields: ['c2'] },
})
