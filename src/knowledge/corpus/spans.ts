import type { Random } from '../../core/random/random'

/** A row of training: `inputs[i]` is followed by `targets[i]`, −1 where that is not learnt. */
export interface Row {
  readonly inputs: readonly number[]
  readonly targets: readonly number[]
}

/** Where a document is cut, in tokens: `length` of it are kept, of which `[from, from + masked)` are masked. */
export interface Span {
  readonly length: number
  readonly from: number
  readonly masked: number
}

/** The shortest document that is left, unless it was shorter. */
const LEAST = 4

/**
 * A span of a document of `available` tokens, as the assignment draws it: a length from 4 to 7/8 of the block, each
 * equally likely, then a masked part of mean length one quarter, at any place.
 */
export function drawSpan(available: number, block: number, random: Random): Span {
  const most = Math.min(available, Math.floor((block * 7) / 8))
  const length = random.integer(Math.min(LEAST, most), most)
  const masked = drawMasked(length, random)
  return { length, masked, from: random.integer(0, length - masked) }
}

/** A whole number from 1 with mean length/4: uniform up to length/2 − 1, where that is whole. */
function drawMasked(length: number, random: Random): number {
  const largest = length / 2 - 1
  // Of an odd length the largest is rounded up or down, so that the mean is kept.
  const whole = Math.floor(largest) + (random.uniform() < largest % 1 ? 1 : 0)
  return whole < 1 ? Math.min(1, length) : random.integer(1, whole)
}

/** `prefix⁇suffix⁇masked`, of which each token but the first is learnt. */
export function spanRow(document: readonly number[], { length, from, masked }: Span, mask: number): Row {
  const kept = document.slice(0, length)
  const prefix = kept.slice(0, from)
  const suffix = kept.slice(from + masked)
  return rowOf([...prefix, mask, ...suffix, mask, ...kept.slice(from, from + masked)], 0)
}

/** A question and its answer, `Where was NAME born?⁇PLACE⁇`, of which `⁇PLACE⁇` is learnt. */
export function questionRow(question: readonly number[], place: readonly number[], mask: number): Row {
  return rowOf([...question, mask, ...place, mask], question.length - 1)
}

/** Inputs and targets of a sequence; tokens up to number `learntAfter` are no targets. */
export function rowOf(sequence: readonly number[], learntAfter: number): Row {
  const targets = sequence.slice(1).map((token, i) => (i + 1 > learntAfter ? token : -1))
  return { inputs: sequence.slice(0, -1), targets }
}

/** Rows as one array each of inputs and targets, all as long as the longest, filled up with `pad` and −1. */
export function batchOf(
  rows: readonly Row[],
  pad: number,
): { tokens: Int32Array; targets: Int32Array; batch: { rows: number; length: number } } {
  const length = Math.max(...rows.map(({ inputs }) => inputs.length))
  const tokens = new Int32Array(rows.length * length).fill(pad)
  const targets = new Int32Array(rows.length * length).fill(-1)
  for (const [i, row] of rows.entries()) {
    tokens.set(row.inputs, i * length)
    targets.set(row.targets, i * length)
  }
  return { tokens, targets, batch: { rows: rows.length, length } }
}
