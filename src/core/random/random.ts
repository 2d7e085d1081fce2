import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { refuse } from '../numbers/expect'
import { drawTail, isUnderBell, SAFE_OFFSETS, STEP_WIDTHS } from './ziggurat'

/** A stream of random numbers, the same bits on every machine for the same seed and calls. */
export interface Random {
  /** A draw from [0, 1): one of the 2⁵³ multiples of 2⁻⁵³, all equally likely. */
  uniform(): number
  /**
   * A whole number from `min` to `max`, both included, all equally likely.
   *
   * @throws {RangeError} if a bound is not a safe integer, `min` exceeds `max` or there are over 2⁵³ numbers
   */
  integer(min: number, max: number): number
  /** A draw from the standard normal law N(0, 1). */
  normal(): number
  /** Fills `target` with what as many calls of {@link Random.normal} would return, only faster. */
  fillNormals(target: Float64Array): void
}

/**
 * The stream of `seed`: xoroshiro128+ of pure-rand for the bits, a ziggurat of 256 strips for the bell.
 *
 * The ziggurat uses + − × ÷ √ only, whose results IEEE 754 fixes, so normal draws too have the same bits everywhere.
 *
 * @param seed - whole number from 0 to 2³² − 1
 * @throws {RangeError} if `seed` is anything else
 */
export function createRandom(seed: number): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < TWO_32))
    refuse('createRandom', 'a whole seed from 0 to 2³² − 1', seed)
  return new Xoroshiro(seed)
}

class Xoroshiro implements Random {
  private generator: RandomGenerator

  constructor(seed: number) {
    this.generator = xoroshiro128plusFromState(spread(seed))
  }

  uniform(): number {
    return this.bits() / TWO_53
  }

  integer(min: number, max: number): number {
    const count = expectedCount(min, max)
    const each = Math.floor(TWO_53 / count)
    // Quotients beyond the last number would make it likelier than the others.
    for (;;) {
      const quotient = Math.floor(this.bits() / each)
      if (quotient < count) return min + quotient
    }
  }

  normal(): number {
    const high = this.generator.next()
    const low = this.generator.next()
    const offset = offsetOf(high, low)
    const strip = low >>> 24
    return Math.abs(offset) < SAFE_OFFSETS[strip] ? offset * STEP_WIDTHS[strip] : this.settled(strip, offset)
  }

  fillNormals(target: Float64Array): void {
    let filled = 0
    while (filled < target.length) filled = this.fillRun(target, filled)
  }

  /** Fills `target` from `start` to the end, or past the first draw that needs more bits; returns where it stopped. */
  private fillRun(target: Float64Array, start: number): number {
    // As this generator does not leave the function, engines keep its state in registers: 9 ns a draw against 25.
    const local = xoroshiro128plusFromState(this.generator.getState())
    const [widths, edges] = [STEP_WIDTHS, SAFE_OFFSETS]
    let next = start
    let offset = 0
    let strip = 0
    let safe = true
    while (safe && next < target.length) {
      const high = local.next()
      const low = local.next()
      offset = offsetOf(high, low)
      strip = low >>> 24
      target[next++] = offset * widths[strip]
      safe = Math.abs(offset) < edges[strip]
    }
    this.generator = xoroshiro128plusFromState(local.getState())
    if (!safe) target[next - 1] = this.settled(strip, offset)
    return next
  }

  /** The normal draw that begins at an offset which may lie outside the bell. */
  private settled(strip: number, offset: number): number {
    const x = offset * STEP_WIDTHS[strip]
    if (strip === 0) return Math.sign(x) * drawTail(() => 1 - this.uniform())
    return isUnderBell(strip, x, this.uniform()) ? x : this.normal()
  }

  /** A whole number below 2⁵³ from the upper bits of two words: the lowest bits of xoroshiro128+ are its weakest. */
  private bits(): number {
    const high = this.generator.next() >>> 5
    return high * 2 ** 26 + (this.generator.next() >>> 6)
  }
}

const TWO_32 = 2 ** 32
const TWO_53 = 2 ** 53

/** From −2⁵² to 2⁵², both excluded: 53 bits and a half, symmetric about 0. They share no bit with the strip. */
function offsetOf(high: number, low: number): number {
  return high * 2 ** 21 + (low & 0x1fffff) + 0.5
}

function expectedCount(min: number, max: number): number {
  if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && min <= max && max - min < TWO_53))
    refuse('integer', 'safe integers min ≤ max, at most 2⁵³ of them', `${min} and ${max}`)
  return max - min + 1
}

/**
 * Four words of state from one seed, by SplitMix: neighbouring seeds get unrelated states. pure-rand's own seeding
 * shows the seed in the first words that it draws.
 */
function spread(seed: number): number[] {
  return [1, 2, 3, 4].map((i) => {
    let word = (seed + Math.imul(i, 0x9e3779b9)) | 0
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return word ^ (word >>> 16)
  })
}
