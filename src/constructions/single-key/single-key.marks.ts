import type { Matrix } from '../../core/linear/linalg'
import type { KeyIndex, SelectionModel } from './single-key.model'

/** The number of a key as a subscript in a figure. */
export const subscript = (i: KeyIndex) => (i + 1 > 9 ? `{${i + 1}}` : `${i + 1}`)

/**
 * Names of the part of a figure that shows the key, score, weight or value of key i: its own by number, then
 * those that the formulas use, `j` for the wanted key, `r` for the best other one, `i` for any other.
 */
export function marksOf(
  kind: 'key' | 'score' | 'weight' | 'value',
  i: KeyIndex,
  model: SelectionModel,
): string {
  const { target, runnerUp } = model
  const letters = i === target ? ['j'] : i === runnerUp ? ['r', 'i'] : ['i']
  return [i + 1, ...letters].map((index) => `${kind}-${index}`).join(' ')
}

/** Symbols of all keys at the place of key i, as a figure writes them. */
export function namesAt(keys: Matrix, i: KeyIndex): string {
  const here = keys.flatMap((key, l) => (key.every((x, axis) => x === keys[i][axis]) ? [l] : []))
  return here.map((l) => `$k_${subscript(l)}$`).join(' ')
}
