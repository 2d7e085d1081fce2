import { positionOf, type Scale } from './scale'

/** The least distance of two numbers, as a share of the track. */
const APART = 0.075

/**
 * Round numbers to stand along a slider's track, its ends included, in ascending order: multiples of 1, 2 or 5 on a
 * linear track, else 1 and 3 of each decade, as many as keep their distance.
 */
export function tickValues(scale: Scale): readonly number[] {
  const inside = candidatesOf(scale).filter((value) => value > scale.min && value < scale.max)
  const kept = [scale.min]
  for (const value of inside)
    if (distance(scale, kept.at(-1)!, value) >= APART && distance(scale, value, scale.max) >= APART)
      kept.push(value)
  return [...kept, scale.max]
}

const distance = (scale: Scale, a: number, b: number) => positionOf(scale, b) - positionOf(scale, a)

function candidatesOf({ scale, min, max }: Scale): number[] {
  if (scale === 'linear') return multiples(min, max)
  const above = decades(min > 0 ? min : 1, max)
  const below = min < 0 ? decades(1, -min).map((value) => -value) : []
  return [...below.toReversed(), ...(min < 0 ? [0] : []), ...above]
}

function multiples(min: number, max: number): number[] {
  const step = [1, 2, 5, 10]
    .map((digit) => digit * 10 ** Math.floor(Math.log10(max - min) - 1))
    .find((size) => (max - min) / size <= 10)!
  const first = Math.ceil(min / step)
  return Array.from({ length: Math.floor(max / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/** 1 and 3 of each decade from that of `low` to that of `high`. */
function decades(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((exponent) =>
    [1, 3].map((digit) => Number(`${digit}e${exponent}`)),
  )
}
