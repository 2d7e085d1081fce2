import { logSumExp, softmaxOfGroups } from '../attention/softmax'
import { normalPdf } from '../laws/normal'
import { normalInterval } from '../laws/normal-interval'
import { expectNormal } from '../laws/quadrature'
import { expectCount, expectFinite, refuse } from '../numbers/expect'
import { type Design, type HeadParams, isForAll } from './head-designs'

/*
 * Heads over keys that hardly vary, α → 0: the projection γ of key a on its mean is all that is random, and a
 * design's error is a function of it.
 */

type Setting = Pick<HeadParams, 'n' | 'heads' | 'scale' | 'push'>

/** Projections γ with which a design succeeds: from `low` to `high`, none if `low` is the larger. */
export interface SuccessRange {
  readonly low: number
  readonly high: number
}

/**
 * Projections γ of key a with which every head gives each key it is for at least half of that key's share, as
 * α → 0.
 *
 * Separate heads need `γ ≥ ln(n−1)/Q` and, whatever γ is, `Q ≥ ln(n−1)`; pushing ones `γ ≥ ln(n−1)/Q − λ` for the
 * head of a, and for the others, whom a key a behind its origin attracts, about `γ ≥ −1/λ`.
 *
 * @throws {RangeError} if there are fewer than two heads or fewer keys than heads, if `scale` or `push` is not finite, or
 * if `scale` is not above 0
 * @see notes 1(d)ii
 */
export function successRange(design: Design, setting: Setting): SuccessRange {
  expectSetting('successRange', setting)
  if (design === 'away') return awayRange(setting)
  if (isForAll(design)) return sharedRange(setting)
  const { n, scale, push } = setting
  const lambda = design === 'separate' ? 0 : push
  return {
    low: Math.max(Math.log(n - 1) / scale - lambda, lowestForOthers(n, scale, lambda)),
    high: Infinity,
  }
}

/** For `Q Σ μᵢ`: key a needs 1/2H of the weight, and must leave as much to each of the others. */
function sharedRange({ n, heads, scale }: Setting): SuccessRange {
  const rest = logSumExp([scale + Math.log(heads - 1), Math.log(n - heads)])
  const left = heads + 1 - (n - heads) * Math.exp(-scale)
  return {
    low: (rest - Math.log(2 * heads - 1)) / scale,
    high: left > 0 ? 1 + Math.log(left) / scale : -Infinity,
  }
}

/** For `−Q Σ μⱼ` over the others, which no γ reaches: all, where they leave half of an equal share, or none. */
function awayRange({ n, heads, scale }: Setting): SuccessRange {
  const leaves = (n - heads) * Math.exp(-scale) <= heads
  return leaves ? { low: -Infinity, high: Infinity } : { low: Infinity, high: -Infinity }
}

/** From which γ on the heads of the other wanted keys succeed. */
function lowestForOthers(n: number, scale: number, lambda: number): number {
  const room = 1 - (n - 2) * Math.exp(-(1 + lambda) * scale)
  if (lambda === 0) return Math.log(n - 1) <= scale ? -Infinity : Infinity
  return room > 0 ? -(scale + Math.log(room)) / (lambda * scale) : Infinity
}

/**
 * Probability that a design succeeds as α → 0, γ ~ N(1, normVariance): exact, and for separate heads beyond
 * `Q = ln(n−1)` that of the first head alone. A tie at the border counts as ½.
 *
 * @throws {RangeError} as {@link successRange} does
 * @see notes 1(d)ii
 */
export function successProbability(design: Design, setting: Setting, normVariance: number): number {
  const { low, high } = successRange(design, setting)
  const sd = deviation('successProbability', normVariance)
  if (low > high) return 0
  const standard = (gamma: number) => (gamma === 1 ? 0 : (gamma - 1) / sd)
  return normalInterval(standard(low), standard(high))
}

/**
 * Squared error `‖c − (1/H) Σ vᵢ‖²` of a design for orthonormal values, as α → 0, when key a is γμ_a.
 *
 * From leaks and small weights alone: relative error ≤ 1e−13 (measured) also where it is 1e−250.
 *
 * @throws {RangeError} if an argument is out of range
 * @see notes 1(d)
 */
export function errorAt(design: Design, setting: Setting, gamma: number): number {
  expectSetting('errorAt', setting)
  expectFinite('errorAt', 'length', gamma)
  return errorBeside(design, setting, gamma - 1)
}

