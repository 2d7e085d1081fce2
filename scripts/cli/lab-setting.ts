import type { CorpusSetting } from '../../src/knowledge/corpus/corpus'
import { truth } from './lab-shapes'
import type { Shape } from './shapes'
import { checked, number, oneOf, optional, record, whole } from './shapes'

/** A seed of the core's generator. */
export const seed = checked(whole(0), 'a seed up to 4294967295', (value) => value < 2 ** 32)

/** A share from 0 to 1. */
export const share = checked(number, 'a number from 0 to 1', (value) => value >= 0 && value <= 1)

const atMost = (shape: Shape<number>, most: number) =>
  checked(shape, `at most ${most}`, (value) => value <= most)

const paraphrases: Shape<number | 'fresh'> = {
  name: 'whole number ≥ 1 or "fresh"',
  read: (foreign) => (foreign === 'fresh' ? foreign : atMost(whole(1), 100).read(foreign)),
}

/** Changes of a corpus, as a request spells them. */
export const corpusShape = record<Partial<CorpusSetting>>({
  seed: optional(seed),
  people: optional(atMost(whole(8), 2000)),
  friends: optional(atMost(whole(0), 3)),
  correlation: optional(share),
  namesakes: optional(atMost(whole(0), 100)),
  paraphrases: optional(paraphrases),
  shuffles: optional(truth),
  tokens: optional(oneOf<CorpusSetting['tokens']>(['pieces', 'characters'])),
})
