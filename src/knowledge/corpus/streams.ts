import { createRandom, type Random } from '../../core/random/random'

/** What a stream of random numbers is for: each purpose draws from its own, so that none disturbs another. */
const PURPOSES = [
  'people',
  'texts',
  'parameters',
  'pretraining',
  'finetuning',
  'unseen',
  'scores',
  'recall',
] as const

export type Purpose = (typeof PURPOSES)[number]

/**
 * The stream of a seed for one purpose, and of one step of it: training that goes on from a step needs no memory of the
 * steps before.
 */
export function stream(seed: number, purpose: Purpose, step = 0): Random {
  let word = (seed ^ Math.imul(PURPOSES.indexOf(purpose) + 1, 0x9e3779b9)) | 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul((word ^ (word >>> 13)) + step, 0xc2b2ae35)
  return createRandom((word ^ (word >>> 16)) >>> 0)
}

/** `items` in an order that is any of them with equal probability. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.slice()
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(0, i)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

/** One of `items`, each equally likely. */
export const choose = <T>(items: readonly T[], random: Random): T =>
  items[random.integer(0, items.length - 1)]
