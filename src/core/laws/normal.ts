import { refuse } from '../numbers/expect'

const ROOT_TAU = 2.5066282746310002

/**
 * Standard normal density `φ(x) = exp(−x²/2)/√(2π)`; 0 at ±∞.
 *
 * Relative error ≤ 6e−16 (measured) while the value is not denormal, |x| ≤ 37.6.
 *
 * @throws {RangeError} if `x` is NaN
 */
export function normalPdf(x: number): number {
  expectNumber('normalPdf', x)
  return bell(Math.abs(x)) / ROOT_TAU
}

/**
 * Standard normal distribution function `Φ(x) = P(Z ≤ x)`; 0 at −∞, exactly ½ at 0, 1 at +∞.
 *
 * Relative error ≤ 8e−16 (measured) on both sides while the value is not denormal, x ≥ −37.5. For `P(Z > x)`
 * take Φ(−x), which keeps its digits where Φ(x) has rounded to 1.
 *
 * @throws {RangeError} if `x` is NaN
 */
export function normalCdf(x: number): number {
  expectNumber('normalCdf', x)
  if (Math.abs(x) < CENTRE) return 0.5 + centred(x)
  return x > 0 ? 1 - tail(x) : tail(-x)
}

/**
 * `ln Φ(x)` in nats; −∞ at −∞ and 0 at +∞. Goes on where Φ underflows: −5e19 at x = −1e10.
 *
 * Relative error ≤ 8e−16 (measured), also where Φ(x) is near 1 and the logarithm near 0.
 *
 * @throws {RangeError} if `x` is NaN
 */
export function logNormalCdf(x: number): number {
  expectNumber('logNormalCdf', x)
  // 0 − tail, not −tail: far out the result is then 0 and not −0.
  return x > 0 ? Math.log1p(0 - tail(x)) : (-x / 2) * x + Math.log(scaledTail(-x))
}

/**
 * Standard normal quantile: the x with `Φ(x) = p`; −∞ at p = 0 and +∞ at p = 1.
 *
 * Relative error ≤ 8e−16 (measured) for every float64 p, down to the denormal ones and up to 1 − 2⁻⁵³.
 *
 * @param p - probability in [0, 1]
 * @throws {RangeError} if `p` lies outside, or is NaN
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) refuse('normalQuantile', 'a probability from 0 to 1', p)
  // 1 − p is exact for p ≥ ½.
  return p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p)
}

/** Two steps of Halley's method from {@link roughQuantile}: its error falls from 4.5e−4 by way of 1e−11. */
function lowerQuantile(p: number): number {
  if (p === 0) return -Infinity
  let x = -roughQuantile(p)
  for (let step = 0; step < 2; step++) {
    const newton = p > 0.25 ? centralStep(x, p) : tailStep(x, p)
    x -= newton / (1 + (x * newton) / 2)
  }
  return x
}

/** Newton's step `(Φ(x) − p)/φ(x)` with ½ taken off both terms, so that a quantile near 0 keeps its digits. */
function centralStep(x: number, p: number): number {
  return (centred(x) - (p - 0.5)) / normalPdf(x)
}

/** Newton's step `(Φ(x) − p)/φ(x)` from the logarithms, since Φ and φ may be denormal. */
function tailStep(x: number, p: number): number {
  return -ROOT_TAU * scaledTail(-x) * Math.expm1(Math.log(p) - logNormalCdf(x))
}

/** −Φ⁻¹(p) for 0 < p ≤ ½, within 4.5e−4: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23. */
function roughQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}

/** Below this size of x, {@link centred} takes its dozen terms, and is exactly 0 at 0. */
const CENTRE = 0.7

/** `Φ(x) − ½ = φ(x)(x + x³/3 + x⁵/15 + …)`: terms of one sign, so small x keep their relative accuracy. */
function centred(x: number): number {
  let term = x
  let total = 0
  for (let k = 3; total + term !== total; k += 2) {
    total += term
    term *= (x * x) / k
  }
  return normalPdf(x) * total
}

/** Φ(−y) for y ≥ 0. */
function tail(y: number): number {
  return bell(y) * scaledTail(y)
}

/** exp(−y²/2) for y ≥ 0. y² rounds, which at y = 38 would cost 12 bits: so the part that is exact goes apart. */
function bell(y: number): number {
  if (y > 39) return 0
  const exact = Math.round(y * 16) / 16
  return Math.exp((-exact * exact) / 2) * Math.exp(((exact - y) * (exact + y)) / 2)
}

/**
 * exp(y²/2)·Φ(−y) for y ≥ 0, by one Chebyshev series for the whole half-line.
 *
 * In t = (y − 5)/(y + 5) the function (1 + 5y/4)·exp(y²/2)·Φ(−y) is smooth up to t = 1, which is y = ∞:
 * M. M. Shepherd and J. G. Laframboise, Chebyshev approximation of (1 + 2x)exp(x²)erfc x in 0 ≤ x < ∞,
 * Math. Comp. 36 (1981) 249–253. The coefficients are our own, from `scripts/reference-normal.py --coefficients`.
 */
function scaledTail(y: number): number {
  const t = 1 - 10 / (y + 5)
  let next = 0
  let current = 0
  for (let i = SERIES.length - 1; i > 0; i--) {
    const previous = 2 * t * current - next + SERIES[i]
    next = current
    current = previous
  }
  return (t * current - next + SERIES[0]) / (1 + 1.25 * y)
}

const SERIES = [
  0.5385288138992342, -0.02645925107935259, -0.028386077272723416, 0.022438833059881966,
  -0.010014371788857852, 0.0032270946077398253, -0.0007773358378847752, 0.00013291756873865117,
  -1.2492600229847826e-5, -6.331162602793908e-7, 3.951505696905665e-7, -3.7434383155557186e-8,
  -6.3517209623716656e-9, 1.6999795574677543e-9, 5.119550416240489e-11, -5.7296362937918556e-11,
  1.4153040384573e-12, 1.9141195007673026e-12, -1.0696250192131425e-13, -6.892737587234324e-14,
  4.604424764513564e-15, 2.7324224089305913e-15, -1.5321124561749416e-16, -1.174225371662994e-16,
]

function expectNumber(where: string, x: number): void {
  if (Number.isNaN(x)) refuse(where, 'a number', x)
}
