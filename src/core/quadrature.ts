import { expectFinite, refuse } from './expect'
import { normalPdf } from './normal'

/**
 * Integral `∫ f(x) dx` from the first to the last of `breaks`, within 1e−12 of `∫ |f(x)| dx`.
 *
 * Adaptive: every panel between two breaks is integrated by Kronrod's 15 points and compared with Gauss's 7
 * among them; while the differences add up to too much, the worst panels are halved. The difference overstates
 * the error of the 15 points, so for analytic f the result is good to about 1e−15. The same input always gives
 * the same bits.
 *
 * @param f - finite on the interval; a jump or a peak that no point of the first panels would see needs a break
 * @param breaks - increasing, at least two
 * @throws {RangeError} if `f` is not finite, or so rough that {@link MOST_PANELS} panels do not resolve it
 */
export function integral(f: (x: number) => number, breaks: readonly number[]): number {
  let panels = breaks.slice(1).map((to, i) => panelOf(f, breaks[i], to))
  for (;;) {
    const size = total(panels, (panel) => panel.size)
    if (!Number.isFinite(size)) refuse('integral', 'a finite integrand', size)
    if (total(panels, (panel) => panel.error) <= TOLERANCE * size)
      return total(panels, (panel) => panel.value)
    if (panels.length > MOST_PANELS) refuse('integral', 'a smoother integrand', `${panels.length} panels`)
    const share = (TOLERANCE * size) / panels.length
    panels = panels.flatMap((panel) => (panel.error > share ? halves(f, panel) : [panel]))
  }
}

/**
 * Expectation `E f(X)` of X ~ N(mean, sd²), within 1e−12 of `E |f(X)|`; for sd = 0, `f(mean)`.
 *
 * Made for functions that are smooth but steep: f may change within 1e−9 of a standard deviation, as σ(x) does for
 * sd = 1e9, if it does so at `steepAt`. Wherever else f jumps or bends, the panels are halved until they
 * resolve it. Measured for σ and for (σ − ½)², sd from 1e−9 to 1e6: relative error ≤ 2e−15.
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
  return breaks.filter((t) => Math.abs(start + t) < REACH + 1).sort((a, b) => a - b)
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
  0.99145537112081263921, 0.94910791234275852453, 0.86486442335976907279, 0.74153118559939443986,
  0.58608723546769113029, 0.40584515137739716691, 0.2077849550078984676,
]
const KRONROD = [
  0.02293532201052922496, 0.06309209262997855329, 0.10479001032225018384, 0.14065325971552591875,
  0.16900472663926790283, 0.19035057806478540991, 0.20443294007529889241, 0.20948214108472782801,
]
const GAUSS = [0.12948496616886969327, 0.2797053914892766679, 0.38183005050511894495, 0.41795918367346938776]
