import { decodeText, encodeValue } from '../constructions/decode'
import { initialParams, type ParamSpecs, type ParamValue, sameValue } from '../constructions/params'
import type { Field, Notice } from './link-fields'
import type { Params } from './session'

/** Names and texts of the params that differ from the initial ones. */
export function encodeParams(specs: ParamSpecs, params: Params): Field[] {
  const initial = initialParams(specs)
  return Object.keys(specs)
    .filter((name) => !sameValue(params[name], initial[name]))
    .map((name): Field => [name, encodeValue(params[name])])
}

/** The values that named texts stand for, and a notice for each that was not taken as it stood; `unknown` says why of other names. */
export function decodeEach(specs: ParamSpecs, fields: readonly Field[], unknown: string) {
  const values = new Map<string, ParamValue>()
  const notices: Notice[] = []
  for (const [field, text] of fields) {
    if (!Object.hasOwn(specs, field)) notices.push({ field, outcome: 'ignored', message: unknown })
    else {
      const { outcome, value, message } = decodeText(specs[field], text)
      values.set(field, value)
      if (outcome !== 'accepted') notices.push({ field, outcome, message })
    }
  }
  return { values: Object.fromEntries(values), notices }
}
