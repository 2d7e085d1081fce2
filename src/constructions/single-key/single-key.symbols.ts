import { texNumber } from '../../tex/format'
import { symbol } from '../../tex/symbols'
import type { KeyIndex } from './single-key.model'

/** Symbols that the derivation, the quantities and the figures share. */
export const symbols = {
  scale: symbol('query', 'Q', 'scale'),
  direction: symbol('query', 'u', 'query'),
  margin: symbol('plain', '\\Delta', 'plane-margin'),
  leak: symbol('weight', 'L', 'leak'),
  count: symbol('key', 'n', 'key-count'),
  epsilon: symbol('weight', '\\varepsilon', 'epsilon'),
  othersMean: symbol('value', '\\bar v', 'value-mean'),
  anyCount: symbol('key', 'N', 'n'),
  anyMargin: symbol('query', 'm', 'margin'),
  score: (index: string) => symbol('plain', `s_${index}`, `score-${index}`),
}

/** TeX of a number that is in a product or a difference: in parentheses where it is negative. */
export const factor = (x: number, digits = 4) =>
  x < 0 ? `(${texNumber(x, undefined, digits)})` : texNumber(x, undefined, digits)

/** TeX of `Σ_{l≠i} e^{s_l − s_i}` with the current numbers. */
export function differences(scores: readonly number[], i: KeyIndex): string {
  const terms = scores.flatMap((s, l) => (l === i ? [] : [`e^{${texNumber(s - scores[i], undefined, 4)}}`]))
  return terms.join(' + ')
}
