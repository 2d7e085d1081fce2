import { logistic } from '../attention/logistic'
import { isNarrow, lognormalTerms } from '../laws/lognormal-transform'
import { expectNormal } from '../laws/quadrature'
import { refuse } from '../numbers/expect'
import { type ScoreLaws, scoreLaws } from './gaussian-laws'
import type { GaussianSetting } from './gaussian-setting'
import { scaleIntegral } from './scale-integral'

/**
 * Expected squared error `E ‖c − ½(v_a + v_b)‖²` of one query over Gaussian keys, for orthonormal values: exact, by
 * a quadrature of quadratures.
 *
 * With `A = e^{s_a}`, `B = e^{s_b}`, T the sum of the other exponentials, T₂ that of their squares and D = A + B + T, the
 * error is `(½(A − B)² + ½T² + T₂)/D²`, and `1/D² = ∫ t e^{−tD} dt` splits the expectation into the independent
 * scores' own. Absolute error ≤ 1e−11 (measured against sampling to its own error and, without variance, against the
 * closed form); relative error ≤ 1e−5 for variances ≥ 1e−8. Takes 1 to 20 ms.
 *
 * @param setting - one query, two wanted keys with equal coefficients
 * @throws {RangeError} if the setting is out of range
 * @see notes 1(c)i
 */
export function expectedError(setting: GaussianSetting): number {
  const laws = scoreLaws(setting)
  if (laws.a.mean !== laws.b.mean)
    refuse('expectedError', 'equal coefficients of a and b', `${laws.a.mean} and ${laws.b.mean}`)
  return laws.b.sd === 0 ? errorOfOneRandomScore(laws) : errorOfRandomScores(laws)
}

/** Without variance α nothing but the score of a is random, and the expectation is an integral over it. */
function errorOfOneRandomScore({ a, b, other, others }: ScoreLaws): number {
  const rest = others === 0 ? -Infinity : other.mean + Math.log(others)
  // By how much the score of a exceeds that of b: their means are equal, and of a small excess every digit counts.
  const error = (excess: number) => {
    const pair = b.mean + Math.max(excess, 0) + Math.log1p(Math.exp(-Math.abs(excess)))
    // (A − B)/D and T/D as products: as differences of weights they would lose their digits.
    const apart = Math.tanh(excess / 2) * logistic(pair - rest)
    const leak = logistic(rest - pair)
    return (apart ** 2 + leak ** 2) / 2 + (others === 0 ? 0 : leak ** 2 / others)
  }
  return expectNormal(error, 0, a.sd, Math.max(0, rest - b.mean))
}

function errorOfRandomScores(laws: ScoreLaws): number {
  return scaleIntegral(integrandOf(laws), laws)
}

/** The error's integrand over τ = ln t. */
function integrandOf({ a, b, other, others }: ScoreLaws): (tau: number) => number {
  const [termsA, termsB, termsOther] = [a, b, other].map(lognormalTerms)
  const narrow = isNarrow(a) && isNarrow(b)
  return (tau) => {
    const [atA, atB, rest] = [termsA(tau), termsB(tau), termsOther(tau)]
    // ½E(A − B)² from deviations where both hardly vary: as a difference of products it would have no digits.
    const apart = narrow
      ? (atA.spread * atB.zeroth + atA.zeroth * atB.spread) / 2 - atA.offset * atB.offset
      : (atA.second * atB.zeroth + atA.zeroth * atB.second) / 2 - atA.first * atB.first
    const survival = (count: number) => (count <= 0 ? 1 : Math.exp(count * Math.log(rest.zeroth)))
    const single = 1.5 * others * rest.second * survival(others - 1)
    const paired = 0.5 * others * (others - 1) * rest.first ** 2 * survival(others - 2)
    return apart * survival(others) + atA.zeroth * atB.zeroth * (single + paired)
  }
}
