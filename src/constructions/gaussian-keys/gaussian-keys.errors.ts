import { expectedError } from '../../core/gaussian/gaussian-error'
import { type GaussianKeys, settingOf } from './gaussian-keys.model'

/** Settings whose error is remembered; a claim and a figure ask for the same ones. */
const REMEMBERED = 400
const remembered = new Map<string, number>()

/** Exact `E ‖c − ½(v_a + v_b)‖²` of `params`, with changes, for orthonormal values; the last ones are remembered. */
export function errorOf(params: GaussianKeys, changes: Partial<GaussianKeys> = {}): number {
  const setting = settingOf(params, changes)
  const key = JSON.stringify({ ...setting, d: 0 })
  const known = remembered.get(key)
  if (known !== undefined) return known
  const error = expectedError(setting)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(key, error)
  return error
}
