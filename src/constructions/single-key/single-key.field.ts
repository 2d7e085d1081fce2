import type { Matrix } from '../../core/linalg'

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

/** Differences of scores beyond which `exp` adds nothing to a weight that is drawn. */
const NEGLIGIBLE = -20

/**
 * Which key wins at every place x of the square [−extent, extent]² under the query `q = Q x`, and its weight
 * `1 / Σᵢ exp(sᵢ − s_best)`.
 *
 * Weights are within 1e−6 of the exact ones: this is for drawing.
 *
 * @param keys - shape [n, 2], n ≤ 255
 * @param scale - Q
 * @param size - places along one side; each stands for the middle of its cell
 */
export function weightField(keys: Matrix, scale: number, extent: number, size: number): WeightField {
  const winners = new Uint8Array(size * size)
  const weights = new Float32Array(size * size)
  const scores = new Float64Array(keys.length)
  for (let place = 0; place < size * size; place++) {
    const x = scale * coordinate(place % size, extent, size)
    const y = -scale * coordinate(Math.floor(place / size), extent, size)
    const winner = fillScores(scores, keys, x, y)
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

/** Fills in the scores of the query (x, y) and returns the index of the largest. */
function fillScores(scores: Float64Array, keys: Matrix, x: number, y: number): number {
  let winner = 0
  for (let i = 0; i < scores.length; i++) {
    scores[i] = keys[i][0] * x + keys[i][1] * y
    if (scores[i] > scores[winner]) winner = i
  }
  return winner
}

function excess(scores: Float64Array, best: number): number {
  let total = 0
  for (const score of scores) if (score - best > NEGLIGIBLE) total += Math.exp(score - best)
  return total
}
