import type { Declared } from '../constructions/construction'
import { listed } from '../core/listed'
import { number } from '../tex/format'
import { HIDEABLE, type Limits, limitOf } from './limits'
import type { Params } from './session'

/** What a person who opens a shared room will find, in sentences. */
export function limitWords(construction: Pick<Declared, 'params'>, params: Params, limits: Limits): string {
  const names = Object.keys(construction.params)
  const of = (limit: string) => names.filter((name) => limitOf(limits, name) === limit)
  const labels = (all: readonly string[]) => listed(all.map((name) => construction.params[name].label))
  const values = (all: readonly string[]) => listed(all.map((name) => valueWords(construction, params, name)))
  const [free, locked, hidden] = [of('free'), of('locked'), of('hidden')]
  const missing = Object.entries(HIDEABLE).filter(([part]) => limits.hidden.includes(part))
  return [
    free.length === names.length
      ? 'They get the room as it stands, and can change everything.'
      : free.length > 0
        ? `They can change ${labels(free)}.`
        : 'They can change nothing.',
    ...(locked.length > 0 ? [`Locked, in sight: ${values(locked)}.`] : []),
    ...(hidden.length > 0 ? [`Fixed, without a control: ${values(hidden)}.`] : []),
    ...(missing.length > 0 ? [`Not shown: ${listed(missing.map(([, words]) => words.toLowerCase()))}.`] : []),
  ].join(' ')
}

/** A param and its value, where that is short: `Number of keys 10`. */
function valueWords({ params: specs }: Pick<Declared, 'params'>, params: Params, name: string): string {
  const [spec, value] = [specs[name], params[name]]
  if (spec.kind === 'number') return `${spec.label} ${number(value as number)}${spec.unit ?? ''}`
  if (spec.kind === 'choice')
    return `${spec.label} “${spec.options.find((option) => option.value === value)?.label}”`
  return spec.label
}