/** The error where key a is (1 + offset)μ_a: of a small offset the digits count, and 1 + offset has lost them. */
function errorBeside(design: Design, setting: Setting, offset: number): number {
  if (design === 'away') return awayError(setting)
  return isForAll(design)
    ? sharedError(setting, offset)
    : headsError(setting, offset, design === 'separate' ? 0 : setting.push)
}

function sharedError({ n, heads, scale }: Setting, offset: number): number {
  const others = n - heads
  const [a, wanted, other] = softmaxOfGroups([scale * offset, 0, -scale], [1, heads - 1, others]).weights
  const leak = others * other
  // Near the mean the two weights are alike, and their difference comes from the exponent.
  const apart = scale * offset < 1 ? wanted * Math.expm1(scale * offset) : a - wanted
  return squares(
    [1, ((heads - 1) * apart - leak) / heads],
    [heads - 1, -(apart + leak) / heads],
    [others, other],
  )
}

function awayError({ n, heads, scale }: Setting): number {
  const others = n - heads
  const other = softmaxOfGroups([0, -scale], [heads, others]).weights[1]
  return squares([heads, (others * other) / heads], [others, other])
}

/** With `own`, the head of key a, and `far`, the head of any other wanted key; they are alike. */
function headsError({ n, heads, scale }: Setting, offset: number, lambda: number): number {
  const others = n - heads
  const away = -(1 + lambda) * scale
  const own = softmaxOfGroups([scale * offset, away], [1, n - 1]).weights
  const [, far, aside] = softmaxOfGroups([0, away - lambda * scale * offset, away], [1, 1, n - 2]).weights
  const ownLeak = (n - 1) * own[1]
  const farLeak = far + (n - 2) * aside
  return squares(
    [1, ((heads - 1) * far - ownLeak) / heads],
    [heads - 1, (own[1] + (heads - 2) * aside - farLeak) / heads],
    [others, (own[1] + (heads - 1) * aside) / heads],
  )
}

const squares = (...terms: readonly (readonly [count: number, off: number])[]) =>
  terms.reduce((sum, [count, off]) => sum + count * off ** 2, 0)

/**
 * Expected squared error of a design as α → 0: {@link errorAt} averaged over γ ~ N(1, normVariance), within 1e−11
 * (measured).
 *
 * @throws {RangeError} if an argument is out of range
 * @see notes 1(d)ii
 */
export function limitError(design: Design, setting: Setting, normVariance: number): number {
  const sd = deviation('limitError', normVariance)
  if (design === 'away') return errorBeside(design, setting, 0)
  const { low, high } = successRange(design, setting)
  const error = (offset: number) => errorBeside(design, setting, offset)
  if ((1 + setting.push) * setting.scale * sd < 1) return expectSmooth(error, sd)
  const steep = isForAll(design) ? high : low
  return expectNormal(error, 0, sd, Number.isFinite(steep) ? steep - 1 : 0)
}

/**
 * `E f(X)`, X ~ N(0, sd²), of an analytic f that changes little within sd: the trapezoidal rule converges
 * geometrically, and takes values as they are, with the noise that small differences of weights have.
 */
function expectSmooth(f: (x: number) => number, sd: number): number {
  let total = 0
  for (let z = -9; z <= 9; z += SMOOTH_STEP) total += f(sd * z) * normalPdf(z)
  return total * SMOOTH_STEP
}

const SMOOTH_STEP = 0.25

/**
 * Expected squared errors as α → 0 and then Q → ∞: of one head `½(1−1/H) + ½(1/(H−1)−1/H)`, ½ for two keys, and of
 * separate heads `Φ(−1/√normVariance)(1 + 1/(n−1))/H²`.
 *
 * @param normVariance - above 0: without it one head does not err either
 * @param failure - probability of γ < 0
 * @see notes 1(d)ii
 */
export function endlessErrors(n: number, heads: number, failure: number): { one: number; separate: number } {
  return { one: (1 + 1 / (heads - 1)) / 2 - 1 / heads, separate: (failure * (1 + 1 / (n - 1))) / heads ** 2 }
}

function deviation(where: string, normVariance: number): number {
  if (!(normVariance >= 0 && normVariance < Infinity)) refuse(where, 'a finite variance ≥ 0', normVariance)
  return Math.sqrt(normVariance)
}

function expectSetting(where: string, { n, heads, scale, push }: Setting): void {
  expectCount(where, 'number of heads', heads, 2)
  expectCount(where, 'number of keys', n, heads)
  if (!(scale > 0 && scale < Infinity)) refuse(where, 'a finite scale > 0', scale)
  if (!(push >= 0 && push < Infinity)) refuse(where, 'a finite push ≥ 0', push)
}
