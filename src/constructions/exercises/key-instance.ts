import type { Matrix, Vector } from '../../core/linear/linalg'
import { portableExpWide, portableLogWide } from '../../core/numbers/portable'
import {
  type Bounded,
  boundedDot,
  distanceOf,
  farther,
  isFiniteBounded,
  isFiniteOperand,
  NONE,
  portableLogSumExp,
  portableSoftmax,
} from './distance'
import type {
  Answered,
  Distance,
  Head,
  Instance,
  MeanHead,
  Operands,
  Outcome,
  Showing,
  Size,
} from './exercise'

/** Keys, values and which keys are wanted; each of `fields` is a query, and the outputs of all are averaged. */
export interface KeySetting {
  readonly size: Size
  readonly keys: Matrix
  readonly values: Matrix
  readonly labels: readonly string[]
  /** Indices of the wanted keys: one, or two to be averaged. */
  readonly wanted: readonly number[]
  readonly fields: readonly string[]
  /** See {@link Instance.hard}. */
  readonly hard?: string
  operands(scale: number): Operands
  /** Variance of the noise of every key at `scale`, in a question whose keys are drawn. */
  variance?(scale: number): number
  showing(scale: number, scores: Matrix): Showing
}

/**
 * The instance of a setting. As the values are arbitrary, c tends to the mean of the wanted ones exactly if the mean
 * weights tend to 1/m on the m wanted keys: weights alone are judged. An error is `½ Σ |αᵢ − pᵢ|`, the weight in the
 * wrong place; ‖c − target‖ is at most that times the largest distance of two values.
 */
export function keyInstance(setting: KeySetting): Instance {
  const { size, labels, keys, fields, wanted, hard } = setting
  return {
    size,
    labels,
    ...(hard === undefined ? {} : { hard }),
    values: setting.values,
    operands: setting.operands,
    outcome: (scale, answer) => outcomeOf(setting, answer, scale),
    showing: (scale, answer) =>
      setting.showing(
        scale,
        fields.map((field) => keys.map((key) => boundedScore(key, answer, field).value)),
      ),
    script: [
      `keys = np.array(${JSON.stringify(keys)})`,
      `for q in [${fields.join(', ')}]:`,
      '    scores = keys @ q',
      '    weights = np.exp(scores - scores.max())',
      '    print(weights / weights.sum())',
      "    print('log weights', scores - scores.max() - np.log(weights.sum()))",
      `# wanted: ${wanted.map((i) => `${1 / wanted.length} at index ${i}`).join(', ')}`,
    ],
  }
}

function boundedScore(key: Vector, { values, magnitudes }: Answered, field: string): Bounded {
  return boundedDot(key, values[field] as Vector, key, magnitudes[field] as Vector)
}

function outcomeOf(setting: KeySetting, answer: Answered, scale: number): Outcome | undefined {
  const { fields, keys, wanted } = setting
  if (!fields.every((field) => isFiniteOperand(answer.magnitudes[field]))) return undefined
  const scored = fields.map((field) => keys.map((key) => boundedScore(key, answer, field)))
  if (!scored.flat().every(isFiniteBounded)) return undefined
  const leaks = scored.map((scores) => leakOf(scores, wanted))
  const vanish = leaks.reduce(farther)
  const heads = scored.map((scores, h) => headOf(scores, h, setting))
  const alike = wanted.length === 1 ? NONE : imbalanceOf(scored, wanted)
  return {
    heads,
    ...(heads.length > 1 ? { mean: meanOf(heads, wanted) } : {}),
    distances: { ...(wanted.length === 1 ? {} : { alike }), vanish, noise: noiseOf(setting, answer, scale) },
    logError: logErrorOf(scored, wanted, alike),
  }
}

function headOf(scored: readonly Bounded[], h: number, { fields, wanted }: KeySetting): Head {
  const scores = scored.map(({ value }) => value)
  return {
    tex: fields.length === 1 ? 'c' : `c_${h + 1}`,
    scores,
    weights: portableSoftmax(scores),
    wanted: fields.length === 1 ? wantedWeights(scores.length, wanted) : undefined,
  }
}

