import { expect, test } from 'vitest'
import { logistic, logit } from '../../src/core/attention/logistic'
import { scoreMargin } from '../../src/core/attention/margin'
import { softmaxOfGroups } from '../../src/core/attention/softmax'
import { meanUncertainty, proportionInterval } from '../../src/core/laws/confidence'
import {
  logitNormalCdf,
  logitNormalInterval,
  logitNormalMean,
  logitNormalPdf,
  logitNormalVariance,
} from '../../src/core/laws/logit-normal'
import { logNormalCdf, normalCdf, normalPdf, normalQuantile } from '../../src/core/laws/normal'
import { normalInterval } from '../../src/core/laws/normal-interval'
import { noMoments } from '../../src/core/laws/statistics'
import { gramFactor } from '../../src/core/linear/gram-factor'
import { selectingDirection } from '../../src/core/linear/hull'
import { drawOrthonormalBasis } from '../../src/core/linear/orthonormal'
import { createRandom } from '../../src/core/random/random'

/** A reader of a refusal sees who refused, what was expected, and the value that was wrong. */
const REFUSALS: readonly (readonly [message: string, call: () => unknown])[] = [
  ['logistic: expected a number, got NaN', () => logistic(NaN)],
  ['logit: expected a probability from 0 to 1, got -0.1', () => logit(-0.1)],
  ['scoreMargin: expected finite or −∞ scores, got NaN at index 1', () => scoreMargin([1, NaN], 0)],
  ['softmaxOfGroups: expected equal lengths, got 1 and 2', () => softmaxOfGroups([1], [1, 1])],
  ['softmaxOfGroups: expected a whole count ≥ 0, got -1', () => softmaxOfGroups([1], [-1])],
  [
    'softmaxOfGroups: expected at least one finite score, got only −∞',
    () => softmaxOfGroups([-Infinity], [1]),
  ],
  ['normalPdf: expected a number, got NaN', () => normalPdf(NaN)],
  ['normalCdf: expected a number, got NaN', () => normalCdf(NaN)],
  ['logNormalCdf: expected a number, got NaN', () => logNormalCdf(NaN)],
  ['normalQuantile: expected a probability from 0 to 1, got 1.5', () => normalQuantile(1.5)],
  ['normalInterval: expected lower ≤ upper, got 2 and 1', () => normalInterval(2, 1)],
  ['normalInterval: expected lower ≤ upper, got NaN and 1', () => normalInterval(NaN, 1)],
  ['logitNormalPdf: expected a number, got NaN', () => logitNormalPdf(NaN, 0, 1)],
  ['logitNormalCdf: expected a number, got NaN', () => logitNormalCdf(NaN, 0, 1)],
  ['logitNormalCdf: expected a finite mean, got Infinity', () => logitNormalCdf(0.5, Infinity, 1)],
  ['logitNormalInterval: expected a finite sd ≥ 0, got -1', () => logitNormalInterval(0, 1, 0, -1)],
  ['logitNormalInterval: expected low ≤ high, got 0.5 and 0.25', () => logitNormalInterval(0.5, 0.25, 0, 1)],
  ['logitNormalInterval: expected low ≤ high, got 0.5 and 0.25', () => logitNormalInterval(0.5, 0.25, 0, 0)],
  ['logitNormalMean: expected a finite mean, got NaN', () => logitNormalMean(NaN, 1)],
  ['logitNormalVariance: expected a finite sd ≥ 0, got Infinity', () => logitNormalVariance(0, Infinity)],
  ['proportionInterval: expected a whole count ≥ 1, got 0', () => proportionInterval(0, 0, 0.9)],
  ['proportionInterval: expected a whole number of hits ≥ 0, got -1', () => proportionInterval(-1, 2, 0.9)],
  ['proportionInterval: expected a whole number of misses ≥ 0, got -1', () => proportionInterval(3, 2, 0.9)],
  [
    'proportionInterval: expected level between 0 and 1, both excluded, got 1',
    () => proportionInterval(1, 2, 1),
  ],
  ['meanUncertainty: expected a whole count ≥ 1, got 0', () => meanUncertainty(noMoments, 0.9)],
  ['drawOrthonormalBasis: expected a whole n ≥ 1, got 0', () => drawOrthonormalBasis(0, 3, createRandom(1))],
  ['drawOrthonormalBasis: expected a whole d ≥ 1, got 0', () => drawOrthonormalBasis(1, 0, createRandom(1))],
  ['drawOrthonormalBasis: expected n ≤ d = 3, got 4', () => drawOrthonormalBasis(4, 3, createRandom(1))],
  ['gramFactor: expected a whole number of rows ≥ 1, got 0', () => gramFactor([])],
  ['gramFactor: expected rows of length 2, got length 1 in row 1', () => gramFactor([[1, 2], [3]])],
  ['gramFactor: expected finite numbers, got NaN at index 0', () => gramFactor([[NaN]])],
  [
    'selectingDirection: expected rows of length 1, got length 2 in row 0',
    () => selectingDirection([[1, 2], [3]], 1),
  ],
  ['selectingDirection: expected a whole index from 0 to 1, got 2', () => selectingDirection([[1], [2]], 2)],
]

test.each(REFUSALS)('%s', (message, call) => {
  expect(call).toThrow(new RangeError(message))
})
