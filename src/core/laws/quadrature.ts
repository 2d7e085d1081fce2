import { expectFinite, refuse } from '../numbers/expect'
import { normalPdf } from './normal'

/**
 * Integral `∫ f(x) dx` from the first to the last of `breaks`, within 1e−12 of `∫ |f(x)| dx`.
 *
 * Adaptive: every panel between two breaks is integrated by Kronrod's 15 points and compared with Gauss's 7
 * among them; while the differences add up to too much, the worst panels are halved. The difference overstates
 * the error of the 15 points, so for analytic f the result is good to about 1e−15. The same input always gives
 * the same bits.
 *
 * @param f - finite on the interval; what happens between two points is not seen, so a narrow peak, or a jump
 * close to a break, needs a break of its own
 * @param breaks - increasing, at least two
 * @throws {RangeError} if `f` is not finite, or so rough that {@link MOST_PANELS} panels do not resolve it
 */
export function integral(f: (x: number) => number, breaks: readonly number[]): number {
  let panels = breaks.slice(1).map((to, i) => panelOf(f, breaks[i], to))
  for (;;) {
    const size = total(panels, (panel) => panel.size)
    if (!Number.isFinite(size)) refuse('integral', 'a finite integrand', size)
    const allowed = TOLERANCE * size
    if (total(panels, (panel) => panel.error) <= allowed) return total(panels, (panel) => panel.value)
    if (panels.length > MOST_PANELS) refuse('integral', 'a smoother integrand', `${panels.length} panels`)
    const share = allowed / panels.length
    panels = panels.flatMap((panel) => (panel.error > share ? halves(f, panel) : [panel]))
  }
}

/**
 * Expectation `E f(X)` of X ~ N(mean, sd²), within 1e−12 of `E |f(X)|`; for sd = 0, `f(mean)`.
 *
 * Made for functions that are smooth but steep: f may jump at `steepAt`, or change within 1e−9 of a standard
 * deviation there, as σ(x) does at 0 for sd = 1e9. Elsewhere it is seen through points a few tenths of a standard
 * deviation apart, and closer where it needs them. Measured for σ and (σ − ½)², sd from 1e−3 to 1e9: relative error
 * ≤ 2e−15. For two independent normals nest it: that takes a million values of f.
 *
 * @param f - finite; may grow, but slower than the bell shrinks
 * @param mean - finite
 * @param sd - standard deviation, finite, ≥ 0
 * @param steepAt - where f changes fastest, if it is known
 * @throws {RangeError} if `mean`, `sd` or `steepAt` is out of range, or as {@link integral} does
 */
export function expectNormal(f: (x: number) => number, mean: number, sd: number, steepAt = mean): number {
  expectFinite('expectNormal', 'mean', mean)
  expectFinite('expectNormal', 'place', steepAt)
  if (!(sd >= 0 && sd < Infinity)) refuse('expectNormal', 'a finite sd ≥ 0', sd)
  if (sd === 0) return f(mean)
  // Distances are counted from the steep place if it is in sight, because there x must not be rounded.
  const steep = (steepAt - mean) / sd
  const [origin, start] = Math.abs(steep) < REACH ? [steepAt, steep] : [mean, 0]
  return integral((t) => f(origin + sd * t) * normalPdf(start + t), normalBreaks(start))
}

/** φ is 0 in float64 from here on, in standard deviations. */
const REACH = 39

/** Breaks for φ(start + t): one every 3 standard deviations, and a geometric ladder down to t = 0. */
function normalBreaks(start: number): number[] {
  const even = Array.from({ length: 27 }, (_, i) => REACH * (i / 13 - 1) - start)
  const ladder = Array.from({ length: 16 }, (_, i) => 2 * REACH * 0.125 ** i)
  const breaks = [...even, ...ladder, 0, ...ladder.map((t) => -t)]
  return breaks.filter((t) => Math.abs(start + t) < REACH + 1).toSorted((a, b) => a - b)
}

const TOLERANCE = 1e-12

/** Where {@link integral} gives up; a jump at an unknown place takes about a hundred. */
const MOST_PANELS = 5000

interface Panel {
  readonly from: number
  readonly to: number
  readonly value: number
  /** ∫ |f|, what errors are measured against. */
  readonly size: number
  readonly error: number
}

function panelOf(f: (x: number) => number, from: number, to: number): Panel {
  const half = (to - from) / 2
  const middle = from + half
  const centre = f(middle)
  let value = KRONROD[7] * centre
  let gauss = GAUSS[3] * centre
  let size = KRONROD[7] * Math.abs(centre)
  for (let i = 0; i < 7; i++) {
    const left = f(middle - half * NODES[i])
    const right = f(middle + half * NODES[i])
    value += KRONROD[i] * (left + right)
    size += KRONROD[i] * (Math.abs(left) + Math.abs(right))
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2] * (left + right)
  }
  return { from, to, value: value * half, size: size * half, error: Math.abs(value - gauss) * half }
}

function halves(f: (x: number) => number, { from, to }: Panel): Panel[] {
  const middle = from + (to - from) / 2
  return [panelOf(f, from, middle), panelOf(f, middle, to)]
}

function total(panels: readonly Panel[], part: (panel: Panel) => number): number {
  return panels.reduce((sum, panel) => sum + part(panel), 0)
}

/** Kronrod's points in (0, 1), outermost first, and the weights of these and of 0; every second is Gauss's. */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848,
]
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
]
const GAUSS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694]
