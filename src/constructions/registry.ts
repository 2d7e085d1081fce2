import { gaussianKeys } from './gaussian-keys/gaussian-keys'
import { identitySelfAttention } from './identity-self-attention/identity-self-attention'
import { keyQueryValue } from './key-query-value/key-query-value'
import { multiHead } from './multi-head/multi-head'
import { singleKey } from './single-key/single-key'
import { twoKeyAverage } from './two-key-average/two-key-average'

/** Every construction, in the order of the notes. A new one is one line here and a folder of its name. */
export const registry = [
  singleKey,
  twoKeyAverage,
  gaussianKeys,
  multiHead,
  identitySelfAttention,
  keyQueryValue,
] as const
