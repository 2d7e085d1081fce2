import type { Exercise } from './exercises/exercise'
import type { ParamSpecs, ParamValues, Role } from './params'

/**
 * A number that can explain itself. Wherever it is displayed — formula, figure, table, claim — focusing it
 * shows `formula`, the same with the current values, and all its digits.
 */
export interface Quantity {
  readonly id: string
  /** Name in words. */
  readonly label: string
  readonly tex: string
  /** TeX of the definition in symbols, without the left-hand side. */
  readonly formula: string
  /** TeX of the definition with the current values in place of the symbols. */
  readonly plugged: string
  readonly value: number
  /** Natural logarithm of the size of `value`, for quantities that leave float64's range; −0 is negative then. */
  readonly log?: number
  readonly role: Role
  /** Name of the figure's mark that shows it. */
  readonly mark?: string
}

/**
 * Two computations of one displayed equality; the contract test holds them equal to 1e−12, relative to the
 * larger side or to `magnitude`, the size of the terms that cancel in it.
 */
export interface Equality {
  readonly left: number
  readonly right: number
  readonly magnitude?: number
}

/** One displayed formula and the equalities it states. */
export interface Line {
  readonly tex: string
  readonly equalities: readonly Equality[]
}

/** One step of a derivation: a sentence, then its formulas. Prose may hold TeX between dollar signs. */
export interface Step {
  readonly id: string
  readonly prose: string
  readonly lines: readonly Line[]
  /** The same written out at length; the reader unfolds it in place of `lines`. */
  readonly unfolded?: readonly Line[]
}

/** What a check found: the statement is true of these params when `error ≤ bound`. */
export interface Finding {
  readonly error: number
  readonly bound: number
  /** The finding in a sentence, with the current numbers; prose with TeX. */
  readonly prose: string
}

/**
 * A statement about the construction, in words for the reader and in code for the machine.
 *
 * - `stated`: the notes say it.
 * - `unsaid`: the notes leave it out.
 * - `corrected`: the notes say it and it is false; `correction` is what is true instead, everywhere.
 *
 * Without `failsAt`, a stated or unsaid claim is a theorem: it holds for all params. With it, the claim
 * depends on the params and is false at those.
 */
export interface Claim<P, M> {
  readonly id: string
  readonly kind: 'stated' | 'unsaid' | 'corrected'
  /** The statement; prose with TeX. Of a corrected claim, the notes' wording. */
  readonly prose: string
  check(params: P, model: M): Finding
  /** Params under which the statement is false, as changes to the initial ones. */
  readonly failsAt?: Partial<P>
  readonly correction?: { readonly prose: string; check(params: P, model: M): Finding }
}

/** A value of a slider at which something happens, and what, in words. */
export interface SliderMark {
  readonly at: number
  readonly label: string
}

/** Named params, as changes to the initial ones. */
export interface Preset<P> {
  readonly id: string
  readonly label: string
  readonly params: Partial<P>
}

/** One construction of the notes: data and pure functions. Importing it loads no user interface. */
export interface Construction<S extends ParamSpecs = ParamSpecs, M = unknown, Id extends string = string> {
  readonly id: Id
  readonly title: string
  /** A word or two for the menu. */
  readonly menu: string
  /** Where the notes state it: `1(b)`. */
  readonly source: string
  /** Where the other editions of the assignment ask it. */
  readonly editions: string
  /** What the notes were asked, as a reader meets it; prose with TeX. */
  readonly question: string
  /** The current setting in a few words, after the part number; prose with TeX. */
  setting(params: ParamValues<S>): string
  readonly params: S
  /** Values of a number's slider at which something happens, by the number's name. */
  marks?(params: ParamValues<S>): { readonly [K in keyof S]?: readonly SliderMark[] }
  /**
   * The nearest params that also satisfy the conditions between parameters (a target among the keys, at most
   * n averaged keys). Idempotent; absent where every combination in range is valid.
   */
  constrain?(params: ParamValues<S>): ParamValues<S>
  model(params: ParamValues<S>): M
  /** Total weight of every query of the model: each is 1. */
  totalWeights(model: M): readonly number[]
  quantities(params: ParamValues<S>, model: M): readonly Quantity[]
  derivation(params: ParamValues<S>, model: M): readonly Step[]
  readonly claims: readonly Claim<ParamValues<S>, M>[]
  readonly presets: readonly Preset<ParamValues<S>>[]
  /** What the assignment asks to be answered here, where a machine can judge it. */
  readonly exercise?: Exercise
}

/** Returns `definition` unchanged; exists so TypeScript infers its types. */
export function defineConstruction<const S extends ParamSpecs, M, const Id extends string>(
  definition: Construction<S, M, Id>,
): Construction<S, M, Id> {
  return definition
}

/** The params, of `construction`, that `changes` to the initial ones lead to. */
export function paramsWith<S extends ParamSpecs>(
  construction: Construction<S>,
  base: ParamValues<S>,
  changes: Partial<ParamValues<S>>,
): ParamValues<S> {
  const params = { ...base, ...changes }
  return construction.constrain?.(params) ?? params
}

/** How a claim stands at the current params. */
export type Verdict = 'holds' | 'fails here' | 'unsaid' | 'corrected'

/** The verdict that a claim's own check gives. */
export function verdictOf<P, M>(claim: Claim<P, M>, { error, bound }: Finding): Verdict {
  if (claim.kind === 'corrected') return 'corrected'
  if (!(error <= bound)) return 'fails here'
  return claim.kind === 'unsaid' ? 'unsaid' : 'holds'
}
