import { totalVariation } from '../core/gaussian/share-bins'
import type { Vector } from '../core/linear/linalg'
import { number } from '../tex/format'
import type { CountTask, HistogramTask, PredictionTask } from './task'

/** Height in percent at which every bar of a histogram is before anything is drawn. */
export const FLAT = 9

/** What is shown before anything is predicted: bars of one height, or the middle of the range. */
export function initialPrediction(task: PredictionTask): Vector {
  return task.kind === 'histogram' ? task.truth.map(() => FLAT) : [Math.round(task.of / 2)]
}

/** Heights as probabilities, summing to 1, those below 0 as 0; undefined where none is above. */
export function asProbabilities(heights: Vector): Vector | undefined {
  const total = heights.reduce((sum, height) => sum + Math.max(0, height), 0)
  return total > 0 ? heights.map((height) => Math.max(0, height) / total) : undefined
}

/** A bin of a histogram on [0, 1] in words: `0.18 to 0.27`. */
export function binInWords(bin: number, bins: number): string {
  return `${number(bin / bins, undefined, 2)} to ${number((bin + 1) / bins, undefined, 2)}`
}

/** How far a prediction is from the truth, in words; undefined where nothing has been predicted. */
export function predictionFinding(task: PredictionTask, prediction: Vector): string | undefined {
  if (prediction.length === 0) return undefined
  return task.kind === 'histogram' ? histogramFinding(task, prediction) : countFinding(task, prediction[0])
}

function histogramFinding({ truth }: HistogramTask, heights: Vector): string | undefined {
  const expected = asProbabilities(heights)
  if (expected === undefined) return undefined
  const off = totalVariation(expected, truth)
  const apart = `Total variation distance ${number(off, undefined, 2)}: ${percent(off)} of your histogram stands where the true one has less.`
  if (off < 0.02) return `${apart} You knew.`
  const excess = expected.map((x, i) => x - truth[i])
  const most = extreme(excess, 1)
  const least = extreme(excess, -1)
  const against = (bin: number) =>
    `from ${binInWords(bin, truth.length)} (${percent(expected[bin])} against ${percent(truth[bin])})`
  return `${apart} Your largest excess is ${against(most)}, your largest shortfall ${against(least)}.`
}

function countFinding({ truth, of }: CountTask, guess: number): string {
  const off = guess - truth
  if (off === 0) return `You said ${guess}, and so it is: ${truth} of ${of}.`
  return `You said ${guess} of ${of}; it is ${truth}, ${Math.abs(off)} ${off > 0 ? 'fewer' : 'more'}.`
}

/** Where `values` times `sign` is largest. */
function extreme(values: Vector, sign: number): number {
  return values.reduce((best, x, i) => (x * sign > values[best] * sign ? i : best), 0)
}

const percent = (x: number) => `${number(100 * x, undefined, x < 0.1 ? 1 : 2)} %`
