import { scaleLinear, scaleLog } from 'd3'

/** Two ends: of a domain, or of the places that it is drawn at. */
export type Span = readonly [from: number, to: number]

/** From values to places along an axis and back, with the values that the axis names. */
export interface Scale {
  (value: number): number
  /** The value at a place: the inverse. */
  invert(place: number): number
  readonly domain: Span
  /** About `count` round values of the domain. */
  ticks(count: number): readonly number[]
  /** How a tick is written. */
  text(tick: number): string
}

/** A scale whose places are still to be chosen. */
export type ScaleOn = (places: Span) => Scale

/** Equal steps for equal differences. */
export function linear(domain: Span, text: (tick: number) => string = shortest): ScaleOn {
  return (places) => {
    const scale = scaleLinear(domain, places)
    return scaleOf(scale, domain, (count) => scale.ticks(count), text)
  }
}

/** Equal steps for equal ratios, named at powers of ten; both ends of the domain are above 0. */
export function log(domain: Span, text: (tick: number) => string = shortest): ScaleOn {
  return (places) => {
    const scale = scaleLog(domain, places)
    const leading = Math.log10(domain[1] / domain[0]) > 2 ? [1] : [1, 2, 5]
    const ticks = () => scale.ticks().filter((tick) => leading.includes(leadingDigit(tick)))
    return scaleOf(scale, domain, ticks, text)
  }
}

/**
 * Powers of ten, given by their exponents: what is too small for float64 has a place all the same. Named are whole
 * exponents, or where the domain holds fewer than two of them, whatever is round.
 */
export function powers(domain: Span, text: (exponent: number) => string = scientific): ScaleOn {
  return (places) => {
    const scale = scaleLinear(domain, places)
    const ticks = (count: number) => {
      const all = scale.ticks(count)
      const whole = all.filter(Number.isInteger)
      return whole.length < 2 ? all : whole
    }
    return scaleOf(scale, domain, ticks, text)
  }
}

const leadingDigit = (value: number) => Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9))

function scaleOf(
  scale: { (value: number): number; invert(place: number): number },
  domain: Span,
  ticks: Scale['ticks'],
  text: Scale['text'],
): Scale {
  const place = (value: number) => scale(value)
  return Object.assign(place, { invert: (at: number) => scale.invert(at), domain, ticks, text })
}

/** The shortest text of a round number, with a true minus sign. */
export const shortest = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−')

/** `1e−5` of −5, and 1 of 0. */
export const scientific = (exponent: number) => (exponent === 0 ? '1' : `1e${shortest(exponent)}`)

/** 0.001 to 1000 written out, beyond as `1e−5`. */
export const writtenOut = (exponent: number) =>
  Math.abs(exponent) <= 3 ? shortest(Number((10 ** exponent).toPrecision(3))) : scientific(exponent)

/** The nearest value that lies in the domain of a scale. */
export const within = ({ domain: [from, to] }: Scale, value: number) =>
  Math.min(Math.max(from, to), Math.max(Math.min(from, to), value))

/** Whether a scale has a place for a value between the ends of its axis. */
export const isWithin = (scale: Scale, value: number) => within(scale, value) === value
