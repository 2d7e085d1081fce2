import { leak, logLeak, softmax } from '../../core/attention/softmax'

/** A row of attention as an answer to the question of part 1(a): does it select what is wanted, and by how much? */
export interface Selection {
  /** Weight of the wanted keys together. */
  readonly weight: number
  /** Weight of all others, summed from their own; its logarithm is exact where it is tiny. */
  readonly leak: number
  readonly logLeak: number
  /** Least score of a wanted key less the greatest of another, in nats; undefined where there is no other. */
  readonly margin: number | undefined
}

/**
 * How far a row of scores selects the keys `wanted`.
 *
 * @param scores - of the keys that the row may look at, in nats
 * @param wanted - indices, at least one
 * @throws {RangeError} as `leak` does
 */
export function selectionOf(scores: readonly number[], wanted: readonly number[]): Selection {
  const weights = softmax(scores)
  const others = scores.filter((_, j) => !wanted.includes(j))
  const least = Math.min(...wanted.map((j) => scores[j]))
  return {
    weight: wanted.reduce((sum, j) => sum + weights[j], 0),
    leak: leak(scores, wanted),
    logLeak: logLeak(scores, wanted),
    margin: others.length === 0 ? undefined : least - Math.max(...others),
  }
}
