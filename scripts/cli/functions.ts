import * as attention from '../../src/core/attention/attention'
import * as averaging from '../../src/core/attention/averaging'
import * as logistic from '../../src/core/attention/logistic'
import * as margin from '../../src/core/attention/margin'
import * as softmax from '../../src/core/attention/softmax'
import * as gaussianError from '../../src/core/gaussian/gaussian-error'
import type { NormalLaw } from '../../src/core/gaussian/gaussian-laws'
import * as gaussianLaws from '../../src/core/gaussian/gaussian-laws'
import type { GaussianQuery, GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import * as shareBins from '../../src/core/gaussian/share-bins'
import { DESIGNS, type HeadParams } from '../../src/core/heads/head-designs'
import * as headError from '../../src/core/heads/head-error'
import * as headLimit from '../../src/core/heads/head-limit'
import * as headSuccess from '../../src/core/heads/head-success'
import * as confidence from '../../src/core/laws/confidence'
import * as logitNormal from '../../src/core/laws/logit-normal'
import * as normal from '../../src/core/laws/normal'
import * as normalInterval from '../../src/core/laws/normal-interval'
import * as statistics from '../../src/core/laws/statistics'
import * as gramFactor from '../../src/core/linear/gram-factor'
import * as hull from '../../src/core/linear/hull'
import * as linalg from '../../src/core/linear/linalg'
import {
  checked,
  indices,
  list,
  matrix,
  number,
  oneOf,
  optional,
  ordered,
  record,
  type Shape,
  sample,
  size,
  vector,
  whole,
} from './shapes'

interface Parameter<T = unknown> {
  readonly name: string
  readonly shape: Shape<T>
}

/** A core function together with what its arguments have to look like. */
export interface CoreFunction {
  readonly parameters: readonly Parameter[]
  call(args: readonly unknown[]): unknown
}

type Shapes<Args> = { readonly [K in keyof Args]: Shape<Args[K]> }

/** `f` with the names of its parameters, separated by spaces, and their shapes. */
function taking<Args extends readonly unknown[]>(
  f: (...args: Args) => unknown,
  names: string,
  ...shapes: Shapes<Required<Args>>
): CoreFunction {
  const parameters = names.split(' ').map((name, i) => ({ name, shape: shapes[i] }))
  return { parameters, call: (args) => f(...(args as unknown as Args)) }
}

const maps = record<attention.SelfAttentionMaps>({
  queryMatrix: matrix,
  keyMatrix: matrix,
  valueMatrix: matrix,
  scale: optional(number),
})
const moments = record<statistics.Moments>({ count: number, mean: number, squares: number })
const setting = record<GaussianSetting>({
  n: number,
  d: optional(number),
  keyVariance: number,
  normVariance: number,
  queries: list(record<GaussianQuery>({ wanted: vector, others: number })),
})
const design = oneOf(DESIGNS)
const heads = checked(
  record<Pick<HeadParams, 'n' | 'heads' | 'scale' | 'push'>>({
    n: whole(2),
    heads: whole(2),
    scale: number,
    push: number,
  }),
  'at least as many keys as heads',
  (given) => given.n >= given.heads,
)
const varyingHeads = record<Omit<HeadParams, 'push'>>({
  n: number,
  heads: number,
  scale: number,
  keyVariance: number,
  normVariance: number,
})
const options = optional(record<{ readonly scale?: number }>({ scale: optional(number) }))

/** The functions of the core that a script can call, by name. */
export const functions: Readonly<Record<string, CoreFunction>> = {
  softmax: taking(softmax.softmax, 'scores', vector),
  logSoftmax: taking(softmax.logSoftmax, 'scores', vector),
  logSumExp: taking(softmax.logSumExp, 'scores', vector),
  entropy: taking(softmax.entropy, 'scores', vector),
  leak: taking(softmax.leak, 'scores targets', vector, indices),
  logLeak: taking(softmax.logLeak, 'scores targets', vector, indices),
  softmaxOfGroups: taking(softmax.softmaxOfGroups, 'scores counts', vector, vector),

  scoreMargin: taking(margin.scoreMargin, 'scores target', vector, number),
  weightBounds: taking(margin.weightBounds, 'n margin', number, number),
  leakBounds: taking(margin.leakBounds, 'n margin', number, number),
  sufficientMargin: taking(margin.sufficientMargin, 'n epsilon', number, number),
  necessaryMargin: taking(margin.necessaryMargin, 'epsilon', number),

  averagingWeights: taking(averaging.averagingWeights, 'n scale', number, number),
  scaleForLeak: taking(averaging.scaleForLeak, 'n epsilon', number, number),

  dotProductAttention: taking(
    attention.dotProductAttention,
    'query keys values options',
    vector,
    matrix,
    matrix,
    options,
  ),
  multiHeadAttention: taking(attention.multiHeadAttention, 'queries keys values', matrix, matrix, matrix),
  selfAttention: taking(attention.selfAttention, 'inputs maps', matrix, maps),

  minimumNormPoint: taking(hull.minimumNormPoint, 'points', matrix),
  selectingDirection: taking(hull.selectingDirection, 'keys target', matrix, number),

  normalPdf: taking(normal.normalPdf, 'x', number),
  normalCdf: taking(normal.normalCdf, 'x', number),
  logNormalCdf: taking(normal.logNormalCdf, 'x', number),
  normalQuantile: taking(normal.normalQuantile, 'p', number),
  normalInterval: taking(
    normalInterval.normalInterval,
    'lower upper width',
    number,
    number,
    optional(number),
  ),

  logistic: taking(logistic.logistic, 'x', number),
  logit: taking(logistic.logit, 'p', number),
  logitDifference: taking(logistic.logitDifference, 'p q', number, number),
  logisticDifference: taking(logistic.logisticDifference, 'x y step', number, number, optional(number)),
  logitNormalPdf: taking(logitNormal.logitNormalPdf, 'x mean sd', number, number, number),
  logitNormalCdf: taking(logitNormal.logitNormalCdf, 'x mean sd', number, number, number),
  logitNormalInterval: taking(
    logitNormal.logitNormalInterval,
    'low high mean sd',
    number,
    number,
    number,
    number,
  ),
  logitNormalMean: taking(logitNormal.logitNormalMean, 'mean sd', number, number),
  logitNormalVariance: taking(logitNormal.logitNormalVariance, 'mean sd', number, number),

  scoreLaws: taking(gaussianLaws.scoreLaws, 'setting', setting),
  shareLaw: taking(gaussianLaws.shareLaw, 'setting', setting),
  scaleWindow: taking(gaussianLaws.scaleWindow, 'n keyVariance epsilon', number, number, number),
  expectedError: taking(gaussianError.expectedError, 'setting', setting),
  gramFactor: taking(gramFactor.gramFactor, 'rows', matrix),

  headSuccess: taking(headSuccess.headSuccess, 'n scale normVariance', number, number, number),
  headFailureLimit: taking(headSuccess.headFailureLimit, 'normVariance', number),
  headWeightMoments: taking(headSuccess.headWeightMoments, 'n scale normVariance', number, number, number),

  oneHeadShareBins: taking(
    shareBins.oneHeadShareBins,
    'law bins',
    record<NormalLaw>({ mean: number, sd: number }),
    size,
  ),
  twoHeadShareBins: taking(
    shareBins.twoHeadShareBins,
    'setting bins',
    record<shareBins.TwoHeads>({ n: number, scale: number, normVariance: number }),
    size,
  ),
  totalVariation: taking(shareBins.totalVariation, 'p q', vector, vector),

  separateError: taking(headError.separateError, 'params', varyingHeads),
  successRange: taking(headLimit.successRange, 'design setting', design, heads),
  successProbability: taking(
    headLimit.successProbability,
    'design setting normVariance',
    design,
    heads,
    number,
  ),
  errorAt: taking(headLimit.errorAt, 'design setting gamma', design, heads, number),
  limitError: taking(headLimit.limitError, 'design setting normVariance', design, heads, number),

  proportionInterval: taking(confidence.proportionInterval, 'hits count level', number, number, number),
  meanUncertainty: taking(confidence.meanUncertainty, 'moments level', moments, number),
  withValues: taking(statistics.withValues, 'before values', moments, sample),
  sampleVariance: taking(statistics.sampleVariance, 'moments', moments),
  sorted: taking(statistics.sorted, 'values', sample),
  quantile: taking(statistics.quantile, 'ordered p', ordered, number),
  histogram: taking(statistics.histogram, 'values low high bins', sample, number, number, size),
  twoSampleDistance: taking(statistics.twoSampleDistance, 'a b', ordered, ordered),
  criticalDistance: taking(statistics.criticalDistance, 'n level', number, number),

  dot: taking(linalg.dot, 'a b', vector, vector),
  sum: taking(linalg.sum, 'v', vector),
  norm: taking(linalg.norm, 'v', vector),
  add: taking(linalg.add, 'a b', vector, vector),
  subtract: taking(linalg.subtract, 'a b', vector, vector),
  scaled: taking(linalg.scaled, 'v factor', vector, number),
  mean: taking(linalg.mean, 'vectors', matrix),
  matVec: taking(linalg.matVec, 'matrix v', matrix, vector),
  vecMat: taking(linalg.vecMat, 'w matrix', vector, matrix),
  matMul: taking(linalg.matMul, 'a b', matrix, matrix),
  transpose: taking(linalg.transpose, 'matrix', matrix),
  outer: taking(linalg.outer, 'a b', vector, vector),
  identity: taking(linalg.identity, 'n', size),
  basis: taking(linalg.basis, 'i n', number, size),
}
