import type { Design } from '../../core/heads/head-designs'
import { symbol } from '../../tex/symbols'

interface Named {
  readonly name: string
  /** A name that fits beside a curve. */
  readonly short: string
  /** TeX of the query of head i, or of the only one. */
  readonly query: string
}

const mean = (i: string) => symbol('key', `\\mu_${i}`, `mean-${i}`)
const Q = symbol('query', 'Q', 'scale')

/** Names and queries of the designs, for readers. */
export const NAMED: Readonly<Record<Design, Named>> = {
  one: { name: 'one head', short: 'one head', query: `${Q}\\textstyle\\sum_{i\\in S}${mean('i')}` },
  separate: { name: 'a head for each key', short: 'a head each', query: `${Q}\\,${mean('i')}` },
  identical: {
    name: 'identical heads',
    short: 'identical heads',
    query: `${Q}\\textstyle\\sum_{i\\in S}${mean('i')}`,
  },
  pushing: {
    name: 'heads that push',
    short: 'pushing',
    query: `${Q}(${mean('i')} - \\lambda\\textstyle\\sum_{j\\ne i}${mean('j')})`,
  },
  away: {
    name: 'one head, off the others',
    short: 'off the others',
    query: `-${Q}\\textstyle\\sum_{j\\notin S}${mean('j')}`,
  },
}
