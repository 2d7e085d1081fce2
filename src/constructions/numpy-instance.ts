import type { Matrix, Vector } from '../core/linear/linalg'

/** What a room shows, as NumPy: how its numbers follow from what is given, and what the explorer has for them. */
export interface NumpyInstance {
  /** Python that leaves each of `numbers` in a variable of its name; `softmax` and `logsumexp` are defined before it. */
  readonly lines: readonly string[]
  readonly numbers: Readonly<Record<string, number | Vector | Matrix>>
}

/** A number or a table of numbers in Python, with all digits. */
export function pythonOf(value: number | Vector | Matrix): string {
  return typeof value === 'number' ? scalar(value) : `np.array(${list(value)}, dtype=float)`
}

const list = (values: Vector | Matrix): string =>
  `[${values.map((value) => (typeof value === 'number' ? scalar(value) : list(value))).join(', ')}]`

function scalar(x: number): string {
  if (Number.isFinite(x)) return String(x)
  return x > 0 ? 'np.inf' : '-np.inf'
}
