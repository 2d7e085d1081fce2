import type { Construction } from '../../src/constructions/construction'
import { paramsWith } from '../../src/constructions/construction'
import { drawParams, initialParams, type ParamSpec, type ParamValue } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random/random'
import type { Params } from '../../src/state/session'

const DRAWS = 200

/** Params before `constrain`: the draws from the declared ranges, and every number and option at its ends. */
export function unconstrained(construction: Construction): Params[] {
  const random = createRandom(1)
  const initial = initialParams(construction.params)
  const edges = Object.entries(construction.params).flatMap(([name, spec]) =>
    edgesOf(spec).map((value) => ({ ...initial, [name]: value })),
  )
  return [...edges, ...Array.from({ length: DRAWS }, () => drawParams(construction.params, random))]
}

/** What every law of the contract is tried on: initial params, presets, edges, and 200 seeded random draws. */
export function instancesOf(construction: Construction): Params[] {
  return [
    ...[{}, ...construction.presets.map(({ params }) => params)].map((changes) => at(construction, changes)),
    ...unconstrained(construction).map((params) => paramsWith(construction, params, {})),
  ]
}

/** The params that `changes` to the initial ones lead to. */
export function at(construction: Construction, changes: Partial<Params>): Params {
  return paramsWith(construction, initialParams(construction.params), changes)
}

/** Whether `value` is one that a control of `spec` can be brought to. */
export function isReachable(spec: ParamSpec, value: ParamValue): boolean {
  if (spec.kind === 'choice') return spec.options.some((option) => option.value === value)
  if (spec.kind === 'number') return typeof value === 'number' && isNumberOf(spec, value)
  return (
    typeof value === 'object' &&
    isWithin(value.length, spec.rows) &&
    isWithin(value[0].length, spec.columns) &&
    value.every((row) => row.length === value[0].length && row.every((x) => isNumberOf(spec, x)))
  )
}

/** Texts that stand for no value of `spec`, as a link might carry them. */
export function unreachableTexts(spec: ParamSpec): string[] {
  const words = ['', 'x', 'NaN', 'Infinity', '-Infinity', '0x10', '__proto__', '1e999']
  if (spec.kind === 'choice') return words
  const [below, above] = [String(spec.min - 1), String(spec.max + 1)]
  if (spec.kind === 'number') return [...words, below, above, ...(spec.integer ? [`${spec.min + 0.5}`] : [])]
  const row = (cells: number, cell = String(spec.max)) => Array<string>(cells).fill(cell).join(',')
  const table = (rows: number, columns: number, cell?: string) =>
    Array<string>(rows).fill(row(columns, cell)).join(';')
  const [[fewestRows, mostRows], [fewest, most]] = [spec.rows, spec.columns]
  return [
    ...words,
    table(mostRows + 1, most),
    table(mostRows, most + 1),
    table(fewestRows - 1, most),
    table(mostRows, fewest - 1),
    `${table(fewestRows, most)},${spec.max}`,
    ...['', 'NaN', '1e999', below, above].map((cell) => table(mostRows, most, cell)),
  ]
}

function edgesOf(spec: ParamSpec): ParamValue[] {
  if (spec.kind === 'choice') return spec.options.map(({ value }) => value)
  if (spec.kind === 'number') return [spec.min, spec.max]
  const sizes = spec.rows.flatMap((rows) => spec.columns.map((columns) => [rows, columns] as const))
  return [spec.min, spec.max].flatMap((cell) =>
    sizes.map(([rows, columns]) => Array.from({ length: rows }, () => Array<number>(columns).fill(cell))),
  )
}

function isNumberOf(spec: { min: number; max: number; integer?: boolean }, value: number): boolean {
  return isWithin(value, [spec.min, spec.max]) && (!spec.integer || Number.isInteger(value))
}

const isWithin = (x: number, [low, high]: readonly [number, number]) => x >= low && x <= high
