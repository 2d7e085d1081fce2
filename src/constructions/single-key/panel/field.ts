import type { Matrix } from '../../../core/linear/linalg'

/** The weights of the winning key over a square of places, row by row from the upper left. */
export interface WeightField {
  /** Places along one side. */
  readonly size: number
  /** Index of the key that scores best, the first of several; shape [size · size]. */
  readonly winners: Uint8Array
  /** Its attention weight; shape [size · size]. */
  readonly weights: Float32Array
}

/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Differences of scores beyond which the exponential adds nothing to a weight that is drawn. */
const NEGLIGIBLE = 16
const STEPS = 256

/** exp(−i/256): interpolated, four times as fast as `Math.exp` and within 2e−6 of it. */
const EXPONENTIALS = Float64Array.from({ length: NEGLIGIBLE * STEPS + 2 }, (_, i) => Math.exp(-i / STEPS))

/**
 * Which key wins at every place x of the square [−extent, extent]² under the query `q = Q x`, and its weight
 * `1 / Σᵢ exp(sᵢ − s_best)`.
 *
 * Weights are within 1e−5 of the exact ones: this is for drawing.
 *
 * @param keys - shape [n, 2], n ≤ 255
 * @param scale - Q
 * @param size - places along one side; each stands for the middle of its cell
 */
export function weightField(keys: Matrix, scale: number, extent: number, size: number): WeightField {
  const winners = new Uint8Array(size * size)
  const weights = new Float32Array(size * size)
  const scores = new Float64Array(keys.length)
  // What a place adds to each score, by its column and by its row; flat, for the loop runs 25 000 times a frame.
  const [across, down] = [0, 1].map((axis) => Float64Array.from(keys, (key) => scale * key[axis]))
  for (let place = 0; place < size * size; place++) {
    const x = coordinate(place % size, extent, size)
    const y = -coordinate(Math.floor(place / size), extent, size)
    const winner = fillScores(scores, across, down, x, y)
    winners[place] = winner
    weights[place] = 1 / excess(scores, scores[winner])
  }
  return { size, winners, weights }
}

/**
 * Pixels of the field: each place in its winner's colour, clear where all weights are equal and as dense as
 * `density` where the winner has all the weight. Shape [4 · size · size].
 *
 * @param colours - one per key
 * @param density - from 0 to 1
 */
export function fieldPixels(
  { winners, weights }: WeightField,
  colours: readonly Rgb[],
  density: number,
): Uint8ClampedArray<ArrayBuffer> {
  const least = 1 / colours.length
  const pixels = new Uint8ClampedArray(4 * winners.length)
  for (let place = 0; place < winners.length; place++) {
    const [red, green, blue] = colours[winners[place]]
    const lead = (weights[place] - least) / (1 - least)
    pixels[4 * place] = red
    pixels[4 * place + 1] = green
    pixels[4 * place + 2] = blue
    pixels[4 * place + 3] = 255 * density * lead
  }
  return pixels
}

const coordinate = (cell: number, extent: number, size: number) => ((2 * cell + 1) / size - 1) * extent

/** Fills in the scores of the place (x, y) and returns the index of the largest. */
function fillScores(
  scores: Float64Array,
  across: Float64Array,
  down: Float64Array,
  x: number,
  y: number,
): number {
  let winner = 0
  for (let i = 0; i < scores.length; i++) {
    scores[i] = across[i] * x + down[i] * y
    if (scores[i] > scores[winner]) winner = i
  }
  return winner
}

/** `Σᵢ exp(sᵢ − best)` */
function excess(scores: Float64Array, best: number): number {
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    const behind = best - scores[i]
    if (behind < NEGLIGIBLE) total += negativeExp(behind)
  }
  return total
}

/** exp(−x) for 0 ≤ x < 16. */
function negativeExp(x: number): number {
  const cell = Math.floor(x * STEPS)
  const [here, next] = [EXPONENTIALS[cell], EXPONENTIALS[cell + 1]]
  return here + (x * STEPS - cell) * (next - here)
}
