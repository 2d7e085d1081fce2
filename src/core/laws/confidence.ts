import { expectCount, expectFraction } from '../numbers/expect'
import { normalQuantile } from './normal'
import { type Moments, sampleVariance } from './statistics'

/** An interval that covers the true value with the stated probability. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's interval for a probability of which `hits` of `count` trials are known; never outside [0, 1], and of
 * positive length also where none or all hit.
 *
 * E. B. Wilson, J. Amer. Statist. Assoc. 22 (1927) 209–212.
 *
 * @param level - probability of covering, between 0 and 1
 * @throws {RangeError} if an argument is out of range
 */
export function proportionInterval(hits: number, count: number, level: number): Interval {
  const z = spread('proportionInterval', count, level)
  expectCount('proportionInterval', 'number of hits', hits, 0)
  expectCount('proportionInterval', 'number of misses', count - hits, 0)
  const centre = hits + z ** 2 / 2
  const half = z * Math.sqrt((hits * (count - hits)) / count + z ** 2 / 4)
  // At the ends the difference is 0 but for rounding.
  return {
    low: hits === 0 ? 0 : (centre - half) / (count + z ** 2),
    high: hits === count ? 1 : (centre + half) / (count + z ** 2),
  }
}

/**
 * Half the length of the normal interval for a mean, `z·s/√count`; ∞ for a single number.
 *
 * @param level - probability of covering, between 0 and 1
 * @throws {RangeError} if an argument is out of range
 */
export function meanUncertainty(moments: Moments, level: number): number {
  const z = spread('meanUncertainty', moments.count, level)
  return moments.count === 1 ? Infinity : z * Math.sqrt(sampleVariance(moments) / moments.count)
}

/** Standard deviations on each side that hold `level` of the bell. */
function spread(where: string, count: number, level: number): number {
  expectCount(where, 'count', count, 1)
  expectFraction(where, 'level', level)
  return -normalQuantile((1 - level) / 2)
}
