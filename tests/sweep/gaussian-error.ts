import { normalMean, phi } from './numbers'

/*
 * E ‖c − ½(v_a + v_b)‖² once more, by panels of Gauss–Legendre over ln t in 1/D² = ∫ t e^{−tD} dt and the trapezoidal rule
 * for the scores. Nothing of src/core is used here.
 */

/** Nodes and weights of the Gauss–Legendre rule of ten points on [−1, 1], the positive half. */
const GAUSS = [
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
] as const

/** Scores: a and b of one mean, all others of another; `sd` of a and of every other score. */
export interface Scores {
  readonly gap: number
  readonly sdA: number
  readonly sd: number
  readonly others: number
}

/** `E e^{−X}`, `E X e^{−X}` and `E X² e^{−X}` for X = e^u, u ~ N(mean, sd²). */
function moments(mean: number, sd: number): [number, number, number] {
  if (sd === 0) {
    const x = Math.exp(Math.min(mean, 700))
    return [Math.exp(-x), x * Math.exp(-x), x * x * Math.exp(-x)]
  }
  const [low, high] = [Math.max(-40, mean - 9 * sd), Math.min(6, mean + 9 * sd)]
  const total: [number, number, number] = [phi((low - mean) / sd), 0, 0]
  if (high <= low) return total
  const scale = 1 / (sd * Math.sqrt(2 * Math.PI))
  overPanels(low, high, Math.min(3, 2 * sd), (u, weight) => {
    const z = (u - mean) / sd
    const x = Math.exp(u)
    const kept = weight * scale * Math.exp((-z * z) / 2 - x)
    total[0] += kept
    total[1] += kept * x
    total[2] += kept * x * x
  })
  return total
}

/** Visits the nodes of Gauss–Legendre panels, each at most so long, with their weights. */
export function overPanels(
  from: number,
  to: number,
  length: number,
  visit: (x: number, weight: number) => void,
): void {
  if (to - from < 1e-9) return
  const count = Math.ceil((to - from) / length)
  const half = (to - from) / count / 2
  for (let i = 0; i < count; i++) {
    const middle = from + (2 * i + 1) * half
    for (const [x, w] of GAUSS) {
      visit(middle - x * half, w * half)
      visit(middle + x * half, w * half)
    }
  }
}

function integrand({ gap, sdA, sd, others: N }: Scores, tau: number): number {
  const [a, b, o] = [moments(tau, sdA), moments(tau, sd), moments(tau - gap, sd)]
  const pair = (a[2] * b[0] + a[0] * b[2]) / 2 - a[1] * b[1]
  const power = (count: number) => (count <= 0 ? 1 : o[0] ** count)
  const rest = 1.5 * N * o[2] * power(N - 1) + 0.5 * N * (N - 1) * o[1] ** 2 * power(N - 2)
  return pair * power(N) + a[0] * b[0] * rest
}

/** The expected squared error of c, for orthonormal values. */
export function expectedErrorOf(scores: Scores): number {
  const { gap, sdA, sd, others } = scores
  if (others === 0 || sd === 0) return errorOfShares(scores)
  const ends = [-9 * sdA - 45, -9 * sd - 45, 9 * sd + 8 + Math.max(0, gap), 9 * sdA + 8 + Math.max(0, gap)]
  const fine = 3 * Math.max(1, sd / 5)
  const coarse = Math.max(fine, sdA / 2)
  let total = 0
  const add = (tau: number, weight: number) => {
    total += weight * integrand(scores, tau)
  }
  overPanels(ends[0], ends[1], coarse, add)
  overPanels(ends[1], ends[2], fine, add)
  overPanels(ends[2], ends[3], coarse, add)
  return total
}

/** Where only a and b vary, or only a: the share's variance and the leak at each difference of the two scores. */
function errorOfShares({ gap, sdA, sd, others }: Scores): number {
  const error = (difference: number) => {
    const [a, b, o] = [difference, 0, -gap + Math.log(Math.max(others, 1e-300))]
    const peak = Math.max(a, b, o)
    const [A, B, T] = [a, b, o].map((s) => Math.exp(s - peak))
    const D = A + B + T
    return ((A - B) ** 2 / 2 + T ** 2 / 2 + (others > 0 ? T ** 2 / others : 0)) / D ** 2
  }
  return meanOver(error, Math.hypot(sdA, sd))
}

/** `E f(X)` for X ~ N(0, sd²) and an f that changes near 0 only, within a few units. */
export function meanOver(f: (x: number) => number, sd: number): number {
  if (sd === 0) return f(0)
  if (sd < 3) return normalMean((z) => f(sd * z), 2000)
  // What f is far out on either side, and the difference from that near 0.
  const reach = 120
  const far = (x: number) => (x < 0 ? f(-9 * sd - reach) : f(9 * sd + reach))
  let total = (far(-1) + far(1)) / 2
  const width = 0.02
  for (let i = 0; i < (2 * reach) / width; i++) {
    const x = -reach + (i + 0.5) * width
    total += ((f(x) - far(x)) * width * Math.exp(-((x / sd) ** 2) / 2)) / (sd * Math.sqrt(2 * Math.PI))
  }
  return total
}
