import type { Matrix } from '../core/linear/linalg'
import type { Random } from '../core/random/random'
import { draw as drawNumber } from './scale'

/** What a quantity is in attention; decides its colour everywhere. */
export type Role = 'query' | 'key' | 'value' | 'weight' | 'plain'

interface Described {
  /** Name in words; the accessible name of every control of this parameter. */
  readonly label: string
  /** TeX of its symbol. */
  readonly tex: string
  readonly role: Role
  /** A word or two for where many names stand in one line; the label by default. */
  readonly short?: string
  /**
   * Where it is set: in a `figure` of the construction, or in a `field` alone, since a slider would be no help; beside
   * the other sliders by default.
   */
  readonly place?: 'figure' | 'field'
}

/**
 * A real number in [min, max].
 *
 * `scale` shapes the slider: `linear` in steps of `step`; `log` by decades; `symlog` linear up to about
 * `step` × 10 and by decades beyond, so that 0 and 1000 fit one track.
 */
export interface NumberSpec extends Described {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  readonly initial: number
  readonly scale: 'linear' | 'log' | 'symlog'
  /** Smallest move of the slider and of an arrow key; the number field takes any value in the range. */
  readonly step: number
  /** True where only whole numbers make sense. */
  readonly integer?: boolean
  readonly unit?: string
}

/** One of a few named alternatives. */
export interface ChoiceSpec extends Described {
  readonly kind: 'choice'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly initial: string
}

/** A table of numbers whose size may change between bounds: key positions, proportions, coefficients. */
export interface MatrixSpec extends Described {
  readonly kind: 'matrix'
  readonly rows: readonly [min: number, max: number]
  readonly columns: readonly [min: number, max: number]
  /** Bounds and arrow-key step of one cell. */
  readonly min: number
  readonly max: number
  readonly step: number
  readonly initial: Matrix
}

export type ParamSpec = NumberSpec | ChoiceSpec | MatrixSpec
export type ParamValue = number | string | Matrix
export type ParamSpecs = Readonly<Record<string, ParamSpec>>

type ValueOf<S extends ParamSpec> = S extends NumberSpec
  ? number
  : S extends ChoiceSpec
    ? S['options'][number]['value']
    : Matrix

/** The values of a construction's parameters, by name. */
export type ParamValues<S extends ParamSpecs> = { readonly [K in keyof S]: ValueOf<S[K]> }

/** The values every parameter starts from. */
export function initialParams<S extends ParamSpecs>(specs: S): ParamValues<S> {
  return mapSpecs(specs, (spec) => spec.initial)
}

/** Random values inside the declared ranges: numbers uniform along their sliders, sizes and options uniform. */
export function drawParams<S extends ParamSpecs>(specs: S, random: Random): ParamValues<S> {
  return mapSpecs(specs, (spec) => drawParam(spec, random))
}

function drawParam(spec: ParamSpec, random: Random): ParamValue {
  if (spec.kind === 'number') return drawNumber(spec, random)
  if (spec.kind === 'choice') return spec.options[random.integer(0, spec.options.length - 1)].value
  const columns = random.integer(...spec.columns)
  return Array.from({ length: random.integer(...spec.rows) }, () =>
    Array.from({ length: columns }, () => drawNumber({ ...spec, scale: 'linear' }, random)),
  )
}

/** True when two values of one parameter are the same, cell by cell. */
export function sameValue(a: ParamValue, b: ParamValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return a.length === b.length && a.every((row, i) => sameRow(row, b[i]))
}

const sameRow = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

function mapSpecs<S extends ParamSpecs>(specs: S, f: (spec: ParamSpec) => ParamValue): ParamValues<S> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, f(spec)])) as ParamValues<S>
}