const wantedWeights = (n: number, wanted: readonly number[]): Vector =>
  Array.from({ length: n }, (_, i) => (wanted.includes(i) ? 1 / wanted.length : 0))

function meanOf(heads: readonly Head[], wanted: readonly number[]): MeanHead {
  const weights = heads[0].weights.map(
    (_, i) => heads.reduce((sum, head) => sum + head.weights[i], 0) / heads.length,
  )
  return { tex: 'c', weights, wanted: wantedWeights(weights.length, wanted) }
}

/** How far the best of the other keys is above the best wanted one, in nats: −margin. */
function leakOf(scores: readonly Bounded[], wanted: readonly number[]): Distance {
  const others = scores.filter((_, i) => !wanted.includes(i))
  if (others.length === 0) return NONE
  const top = (some: readonly Bounded[]) => some.reduce((a, b) => (b.value > a.value ? b : a))
  const [rival, best] = [top(others), top(wanted.map((i) => scores[i]))]
  return { log: rival.value - best.value, slack: rival.bound + best.bound, isRounding: false }
}

/** `‖q‖²α`, the variance of a score, of the longest query; none where α is no part of the answer, and vanishes first. */
function noiseOf({ fields, variance }: KeySetting, { values, names }: Answered, scale: number): Distance {
  if (variance === undefined || !names.includes('alpha')) return NONE
  const squares = fields.map((field) => (values[field] as Vector).reduce((sum, x) => sum + x * x, 0))
  return distanceOf(Math.max(...squares) * variance(scale), 0)
}

/** How unlike the wanted two keys a and b are weighted: `|s_a − s_b|` of one query, `|α_a − α_b|` averaged over several. */
function imbalanceOf(scored: readonly (readonly Bounded[])[], [a, b]: readonly number[]): Distance {
  if (scored.length === 1) {
    const [scores] = scored
    return distanceOf(scores[a].value - scores[b].value, scores[a].bound + scores[b].bound)
  }
  const weights = scored.map((scores) => portableSoftmax(scores.map(({ value }) => value)))
  const mean = (f: (h: number) => number) => weights.reduce((sum, _, h) => sum + f(h), 0) / weights.length
  const most = Math.max(...scored.flat().map(({ bound }) => bound))
  return distanceOf(
    mean((h) => weights[h][a] - weights[h][b]),
    Math.min(1, 2 * most + WEIGHT_ROUNDING),
  )
}

/** A weight is off by some 1e−14 of itself beside what its scores are off by. */
const WEIGHT_ROUNDING = 1e-13

/** `max(L, δ + L/2)` for a leak L and wanted weights ½ ± δ of what does not leak: `½ Σ |αᵢ − pᵢ|`. */
function logErrorOf(
  scored: readonly (readonly Bounded[])[],
  wanted: readonly number[],
  alike: Distance,
): number {
  const logLeaks = scored.map((scores) => {
    const all = scores.map(({ value }) => value)
    return portableLogSumExp(all.filter((_, i) => !wanted.includes(i))) - portableLogSumExp(all)
  })
  const logLeak = Math.min(0, portableLogSumExp(logLeaks) - portableLogWide(scored.length))
  if (alike.isRounding) return logLeak
  const difference = portableExpWide(Math.min(alike.log, 40))
  const offset = scored.length > 1 ? difference / 2 : difference > 30 ? 0.5 : halfTanh(difference)
  return Math.max(logLeak, portableLogWide(offset + portableExpWide(logLeak) / 2))
}

/** `½ tanh(x/2)`, the excess over ½ of a share with log-odds x. */
function halfTanh(x: number): number {
  const e = portableExpWide(-x)
  return x < 1e-3 ? x / 4 : (0.5 * (1 - e)) / (1 + e)
}
