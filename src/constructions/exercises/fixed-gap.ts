import { portableExpWide } from '../../core/numbers/portable'
import type { Answered, Gap, Head, Instance, Showing } from './exercise'

/** Keys beyond which no room goes. */
const MOST_KEYS = 1e6

/**
 * What a lead of a fixed number of nats costs where the keys are orthonormal: with `2 + 2eˡ` keys, half of the weight of
 * a query that wants two of them.
 *
 * @param showing - the room with so many keys and that lead; rooms end at fewer keys than are needed for long queries
 */
export function fixedGap(
  answered: Answered,
  instance: Instance,
  showing: (n: number, lead: number) => Showing,
): Gap {
  const heads = instance.outcome(1, answered)?.heads ?? []
  const lead = Math.min(...heads.map(leadOf))
  const keys = Math.ceil(2 + 2 * portableExpWide(lead))
  const prose =
    keys <= MOST_KEYS
      ? `With $n = ${keys}$ keys, half of the weight lies on those that are not wanted.`
      : `Each other key keeps $e^{-${Number(lead.toPrecision(3))}}$ of the weight of a wanted one at every scale: too little for a picture, but it does not fall, and with enough keys it is half of the weight.`
  return { prose, showing: showing(Math.min(keys, MOST_KEYS), lead) }
}

/** By how many nats the better of keys a and b leads the others. */
function leadOf({ scores: [a, b, ...others] }: Head): number {
  return Math.max(a, b) - Math.max(...others)
}
