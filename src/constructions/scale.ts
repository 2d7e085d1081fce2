import type { Random } from '../core/random/random'

/** What a slider needs to know of a number: a {@link NumberSpec} has it, and so has a matrix cell. */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly scale: 'linear' | 'log' | 'symlog'
  readonly integer?: boolean
}

/** Where `value` is on the slider's track: 0 at `min`, 1 at `max`. */
export function positionOf(scale: Scale, value: number): number {
  const { warp } = warping(scale)
  const [low, high] = [warp(scale.min), warp(scale.max)]
  return Math.min(1, Math.max(0, (warp(value) - low) / (high - low)))
}

/** The value at track position `t` ∈ [0, 1]: whole steps on a linear track, three significant digits beyond. */
export function valueAt(scale: Scale, t: number): number {
  if (t <= 0) return scale.min
  if (t >= 1) return scale.max
  const { warp, unwarp } = warping(scale)
  const [low, high] = [warp(scale.min), warp(scale.max)]
  return nearest(scale, unwarp(low + t * (high - low)))
}

/**
 * The value `count` key presses away from `value`: multiples of `step` on a linear track; on the others the
 * step grows with the value's decade, one unit of its second digit. No drift: 0.1 ten times is 1.
 */
export function stepped(scale: Scale, value: number, count: number): number {
  const step = keyStep(scale, value)
  return clamped(scale, tidy(Math.round(value / step + count) * step))
}

/** The nearest value inside the range. */
export function clamped({ min, max }: Pick<Scale, 'min' | 'max'>, value: number): number {
  return Math.min(max, Math.max(min, value))
}

/** A value uniform along the track. */
export function draw(scale: Scale, random: Random): number {
  return valueAt(scale, random.uniform())
}

function keyStep({ scale, step, integer }: Scale, value: number): number {
  if (scale === 'linear' || value === 0) return step
  const ofSecondDigit = 10 ** (Math.floor(Math.log10(Math.abs(value)) + 1e-12) - 1)
  return scale === 'log' && !integer ? ofSecondDigit : Math.max(step, ofSecondDigit)
}

/** The value nearest to `value` that the slider can be put to: whole steps of a linear one, three digits of others. */
export function nearest(scale: Scale, value: number): number {
  if (scale.integer) return clamped(scale, Math.round(roundedToDigits(scale, value)))
  return clamped(scale, roundedToDigits(scale, value))
}

function roundedToDigits({ scale, step }: Scale, value: number): number {
  return scale === 'linear' ? tidy(Math.round(value / step) * step) : Number(value.toPrecision(3))
}

/** `value` without the last bits that decimal steps leave behind: 0.30000000000000004 becomes 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0
}

function warping({ scale, step }: Scale): { warp(x: number): number; unwarp(y: number): number } {
  if (scale === 'log') return { warp: Math.log, unwarp: Math.exp }
  if (scale === 'linear') return { warp: (x) => x, unwarp: (y) => y }
  const bend = step * 10
  return { warp: (x) => Math.asinh(x / bend), unwarp: (y) => bend * Math.sinh(y) }
}
