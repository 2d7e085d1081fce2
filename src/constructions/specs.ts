import type { Matrix } from '../core/linear/linalg'
import type { ChoiceSpec, MatrixSpec, NumberSpec, Role } from './params'

/** A range of numbers, the step of an arrow key in it, and where a number begins. */
interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly initial: number
  /** `linear` where it is left out. */
  readonly scale?: NumberSpec['scale']
  /** True where only whole numbers make sense. */
  readonly integer?: boolean
  readonly unit?: string
  /** As in every spec. */
  readonly short?: string
  readonly place?: 'figure' | 'field'
}

/** A real number with a name in words, its symbol in TeX and its role. */
export function real(
  label: string,
  tex: string,
  role: Role,
  { scale = 'linear', ...range }: Range,
): NumberSpec {
  return { kind: 'number', label, tex, role, scale, ...range }
}

/** A whole number; steps are of 1. */
export function count(
  label: string,
  tex: string,
  role: Role,
  range: Omit<Range, 'step' | 'integer'>,
): NumberSpec {
  return real(label, tex, role, { ...range, step: 1, integer: true })
}

/** One of a few alternatives: what each is called, by its value. The first is the initial one. */
export function choice<const V extends string>(
  label: string,
  tex: string,
  role: Role,
  options: Readonly<Record<V, string>>,
  more: { readonly initial?: NoInfer<V>; readonly short?: string; readonly place?: 'figure' } = {},
): ChoiceSpec & { readonly options: readonly { readonly value: V; readonly label: string }[] } {
  const listed = Object.entries<string>(options).map(([value, name]) => ({ value: value as V, label: name }))
  return { kind: 'choice', label, tex, role, options: listed, initial: listed[0].value, ...more }
}

/** A table of numbers: how many rows and columns it may have, and the range of a cell. */
export function matrix(
  label: string,
  tex: string,
  role: Role,
  table: Pick<MatrixSpec, 'rows' | 'columns' | 'min' | 'max' | 'step' | 'place'> & {
    readonly initial: Matrix
  },
): MatrixSpec {
  return { kind: 'matrix', label, tex, role, ...table }
}
